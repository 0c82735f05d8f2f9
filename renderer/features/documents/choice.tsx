import type { ReactNode } from 'react';
import classes from './documents.module.css';

/** One thing to choose, under its name. */
export function Choice({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={classes.choice}>
      <h2 className={classes.asideTitle}>{title}</h2>
      {children}
    </section>
  );
}
