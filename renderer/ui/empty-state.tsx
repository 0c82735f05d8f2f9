import type { ReactNode } from 'react';
import { Stack, Text, Title } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import classes from './empty-state.module.css';

interface EmptyStateProps {
  readonly icon: Icon;
  readonly title: string;
  /** What can be done next. */
  readonly message: string;
  readonly action?: ReactNode;
  /** Less tall, for a section within a page. */
  readonly isCompact?: boolean;
}

/** What a place without anything in it shows: what belongs here and what to do next. */
export function EmptyState({ icon: Icon, title, message, action, isCompact = false }: EmptyStateProps) {
  return (
    <Stack align="center" gap={6} py={isCompact ? 'lg' : 64} px="md">
      <span className={classes.icon} aria-hidden="true">
        <Icon size={isCompact ? 20 : 26} stroke={1.4} />
      </span>
      <Title order={isCompact ? 3 : 2} ta="center">
        {title}
      </Title>
      <Text c="dimmed" size="sm" ta="center" maw={420}>
        {message}
      </Text>
      {action !== undefined && <div className={classes.action}>{action}</div>}
    </Stack>
  );
}
