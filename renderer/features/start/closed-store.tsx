import { Button, Code, Group, Text, Title } from '@mantine/core';
import { IconDatabaseOff, IconVersions } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { StartState } from '@shared/ipc/app-channels';
import { useDo } from '../../lib/ipc';
import { useBeginnings } from './beginnings';
import classes from './start.module.css';

type Closed = Extract<StartState, { kind: 'newer-version' | 'unreadable' }>;

/** The data is there but cannot be opened: why, what is safe, and what can be done. */
export function ClosedStore({ state }: { readonly state: Closed }) {
  const { t } = useTranslation('start');
  const folder = useDo('backups:show-folder');
  const { begin, running } = useBeginnings();
  const isNewer = state.kind === 'newer-version';
  const StateIcon = isNewer ? IconVersions : IconDatabaseOff;
  return (
    <main className={classes.screen}>
      <div className={classes.column} role="alert">
        <StateIcon size={40} stroke={1.3} aria-hidden="true" />
        <Title order={1} className={classes.welcome}>
          {isNewer ? t('newer.title') : t('unreadable.title')}
        </Title>
        <Text className={classes.intro}>
          {isNewer
            ? t('newer.message', { found: state.found, known: state.known })
            : t('unreadable.message', { reason: state.reason })}
        </Text>
        <Text size="sm" c="dimmed">
          {t('unreadable.folder')}
        </Text>
        <Code block>{state.folder}</Code>
        <Group gap="xs" mt="lg">
          <Button onClick={() => window.location.reload()}>{t('reload')}</Button>
          <Button variant="default" onClick={() => void folder.run({})}>
            {t('showFolder')}
          </Button>
          {!isNewer && (
            <Button variant="default" loading={running === 'restore'} onClick={() => void begin('restore', '')}>
              {t('restore.title')}
            </Button>
          )}
        </Group>
      </div>
    </main>
  );
}
