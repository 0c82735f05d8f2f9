import { useEffect, useRef } from 'react';
import { Alert, Button } from '@mantine/core';
import { IconFileOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DocumentFormat } from '@shared/documents/choices';
import { failureInWords } from '../../lib/failure-words';
import { useAppEvent } from '../../lib/ipc';
import { notifyFailure } from '../../lib/notices';
import { useShortcuts } from '../../lib/shortcuts';
import { EmptyState } from '../../ui/empty-state';
import { Choices } from './choices';
import { makeDocument, saveDocument } from './document-desk';
import type { OnDesk } from './document-desk';
import { DocumentKinds } from './document-kinds';
import classes from './documents.module.css';
import { MakingDocument } from './making-document';
import { PdfPreview } from './pdf-preview';
import { SaveMenu } from './save-menu';
import { notifySaved } from './saved-notice';
import { useChoices } from './use-choices';
import { areSame, useLiveDocument } from './use-live-document';

/** What a trip ends as on paper: which document, its pages as they will be printed, and how it is made. */
export function DocumentsPanel({ tripId }: { readonly tripId: string }) {
  const { t } = useTranslation('documents');
  const chosen = useChoices(tripId);
  const { choices } = chosen;
  const { making, saving, made, failed } = useLiveDocument(tripId, choices);
  const busy = making ?? saving;
  // Another document's pages say nothing of this one.
  const shown = made?.choices.kind === choices.kind && made.choices.templateId === choices.templateId ? made : null;
  const isReady =
    shown !== null && areSame(shown.choices, choices) && !shown.isStale && busy === null && failed === null;
  // Asked for while the pages are still on their way, it is saved when they are there.
  const wanted = useRef<DocumentFormat | null>(null);
  const save = (format: DocumentFormat): void => {
    if (isReady) void saveAs(shown, format);
    else wanted.current = format;
  };
  useEffect(() => {
    if (failed !== null) wanted.current = null;
    const format = wanted.current;
    if (!isReady || format === null) return;
    wanted.current = null;
    void saveAs(shown, format);
  }, [isReady, shown, failed]);
  useShortcuts([{ keys: 'mod+p', label: t('print'), run: () => save('pdf') }]);
  useAppEvent('menu', ({ command }) => {
    if (command === 'print-report') save('pdf');
  });
  const again = (
    <Button variant="default" size="compact-sm" onClick={() => void makeDocument(tripId, choices)}>
      {t('makeAgain')}
    </Button>
  );

  return (
    <div className={classes.panel}>
      <DocumentKinds choices={choices} onTurnTo={chosen.turnTo} />
      <div className={classes.main}>
        {failed?.failure && !making && (
          <Alert color="cinnabar" variant="light" role="alert" title={t('failed')} m="md">
            {failureInWords(failed.failure).message} {again}
          </Alert>
        )}
        {shown !== null ? (
          <div className={classes.made}>
            {busy && <MakingDocument making={busy} isOver />}
            <PdfPreview
              key={choices.kind}
              bytes={shown.document.pdf}
              actions={<SaveMenu document={shown.document} isReady={isReady} onSave={save} />}
            />
          </div>
        ) : making ? (
          <MakingDocument making={making} isOver={false} />
        ) : (
          failed !== null &&
          failed.failure === null && (
            <EmptyState icon={IconFileOff} title={t('stopped.title')} message={t('stopped.message')} action={again} />
          )
        )}
      </div>
      <Choices
        tripId={tripId}
        chosen={chosen}
        placeholders={isReady ? shown.document.placeholders : 0}
        templateGaps={isReady ? shown.document.templateGaps : []}
        sensitiveLeftOut={isReady ? shown.document.leftOut.sensitiveLines : 0}
      />
    </div>
  );
}

async function saveAs(made: OnDesk, format: DocumentFormat): Promise<void> {
  const answer = await saveDocument(made, format);
  if (!answer.ok) notifyFailure(answer.failure);
  else if (answer.value) notifySaved(answer.value.path);
}
