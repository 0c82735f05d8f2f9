import classes from './name-cell.module.css';

interface NameCellProps {
  readonly name: string;
  /** The name in its other scripts. */
  readonly others: readonly string[];
}

/** A name in a table, with its other scripts on a smaller line below; as high as any other row. */
export function NameCell({ name, others }: NameCellProps) {
  return (
    <span className={classes.cell} title={[name, ...others].join(' · ')}>
      <span className={classes.name}>{name}</span>
      {others.length > 0 && <span className={classes.others}>{others.join(' · ')}</span>}
    </span>
  );
}
