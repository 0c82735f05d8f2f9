import { describe, expect, it } from '@jest/globals';
import { keepOfferedFiles } from '@main/windows/offered-files';

const file = '/stick/Attaché trip.ATTACHE';

function kept(...begunWith: string[]) {
  const offers: number[] = [];
  const files = keepOfferedFiles(begunWith, () => offers.push(1));
  return { files, offers };
}

describe('files that are offered from outside', () => {
  it('are told of, and given once, the last one alone', () => {
    const { files, offers } = kept();
    expect(files.take()).toBeNull();
    files.offer('/stick/earlier.attache');
    files.offer(file);
    expect(offers).toHaveLength(2);
    expect(files.take()).toBe(file);
    expect(files.take()).toBeNull();
  });

  it('are nothing but files that are handed over, by a whole path', () => {
    const { files, offers } = kept('/usr/bin/attache', '--flag');
    for (const other of ['/etc/passwd', 'trip.attache', '', null, undefined, 7, { path: file }]) files.offer(other);
    expect(offers).toEqual([]);
    expect(files.take()).toBeNull();
  });

  it('may be what the program was begun with', () => {
    expect(kept('--flag', file).files.take()).toBe(file);
  });
});
