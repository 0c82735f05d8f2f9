import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  chinaTime,
  daysBetween,
  daysLater,
  eachDay,
  isCalendarDate,
  isTimeZone,
  isWallTime,
  momentOf,
  wallClockAt,
  wallTimeAt,
} from '@shared/dates';
import { day, instant, time, zone } from '../../builders/records';

const anyDay = fc
  .date({ min: new Date('1950-01-01T00:00:00Z'), max: new Date('2150-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)));

describe('calendar dates', () => {
  it('takes real days and refuses impossible ones', () => {
    expect(isCalendarDate('2028-02-29')).toBe(true);
    for (const wrong of [
      '2026-02-29',
      '2026-13-01',
      '2026-1-1',
      '0000-00-00',
      '9999-12-31',
      '',
      '26/02/2026',
      null,
      20260226,
    ]) {
      expect(isCalendarDate(wrong)).toBe(false);
    }
  });

  it('counts days without losing or gaining one where clocks change', () => {
    expect(daysLater(day('2026-03-07'), 1)).toBe('2026-03-08');
    expect(daysLater(day('2026-03-08'), 1)).toBe('2026-03-09');
    expect(daysLater(day('2026-11-01'), -1)).toBe('2026-10-31');
    expect(daysLater(day('2025-12-31'), 1)).toBe('2026-01-01');
  });

  it('finds the same distance that it went, for any day and any number of days', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (start, count) => {
        expect(daysBetween(start, daysLater(start, count))).toBe(count);
      }),
    );
  });

  it('lists both ends, and nothing when the last day is before the first', () => {
    expect(eachDay(day('2026-02-24'), day('2026-02-26'))).toEqual(['2026-02-24', '2026-02-25', '2026-02-26']);
    expect(eachDay(day('2026-02-24'), day('2026-02-24'))).toEqual(['2026-02-24']);
    expect(eachDay(day('2026-02-24'), day('2026-02-23'))).toEqual([]);
  });
});

describe('wall times', () => {
  it('keeps 09:30 in Shenzhen at 09:30 there, whatever zone the laptop is in', () => {
    const moment = momentOf(day('2026-02-26'), time('09:30'), chinaTime);
    expect(moment).toBe('2026-02-26T01:30:00.000Z');
    expect(wallClockAt(moment, chinaTime)).toEqual({ day: '2026-02-26', time: '09:30' });
    expect(wallClockAt(moment, zone('America/New_York'))).toEqual({ day: '2026-02-25', time: '20:30' });
  });

  it('comes back to the same wall time in zones without summer time', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 0, max: 1439 }),
        fc.constantFrom('Asia/Tokyo', 'Asia/Kolkata', 'UTC'),
        (on, minutes, name) => {
          // Before 1960 some of these kept summer time or another offset.
          fc.pre(on > '1960-01-01');
          const at = wallTimeAt(minutes);
          expect(wallClockAt(momentOf(on, at, zone(name)), zone(name))).toEqual({ day: on, time: at });
        },
      ),
    );
  });

  it('takes 24-hour times only', () => {
    expect(['00:00', '23:59', '09:30'].every(isWallTime)).toBe(true);
    expect(['24:00', '9:30', '12:60', '12:3', '', null].some(isWallTime)).toBe(false);
  });

  it('knows real zones from made-up ones', () => {
    expect(isTimeZone('Asia/Hong_Kong')).toBe(true);
    expect(isTimeZone('Asia/Atlantis')).toBe(false);
    expect(isTimeZone('')).toBe(false);
  });

  it('reads a moment back as an instant', () => {
    expect(wallClockAt(instant('2026-01-01T00:00:00.000Z'), zone('UTC'))).toEqual({ day: '2026-01-01', time: '00:00' });
  });
});
