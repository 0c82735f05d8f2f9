import { useTranslation } from 'react-i18next';
import type { ItineraryItem } from '@shared/domain/itinerary-item/schema';
import type { Meeting } from '@shared/domain/meeting/schema';
import { useDirectory } from '../../lib/directory';
import { useFormat } from '../../lib/format';
import { RoomSection } from './room-section';
import classes from './room.module.css';

interface RoomPointsProps {
  readonly meeting: Meeting;
  readonly item: ItineraryItem | undefined;
}

/** What is to be said: the talking points of the programme, the running order, or at least whom one is talking to. */
export function RoomPoints({ meeting, item }: RoomPointsProps) {
  const { t } = useTranslation('room');
  const { text } = useFormat();
  const { organisation } = useDirectory();
  const points = linesOf(item?.talkingPoints ?? '');
  const order = linesOf(item?.runningOrder ?? '');
  const profiles = meeting.organisationIds.flatMap((id) => {
    const known = organisation(id);
    return known && known.profile.trim() !== '' ? [known] : [];
  });
  const hasNothing = points.length + order.length === 0;
  return (
    <>
      {points.length > 0 && (
        <RoomSection title={t('talkingPoints')}>
          <Lines lines={points} />
        </RoomSection>
      )}
      {order.length > 0 && (
        <RoomSection title={t('runningOrder')}>
          <Lines lines={order} />
        </RoomSection>
      )}
      {hasNothing && profiles.length === 0 && item !== undefined && (
        <RoomSection title={t('talkingPoints')}>
          <p className={classes.quiet}>{t('noPoints')}</p>
        </RoomSection>
      )}
      {hasNothing &&
        profiles.map((known) => (
          <RoomSection key={known.id} title={t('about', { name: text(known.legalName) })}>
            <Lines lines={linesOf(known.profile)} />
          </RoomSection>
        ))}
    </>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul className={classes.points}>
      {lines.map((line, index) => (
        <li key={index}>{line}</li>
      ))}
    </ul>
  );
}

function linesOf(paragraphs: string): string[] {
  return paragraphs
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
