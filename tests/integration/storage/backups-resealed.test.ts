import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { plainSeal } from '@main/storage/seal/plain-seal';
import { sealedWith } from '@main/storage/seal/sealed';
import { FailingFiles } from './failing-files';
import { aTrip, backedUp } from './backed-up-store';
import { valueOf } from './opened';
import { everyFile, temporaryFolder } from './temporary-folder';

const names = async (folder: string): Promise<string[]> => (await readdir(join(folder, 'backups'))).sort();

describe('resealing', () => {
  const key = Buffer.alloc(32, 7);

  it('seals every backup so that none of its words can be read, and opens them again', async () => {
    const folder = await temporaryFolder();
    const other = await temporaryFolder();
    const { store, backups, blobs } = await backedUp(folder, { other });
    valueOf(await backups.settleIn(other));
    valueOf(await blobs.put(Buffer.from('planted words of a photograph')));
    store.put(aTrip('Planted words (sample)'));
    const { name } = valueOf(await backups.make());
    const seal = sealedWith(key);
    expect(valueOf(await backups.reseal(seal))).toEqual({ left: 0 });
    for (const [path, text] of [
      ...Object.entries(await everyFile(join(folder, 'backups'))),
      ...Object.entries(await everyFile(other)),
    ]) {
      expect(path).not.toMatch(/\.json\.gz$/);
      expect(text).not.toContain('planted words');
      expect(text.startsWith('\u001f\u008b')).toBe(false);
    }
    expect(valueOf(await backups.list())).toMatchObject([{ isSealed: true }, { isSealed: true }]);
    expect(valueOf(await backups.look(name))).toMatchObject({ kind: 'good', records: 1 });

    valueOf(await backups.reseal(plainSeal));
    expect(valueOf(await backups.look(name))).toMatchObject({ kind: 'good', records: 1 });
    expect(valueOf(await backups.list()).every(({ isSealed }) => !isSealed)).toBe(true);
  });

  it('is finished when it was broken off at any call, and no backup is missing meanwhile', async () => {
    for (let at = 1; ; at += 1) {
      const folder = await temporaryFolder();
      const first = await backedUp(folder);
      first.store.put(aTrip('One (sample)'));
      await first.backups.settled();
      const { name } = valueOf(await first.backups.make());
      const seal = sealedWith(key);
      const files = new FailingFiles({ at, how: 'half', code: 'EIO', forGood: true });
      await (await backedUp(folder, { files })).backups.reseal(seal);

      const again = await backedUp(folder, { seal });
      expect(valueOf(await again.backups.list()).map((each) => each.name)).toContain(name);
      expect(valueOf(await again.backups.look(name))).toMatchObject({ kind: 'good' });
      valueOf(await again.backups.reseal(seal));
      expect(await names(folder)).toEqual(expect.arrayContaining([`${name}.sealed`]));
      expect((await names(folder)).every((each) => each.endsWith('.sealed'))).toBe(true);
      if (!files.hasFailed) break;
    }
  });
});
