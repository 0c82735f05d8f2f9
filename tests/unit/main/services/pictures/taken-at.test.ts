import { describe, expect, it } from '@jest/globals';
import { momentTaken } from '@main/services/pictures/taken-at';
import { chinaTime } from '@shared/dates';

const inChina = () => chinaTime;

describe('when a photograph was taken', () => {
  it('is the camera’s clock at the distance from UTC that it notes', () => {
    expect(momentTaken({ takenAt: '2026:03:02 09:15:30', offset: '+09:00' }, inChina)).toBe('2026-03-02T00:15:30.000Z');
    expect(momentTaken({ takenAt: '2026:03:02 09:15:30', offset: '-03:30' }, inChina)).toBe('2026-03-02T12:45:30.000Z');
  });

  it('is the camera’s clock at the place, where it notes no distance', () => {
    expect(momentTaken({ takenAt: '2026:03:02 09:15:30', offset: null }, inChina)).toBe('2026-03-02T01:15:30.000Z');
  });

  it.each(['0000:00:00 00:00:00', '    :  :     :  :  ', '2026:13:40 09:15:30', '2026:03:02 09:15:75', 'yesterday'])(
    'is not known from a clock that says "%s"',
    (takenAt) => {
      expect(momentTaken({ takenAt, offset: null }, inChina)).toBeNull();
    },
  );
});
