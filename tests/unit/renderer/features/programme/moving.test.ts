import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chinaTime, wallTimeAt } from '@shared/dates';
import { keepLength } from '@renderer/features/programme/keep-length';
import { endingAt, movedBy, resizedBy, snapped, startingAt, timesBetween } from '@renderer/features/programme/moving';
import { lengthOf } from '@renderer/features/programme/time-grid';
import { day, time } from '../../../../builders/records';

const meeting = {
  day: day('2026-02-24'),
  start: time('09:30'),
  endDay: null,
  end: time('11:00'),
  zone: chinaTime,
};
const nightTrain = { ...meeting, start: time('22:00'), endDay: day('2026-02-25'), end: time('06:00') };

describe('moving an item', () => {
  it('keeps its length over midnight', () => {
    expect(movedBy(meeting, { minutes: 14 * 60 })).toEqual({
      day: '2026-02-24',
      start: '23:30',
      endDay: '2026-02-25',
      end: '01:00',
    });
    expect(movedBy(nightTrain, { minutes: -10 * 60 })).toMatchObject({ start: '12:00', endDay: null, end: '20:00' });
  });

  it('goes to the day before when it is moved above midnight', () => {
    expect(movedBy(meeting, { minutes: -10 * 60 })).toMatchObject({ day: '2026-02-23', start: '23:30', end: '01:00' });
  });

  it('takes every item anywhere without changing how long it lasts', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: -30, max: 30 }), (minutes, days) => {
        for (const item of [meeting, nightTrain]) {
          expect(lengthOf(movedBy(item, { minutes, days }))).toBe(lengthOf(item));
        }
      }),
    );
  });

  it('comes back when it is moved there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5000, max: 5000 }), (minutes) => {
        const there = { ...movedBy(nightTrain, { minutes }), zone: chinaTime };
        expect(movedBy(there, { minutes: -minutes })).toMatchObject({
          day: '2026-02-24',
          start: '22:00',
          end: '06:00',
        });
      }),
    );
  });

  it('snaps to the step', () => {
    expect([snapped(607, 15), snapped(608, 15), snapped(603, 5)]).toEqual([600, 615, 605]);
    expect(startingAt(meeting, { day: day('2026-02-26'), minutes: snapped(613, 15) })).toMatchObject({
      day: '2026-02-26',
      start: '10:15',
      end: '11:45',
    });
  });
});

describe('making an item longer or shorter', () => {
  it('moves its end, also into the next day', () => {
    expect(resizedBy(meeting, 30)).toMatchObject({ start: '09:30', end: '11:30', endDay: null });
    expect(endingAt(meeting, { day: day('2026-02-25'), minutes: 60 })).toMatchObject({
      endDay: '2026-02-25',
      end: '01:00',
    });
  });

  it('never turns it round: it lasts five minutes at least', () => {
    fc.assert(
      fc.property(fc.integer({ min: -3000, max: 1000 }), (minutes) => {
        expect(lengthOf(resizedBy(meeting, minutes))).toBeGreaterThanOrEqual(5);
      }),
    );
    expect(endingAt(meeting, { day: day('2026-02-23'), minutes: 600 })).toMatchObject({ end: '09:35', endDay: null });
  });
});

describe('drawing a new item', () => {
  it('reads the two ends in either order', () => {
    const [nine, eleven] = [540, 660].map((minutes) => ({ day: day('2026-02-24'), minutes }));
    const expected = { day: '2026-02-24', start: '09:00', endDay: null, end: '11:00' };
    expect(timesBetween(nine!, eleven!)).toEqual(expected);
    expect(timesBetween(eleven!, nine!)).toEqual(expected);
  });

  it('lasts at least one step', () => {
    const nine = { day: day('2026-02-24'), minutes: 540 };
    expect(timesBetween(nine, nine)).toMatchObject({ start: '09:00', end: '09:15' });
  });
});

describe('the end in the form', () => {
  it('goes along with a new day or start', () => {
    expect(keepLength(meeting, { start: time('14:00') })).toEqual({ end: '15:30', endDay: null });
    expect(keepLength(nightTrain, { day: day('2026-03-01') })).toEqual({ end: '06:00', endDay: '2026-03-02' });
  });

  it('stays while a part is missing or wrong', () => {
    expect(keepLength({ ...meeting, end: null }, { start: time('14:00') })).toBeNull();
    expect(keepLength(meeting, { start: time('25:00') })).toBeNull();
    expect(keepLength({ ...meeting, end: wallTimeAt(0) }, { start: time('14:00') })).toBeNull();
  });
});
