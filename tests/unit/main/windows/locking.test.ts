import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { lockWhenWritten } from '@main/windows/locking';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

function setUp({ isLockable = true, canAnswer = true } = {}) {
  const done: string[] = [];
  const now = { isLockable, canAnswer };
  const locking = lockWhenWritten({
    isLockable: () => now.isLockable,
    canAnswer: () => now.canAnswer,
    askToWrite: () => done.push('asked'),
    lock: (place) => {
      done.push(`locked ${String(place)}`);
      now.isLockable = false;
      return Promise.resolve(true);
    },
  });
  return { locking, done, now };
}

describe('locking', () => {
  it('comes when the page has written everything, and where the page was is known', async () => {
    const { locking, done } = setUp();
    locking.ask();
    expect(done).toEqual(['asked']);
    expect(await locking.onReady('/trips')).toBe(true);
    jest.advanceTimersByTime(60_000);
    expect(done).toEqual(['asked', 'locked /trips']);
  });

  it('is asked for again, and never done, while words cannot be written', () => {
    const { locking, done } = setUp();
    locking.ask();
    locking.onKept();
    jest.advanceTimersByTime(4999);
    expect(done).toEqual(['asked']);
    jest.advanceTimersByTime(1);
    locking.onKept();
    jest.advanceTimersByTime(5000);
    expect(done).toEqual(['asked', 'asked', 'asked']);
  });

  it('is not done over a page that does not answer, which is asked again', () => {
    const { locking, done } = setUp();
    locking.ask();
    jest.advanceTimersByTime(10_000);
    expect(done).toEqual(['asked', 'asked', 'asked']);
  });

  it('is done at once where the page has died: nothing is left in it to write', () => {
    const { locking, done, now } = setUp();
    locking.ask();
    now.canAnswer = false;
    jest.advanceTimersByTime(5000);
    expect(done).toEqual(['asked', 'locked null']);
  });

  it('is not begun when there is nothing to lock', () => {
    const { locking, done } = setUp({ isLockable: false });
    locking.ask();
    jest.advanceTimersByTime(60_000);
    expect(done).toEqual([]);
  });
});
