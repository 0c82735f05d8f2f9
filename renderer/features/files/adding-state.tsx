import { Alert, Button, Group, List, Progress as Bar, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Progress, Refusal } from './use-adding';
import classes from './files.module.css';

/** How far the adding is, with a way to stop it. */
export function AddingProgress({ progress, onStop }: { readonly progress: Progress; readonly onStop: () => void }) {
  const { t } = useTranslation('files');
  const { name, place, count, share } = progress;
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

/** Which files were not added, and why. */
export function Refusals({
  refusals,
  onDismiss,
}: {
  readonly refusals: readonly Refusal[];
  readonly onDismiss: () => void;
}) {
  const { t } = useTranslation('files');
  return (
    <Alert
      color="cinnabar"
      variant="light"
      role="alert"
      title={t('refused.title', { count: refusals.length })}
      withCloseButton
      closeButtonLabel={t('refused.dismiss')}
      onClose={onDismiss}
    >
      <List size="sm" listStyleType="none" className={classes.refusals ?? ''}>
        {refusals.map(({ name, why }, index) => (
          <List.Item key={index}>
            <b>{name}</b> {why}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
