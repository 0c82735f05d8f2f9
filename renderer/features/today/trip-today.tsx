import { Anchor, Button, Group, Text } from '@mantine/core';
import { IconMapPin, IconNotes } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { daysBetween } from '@shared/dates';
import type { CalendarDate } from '@shared/dates';
import { compareByTime, spanOf } from '@shared/domain/itinerary-item/rules';
import type { ItineraryItem } from '@shared/domain/itinerary-item/schema';
import { daysOf, timeOf, todayOn } from '@shared/domain/trip/rules';
import type { Trip } from '@shared/domain/trip/schema';
import { useNow } from '../../lib/clock';
import { useDirectory } from '../../lib/directory';
import { useFormat } from '../../lib/format';
import { useAsk, useDo } from '../../lib/ipc';
import { paths } from '../../lib/paths';
import { Section } from '../../ui/section';
import { NowAndNext } from './now-and-next';
import classes from './today.module.css';

const mostAhead = 4;
const noted: ReadonlySet<ItineraryItem['kind']> = new Set([
  'meeting',
  'site-visit',
  'courtesy-call',
  'banquet',
  'internal',
]);

interface TripTodayProps {
  readonly trip: Trip;
}

/** A trip as it stands today: on its days the programme of the day by the clock, before them how it begins. */
export function TripToday({ trip }: TripTodayProps) {
  const { t } = useTranslation('today');
  const { text, days, nearDay } = useFormat();
  const { data } = useAsk('itinerary:list', { tripId: trip.id });
  const today = todayOn(trip, useNow());
  const isOn = timeOf(trip, today) === 'now';
  const all = (data ?? []).filter(({ status }) => status !== 'cancelled').sort(compareByTime);
  const shown = isOn ? all.filter((item) => isOnDay(item, today)) : all.slice(0, mostAhead);
  const count = daysOf(trip).length;
  return (
    <Section
      title={t(isOn ? 'trip.now' : 'trip.next')}
      frame="flush"
      actions={
        <Anchor component={Link} to={paths.trip(trip.id, 'programme')} size="sm">
          {t('trip.open')}
        </Anchor>
      }
    >
      <div className={classes.trip}>
        <Anchor component={Link} to={paths.trip(trip.id)} className={classes.tripTitle}>
          {text(trip.title)}
        </Anchor>
        <Text size="sm" c="dimmed">
          {[
            days(trip.firstDay, trip.lastDay),
            isOn
              ? t('trip.dayOf', { day: daysBetween(trip.firstDay, today) + 1, count })
              : t('trip.starts', { when: nearDay(trip.firstDay, today) }),
            trip.cities.map(({ name }) => text(name)).join(', '),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </div>
      {isOn && <NowAndNext tripId={trip.id} items={all} />}
      {shown.length === 0 ? (
        <Text size="sm" c="dimmed" p="md">
          {t(isOn && all.length > 0 ? 'trip.nothingToday' : 'trip.noItems')}
        </Text>
      ) : (
        <Items items={shown} today={isOn ? today : undefined} />
      )}
    </Section>
  );
}

function isOnDay(item: ItineraryItem, day: CalendarDate): boolean {
  return item.day <= day && (item.endDay ?? item.day) >= day;
}

interface ItemsProps {
  readonly items: readonly ItineraryItem[];
  /** The day at the place, when the trip is on. */
  readonly today: CalendarDate | undefined;
}

function Items({ items, today }: ItemsProps) {
  const isOn = today !== undefined;
  const now = Date.parse(useNow());
  const isNow = (item: ItineraryItem): boolean => {
    const { begins, ends } = spanOf(item);
    return isOn && begins <= now && now < ends && item.kind !== 'hotel';
  };
  const next = isOn ? items.find((item) => spanOf(item).begins > now) : undefined;
  return (
    <ol className={classes.items}>
      {items.map((item) => (
        <Item
          key={item.id}
          item={item}
          isNow={isNow(item)}
          isNext={item.id === next?.id}
          isPast={isOn && spanOf(item).ends <= now}
          today={isOn ? today : undefined}
        />
      ))}
    </ol>
  );
}

interface ItemProps {
  readonly item: ItineraryItem;
  readonly isNow: boolean;
  readonly isNext: boolean;
  readonly isPast: boolean;
  readonly today: CalendarDate | undefined;
}

function Item({ item, isNow, isNext, isPast, today }: ItemProps) {
  const { t } = useTranslation(['today', 'terms']);
  const { text, day } = useFormat();
  const { organisationName } = useDirectory();
  const navigate = useNavigate();
  const open = useDo('meetings:open-for-item');
  const title = text(item.title);
  const openNote = async (): Promise<void> => {
    const meeting = await open.run({ itineraryItemId: item.id });
    if (meeting.ok) void navigate(paths.meeting(meeting.value.id));
  };
  const place = [organisationName(item.hostOrganisationId), text(item.place)].filter(Boolean).join(' · ');
  return (
    <li className={classes.item} data-time={isNow ? 'now' : isPast ? 'past' : undefined}>
      <div className={classes.times}>
        {today === undefined && <span className={classes.day}>{day(item.day, 'weekday')}</span>}
        {today !== undefined && item.day < today ? (
          <span className={classes.end}>{t('trip.until', { time: item.end })}</span>
        ) : (
          <>
            <span>{item.start}</span>
            <span className={classes.end}>{item.end}</span>
          </>
        )}
      </div>
      <div className={classes.what}>
        <Group gap={6} wrap="nowrap">
          <Anchor
            component={Link}
            to={`${paths.trip(item.tripId, 'programme')}?item=${item.id}`}
            className={classes.itemTitle}
          >
            {title}
          </Anchor>
          {isNow && <span className={classes.now}>{t('trip.isNow')}</span>}
          {isNext && <span className={classes.next}>{t('trip.isNext')}</span>}
        </Group>
        <Text size="xs" c="dimmed" className={classes.place}>
          {t(`terms:itineraryKind.${item.kind}`)}
          {place !== '' && (
            <>
              {' · '}
              <IconMapPin size={12} stroke={1.6} aria-hidden="true" /> {place}
            </>
          )}
        </Text>
      </div>
      {noted.has(item.kind) && (
        <Button
          size="compact-sm"
          variant={isNow ? 'filled' : 'default'}
          leftSection={<IconNotes size={14} stroke={1.6} />}
          aria-label={t('trip.note', { title })}
          onClick={() => void openNote()}
        >
          {t('trip.noteShort')}
        </Button>
      )}
    </li>
  );
}
