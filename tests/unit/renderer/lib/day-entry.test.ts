import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isCalendarDate, isWallTime } from '@shared/dates';
import { parseDay, parseTime } from '@renderer/lib/day-entry';
import { day } from '../../../builders/records';

describe('a typed day', () => {
  const today = day('2026-11-22');
  it.each([
    ['2026-02-26', '2026-02-26'],
    ['26/2/2026', '2026-02-26'],
    ['26.2.26', '2026-02-26'],
    ['26 Feb 2026', '2026-02-26'],
    ['Thu 26 Feb 2026', '2026-02-26'],
    ['feb 26, 2026', '2026-02-26'],
    ['26022026', '2026-02-26'],
    ['2026年2月26日', '2026-02-26'],
    ['+3', '2026-11-25'],
    ['-1', '2026-11-21'],
    ['t', '2026-11-22'],
  ])('reads "%s"', (typed, wanted) => {
    expect(parseDay(typed, today)).toBe(wanted);
  });

  it('takes the nearest year when none is typed', () => {
    expect(parseDay('3 jan', today)).toBe('2027-01-03');
    expect(parseDay('30/10', today)).toBe('2026-10-30');
    expect(parseDay('2月26日', today)).toBe('2027-02-26');
  });

  it.each(['30 feb 2026', '31/4/2026', '2026-13-01', 'soon', '26', '', '99/99', 'feb'])('refuses "%s"', (typed) => {
    expect(parseDay(typed, today)).toBeUndefined();
  });

  it('answers with a real day or with nothing, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const parsed = parseDay(typed, today);
        expect(parsed === undefined || isCalendarDate(parsed)).toBe(true);
      }),
    );
  });
});

describe('a typed time', () => {
  it.each([
    ['9', '09:00'],
    ['930', '09:30'],
    ['9:30', '09:30'],
    ['9.30', '09:30'],
    ['0930', '09:30'],
    ['1430', '14:30'],
    ['2pm', '14:00'],
    ['2:15 pm', '14:15'],
    ['12am', '00:00'],
    ['12 pm', '12:00'],
  ])('reads "%s"', (typed, wanted) => {
    expect(parseTime(typed)).toBe(wanted);
  });

  it.each(['24:00', '960', '13pm', 'noon', '', '9:5'])('refuses "%s"', (typed) => {
    expect(parseTime(typed)).toBeUndefined();
  });

  it('answers with a real time or with nothing, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const parsed = parseTime(typed);
        expect(parsed === undefined || isWallTime(parsed)).toBe(true);
      }),
    );
  });
});
