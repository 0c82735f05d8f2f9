import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { writeAllBeforeClose } from '@renderer/lib/before-close';
import { readPlace, recallPlaces, writePlace } from '@renderer/lib/places';
import { installBridge } from '../../../builders/fake-bridge';

describe('remembered places', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('are written together, once, a little later', () => {
    const fake = installBridge();
    recallPlaces({});
    writePlace('a', '1');
    writePlace('b', '2');
    expect(fake.callsOf('settings:update')).toHaveLength(0);
    jest.runAllTimers();
    expect(fake.callsOf('settings:update')).toEqual([{ places: { a: '1', b: '2' } }]);
  });

  it('are not written again when nothing has changed', () => {
    const fake = installBridge();
    recallPlaces({ a: '1' });
    writePlace('a', '1');
    jest.runAllTimers();
    expect(readPlace('a')).toBe('1');
    expect(fake.callsOf('settings:update')).toHaveLength(0);
  });

  it('are written before the window closes', async () => {
    const fake = installBridge();
    recallPlaces({});
    writePlace('a', '1');
    await writeAllBeforeClose();
    expect(fake.callsOf('settings:update')).toEqual([{ places: { a: '1' } }]);
  });

  it('leave out what is too long to be a place', () => {
    installBridge();
    recallPlaces({});
    writePlace('a', 'x'.repeat(2001));
    expect(readPlace('a')).toBeUndefined();
  });
});
