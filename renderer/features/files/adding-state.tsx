import { useSyncExternalStore } from 'react';
import { Alert, Button, Group, List, Progress as Bar, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AddingProgressTold } from './adding-progress';
import type { FileNotice } from './use-adding';
import classes from './files.module.css';

interface AddingProgressProps {
  readonly progress: AddingProgressTold;
  readonly onStop: () => void;
}

/** How far the adding is, with a way to stop it. */
export function AddingProgress({ progress, onStop }: AddingProgressProps) {
  const { t } = useTranslation('files');
  const now = useSyncExternalStore(progress.subscribe, progress.now);
  if (now === null) return null;
  const { name, place, count, share } = now;
  return (
    <div className={classes.progress}>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm" role="status" truncate>
          {t('adding.progress', { name, place, count })}
        </Text>
        <Button size="compact-sm" variant="default" onClick={onStop}>
          {t('adding.cancel')}
        </Button>
      </Group>
      <Bar.Root size="sm" mt={6}>
        <Bar.Section value={share * 100} aria-label={t('adding.label')} />
      </Bar.Root>
    </div>
  );
}

interface AddingNoticesProps {
  readonly notices: readonly FileNotice[];
  readonly onDismiss: () => void;
}

/** Which files were not added and why, which were there already, and which may still tell where they were taken. */
export function AddingNotices({ notices, onDismiss }: AddingNoticesProps) {
  const of = (kind: FileNotice['kind']): readonly FileNotice[] => notices.filter((notice) => notice.kind === kind);
  return (
    <>
      <Notice kind="refused" notices={of('refused')} onDismiss={onDismiss} />
      <Notice kind="thereAlready" notices={of('there-already')} onDismiss={onDismiss} />
      <Notice kind="placeMayRemain" notices={of('place-may-remain')} onDismiss={onDismiss} />
    </>
  );
}

interface NoticeProps extends AddingNoticesProps {
  readonly kind: 'refused' | 'thereAlready' | 'placeMayRemain';
}

function Notice({ kind, notices, onDismiss }: NoticeProps) {
  const { t } = useTranslation('files');
  if (notices.length === 0) return null;
  return (
    <Alert
      color={kind === 'refused' ? 'cinnabar' : 'ink'}
      variant="light"
      role={kind === 'refused' ? 'alert' : 'status'}
      title={t(`${kind}.title`, { count: notices.length })}
      withCloseButton
      closeButtonLabel={t('refused.dismiss')}
      onClose={onDismiss}
    >
      {kind !== 'refused' && <Text size="sm">{t(`${kind}.message`)}</Text>}
      <List size="sm" listStyleType="none" className={classes.refusals ?? ''}>
        {notices.map(({ name, why }, index) => (
          <List.Item key={index}>
            <b>{name}</b> {why}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
