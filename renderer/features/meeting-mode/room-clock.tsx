import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { instantOf, wallClockAt } from '@shared/dates';
import { spanOf } from '@shared/domain/itinerary-item/rules';
import type { ItineraryItem } from '@shared/domain/itinerary-item/schema';
import { clockOf, elapsedOf } from '@shared/domain/meeting/elapsed';
import { nextItemAfter } from '@shared/domain/meeting/slots';
import type { Meeting } from '@shared/domain/meeting/schema';
import { useFormat } from '../../lib/format';
import classes from './room.module.css';

interface RoomClockProps {
  readonly meeting: Meeting;
  readonly items: readonly ItineraryItem[];
  /** When it was opened, in milliseconds. */
  readonly openedAt: number;
}

/** From here on it is time to come to an end, in minutes. */
const soonInMinutes = 10;

/** How long the meeting has gone on, what time it is there, and how long it is until the programme goes on. */
export function RoomClock({ meeting, items, openedAt }: RoomClockProps) {
  const { t } = useTranslation('room');
  const { text } = useFormat();
  const now = useSeconds();
  const elapsed = elapsedOf(meeting, openedAt, now);
  const then = elapsed.kind === 'past' ? undefined : nextItemAfter(items, now, meeting.itineraryItemId);
  const minutes = then ? Math.ceil((spanOf(then).begins - now) / 60_000) : 0;
  const left =
    minutes < 60
      ? t('minutes', { count: minutes })
      : t('hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
  const isToday = then !== undefined && minutes < 24 * 60;
  return (
    <dl className={classes.clock} aria-label={t('clock')}>
      {elapsed.kind !== 'past' && (
        <div>
          <dt>{t(elapsed.kind === 'ahead' ? 'startsIn' : 'elapsed')}</dt>
          <dd className={classes.elapsed}>
            {elapsed.kind === 'ahead' ? clockOf(elapsed.until) : clockOf(elapsed.since)}
          </dd>
        </div>
      )}
      <div>
        <dt>{t('now')}</dt>
        <dd>{wallClockAt(instantOf(now), meeting.zone).time}</dd>
      </div>
      {isToday && (
        <div className={classes.then} data-soon={minutes <= soonInMinutes || undefined}>
          <dt className={classes.thenTitle}>{t('thenIs', { title: text(then.title) })}</dt>
          <dd>{t('thenIn', { time: then.start, left })}</dd>
        </div>
      )}
    </dl>
  );
}

/** The moment in milliseconds, renewed at each full second of this machine's clock. */
function useSeconds(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const wait = (): void => {
      timer = setTimeout(
        () => {
          setNow(Date.now());
          wait();
        },
        1000 - (Date.now() % 1000),
      );
    };
    wait();
    return () => clearTimeout(timer);
  }, []);
  return now;
}
