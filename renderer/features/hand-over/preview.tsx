import { useState } from 'react';
import { Alert, Button, Checkbox, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CancelButton, TravelDialog } from '@renderer/features/travel';
import type { HandOverPreview } from '@shared/ipc/hand-over-channels';
import type { Failure } from '@shared/result';
import { useFormat } from '../../lib/format';
import { Counts } from './counts';
import classes from './hand-over.module.css';

interface PreviewProps {
  readonly preview: HandOverPreview;
  readonly failure: Failure | null;
  readonly onTake: (wantsStrangers: boolean) => void;
  readonly onClose: () => void;
}

/** What a file is and would change; nothing is changed yet. */
export function Preview({ preview, failure, onTake, onClose }: PreviewProps) {
  const { t } = useTranslation(['hand-over', 'actions']);
  const { text, bytes } = useFormat();
  const [wantsStrangers, setWantsStrangers] = useState(false);
  const { counts, files, lacking, isStranger, tripTitle, holds } = preview;
  const isNews = files.count > 0 || counts.added + counts.updated + counts.merged + counts.disputed > 0;
  const canTake = isNews && (!isStranger || wantsStrangers);
  return (
    <TravelDialog
      title={t('hand-over:take.title')}
      failure={failure}
      onSubmit={() => {
        if (!isNews) onClose();
        else if (canTake) onTake(wantsStrangers);
      }}
      onClose={onClose}
      actions={
        isNews ? (
          <>
            <CancelButton onClick={onClose} />
            <Button type="submit" disabled={!canTake} data-autofocus={canTake || undefined}>
              {t('hand-over:take.submit')}
            </Button>
          </>
        ) : (
          <Button type="submit" data-autofocus>
            {t('actions:close')}
          </Button>
        )
      }
    >
      <div>
        <Text fw={600}>{tripTitle === null ? t(`hand-over:take.${holds}`) : text(tripTitle)}</Text>
        <From preview={preview} />
      </div>
      {!isNews && (
        <Text size="sm" role="status">
          {t('hand-over:take.nothingNew')}
        </Text>
      )}
      <section aria-label={t('hand-over:take.would')}>
        <h3 className={classes.heading}>{t('hand-over:take.would')}</h3>
        <Counts
          counts={counts}
          titles={preview}
          files={files.count}
          filesHint={t('hand-over:counts.filesHint', { size: bytes(files.bytes) })}
        />
      </section>
      {lacking > 0 && (
        <Alert color="yellow" variant="light" p="sm">
          {t('hand-over:take.lacking', { count: lacking })}
        </Alert>
      )}
      {isStranger && (
        <Alert color="yellow" variant="light" p="sm">
          <Text size="sm" mb="xs">
            {t('hand-over:take.stranger')}
          </Text>
          <Checkbox
            label={t('hand-over:take.strangerWanted')}
            checked={wantsStrangers}
            onChange={(event) => setWantsStrangers(event.currentTarget.checked)}
            data-autofocus
          />
        </Alert>
      )}
    </TravelDialog>
  );
}

function From({ preview: { madeBy, madeAt, isOwn } }: { readonly preview: HandOverPreview }) {
  const { t } = useTranslation('hand-over');
  const { moment } = useFormat();
  const when = moment(madeAt);
  return (
    <Text size="sm" c="dimmed">
      {madeBy === '' ? t('take.fromUnknown', { when }) : t('take.from', { name: madeBy, when })}
      {isOwn && <> · {t('take.own')}</>}
    </Text>
  );
}
