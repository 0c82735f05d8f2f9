import { useId } from 'react';
import type { ReactNode } from 'react';
import { Group, Title } from '@mantine/core';
import classes from './section.module.css';

interface SectionProps {
  readonly title: string;
  /** How many there are, beside the title. */
  readonly count?: number;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** Draws a border around the content; rows of a list stand in it without padding. */
  readonly frame?: 'none' | 'padded' | 'flush';
}

/** A part of a screen with its heading. */
export function Section({ title, count, actions, children, frame = 'none' }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={classes.section}>
      <Group justify="space-between" align="center" wrap="nowrap" className={classes.head}>
        <Group gap={6} align="baseline" wrap="nowrap">
          <Title order={2} id={id}>
            {title}
          </Title>
          {count !== undefined && <span className={classes.count}>{count}</span>}
        </Group>
        {actions !== undefined && (
          <Group gap="xs" wrap="nowrap">
            {actions}
          </Group>
        )}
      </Group>
      <div className={classes[frame]}>{children}</div>
    </section>
  );
}
