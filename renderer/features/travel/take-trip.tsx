import { Loader, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RecordType } from '@shared/domain/records';
import type { Trip } from '@shared/domain/trip/schema';
import type { LuggageShown } from '@shared/ipc/travel-channels';
import { useFormat } from '../../lib/format';
import { request, useAsk } from '../../lib/ipc';
import { Pack } from './pack';
import classes from './travel.module.css';

/** Taking one trip to another computer: what goes along and what stays, and the folder that is made. */
export function TakeTrip({ trip, onClose }: { readonly trip: Trip; readonly onClose: () => void }) {
  const { t } = useTranslation(['travel', 'actions']);
  const { text } = useFormat();
  const luggage = useAsk('travel:look', { tripId: trip.id }).data;
  return (
    <Pack
      title={t('travel:take.title')}
      submitLabel={t('travel:take.submit')}
      working={t('travel:take.working')}
      doneTitle={t('travel:take.done')}
      doneHint={t('travel:take.doneHint')}
      doneLabel={t('actions:done')}
      canPack={luggage !== undefined}
      pack={(jobId, passphrase) => request('travel:take', { jobId, tripId: trip.id, passphrase })}
      onDone={onClose}
      onClose={onClose}
    >
      <Text size="sm">{t('travel:take.intro', { title: text(trip.title) })}</Text>
      {luggage === undefined ? <Loader /> : <Luggage luggage={luggage} />}
    </Pack>
  );
}

function Luggage({ luggage: { going, staying, inTrash, files } }: { readonly luggage: LuggageShown }) {
  const { t } = useTranslation('travel');
  const { bytes } = useFormat();
  const counted = useCounted();
  const goes = [
    counted(going, ['itinerary-item', 'delegation-member', 'meeting', 'note', 'follow-up', 'conflict']),
    counted(going, ['organisation', 'person', 'affiliation', 'investment-project']),
  ];
  const stays = counted(staying, ['meeting', 'note', 'follow-up']);
  const others = counted(staying, ['organisation', 'person', 'investment-project']);
  return (
    <div className={classes.luggage}>
      <section aria-label={t('take.goes')}>
        <h3 className={classes.heading}>{t('take.goes')}</h3>
        <ul className={classes.list}>
          <li>{goes[0] === '' ? t('take.trip') : t('take.tripWith', { parts: goes[0] })}</li>
          {goes[1] !== '' && <li>{t('take.named', { what: goes[1] })}</li>}
          {files.count > 0 && (
            <li>{t('take.files', { files: t('files', { count: files.count }), size: bytes(files.bytes) })}</li>
          )}
          {inTrash > 0 && <li>{t('take.inTrash', { count: inTrash })}</li>}
        </ul>
      </section>
      <section aria-label={t('take.stays')}>
        <h3 className={classes.heading}>{t('take.stays')}</h3>
        <ul className={classes.list}>
          <li>{staying.trip === 0 ? t('take.noOtherTrips') : t('take.otherTrips', { count: staying.trip })}</li>
          {stays !== '' && <li>{t('take.otherParts', { what: stays })}</li>}
          {others !== '' && <li>{t('take.unnamed', { what: others })}</li>}
          <li>{t('take.notesApart')}</li>
          <li>{t('take.backups')}</li>
        </ul>
      </section>
    </div>
  );
}

/** "2 meetings, 3 notes and 1 follow-up"; empty when there is nothing. */
function useCounted(): (counts: LuggageShown['going'], types: readonly RecordType[]) => string {
  const { t } = useTranslation('settings');
  const { locale } = useFormat();
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return (counts, types) =>
    list.format(
      types.filter((type) => counts[type] > 0).map((type) => t(`backups.counted.${type}`, { count: counts[type] })),
    );
}
