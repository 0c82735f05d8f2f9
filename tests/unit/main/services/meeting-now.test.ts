import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { beginMeeting, openMeetingNow } from '@main/services/meeting-now';
import { meetingAsks } from '@main/services/open-asks';
import type { NewFields, RecordOf } from '@shared/domain/records';
import { day, english, nextId, time } from '../../../builders/records';
import { valueOf } from '../../../builders/result';
import { aTemporaryStore } from '../../../builders/store';
import type { TemporaryStore } from '../../../builders/store';

let temporary: TemporaryStore;
let trip: RecordOf<'trip'>;
let lantern: RecordOf<'organisation'>;
let anna: RecordOf<'person'>;
beforeEach(async () => {
  // 10:30 in China.
  temporary = await aTemporaryStore('2026-02-26T02:30:00.000Z');
  await make((tx) => {
    trip = tx.create('trip', { title: english('Visit'), firstDay: day('2026-02-25'), lastDay: day('2026-02-27') });
    lantern = tx.create('organisation', { legalName: english('Lantern AI (sample)') });
    anna = tx.create('person', { givenName: english('Anna (sample)') });
    tx.create('person', { side: 'ours', givenName: english('Officer (sample)') }, temporary.context.me());
    tx.create('delegation-member', { tripId: trip.id, personId: temporary.context.me(), precedence: 1 });
  });
});
afterEach(() => temporary.remove());

type Work = Parameters<TemporaryStore['context']['store']['transact']>[1];
async function make(work: (tx: Parameters<Work>[0]) => void): Promise<void> {
  const { context } = temporary;
  valueOf(await context.store.transact({ by: context.me(), verb: 'create', type: 'meeting' }, work));
}

async function plan(start: string, end: string, more: Partial<NewFields<'itinerary-item'>> = {}): Promise<string> {
  const id = nextId();
  await make((tx) => {
    tx.create(
      'itinerary-item',
      {
        tripId: trip.id,
        title: english(`${start} (sample)`),
        day: day('2026-02-26'),
        start: time(start),
        end: time(end),
        hostOrganisationId: lantern.id,
        hostContactIds: [anna.id],
        ...more,
      },
      id,
    );
  });
  return id;
}

describe('opening the meeting that is on now', () => {
  it('makes its record from the programme, once, however often the key is pressed', async () => {
    const itemId = await plan('10:00', '11:00');
    const { context } = temporary;
    const opened = await Promise.all([openMeetingNow(context), openMeetingNow(context), openMeetingNow(context)]);
    expect(opened.map(valueOf)).toEqual([
      expect.objectContaining({ found: 'on' }),
      expect.objectContaining({ found: 'on' }),
      expect.objectContaining({ found: 'on' }),
    ]);
    expect(context.store.all('meeting')).toEqual([
      expect.objectContaining({ itineraryItemId: itemId, theirAttendeeIds: [anna.id], organisationIds: [lantern.id] }),
    ]);
  });

  it('makes nothing when nothing is on, and says what comes next and when', async () => {
    const itemId = await plan('14:00', '15:00');
    expect(valueOf(await openMeetingNow(temporary.context))).toEqual({
      found: 'none',
      next: {
        itineraryItemId: itemId,
        meetingId: null,
        title: english('14:00 (sample)'),
        place: english(''),
        begins: '2026-02-26T06:00:00.000Z',
        zone: 'Asia/Shanghai',
      },
    });
    expect(temporary.context.store.all('meeting')).toEqual([]);
  });

  it('leaves templates and cancelled trips alone', async () => {
    await plan('10:00', '11:00');
    await make((tx) => tx.update('trip', trip.id, { status: 'cancelled' }));
    expect(valueOf(await openMeetingNow(temporary.context))).toEqual({ found: 'none', next: null });
    await make((tx) => tx.update('trip', trip.id, { status: 'confirmed', isTemplate: true }));
    expect(valueOf(await openMeetingNow(temporary.context))).toEqual({ found: 'none', next: null });
  });

  it('does not open one that is in the Trash', async () => {
    const itemId = await plan('10:00', '11:00');
    await make((tx) => tx.trash('itinerary-item', itemId));
    expect(valueOf(await openMeetingNow(temporary.context))).toEqual({ found: 'none', next: null });
  });
});

describe('a meeting that nobody planned', () => {
  it('begins now at the place, on the trip that is under way, and is the one that is on from then', async () => {
    const { context } = temporary;
    const id = nextId();
    const [begun, again] = await Promise.all([beginMeeting(context, id), beginMeeting(context, id)]);
    expect(valueOf(begun)).toMatchObject({
      id,
      tripId: trip.id,
      day: '2026-02-26',
      start: '10:30',
      end: null,
      ourAttendeeIds: [context.me()],
    });
    expect(valueOf(again).id).toBe(id);
    expect(context.store.all('meeting')).toHaveLength(1);
    expect(valueOf(await openMeetingNow(context))).toMatchObject({ found: 'on', meeting: { id } });
  });
});

describe('what is open with those who are met', () => {
  it('comes from earlier notes, follow-ups and projects that go on, and from nobody else', async () => {
    const earlier = nextId();
    const now = nextId();
    const me = temporary.context.me();
    const block = (markdown: string) => ({
      id: nextId(),
      authorId: me,
      begunAt: temporary.context.now(),
      markdown,
    });
    await make((tx) => {
      const other = tx.create('organisation', { legalName: english('Elsewhere (sample)') });
      tx.create('meeting', { day: day('2026-01-10'), organisationIds: [lantern.id] }, earlier);
      tx.create('meeting', { day: day('2026-02-26'), organisationIds: [lantern.id], theirAttendeeIds: [anna.id] }, now);
      const elsewhere = tx.create('meeting', { day: day('2026-01-11'), organisationIds: [other.id] });
      tx.create('note', {
        meetingId: earlier,
        blocks: [
          block(
            '- [ask] a **written** answer on visas\n- talked about lunch\n- [theirs] send the floor plan\n- [ask] ~~a map~~\n- [ask] ~~one~~ two maps\n',
          ),
          block('[sensitive] [ours] a desk until spring\n\n\\[ask\\] is only text'),
        ],
      });
      tx.create('note', { meetingId: elsewhere.id, blocks: [block('[ask] of somebody else')] });
      tx.create('note', { meetingId: now, blocks: [block('[ask] of today')] });
      tx.create('follow-up', { title: 'Later', due: day('2026-03-09'), organisationId: lantern.id });
      tx.create('follow-up', { title: 'Sooner', due: day('2026-03-01'), personId: anna.id });
      tx.create('follow-up', { title: 'Done', status: 'done', organisationId: lantern.id });
      tx.create('investment-project', { organisationId: lantern.id, title: 'Base', asks: 'Talent schemes' });
      tx.create('investment-project', { organisationId: lantern.id, title: 'Old', asks: 'Land', standing: 'lost' });
    });
    const { asks, followUps, projects } = valueOf(meetingAsks(temporary.context.store, now));
    expect(asks.map(({ kind, words, isSensitive }) => [kind, words, isSensitive])).toEqual([
      ['ask', 'a written answer on visas', false],
      ['theirs', 'send the floor plan', false],
      ['ask', 'one two maps', false],
      ['ours', 'a desk until spring', true],
    ]);
    expect(asks[0]).toMatchObject({ meetingId: earlier, day: '2026-01-10' });
    expect(followUps.map(({ title }) => title)).toEqual(['Sooner', 'Later']);
    expect(projects.map(({ asks: words }) => words)).toEqual(['Talent schemes']);
  });
});
