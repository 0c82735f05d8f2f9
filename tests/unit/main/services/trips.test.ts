import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openMeetingForItem } from '@main/services/meetings';
import { createRecord, listRecords, updateRecord } from '@main/services/records';
import {
  countTrips,
  duplicateItem,
  duplicateTrip,
  reorderDelegation,
  rescheduleTrip,
  saveAsTemplate,
} from '@main/services/trips';
import type { NewFields, RecordOf } from '@shared/domain/records';
import { aTemporaryStore } from '../../../builders/store';
import type { TemporaryStore } from '../../../builders/store';
import { day, english, time, zone } from '../../../builders/records';
import { valueOf } from '../../../builders/result';

let opened: TemporaryStore;
let trip: RecordOf<'trip'>;

beforeEach(async () => {
  opened = await aTemporaryStore();
  trip = valueOf(
    await createRecord(
      opened.context,
      'trip',
      {
        title: english('Visit (sample)'),
        firstDay: day('2026-03-02'),
        lastDay: day('2026-03-04'),
        reference: 'DV/1',
        status: 'confirmed',
      },
      undefined,
    ),
  );
});
afterEach(() => opened.remove());

async function add(fields: Partial<NewFields<'itinerary-item'>> = {}): Promise<RecordOf<'itinerary-item'>> {
  const item = {
    tripId: trip.id,
    title: english('Call (sample)'),
    day: day('2026-03-03'),
    start: time('09:00'),
    end: time('10:00'),
  };
  return valueOf(await createRecord(opened.context, 'itinerary-item', { ...item, ...fields }, undefined));
}

async function addPerson(name: string, side: 'ours' | 'theirs'): Promise<RecordOf<'person'>> {
  return valueOf(await createRecord(opened.context, 'person', { side, familyName: english(name) }, undefined));
}

async function addMember(personId: string, precedence: number): Promise<RecordOf<'delegation-member'>> {
  return valueOf(
    await createRecord(opened.context, 'delegation-member', { tripId: trip.id, personId, precedence }, undefined),
  );
}

describe('a trip', () => {
  it('is shifted as a whole, nights included', async () => {
    await add({ start: time('22:00'), end: time('06:00'), endDay: day('2026-03-04') });
    const shifted = valueOf(await rescheduleTrip(opened.context, { id: trip.id, firstDay: day('2026-02-27') }));
    expect([shifted.firstDay, shifted.lastDay]).toEqual(['2026-02-27', '2026-03-01']);
    expect(opened.context.store.all('itinerary-item')).toMatchObject([
      { day: '2026-02-28', endDay: '2026-03-01', start: '22:00' },
    ]);
  });

  it('is copied with its programme and people, on new days, as a plan', async () => {
    const person = await addPerson('Chan (sample)', 'ours');
    await addMember(person.id, 1);
    await add({ status: 'confirmed', participantIds: [person.id] });
    const copy = valueOf(
      await duplicateTrip(opened.context, {
        id: trip.id,
        firstDay: day('2026-05-01'),
        title: english('Again (sample)'),
      }),
    );
    expect(copy).toMatchObject({ status: 'planning', reference: '', firstDay: '2026-05-01', lastDay: '2026-05-03' });
    expect(listRecords(opened.context.store, 'itinerary-item', { tripId: copy.id })).toMatchObject([
      { day: '2026-05-02', status: 'tentative', participantIds: [person.id] },
    ]);
    expect(listRecords(opened.context.store, 'delegation-member', { tripId: copy.id })).toHaveLength(1);
    expect(listRecords(opened.context.store, 'itinerary-item', { tripId: trip.id })).toHaveLength(1);
  });

  it('becomes a template without the people who came', async () => {
    const person = await addPerson('Chan (sample)', 'ours');
    await addMember(person.id, 1);
    await add({ participantIds: [person.id], hostContactIds: [person.id] });
    const template = valueOf(await saveAsTemplate(opened.context, { id: trip.id, title: english('Pattern (sample)') }));
    expect(template.isTemplate).toBe(true);
    expect(listRecords(opened.context.store, 'itinerary-item', { tripId: template.id })).toMatchObject([
      { participantIds: [], hostContactIds: [] },
    ]);
    expect(listRecords(opened.context.store, 'delegation-member', { tripId: template.id })).toEqual([]);
  });

  it('takes a city that it no longer has from its programme', async () => {
    const city = { id: opened.context.newId(), name: english('Hangzhou'), zone: zone('Asia/Shanghai') };
    valueOf(await updateRecord(opened.context, 'trip', trip.id, { cities: [city] }));
    await add({ cityId: city.id });
    valueOf(await updateRecord(opened.context, 'trip', trip.id, { cities: [] }));
    expect(opened.context.store.all('itinerary-item')).toMatchObject([{ cityId: null }]);
  });

  it('counts what is open and what is overdue', async () => {
    await add();
    for (const [due, status] of [
      ['2026-03-01', 'open'],
      ['2026-03-09', 'waiting'],
      ['2026-03-01', 'done'],
    ] as const) {
      valueOf(
        await createRecord(
          opened.context,
          'follow-up',
          { title: 'Write (sample)', tripId: trip.id, due: day(due), status },
          undefined,
        ),
      );
    }
    expect(countTrips(opened.context.store, day('2026-03-05'))).toEqual([
      { tripId: trip.id, items: 1, meetings: 0, openFollowUps: 2, overdueFollowUps: 1 },
    ]);
  });

  it('keeps the order of precedence that was set', async () => {
    const members = [];
    for (const name of ['A (sample)', 'B (sample)', 'C (sample)'])
      members.push(await addMember((await addPerson(name, 'ours')).id, 1));
    const ids = members.map(({ id }) => id).reverse();
    valueOf(await reorderDelegation(opened.context, { tripId: trip.id, ids }));
    const ordered = [...opened.context.store.all('delegation-member')].sort(
      (one, other) => one.precedence - other.precedence,
    );
    expect(ordered.map(({ id }) => id)).toEqual(ids);
  });
});

describe('a programme item', () => {
  it('is copied to another day with its nights', async () => {
    const item = await add({
      start: time('22:00'),
      end: time('06:00'),
      endDay: day('2026-03-04'),
      status: 'confirmed',
    });
    const copy = valueOf(await duplicateItem(opened.context, { id: item.id, day: day('2026-03-02') }));
    expect(copy).toMatchObject({ day: '2026-03-02', endDay: '2026-03-03', status: 'tentative', start: '22:00' });
  });

  it('opens one meeting, however often and however fast it is asked for, with its people in order', async () => {
    const [head, second] = [await addPerson('Head (sample)', 'ours'), await addPerson('Second (sample)', 'ours')];
    await addMember(second.id, 2);
    await addMember(head.id, 1);
    const host = await addPerson('Host (sample)', 'theirs');
    const item = await add({ kind: 'site-visit', hostContactIds: [host.id] });
    const [one, other] = await Promise.all([
      openMeetingForItem(opened.context, item.id),
      openMeetingForItem(opened.context, item.id),
    ]);
    expect(valueOf(one).id).toBe(valueOf(other).id);
    expect(valueOf(await openMeetingForItem(opened.context, item.id)).id).toBe(valueOf(one).id);
    expect(valueOf(one)).toMatchObject({
      kind: 'visit',
      day: '2026-03-03',
      start: '09:00',
      ourAttendeeIds: [head.id, second.id],
      theirAttendeeIds: [host.id],
    });
    expect(opened.context.store.all('meeting')).toHaveLength(1);
  });

  it('cannot be made for a trip that is not there', async () => {
    expect(await openMeetingForItem(opened.context, trip.id)).toMatchObject({
      ok: false,
      failure: { code: 'not-found' },
    });
  });
});

describe('a follow-up', () => {
  it('carries the moment at which it was done, and loses it when it is taken up again', async () => {
    const made = valueOf(await createRecord(opened.context, 'follow-up', { title: 'Write (sample)' }, undefined));
    const done = valueOf(await updateRecord(opened.context, 'follow-up', made.id, { status: 'done' }));
    expect(done.doneAt).toBe(opened.context.now());
    expect(valueOf(await updateRecord(opened.context, 'follow-up', made.id, { status: 'open' })).doneAt).toBeNull();
  });
});
