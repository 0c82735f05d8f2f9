import type { ReactNode } from 'react';
import classes from './page.module.css';

interface PageProps {
  /** A `PageHeader`. */
  readonly header: ReactNode;
  readonly children: ReactNode;
  /** `full`: the content fills the window and scrolls itself (a table, a timeline). `reading`: a column of text width. */
  readonly width?: 'full' | 'wide' | 'reading';
}

/** A screen: its head stays, its content scrolls. */
export function Page({ header, children, width = 'wide' }: PageProps) {
  return (
    <div className={classes.page}>
      {header}
      <div className={classes.content} data-width={width}>
        {width === 'full' ? children : <div className={classes.column}>{children}</div>}
      </div>
    </div>
  );
}
