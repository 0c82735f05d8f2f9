import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '@shared/result';
import { failureInWords } from '../../lib/failure-words';
import classes from './note-editor.module.css';

interface UnsavedBannerProps {
  readonly failure: Failure;
  readonly onRetry: () => void;
}

/** Says that the words on the screen are not on the disk, why, and that they are not lost. */
export function UnsavedBanner({ failure, onRetry }: UnsavedBannerProps) {
  const { t } = useTranslation(['notes', 'ui', 'actions']);
  const { title, message } = failureInWords(failure);
  return (
    <div className={classes.unsaved}>
      <Alert
        color="cinnabar"
        variant="light"
        radius={0}
        role="alert"
        icon={<IconAlertTriangle size={18} stroke={1.6} />}
        title={t('ui:save.failed', { why: title })}
      >
        <Group justify="space-between" wrap="nowrap" align="flex-end">
          <Text size="sm">
            {t('notes:unsaved')} {message}
          </Text>
          <Button size="compact-sm" variant="default" flex="none" onClick={onRetry}>
            {t('actions:retry')}
          </Button>
        </Group>
      </Alert>
    </div>
  );
}
