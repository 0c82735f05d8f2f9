import { Button, Progress, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { cancelReport } from './report-desk';
import type { ReportStage } from './report-desk';
import classes from './report.module.css';

interface MakingReportProps {
  readonly stage: ReportStage;
  readonly done: number;
}

/** How far the report is, with a way to stop it. */
export function MakingReport({ stage, done }: MakingReportProps) {
  const { t } = useTranslation(['report', 'actions']);
  const percent = Math.round(done * 100);
  return (
    <Stack className={classes.making} gap="sm" align="stretch">
      <Title order={2}>{t('report:making.title')}</Title>
      <Progress value={percent} aria-label={t('report:making.title')} transitionDuration={200} />
      <Text size="sm" c="dimmed" role="status">
        {t(`report:making.${stage}`)}
      </Text>
      <div>
        <Button variant="default" onClick={cancelReport}>
          {t('actions:cancel')}
        </Button>
      </div>
    </Stack>
  );
}
