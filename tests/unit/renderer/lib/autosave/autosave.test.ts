import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Autosave } from '@renderer/lib/autosave';
import { failed, success } from '@shared/result';
import type { Result } from '@shared/result';

/** A disk that answers when it is told to, and remembers what it was given. */
function aDisk() {
  const given: string[] = [];
  const waiting: ((answer: Result<void>) => void)[] = [];
  return {
    given,
    write: (text: string): Promise<Result<void>> => {
      given.push(text);
      return new Promise((resolve) => waiting.push(resolve));
    },
    answer: async (answer: Result<void> = success(undefined)): Promise<void> => {
      waiting.shift()?.(answer);
      await jest.advanceTimersByTimeAsync(0);
    },
  };
}

describe('autosave', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('begins to write within 250 ms of the first letter', async () => {
    const disk = aDisk();
    const autosave = new Autosave({ stored: '', write: disk.write });
    autosave.type('a');
    await jest.advanceTimersByTimeAsync(250);
    expect(disk.given).toEqual(['a']);
  });

  it('is not put off by somebody who never stops typing', async () => {
    const disk = aDisk();
    const autosave = new Autosave({ stored: '', write: disk.write });
    let text = '';
    for (let letter = 0; letter < 40; letter += 1) {
      text += 'x';
      autosave.type(text);
      await jest.advanceTimersByTimeAsync(50);
      await disk.answer();
    }
    // Two seconds of typing, each letter on the disk at most 300 ms after it was typed.
    expect(disk.given.length).toBeGreaterThanOrEqual(7);
    const lengths = disk.given.map((given) => given.length);
    lengths.slice(1).forEach((length, index) => expect(length - (lengths[index] ?? 0)).toBeLessThanOrEqual(6));
  });

  it('has one write under way at a time, and then writes the newest text only', async () => {
    const disk = aDisk();
    const autosave = new Autosave({ stored: '', write: disk.write });
    autosave.type('one');
    await jest.advanceTimersByTimeAsync(250);
    autosave.type('one two');
    autosave.type('one two three');
    await jest.advanceTimersByTimeAsync(5000);
    expect(disk.given).toEqual(['one']);
    await disk.answer();
    await jest.advanceTimersByTimeAsync(0);
    expect(disk.given).toEqual(['one', 'one two three']);
  });

  it('says that it is saved only after the disk has answered', async () => {
    jest.setSystemTime(new Date('2026-02-26T06:32:05.000Z'));
    const disk = aDisk();
    const autosave = new Autosave({ stored: '', write: disk.write });
    expect(autosave.snapshot().saving).toEqual({ kind: 'saved' });
    autosave.type('a');
    expect(autosave.snapshot().saving).toEqual({ kind: 'saving' });
    await jest.advanceTimersByTimeAsync(1000);
    expect(autosave.snapshot().saving).toEqual({ kind: 'saving' });
    await disk.answer();
    expect(autosave.snapshot().saving).toEqual({ kind: 'saved', at: '2026-02-26T06:32:06.000Z' });
  });

  it('is not saved while more was typed than the disk has answered for', async () => {
    const disk = aDisk();
    const autosave = new Autosave({ stored: '', write: disk.write });
    autosave.type('a');
    await jest.advanceTimersByTimeAsync(250);
    autosave.type('ab');
    await disk.answer();
    expect(autosave.snapshot()).toEqual({ value: 'ab', saving: { kind: 'saving' } });
  });

  it('keeps the text when it cannot be written, says why, and tries again by itself', async () => {
    const disk = aDisk();
    const autosave = new Autosave({ stored: '', write: disk.write });
    autosave.type('a');
    await jest.advanceTimersByTimeAsync(250);
    await disk.answer(failed({ code: 'disk-full' }));
    expect(autosave.snapshot()).toEqual({
      value: 'a',
      saving: { kind: 'failed', failure: { code: 'disk-full' } },
    });
    autosave.type('ab');
    await jest.advanceTimersByTimeAsync(900);
    expect(disk.given).toEqual(['a']);
    await jest.advanceTimersByTimeAsync(600);
    expect(disk.given).toEqual(['a', 'ab']);
    expect(autosave.snapshot().saving.kind).toBe('failed');
    await disk.answer();
    expect(autosave.snapshot().saving.kind).toBe('saved');
  });

  it('writes again after a failure even when the text is back as it was: the failed write may have got there', async () => {
    const disk = aDisk();
    const autosave = new Autosave({ stored: 'old', write: disk.write });
    autosave.type('new');
    await jest.advanceTimersByTimeAsync(250);
    await disk.answer(failed({ code: 'internal' }));
    autosave.type('old');
    await jest.advanceTimersByTimeAsync(5000);
    expect(disk.given).toEqual(['new', 'old']);
  });

  it('counts a wire that breaks as a failure and goes on trying', async () => {
    let attempts = 0;
    const autosave = new Autosave({
      stored: '',
      write: () => {
        attempts += 1;
        return attempts === 1 ? Promise.reject(new Error('gone')) : Promise.resolve(success(undefined));
      },
    });
    autosave.type('a');
    await jest.advanceTimersByTimeAsync(250);
    expect(autosave.snapshot().saving).toEqual({ kind: 'failed', failure: { code: 'internal' } });
    await jest.advanceTimersByTimeAsync(5000);
    expect(autosave.snapshot().saving.kind).toBe('saved');
  });

  it('writes nothing when what was typed is taken back before it was written', async () => {
    const disk = aDisk();
    const autosave = new Autosave({ stored: 'old', write: disk.write });
    autosave.type('old!');
    autosave.type('old');
    await jest.advanceTimersByTimeAsync(5000);
    expect(disk.given).toEqual([]);
    expect(autosave.snapshot().saving).toEqual({ kind: 'saved' });
  });

  it('takes over a change from outside', () => {
    const autosave = new Autosave({ stored: 'old', write: aDisk().write });
    autosave.takeOver('from the other window', Date.now());
    expect(autosave.snapshot()).toEqual({ value: 'from the other window', saving: { kind: 'saved' } });
  });

  it('lets no change from outside destroy what is not written yet', async () => {
    const disk = aDisk();
    const autosave = new Autosave({ stored: '', write: disk.write });
    autosave.type('mine');
    autosave.takeOver('theirs', Date.now());
    await jest.advanceTimersByTimeAsync(250);
    autosave.takeOver('theirs', Date.now());
    expect(autosave.snapshot().value).toBe('mine');
    await disk.answer();
    expect(disk.given).toEqual(['mine']);
  });

  it('is not put back by an answer that left the store before its last write', async () => {
    const disk = aDisk();
    const autosave = new Autosave({ stored: '', write: disk.write });
    autosave.type('a');
    await jest.advanceTimersByTimeAsync(250);
    await disk.answer();
    const heardAt = Date.now();
    await jest.advanceTimersByTimeAsync(10);
    autosave.type('ab');
    await jest.advanceTimersByTimeAsync(250);
    await disk.answer();
    autosave.takeOver('a', heardAt);
    expect(autosave.snapshot().value).toBe('ab');
    await jest.advanceTimersByTimeAsync(10);
    autosave.takeOver('a', Date.now());
    expect(autosave.snapshot().value).toBe('a');
  });

  it('takes nothing from under an input method that composes', () => {
    const autosave = new Autosave({ stored: '', write: aDisk().write });
    autosave.compose(true);
    autosave.takeOver('outside', Date.now());
    expect(autosave.snapshot().value).toBe('');
    autosave.compose(false);
    autosave.takeOver('outside', Date.now());
    expect(autosave.snapshot().value).toBe('outside');
  });

  it('flushes at once, with what is typed while it does', async () => {
    const disk = aDisk();
    const autosave = new Autosave({ stored: '', write: disk.write });
    autosave.type('a');
    const flushed = autosave.flush();
    expect(disk.given).toEqual(['a']);
    autosave.type('ab');
    await disk.answer();
    await disk.answer();
    expect(await flushed).toEqual(success(undefined));
    expect(disk.given).toEqual(['a', 'ab']);
    expect(autosave.hasUnsaved).toBe(false);
  });

  it('answers a flush with the failure that stands in its way', async () => {
    const autosave = new Autosave({ stored: '', write: () => Promise.resolve(failed({ code: 'disk-full' })) });
    autosave.type('a');
    expect(await autosave.flush()).toEqual(failed({ code: 'disk-full' }));
    expect(autosave.hasUnsaved).toBe(true);
  });
});
