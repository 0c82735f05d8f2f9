import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { daysLater, eachDay, wallTimeAt } from '@shared/dates';
import { columnsOf, dayColumns, laidOut, segmentsOf } from '@renderer/features/programme/time-grid';
import type { Times } from '@renderer/features/programme/time-grid';
import { day, time } from '../../../../builders/records';

const first = day('2026-02-24');
const trip = { firstDay: first, lastDay: day('2026-02-26') };

function item(on: string, start: string, end: string, endDay: string | null = null): Times {
  return { day: day(on), start: time(start), end: time(end), endDay: endDay === null ? null : day(endDay) };
}

/** Items of up to three days within and around the trip. */
const anyTimes: fc.Arbitrary<Times> = fc
  .record({
    day: fc.integer({ min: -3, max: 5 }),
    start: fc.integer({ min: 0, max: 1439 }),
    length: fc.integer({ min: 1, max: 4000 }),
  })
  .map(({ day: offset, start, length }) => {
    const end = start + length;
    const nights = Math.floor(end / 1440);
    const on = daysLater(first, offset);
    return {
      day: on,
      start: wallTimeAt(start),
      endDay: nights === 0 ? null : daysLater(on, nights),
      end: wallTimeAt(end % 1440),
    };
  });

describe('the parts of an item on each day', () => {
  it('continues a night train in the next day’s column', () => {
    const night = item('2026-02-24', '22:10', '06:40', '2026-02-25');
    expect(segmentsOf(night, eachDay(trip.firstDay, trip.lastDay))).toMatchObject([
      { day: '2026-02-24', from: 1330, to: 1440, isFirst: true, isLast: false },
      { day: '2026-02-25', from: 0, to: 400, isFirst: false, isLast: true },
    ]);
  });

  it('ends an item that lasts until midnight on its own day', () => {
    const untilMidnight = item('2026-02-24', '22:00', '00:00', '2026-02-25');
    expect(segmentsOf(untilMidnight, eachDay(trip.firstDay, trip.lastDay))).toMatchObject([
      { day: '2026-02-24', from: 1320, to: 1440, isFirst: true, isLast: true },
    ]);
  });

  it('covers exactly the item’s length when every day is shown', () => {
    fc.assert(
      fc.property(anyTimes, (times) => {
        const parts = segmentsOf(times, eachDay(daysLater(first, -10), daysLater(first, 20)));
        const nights = times.endDay === null ? 0 : eachDay(times.day, times.endDay).length - 1;
        const minutes = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
        expect(parts.reduce((so, { from, to }) => so + to - from, 0)).toBe(
          nights * 1440 + minutes(times.end) - minutes(times.start),
        );
        expect(parts.every(({ from, to }) => from >= 0 && to <= 1440 && from < to)).toBe(true);
        expect(parts.filter(({ isFirst }) => isFirst)).toHaveLength(1);
        expect(parts.filter(({ isLast }) => isLast)).toHaveLength(1);
      }),
    );
  });
});

describe('the days that are shown', () => {
  it('are the trip’s, and those outside it that hold an item', () => {
    expect(columnsOf(trip, [item('2026-03-02', '09:00', '10:00')])).toEqual([
      { day: '2026-02-24', isOutside: false },
      { day: '2026-02-25', isOutside: false },
      { day: '2026-02-26', isOutside: false },
      { day: '2026-03-02', isOutside: true },
    ]);
  });

  it('leave no item out of sight', () => {
    fc.assert(
      fc.property(fc.array(anyTimes, { maxLength: 12 }), (all) => {
        const items = all.map((times, index) => ({ ...times, id: String(index), kind: 'meeting' as const }));
        const shown = new Set(dayColumns(trip, items).flatMap(({ events }) => events.map((event) => event.item.id)));
        expect(shown.size).toBe(items.length);
      }),
    );
  });

  it('lay hotels behind the rest of the day', () => {
    const hotel = { ...item('2026-02-24', '18:00', '08:00', '2026-02-25'), id: 'hotel', kind: 'hotel' as const };
    const dinner = { ...item('2026-02-24', '19:00', '21:00'), id: 'dinner', kind: 'banquet' as const };
    const [tuesday, wednesday] = dayColumns(trip, [hotel, dinner]);
    expect(tuesday?.bands.map((band) => band.item.id)).toEqual(['hotel']);
    expect(tuesday?.events.map((event) => [event.item.id, event.lanes])).toEqual([['dinner', 1]]);
    expect(wednesday?.bands.map((band) => band.item.id)).toEqual(['hotel']);
  });
});

describe('items of one day side by side', () => {
  const on = (start: string, end: string) => segmentsOf(item('2026-02-24', start, end), [first]);

  it('share the width only while they overlap', () => {
    const placed = laidOut([...on('09:00', '10:30'), ...on('10:00', '11:00'), ...on('14:00', '15:00')]);
    expect(placed.map(({ from, lane, lanes, span }) => [from, lane, lanes, span])).toEqual([
      [540, 0, 2, 1],
      [600, 1, 2, 1],
      [840, 0, 1, 1],
    ]);
  });

  it('grow into the room that is free at their right', () => {
    const placed = laidOut([
      ...on('09:00', '12:00'),
      ...on('09:00', '10:00'),
      ...on('09:00', '10:00'),
      ...on('10:30', '11:30'),
    ]);
    expect(placed.find(({ from }) => from === 630)).toMatchObject({ lane: 1, lanes: 3, span: 2 });
  });

  it('never cover one another, and stay within the column', () => {
    fc.assert(
      fc.property(fc.array(anyTimes, { maxLength: 15 }), (all) => {
        const placed = laidOut(all.flatMap((times) => segmentsOf(times, [first])));
        for (const one of placed) {
          expect(one.lane + one.span).toBeLessThanOrEqual(one.lanes);
          expect(one.span).toBeGreaterThanOrEqual(1);
          for (const other of placed) {
            if (one === other || one.from >= other.to || other.from >= one.to) continue;
            expect(one.lane + one.span <= other.lane || other.lane + other.span <= one.lane).toBe(true);
          }
        }
      }),
    );
  });
});
