import { useMemo } from 'react';
import type { CalendarDate } from '@shared/dates';
import { isClosed } from '@shared/domain/follow-up/rules';
import { useToday } from '../../lib/clock';
import { useAsk } from '../../lib/ipc';

type DayOf = (id: string) => CalendarDate | undefined;

interface LastMet {
  readonly person: DayOf;
  readonly organisation: DayOf;
}

/** The day of the last meeting, up to today, with a person or an organisation. */
export function useLastMet(): LastMet {
  const { data } = useAsk('meetings:list', {});
  const today = useToday();
  return useMemo(() => {
    const people = new Map<string, CalendarDate>();
    const organisations = new Map<string, CalendarDate>();
    const note = (days: Map<string, CalendarDate>, ids: readonly string[], day: CalendarDate): void => {
      for (const id of ids) if (day > (days.get(id) ?? '')) days.set(id, day);
    };
    for (const { day, organisationIds, ourAttendeeIds, theirAttendeeIds } of data ?? []) {
      if (day > today) continue;
      note(organisations, organisationIds, day);
      note(people, ourAttendeeIds, day);
      note(people, theirAttendeeIds, day);
    }
    return { person: (id) => people.get(id), organisation: (id) => organisations.get(id) };
  }, [data, today]);
}

interface OpenFollowUps {
  readonly ofOrganisation: (id: string) => number;
  readonly ofOwner: (id: string) => number;
}

/** How many follow-ups are not closed, for each organisation and each owner. */
export function useOpenFollowUps(): OpenFollowUps {
  const { data } = useAsk('follow-ups:list', {});
  return useMemo(() => {
    const organisations = new Map<string, number>();
    const owners = new Map<string, number>();
    const count = (counts: Map<string, number>, id: string | null): void => {
      if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1);
    };
    for (const followUp of data ?? []) {
      if (isClosed(followUp)) continue;
      count(organisations, followUp.organisationId);
      count(owners, followUp.ownerId);
    }
    return { ofOrganisation: (id) => organisations.get(id) ?? 0, ofOwner: (id) => owners.get(id) ?? 0 };
  }, [data]);
}
