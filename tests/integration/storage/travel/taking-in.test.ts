import { chmod, cp, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { storedIn } from '@main/storage/backups/up-to-date';
import { Engine } from '@main/storage/engine';
import type { OpenedStore } from '@main/storage/open-store';
import { makeTrip, officer, opened, valueOf } from '../opened';
import { everyFile, temporaryFolder } from '../temporary-folder';
import { passphrase } from '../vaults';
import { withTwoTrips } from './two-trips';

function everything({ store }: OpenedStore): unknown[] {
  if (!(store instanceof Engine)) throw new Error('This store is no engine');
  const records = Array.from(store.snapshot().records, (json) => storedIn(json));
  return records.sort((one, other) => String(one?.['id']).localeCompare(String(other?.['id'])));
}

async function copied(secret: string | null = null): Promise<{ home: OpenedStore; folder: string }> {
  const home = await opened(await temporaryFolder());
  await withTwoTrips(home);
  const to = { into: await temporaryFolder(), name: 'Everything', passphrase: secret };
  const { folder } = valueOf(await home.travel.copyEverything({ title: 'All', officerId: officer }, to));
  return { home, folder };
}

describe('a packed folder', () => {
  it.each([null, passphrase])(
    'is taken in on an empty computer, record by record and file by file (%s)',
    async (secret) => {
      const { home, folder } = await copied(secret);
      const away = await opened(await temporaryFolder());
      const packed = valueOf(await away.travel.packedAt(folder));
      expect(packed).toMatchObject({ isProtected: secret !== null, name: 'Everything' });
      const taken = valueOf(await away.travel.takeIn(packed, secret));
      expect(taken).toMatchObject({ what: 'everything', title: 'All', officerId: officer, files: 3 });
      expect(everything(away)).toEqual(everything(home));
      for (const { sha256 } of away.store.all('attachment')) expect((await away.blobs.get(sha256)).ok).toBe(true);
    },
  );

  it('is found by who chose the stick that it lies on', async () => {
    const { home, folder } = await copied();
    const found = valueOf(await home.travel.packedAt(dirname(folder)));
    expect(found.folder).toBe(folder);
  });

  it('is only read, also where nobody may write', async () => {
    const { folder } = await copied(passphrase);
    const before = await everyFile(folder);
    await chmod(folder, 0o500);
    const away = await opened(await temporaryFolder());
    const packed = valueOf(await away.travel.packedAt(folder));
    expect(await away.travel.takeIn(packed, 'a wrong passphrase')).toMatchObject({
      failure: { code: 'wrong-passphrase' },
    });
    expect(await away.travel.takeIn(packed, null)).toMatchObject({ failure: { code: 'passphrase-needed' } });
    expect(everything(away)).toEqual([]);
    await chmod(folder, 0o700);
    expect(await everyFile(folder)).toEqual(before);
  });

  it('is refused where something is already, which stays as it is', async () => {
    const { folder } = await copied();
    const away = await opened(await temporaryFolder());
    const trip = await makeTrip(away.store);
    const packed = valueOf(await away.travel.packedAt(folder));
    expect(await away.travel.takeIn(packed, null)).toEqual({ ok: false, failure: { code: 'not-empty-here' } });
    expect(away.store.all('trip')).toEqual([trip]);
  });

  it('is refused when a single bit of it is another one, whichever file it is in', async () => {
    const { folder } = await copied();
    const here = await opened(await temporaryFolder());
    const names = Object.keys(await everyFile(folder)).filter((name) => name !== 'attache.json');
    for (const name of names) {
      const damaged = join(await temporaryFolder(), 'copy');
      await cp(folder, damaged, { recursive: true });
      const path = join(damaged, name);
      const bytes = await readFile(path);
      const middle = bytes.length >> 1;
      bytes.writeUInt8(bytes.readUInt8(middle) ^ 4, middle);
      await writeFile(path, bytes);
      const packed = await here.travel.packedAt(damaged);
      const taken = packed.ok ? await here.travel.takeIn(packed.value, null) : packed;
      expect([name, taken.ok]).toEqual([name, false]);
      expect(everything(here)).toEqual([]);
    }
  });

  it('is no other folder', async () => {
    const here = await opened(await temporaryFolder());
    expect(await here.travel.packedAt(await temporaryFolder())).toMatchObject({
      failure: { code: 'not-a-trip-folder' },
    });
    const live = await temporaryFolder();
    const other = await opened(live);
    await makeTrip(other.store);
    expect(await here.travel.packedAt(live)).toMatchObject({ failure: { code: 'not-a-trip-folder' } });
  });
});
