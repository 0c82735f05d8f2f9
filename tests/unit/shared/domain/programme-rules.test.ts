import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { daysLater, minutesOf, wallTimeAt } from '@shared/dates';
import { movedTo, programmeWarnings, spanOf } from '@shared/domain/itinerary-item/rules';
import type { ItineraryItem } from '@shared/domain/itinerary-item/schema';
import type { NewFields } from '@shared/domain/records';
import { day, english, nextId, programmeItem, time, zone } from '../../../builders/records';

const trip = { firstDay: day('2026-02-24'), lastDay: day('2026-02-26') };
const tripId = nextId();

const item = (start: string, end: string, more?: Partial<NewFields<'itinerary-item'>>): ItineraryItem =>
  programmeItem(tripId, start, end, more);

describe('programme warnings', () => {
  it('says nothing about items that follow each other', () => {
    expect(programmeWarnings(trip, [item('09:00', '10:00'), item('10:00', '11:00')])).toEqual([]);
  });

  it('shows each overlap once, a long item with every one that it covers', () => {
    const long = item('09:00', '12:00');
    const first = item('09:30', '10:00');
    const second = item('11:00', '12:30');
    expect(programmeWarnings(trip, [second, long, first])).toEqual([
      { kind: 'overlap', itemId: long.id, otherId: first.id },
      { kind: 'overlap', itemId: long.id, otherId: second.id },
    ]);
  });

  it('compares moments, not wall clocks', () => {
    const hangzhou = item('10:00', '11:00');
    const tokyo = item('11:30', '12:30', { zone: zone('Asia/Tokyo') });
    expect(programmeWarnings(trip, [hangzhou, tokyo])).toEqual([
      { kind: 'overlap', itemId: hangzhou.id, otherId: tokyo.id },
    ]);
  });

  it('leaves cancelled items, hotels and free time alone', () => {
    expect(
      programmeWarnings(trip, [
        item('09:00', '12:00'),
        item('09:00', '12:00', { status: 'cancelled' }),
        item('09:00', '12:00', { kind: 'hotel' }),
        item('09:00', '12:00', { kind: 'free' }),
      ]),
    ).toEqual([]);
  });

  it('lets two groups of the delegation be in two places', () => {
    const [one, other] = [nextId(), nextId()];
    expect(
      programmeWarnings(trip, [
        item('09:00', '12:00', { participantIds: [one] }),
        item('09:00', '12:00', { participantIds: [other] }),
      ]),
    ).toEqual([]);
    expect(
      programmeWarnings(trip, [item('09:00', '12:00', { participantIds: [one] }), item('09:00', '12:00')]),
    ).toHaveLength(1);
  });

  it('shows a transfer that is too short for another place or another city, unless transport stands between', () => {
    const here = item('09:00', '10:00', { place: english('Tower A') });
    const there = item('10:05', '11:00', { place: english('Tower B') });
    expect(programmeWarnings(trip, [here, there])).toEqual([
      { kind: 'short-transfer', itemId: here.id, otherId: there.id, minutes: 5, needed: 15 },
    ]);
    const hangzhou = item('09:00', '10:00', { cityId: nextId() });
    const shenzhen = item('11:00', '12:00', { cityId: nextId() });
    expect(programmeWarnings(trip, [hangzhou, shenzhen])).toMatchObject([
      { kind: 'short-transfer', minutes: 60, needed: 90 },
    ]);
    expect(programmeWarnings(trip, [hangzhou, item('10:00', '11:00', { kind: 'transport' }), shenzhen])).toEqual([]);
  });

  it("shows what lies outside the trip's days", () => {
    const early = item('09:00', '10:00', { day: day('2026-02-23') });
    const late = item('22:00', '06:00', { day: day('2026-02-26'), endDay: day('2026-02-27') });
    expect(programmeWarnings(trip, [early, late])).toEqual([
      { kind: 'outside-trip', itemId: early.id },
      { kind: 'outside-trip', itemId: late.id },
    ]);
  });
});

describe('moving an item', () => {
  it('keeps how long it lasts, over midnight too', () => {
    expect(movedTo(item('09:00', '10:30'), day('2026-02-25'), time('14:00'))).toEqual({
      day: '2026-02-25',
      start: '14:00',
      endDay: null,
      end: '15:30',
    });
    expect(movedTo(item('22:00', '23:30'), day('2026-02-25'), time('23:00'))).toEqual({
      day: '2026-02-25',
      start: '23:00',
      endDay: '2026-02-26',
      end: '00:30',
    });
  });

  it('never changes the length of any item', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3 * 1440 }), minute, (length, to) => {
        const from = {
          ...item('00:00', '00:01'),
          end: wallTimeAt(length % 1440),
          endDay: daysLater(day('2026-02-24'), Math.floor(length / 1440)),
        };
        const after = { ...from, ...movedTo(from, day('2026-03-10'), wallTimeAt(to)) };
        expect(spanOf(after).ends - spanOf(after).begins).toBe(length * 60_000);
        expect([after.day, minutesOf(after.start)]).toEqual(['2026-03-10', to]);
      }),
    );
  });
});
