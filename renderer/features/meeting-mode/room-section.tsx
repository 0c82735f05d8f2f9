import { useId } from 'react';
import type { ReactNode } from 'react';
import classes from './room.module.css';

interface RoomSectionProps {
  readonly title: string;
  readonly count?: number;
  readonly children: ReactNode;
}

/** A part of what stands beside the note. */
export function RoomSection({ title, count, children }: RoomSectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={classes.section}>
      <h2 id={id} className={classes.sectionTitle}>
        {title} {count !== undefined && count > 0 && <span className={classes.count}>{count}</span>}
      </h2>
      {children}
    </section>
  );
}
