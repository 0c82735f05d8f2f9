import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { wallTimeAt } from '@shared/dates';
import type { ItineraryKind } from '@shared/domain/itinerary-item/schema';
import { dayColumns } from '@renderer/features/programme/time-grid';
import { entryOf, walked } from '@renderer/features/programme/walking';
import type { Place } from '@renderer/features/programme/walking';
import { day, time } from '../../../../builders/records';

const trip = { firstDay: day('2026-02-24'), lastDay: day('2026-02-25') };

function item(id: string, on: string, start: string, end: string, kind: ItineraryKind = 'meeting') {
  return { id, day: day(on), start: time(start), endDay: null, end: time(end), kind };
}

const columns = dayColumns(trip, [
  item('call', '2026-02-24', '09:00', '10:00'),
  item('talk', '2026-02-24', '09:30', '11:00'),
  item('lunch', '2026-02-24', '12:00', '13:00'),
  item('visit', '2026-02-25', '09:15', '10:30'),
]);
const on = (id: string, of: string): Place => ({ kind: 'item', id, day: day(of) });

describe('walking the timeline by keyboard', () => {
  it('enters at the first item, and at nine on the first day when there is none', () => {
    expect(entryOf(columns)).toEqual(on('call', '2026-02-24'));
    expect(entryOf(dayColumns(trip, []))).toEqual({ kind: 'slot', day: '2026-02-24', minutes: 540 });
  });

  it('enters a day by what begins there, not by the hotel of the night before', () => {
    const night = { ...item('hotel', '2026-02-24', '18:00', '08:00', 'hotel'), endDay: day('2026-02-25') };
    const grid = dayColumns(trip, [night, item('visit', '2026-02-25', '09:15', '10:30')]);
    expect(entryOf(grid.slice(1))).toEqual(on('visit', '2026-02-25'));
  });

  it('goes down through what overlaps, then the empty time, then the next item', () => {
    const second = walked(columns, on('call', '2026-02-24'), 'down');
    expect(second).toEqual(on('talk', '2026-02-24'));
    const empty = walked(columns, second, 'down');
    expect(empty).toEqual({ kind: 'slot', day: '2026-02-24', minutes: 660 });
    expect(walked(columns, empty, 'down')).toEqual({ kind: 'slot', day: '2026-02-24', minutes: 690 });
    expect(walked(columns, walked(columns, empty, 'down'), 'down')).toEqual(on('lunch', '2026-02-24'));
  });

  it('goes sideways to what stands beside, and then to the same time of the next day', () => {
    expect(walked(columns, on('call', '2026-02-24'), 'right')).toEqual(on('talk', '2026-02-24'));
    expect(walked(columns, on('talk', '2026-02-24'), 'right')).toEqual(on('visit', '2026-02-25'));
    expect(walked(columns, on('lunch', '2026-02-24'), 'right')).toEqual({
      kind: 'slot',
      day: '2026-02-25',
      minutes: 720,
    });
    expect(walked(columns, on('visit', '2026-02-25'), 'right')).toEqual(on('visit', '2026-02-25'));
  });

  it('jumps from item to item over the days', () => {
    expect(walked(columns, on('lunch', '2026-02-24'), 'next-item')).toEqual(on('visit', '2026-02-25'));
    expect(walked(columns, on('visit', '2026-02-25'), 'previous-item')).toEqual(on('lunch', '2026-02-24'));
    expect(walked(columns, { kind: 'slot', day: day('2026-02-24'), minutes: 690 }, 'next-item')).toEqual(
      on('lunch', '2026-02-24'),
    );
  });

  it('comes by every item of the day when one only goes down', () => {
    const anyItem = fc.record({ start: fc.integer({ min: 0, max: 1400 }), length: fc.integer({ min: 5, max: 600 }) });
    fc.assert(
      fc.property(fc.array(anyItem, { minLength: 1, maxLength: 10 }), (all) => {
        const items = all.map(({ start, length }, index) => ({
          id: String(index),
          day: trip.firstDay,
          start: wallTimeAt(start),
          endDay: null,
          end: wallTimeAt(Math.min(1439, start + length)),
          kind: 'meeting' as const,
        }));
        const grid = dayColumns(trip, items);
        const seen = new Set<string>();
        let place = entryOf(grid);
        for (let press = 0; press < 120 && place; press += 1) {
          if (place.kind === 'item') seen.add(place.id);
          place = walked(grid, place, 'down');
        }
        expect(seen.size).toBe(items.length);
      }),
    );
  });
});
