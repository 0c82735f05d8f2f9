import type { ReactNode } from 'react';
import classes from './fact-list.module.css';

/** One thing that is known; one without a value is left out. */
export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
}

/** What is known of a record, a line each: the label and its value. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  const known = facts.filter(({ value }) => value !== '' && value !== null && value !== undefined && value !== false);
  if (known.length === 0) return null;
  return (
    <dl className={classes.facts}>
      {known.map(({ label, value }) => (
        <div key={label} className={classes.fact}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
