import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { cancelTravelJob, useTravelJob } from './travel-desk';

/** How far it is, with a way to stop it; nothing while nothing is being done. */
export function TravelProgress({ words }: { readonly words: string }) {
  const { t } = useTranslation('actions');
  const job = useTravelJob();
  if (job === null) return null;
  return (
    <Stack gap="sm">
      <Text size="sm" role="status">
        {words}
      </Text>
      <Progress value={Math.round(job.done * 100)} aria-label={words} transitionDuration={200} />
      <Group justify="flex-end">
        <Button variant="default" onClick={cancelTravelJob} data-autofocus>
          {t('cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
