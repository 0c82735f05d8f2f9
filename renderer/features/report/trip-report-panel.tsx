import { useState } from 'react';
import { Alert, Button, Checkbox, Text } from '@mantine/core';
import { IconDownload, IconFileText, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ReportPhotographs } from '@renderer/features/files';
import { useRequestInAddress } from '../../lib/address';
import { failureInWords } from '../../lib/failure-words';
import { useFormat } from '../../lib/format';
import { useAppEvent } from '../../lib/ipc';
import { notifyFailure } from '../../lib/notices';
import { useShortcuts } from '../../lib/shortcuts';
import { EmptyState } from '../../ui/empty-state';
import { KeyHint } from '../../ui/key-hint';
import { GapList } from './gap-list';
import { MakingReport } from './making-report';
import { PdfPreview } from './pdf-preview';
import { makeReport, saveReport, useReportDesk } from './report-desk';
import type { MadeReport } from './report-desk';
import classes from './report.module.css';
import { notifySaved } from './saved-notice';
import { useGaps } from './use-gaps';

/** The trip's report: what it still lacks, its pages as they will be printed, and where to keep it. */
export function TripReportPanel({ tripId }: { readonly tripId: string }) {
  const { t } = useTranslation('report');
  const { making, made, failed } = useReportDesk(tripId);
  const gaps = useGaps(tripId);
  // Remembered nowhere: each report leaves sensitive lines out until somebody asks for them again.
  const [isWithSensitive, setIsWithSensitive] = useState(made?.isWithSensitive ?? false);
  const make = (): void => void makeReport(tripId, isWithSensitive);
  const askForSensitive = (isWanted: boolean): void => {
    setIsWithSensitive(isWanted);
    if (made) void makeReport(tripId, isWanted);
  };
  // What is there and up to date is printed; anything else is made first.
  const print = (): void => {
    if (made && !made.isStale && !making) void save(made);
    else make();
  };
  useShortcuts([{ keys: 'mod+p', label: t('print'), run: print }]);
  useAppEvent('menu', ({ command }) => {
    if (command === 'print-report') print();
  });
  useRequestInAddress('make', make);

  return (
    <div className={classes.panel}>
      <div className={classes.main}>
        {failed && !making && (
          <Alert color="cinnabar" variant="light" role="alert" title={t('failed')} m="md">
            {failureInWords(failed.failure).message}
          </Alert>
        )}
        {making ? (
          <MakingReport stage={making.stage} done={making.done} />
        ) : made ? (
          <PdfPreview
            key={made.jobId}
            bytes={made.report.pdf}
            actions={
              <Button
                ml="auto"
                variant={made.isStale ? 'default' : 'filled'}
                leftSection={<IconDownload size={16} stroke={1.6} />}
                onClick={() => void save(made)}
              >
                {t('save')}
              </Button>
            }
          />
        ) : (
          <EmptyState
            icon={IconFileText}
            title={t('empty.title')}
            message={t('empty.message')}
            action={
              <Button rightSection={<KeyHint keys="mod+p" />} onClick={make}>
                {t('make')}
              </Button>
            }
          />
        )}
      </div>
      <aside className={classes.aside} aria-labelledby="report-gaps">
        {made && <AboutReport made={made} isMaking={making !== null} onMake={make} />}
        <Checkbox
          mb="md"
          label={t('sensitive.include')}
          description={t(made?.isWithSensitive === true ? 'sensitive.isIn' : 'sensitive.hint')}
          checked={isWithSensitive}
          disabled={making !== null}
          onChange={(event) => askForSensitive(event.currentTarget.checked)}
        />
        <h2 className={classes.asideTitle}>{t('photographs')}</h2>
        <ReportPhotographs tripId={tripId} />
        <h2 id="report-gaps" className={classes.asideTitle}>
          {t('gaps.title')}
        </h2>
        {gaps && <GapList gaps={gaps} />}
      </aside>
    </div>
  );
}

interface AboutReportProps {
  readonly made: MadeReport;
  readonly isMaking: boolean;
  readonly onMake: () => void;
}

/** When the report that lies there was made, and whether it still says what the trip says. */
function AboutReport({ made, isMaking, onMake }: AboutReportProps) {
  const { t } = useTranslation('report');
  const { clock } = useFormat();
  return (
    <div className={classes.about}>
      <Text size="sm" c={made.isStale ? 'var(--at-warning)' : 'dimmed'} role="status">
        {t(made.isStale ? 'stale' : 'madeAt', { time: clock(made.madeAt) })}
      </Text>
      {made.report.leftOut > 0 && (
        <Text size="sm" role="status">
          {t('sensitive.leftOut', { count: made.report.leftOut })}
        </Text>
      )}
      <Button
        fullWidth
        mt="xs"
        variant={made.isStale ? 'filled' : 'default'}
        leftSection={<IconRefresh size={16} stroke={1.6} />}
        disabled={isMaking}
        onClick={onMake}
      >
        {t('makeAgain')}
      </Button>
    </div>
  );
}

async function save(made: MadeReport): Promise<void> {
  const answer = await saveReport(made);
  if (!answer.ok) notifyFailure(answer.failure);
  else if (answer.value) notifySaved(answer.value.path);
}
