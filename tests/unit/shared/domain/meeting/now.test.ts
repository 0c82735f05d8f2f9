import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instantOf, momentOf } from '@shared/dates';
import type { ItineraryItem } from '@shared/domain/itinerary-item/schema';
import { clockOf, elapsedOf } from '@shared/domain/meeting/elapsed';
import { meetingNow } from '@shared/domain/meeting/now';
import type { Meeting } from '@shared/domain/meeting/schema';
import { neighboursOf, nextItemAfter, slotsOf } from '@shared/domain/meeting/slots';
import type { NewFields } from '@shared/domain/records';
import { aRecord, day, instant, nextId, programmeItem, time, zone } from '../../../../builders/records';

const tripId = nextId();
const me = nextId();

const item = (start: string, end: string, more?: Partial<NewFields<'itinerary-item'>>): ItineraryItem =>
  programmeItem(tripId, start, end, more);

function written(of: ItineraryItem, more: Partial<NewFields<'meeting'>> = {}): Meeting {
  return aRecord('meeting', {
    tripId,
    itineraryItemId: of.id,
    title: of.title,
    day: of.day,
    start: of.start,
    end: of.end,
    ...more,
  });
}

/** A moment by the wall clock in China on the day of the programme. */
const at = (clock: string) => momentOf(day('2026-02-24'), time(clock), zone('Asia/Shanghai'));

const morning = item('09:30', '11:00');
const noon = item('11:00', '12:00');
const afternoon = item('14:00', '15:30');
const programme = [afternoon, morning, noon];

describe('the meeting that is on now', () => {
  it.each([
    ['08:59', 'none', undefined],
    ['09:00', 'soon', morning],
    ['09:29', 'soon', morning],
    ['09:30', 'on', morning],
    ['10:59', 'on', morning],
    ['11:00', 'on', noon],
    ['12:00', 'just-ended', noon],
    ['12:30', 'just-ended', noon],
    ['12:31', 'none', undefined],
    ['13:30', 'soon', afternoon],
    ['16:01', 'none', undefined],
  ] as const)('at %s is found as %s', (clock, kind, expected) => {
    const found = meetingNow(slotsOf(programme, [], me), at(clock));
    expect(found.kind).toBe(kind);
    expect(found.kind === 'none' ? undefined : found.slot.item).toBe(expected);
  });

  it('says what comes next when nothing is on', () => {
    const found = meetingNow(slotsOf(programme, [], me), at('12:45'));
    expect(found).toMatchObject({ kind: 'none', next: { item: { id: afternoon.id } } });
    expect(meetingNow(slotsOf(programme, [], me), at('18:00'))).toEqual({ kind: 'none', next: undefined });
  });

  it('goes by the clock of the place', () => {
    const tokyo = item('09:30', '10:30', { zone: zone('Asia/Tokyo') });
    expect(meetingNow(slotsOf([tokyo], [], me), instant('2026-02-24T00:45:00.000Z')).kind).toBe('on');
    expect(meetingNow(slotsOf([tokyo], [], me), instant('2026-02-24T01:45:00.000Z')).kind).toBe('just-ended');
  });

  it('is over midnight the one that began the day before', () => {
    const late = item('23:00', '01:00', { kind: 'banquet', endDay: day('2026-02-25') });
    expect(meetingNow(slotsOf([late], [], me), instant('2026-02-24T16:30:00.000Z'))).toMatchObject({
      kind: 'on',
      slot: { item: { id: late.id } },
    });
  });

  it('is never a train, a hotel, free time or what was called off', () => {
    const others = [
      item('09:30', '11:00', { kind: 'transport' }),
      item('09:30', '11:00', { kind: 'hotel' }),
      item('09:30', '11:00', { kind: 'free' }),
      item('09:30', '11:00', { status: 'cancelled' }),
    ];
    expect(meetingNow(slotsOf(others, [], me), at('10:00')).kind).toBe('none');
  });

  it('is of two at once the one where the officer takes part, then the one with guests, then the last begun', () => {
    const elsewhere = item('10:15', '11:00', { participantIds: [nextId()] });
    const internal = item('10:10', '11:00', { kind: 'internal' });
    const later = item('10:05', '11:00');
    const slots = (...items: ItineraryItem[]) => slotsOf(items, [], me);
    const idNow = (...items: ItineraryItem[]) => {
      const found = meetingNow(slots(...items), at('10:30'));
      return found.kind === 'none' ? undefined : found.slot.item?.id;
    };
    expect(idNow(elsewhere, morning)).toBe(morning.id);
    expect(idNow(internal, morning)).toBe(morning.id);
    expect(idNow(morning, later)).toBe(later.id);
    expect(idNow(elsewhere)).toBe(elsewhere.id);
  });

  it('is the next one when the running one is closed already and the next begins soon', () => {
    const closed = written(morning, { status: 'complete' });
    const slots = slotsOf(programme, [closed], me);
    expect(meetingNow(slots, at('10:45'))).toMatchObject({ kind: 'soon', slot: { item: { id: noon.id } } });
    expect(meetingNow(slots, at('10:00'))).toMatchObject({ kind: 'on', slot: { meeting: { id: closed.id } } });
  });

  it('is not a meeting that is over and complete', () => {
    const slots = slotsOf([noon], [written(noon, { status: 'complete' })], me);
    expect(meetingNow(slots, at('12:10')).kind).toBe('none');
  });

  it('goes by the programme when an item was moved after its note was begun', () => {
    const moved = { ...morning, start: time('16:00'), end: time('17:00') };
    const found = meetingNow(slotsOf([moved], [written(morning)], me), at('16:30'));
    expect(found).toMatchObject({ kind: 'on', slot: { item: { id: morning.id }, meeting: { start: '09:30' } } });
    expect(meetingNow(slotsOf([moved], [written(morning)], me), at('10:00')).kind).toBe('none');
  });

  it('is a call that was begun beside the programme, until the programme goes on', () => {
    const call = aRecord('meeting', { tripId, day: day('2026-02-24'), start: time('12:30') });
    const slots = slotsOf(programme, [call], me);
    expect(meetingNow(slots, at('13:40'))).toMatchObject({ kind: 'on', slot: { meeting: { id: call.id } } });
    expect(meetingNow(slots, at('14:00'))).toMatchObject({ kind: 'on', slot: { item: { id: afternoon.id } } });
  });

  it('never names one that neither runs, begins within half an hour nor ended within half an hour', () => {
    const minute = fc.integer({ min: 0, max: 1438 });
    const anItem = fc
      .tuple(minute, fc.integer({ min: 1, max: 300 }))
      .map(([from, length]) => ({ from, to: Math.min(1439, from + length) }));
    const clock = (minutes: number) =>
      `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
    fc.assert(
      fc.property(fc.array(anItem, { maxLength: 12 }), minute, (drawn, now) => {
        const items = drawn.map(({ from, to }) => item(clock(from), clock(to)));
        const found = meetingNow(slotsOf(items, [], me), at(clock(now)));
        const runs = drawn.some(({ from, to }) => from <= now && now < to);
        const isNear = drawn.some(({ from, to }) => from - 30 <= now && now <= to + 30);
        expect(found.kind === 'on').toBe(runs);
        expect(found.kind === 'none').toBe(!isNear);
      }),
    );
  });
});

describe('the meetings around one', () => {
  it('are those before and after it by time, written down or not', () => {
    const record = written(noon);
    const slots = slotsOf(programme, [record], me);
    const { previous, next } = neighboursOf(slots, record.id);
    expect([previous?.item?.id, next?.item?.id]).toEqual([morning.id, afternoon.id]);
    expect(neighboursOf(slots, nextId())).toEqual({ previous: undefined, next: undefined });
  });

  it('has every meeting once, one without a time at the end of its day', () => {
    const untimed = aRecord('meeting', { tripId, day: day('2026-02-24') });
    const orphan = aRecord('meeting', {
      tripId,
      itineraryItemId: nextId(),
      day: day('2026-02-24'),
      start: time('08:00'),
    });
    const slots = slotsOf(programme, [written(morning), untimed, orphan], me);
    expect(slots).toHaveLength(5);
    expect(slots[0]?.meeting?.id).toBe(orphan.id);
    expect(slots.at(-1)?.meeting?.id).toBe(untimed.id);
  });

  it('counts the car that leaves, not the hotel or what was called off', () => {
    const car = item('12:10', '12:40', { kind: 'transport' });
    const items = [
      item('12:05', '13:00', { kind: 'hotel' }),
      item('12:05', '13:00', { status: 'cancelled' }),
      car,
      afternoon,
    ];
    expect(nextItemAfter(items, Date.parse(at('11:30')), null)?.id).toBe(car.id);
    expect(nextItemAfter(items, Date.parse(at('11:30')), car.id)?.id).toBe(afternoon.id);
  });
});

describe('elapsed time', () => {
  const place = { day: day('2026-02-24'), zone: zone('Asia/Shanghai') };

  it('counts from the beginning at the place, else from when it was opened', () => {
    const opened = Date.parse(at('10:00'));
    expect(elapsedOf({ ...place, start: time('09:30') }, opened, opened)).toEqual({ kind: 'running', since: 1800 });
    expect(elapsedOf({ ...place, start: null }, opened, opened + 61_500)).toEqual({ kind: 'running', since: 61 });
    expect(elapsedOf({ ...place, start: time('10:05') }, opened, opened)).toEqual({ kind: 'ahead', until: 300 });
  });

  it('does not run for a meeting of another day', () => {
    const nextDay = Date.parse(instantOf(Date.parse(at('09:30')) + 24 * 3_600_000));
    expect(elapsedOf({ ...place, start: time('09:30') }, nextDay, nextDay)).toEqual({ kind: 'past' });
  });

  it.each([
    [0, '00:00'],
    [65, '01:05'],
    [3599, '59:59'],
    [3600, '1:00'],
    [5430, '1:30'],
    [-3, '00:00'],
  ])('%d seconds are shown as %s', (seconds, shown) => {
    expect(clockOf(seconds)).toBe(shown);
  });
});
