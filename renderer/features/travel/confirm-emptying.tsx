import { useState } from 'react';
import { Alert, Button, Text, TextInput } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ArrivalShown, PlaceShown } from '@shared/ipc/travel-channels';
import { useAsk } from '../../lib/ipc';
import { CancelButton, TravelDialog } from './travel-dialog';
import classes from './travel.module.css';

interface ConfirmEmptyingProps {
  readonly arrival: ArrivalShown;
  readonly place: PlaceShown;
  readonly onConfirmed: () => void;
  readonly onClose: () => void;
}

/** The last question, answered by typing a word: what goes, what stays, and what nobody can promise. */
export function ConfirmEmptying({ arrival, place, onConfirmed, onClose }: ConfirmEmptyingProps) {
  const { t } = useTranslation('travel');
  const [typed, setTyped] = useState('');
  const before = useAsk('travel:before-emptying', {}).data;
  const word = t('confirm.word');
  const isTyped = typed.trim().toLocaleLowerCase() === word.toLocaleLowerCase();
  const { records, files, lost } = arrival;
  return (
    <TravelDialog
      title={t('empty.title')}
      onClose={onClose}
      actions={
        <>
          <CancelButton onClick={onClose} />
          <Button color="cinnabar" disabled={!isTyped || before === undefined} onClick={onConfirmed}>
            {t('confirm.submit')}
          </Button>
        </>
      }
    >
      <div className={classes.result} role="status">
        <IconCircleCheck size={20} stroke={1.6} aria-hidden="true" className={classes.good} />
        <div className={classes.grow}>
          <Text size="sm" fw={500}>
            {t('confirm.arrived', { records: t('records', { count: records }), files: t('files', { count: files }) })}
          </Text>
          <Text size="sm" className={classes.path}>
            {place.folder}
          </Text>
        </div>
      </div>
      {lost.length > 0 && (
        <Alert color="yellow" variant="light" p="sm">
          {t('confirm.lost', { count: lost.length, names: lost.slice(0, 5).join(', ') })}
        </Alert>
      )}
      {before !== undefined && before.drafts > 0 && (
        <Alert color="yellow" variant="light" p="sm">
          {t('confirm.drafts', { count: before.drafts })}
        </Alert>
      )}
      <div className={classes.luggage}>
        <section aria-label={t('confirm.goes')}>
          <h3 className={classes.heading}>{t('confirm.goes')}</h3>
          <ul className={classes.list}>
            <li>{t('confirm.goesRecords')}</li>
            <li>{t('confirm.goesBackups')}</li>
            <li>{t('confirm.goesRest')}</li>
          </ul>
        </section>
        <section aria-label={t('confirm.stays')}>
          <h3 className={classes.heading}>{t('confirm.stays')}</h3>
          <ul className={classes.list}>
            {typeof before?.otherBackupFolder === 'string' && (
              <li className={classes.path}>{t('confirm.staysBackups', { folder: before.otherBackupFolder })}</li>
            )}
            <li>{t('confirm.staysSaved')}</li>
            <li>{t('confirm.staysDisk')}</li>
          </ul>
        </section>
      </div>
      <TextInput
        label={t('confirm.type', { word })}
        value={typed}
        maxLength={40}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        classNames={{ wrapper: classes.word }}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </TravelDialog>
  );
}
