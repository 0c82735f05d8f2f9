import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { diskEmptier, beginEmptying, finishEmptying, isBeingEmptied, removeData } from '@main/storage/travel/emptying';
import type { Emptier, ProgramFolders } from '@main/storage/travel/emptying';
import { opened } from '../opened';
import { everyFile, temporaryFolder } from '../temporary-folder';
import { created } from '../vaults';
import { withTwoTrips } from './two-trips';

/** The folder of a program that was used for a while, with somebody else's file in it. */
async function used(userData: string): Promise<ProgramFolders> {
  const data = join(userData, 'data');
  const { open: key } = await created(data);
  const store = await opened(data, { seal: key.seal });
  await withTwoTrips(store);
  await store.backups.make();
  await store.store.close();
  await mkdir(join(data, 'quarantine'));
  await writeFile(join(data, 'quarantine', 'damaged-lines.txt'), 'PLANTED');
  await mkdir(join(userData, 'Local Storage', 'leveldb'), { recursive: true });
  await writeFile(join(userData, 'Local Storage', 'leveldb', '000003.log'), 'PLANTED');
  await writeFile(join(userData, 'Preferences'), 'PLANTED');
  await writeFile(join(userData, 'thesis.doc'), 'somebody else’s');
  return { userData, data };
}

/** The real disk, of which everything from one call on fails, or which dies then. */
function failing(at: number): { disk: Emptier; calls: () => number } {
  let calls = 0;
  const call = <A extends unknown[], V>(run: (...given: A) => V) => {
    return (...given: A): V => {
      calls += 1;
      if (at > 0 && calls >= at) throw Object.assign(new Error('The disk fails'), { code: 'EIO' });
      return run(...given);
    };
  };
  const { has, list, remove, write, syncFolder } = diskEmptier;
  const disk = {
    has: call(has),
    list: call(list),
    remove: call(remove),
    write: call(write),
    syncFolder: call(syncFolder),
  };
  return { disk, calls: () => calls };
}

describe('emptying a computer', () => {
  it('leaves nothing but what is not ours', async () => {
    const folders = await used(await temporaryFolder());
    beginEmptying(folders);
    expect(isBeingEmptied(folders)).toBe(true);
    removeData(folders);
    expect(await readdir(folders.userData)).not.toContain('data');
    finishEmptying(folders);
    expect(await readdir(folders.userData)).toEqual(['thesis.doc']);
    expect(isBeingEmptied(folders)).toBe(false);
  });

  it('takes the keys away before anything else', async () => {
    const folders = await used(await temporaryFolder());
    const removed: string[] = [];
    removeData(folders, {
      ...diskEmptier,
      remove: (path) => {
        removed.push(path.slice(folders.data.length + 1));
        diskEmptier.remove(path);
      },
    });
    const keys = removed.filter((name) => name.startsWith('vault'));
    expect(keys.length).toBeGreaterThanOrEqual(2);
    expect(removed.slice(0, keys.length)).toEqual(keys);
  });

  it('is gone on with after a kill or a failure at whichever call, and never opens what is half removed', async () => {
    const pattern = (await used(await temporaryFolder())).userData;
    for (let at = 1; ; at += 1) {
      const userData = await temporaryFolder();
      await cp(pattern, userData, { recursive: true });
      const folders = { userData, data: join(userData, 'data') };
      const before = await everyFile(folders.data);
      const { disk, calls } = failing(at);
      const attempt = (): void => {
        beginEmptying(folders, disk);
        removeData(folders, disk);
        finishEmptying(folders, disk);
      };
      let hasFailed = false;
      try {
        attempt();
      } catch {
        hasFailed = true;
      }
      // What the program does at its next start, before it opens anything.
      if (isBeingEmptied(folders)) {
        finishEmptying(folders);
        expect(await readdir(userData)).toEqual(['thesis.doc']);
      } else if (hasFailed && (await readdir(userData)).includes('data')) {
        expect(await everyFile(folders.data)).toEqual(before);
      } else {
        expect(await readdir(userData)).toEqual(['thesis.doc']);
      }
      if (!hasFailed) {
        expect(calls()).toBeLessThan(at);
        break;
      }
    }
  });
});
