import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TravelDialog } from '@renderer/features/travel';
import { cancelJob, useJob } from './job';

/** How far it is, with a way to stop it. */
export function HandOverProgress({ title, words }: { readonly title: string; readonly words: string }) {
  const { t } = useTranslation('actions');
  const done = useJob()?.done ?? 0;
  return (
    <TravelDialog title={title} onClose={null} actions={null}>
      <Stack gap="sm">
        <Text size="sm" role="status">
          {words}
        </Text>
        <Progress value={Math.round(done * 100)} aria-label={words} transitionDuration={200} />
        <Group justify="flex-end">
          <Button variant="default" onClick={cancelJob} data-autofocus>
            {t('cancel')}
          </Button>
        </Group>
      </Stack>
    </TravelDialog>
  );
}
