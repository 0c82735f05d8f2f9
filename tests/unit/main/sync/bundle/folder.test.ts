import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  lookOver,
  newFolder,
  segmentIn,
  segmentName,
  withNext,
  withTaken,
  withUnreadable,
} from '@main/sync/bundle/folder';
import type { FolderLook, FolderMemory, Listed } from '@main/sync/bundle/folder';

const here = 'device-here';
const listed = (device: string, number: number, size = 100, modified = 1): Listed => ({
  name: segmentName({ device, number }),
  size,
  modified,
});
const numbers = (segments: FolderLook['ready']): number[] => segments.map(({ number }) => number);
/** What is found at the second look at the same files. */
function atRest(files: readonly Listed[], memory: FolderMemory = newFolder): FolderLook {
  return lookOver(files, here, lookOver(files, here, memory).memory);
}

describe('the name of a bundle in a shared folder', () => {
  it('tells its device and its number', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.integer({ min: 1, max: 999_999_999 }), (device, number) => {
        expect(segmentIn(segmentName({ device, number }))).toEqual({ device, number });
      }),
    );
  });

  it('is no other name', () => {
    for (const name of [
      'a-1.attache.0123456789ab.tmp',
      'a-1 (1).attache',
      'a-1.attache.part',
      '.a-1.attache',
      'a-01.attache',
      'a-0.attache',
      'a.attache',
      'desktop.ini',
      'A-1.attache',
      'a-1.attache~',
    ])
      expect([name, segmentIn(name)]).toEqual([name, null]);
    expect(() => segmentName({ device: '../a', number: 1 })).toThrow(RangeError);
    expect(() => segmentName({ device: 'a', number: 0 })).toThrow(RangeError);
  });
});

describe('a look at a shared folder', () => {
  it('finds what colleagues put there, device by device in its order, and passes over what is its own', () => {
    const files = [
      listed('b', 1),
      listed('a', 10),
      listed(here, 1),
      listed('a', 2),
      { ...listed('a', 1), name: 'x.txt' },
    ];
    const memory = withTaken(newFolder, { device: 'a', number: 1 }, false);
    expect(atRest(files, memory).ready).toEqual([
      { device: 'a', number: 2 },
      { device: 'a', number: 10 },
      { device: 'b', number: 1 },
    ]);
  });

  it('leaves what is still arriving until it has not changed for a look', () => {
    const first = lookOver([listed('a', 1, 0)], here, newFolder);
    expect([first.ready, numbers(first.arriving)]).toEqual([[], [1]]);
    const empty = lookOver([listed('a', 1, 0)], here, first.memory);
    expect([empty.ready, numbers(empty.arriving)]).toEqual([[], [1]]);
    const grown = lookOver([listed('a', 1, 50)], here, empty.memory);
    expect([grown.ready, numbers(grown.arriving)]).toEqual([[], [1]]);
    const touched = lookOver([listed('a', 1, 50, 2)], here, grown.memory);
    expect([touched.ready, numbers(touched.arriving)]).toEqual([[], [1]]);
    const still = lookOver([listed('a', 1, 50, 2)], here, touched.memory);
    expect([numbers(still.ready), still.arriving]).toEqual([[1], []]);
  });

  it('reads what was not whole again only when it is another', () => {
    const half = listed('a', 1, 50);
    const memory = withUnreadable(atRest([half]).memory, half);
    const same = atRest([half], memory);
    expect([same.ready, numbers(same.unreadable)]).toEqual([[], [1]]);
    const whole = listed('a', 1, 100, 2);
    const again = atRest([whole], memory);
    expect([numbers(again.ready), again.unreadable]).toEqual([[1], []]);
    expect(lookOver([], here, memory).memory.unreadable).toEqual({});
  });

  it('takes nothing in twice, also when it is not there any more', () => {
    const memory = withTaken(newFolder, { device: 'a', number: 1 }, false);
    expect(atRest([listed('a', 1)], memory).ready).toEqual([]);
    expect(atRest([], memory).lost).toEqual([]);
  });

  it('notices what is lost between others, until it comes or all that it said comes otherwise', () => {
    const files = [listed('a', 2), listed('a', 4)];
    expect(numbers(atRest(files).lost)).toEqual([1, 3]);
    const some = withTaken(withTaken(newFolder, { device: 'a', number: 2 }, false), { device: 'a', number: 4 }, false);
    expect(numbers(atRest([], some).lost)).toEqual([1, 3]);
    expect(numbers(atRest([listed('a', 3)], some).lost)).toEqual([1]);
    const all = withTaken(some, { device: 'a', number: 5 }, true);
    expect(atRest([], all).lost).toEqual([]);
    expect(atRest([listed('a', 1)], all).ready).toEqual([]);
  });

  it('comes to rest whatever the order in which bundles arrive', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8], { minLength: 8 }), (order) => {
        let memory = newFolder;
        const files: Listed[] = [];
        for (const number of order) {
          files.push(listed('a', number));
          const look = atRest(files, memory);
          expect(numbers(look.ready)).toEqual([number]);
          memory = withTaken(look.memory, { device: 'a', number }, false);
        }
        expect(memory.taken).toEqual({ a: { upTo: 8, beyond: [] } });
        expect(atRest(files, memory).lost).toEqual([]);
      }),
    );
  });

  it('does not lose itself in a number that nobody can have reached', () => {
    expect(atRest([listed('a', 999_999_999)]).lost).toHaveLength(1000);
  });

  it('knows devices that are called like a part of every object', () => {
    expect(numbers(atRest([listed('constructor', 1)]).ready)).toEqual([1]);
  });
});

describe('what this device puts there', () => {
  it('is numbered on and on, past what a copy of this device has written', () => {
    const first = withNext(newFolder, here);
    expect(first.segment).toEqual({ device: here, number: 1 });
    const { memory } = lookOver([listed(here, 1), listed(here, 7)], here, first.memory);
    expect(withNext(memory, here).segment.number).toBe(8);
  });

  it('is missed when it is not there any more', () => {
    const { memory } = withNext(withNext(newFolder, here).memory, here);
    expect(numbers(atRest([listed(here, 2)], memory).ownLost)).toEqual([1]);
    expect(numbers(atRest([listed(here, 1), listed(here, 2)], memory).ownLost)).toEqual([]);
  });
});
