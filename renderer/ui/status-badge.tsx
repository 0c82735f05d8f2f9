import classes from './status-badge.module.css';

/** `overdue` is for what is late or destroys, `attention` for what wants a look, `good` for what is settled. */
export type Tone = 'neutral' | 'active' | 'good' | 'attention' | 'overdue' | 'faint';

interface StatusBadgeProps {
  readonly label: string;
  readonly tone?: Tone;
}

/** A state in one word; its colour repeats what the word says and never says more. */
export function StatusBadge({ label, tone = 'neutral' }: StatusBadgeProps) {
  return (
    <span className={classes.badge} data-tone={tone}>
      <span className={classes.dot} aria-hidden="true" />
      {label}
    </span>
  );
}
