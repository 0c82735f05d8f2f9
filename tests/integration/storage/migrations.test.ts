import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { recordTypes } from '@shared/domain/records';
import { shippedMigrations, versionAfter } from '@main/storage/migrations';
import type { Migration } from '@main/storage/migrations';
import type { StoredRecord } from '@main/storage/records/stored-record';
import { makeTrip, opened, tryOpening, valueOf } from './opened';
import { everyFile, temporaryFolder } from './temporary-folder';

const storeFile = (folder: string): string => join(folder, 'attache.json');
const fixtures = join(__dirname, '../../fixtures/stores');
const firstVersion = join(fixtures, 'v1.json');
const shippedVersions = Array.from({ length: versionAfter(shippedMigrations) }, (_, index) => index + 1);

/** To 3: every trip says what it is for. To 4: purposes are shouted. */
const migrations: Migration[] = [
  ...shippedMigrations,
  { to: 3, migrate: (records) => eachTrip(records, () => 'from 3') },
  { to: 4, migrate: (records) => eachTrip(records, (purpose) => purpose.toUpperCase()) },
];

function eachTrip(records: readonly StoredRecord[], purposeOf: (purpose: string) => string): StoredRecord[] {
  return records.map((record) =>
    record['type'] === 'trip' ? { ...record, purpose: purposeOf(String(record['purpose'])) } : record,
  );
}

async function oldStore(): Promise<{ folder: string; bytes: Buffer }> {
  const folder = await temporaryFolder();
  await cp(firstVersion, storeFile(folder));
  return { folder, bytes: await readFile(firstVersion) };
}

async function copyOf(folder: string): Promise<string> {
  const copy = await temporaryFolder();
  await cp(folder, copy, { recursive: true });
  return copy;
}

/** Kinds of records that came after these stores were made: they need no migration, for nothing is of them. */
const cameLater = ['note-version', 'document-template'];

describe('every version that was ever shipped', () => {
  it.each(shippedVersions)('has a store of version %i in tests/fixtures/stores that opens whole', async (version) => {
    const folder = await temporaryFolder();
    // The first version was one file, every later one is a folder.
    if (version === 1) await cp(firstVersion, storeFile(folder));
    else await cp(join(fixtures, `v${version}`), folder, { recursive: true });
    expect(JSON.parse(await readFile(storeFile(folder), 'utf8'))).toMatchObject({ version });
    const { store, notices } = await opened(folder);
    expect(notices).toEqual([]);
    expect(recordTypes.filter((type) => store.all(type).length === 0)).toEqual(cameLater);
    expect(store.trashed('organisation')).toHaveLength(1);
    await makeTrip(store);
  });

  it('leads to the next in a step of its own', () => {
    expect(shippedMigrations.map(({ to }) => to)).toEqual(shippedVersions.slice(1));
  });
});

describe('a store of an older version', () => {
  it('is backed up as it is, and brought up to date step by step', async () => {
    const { folder } = await oldStore();
    const plain = await opened(await copyOf(folder));
    const { store, backups, notices } = await opened(folder, { migrations });
    expect(notices).toEqual([]);
    expect(store.all('trip').map(({ purpose }) => purpose)).toEqual(['FROM 3']);
    expect(JSON.parse(await readFile(storeFile(folder), 'utf8'))).toMatchObject({ version: 4 });
    const [backup] = valueOf(await backups.list());
    expect(backup?.reason).toBe('migration');
    const before = valueOf(await plain.backups.restoreFile(join(folder, 'backups', backup!.name)));
    expect(before.records).toBeGreaterThan(10);
    expect(plain.store.all('trip').map(({ purpose }) => purpose)).not.toEqual(['FROM 3']);
  });

  it('is brought up to date once', async () => {
    const { folder } = await oldStore();
    await (await opened(folder, { migrations: migrations.slice(0, 2) })).store.close();
    await (await opened(folder, { migrations: migrations.slice(0, 2) })).store.close();
    const { store, backups } = await opened(folder, { migrations });
    expect(store.all('trip').map(({ purpose }) => purpose)).toEqual(['FROM 3']);
    expect(valueOf(await backups.list())).toHaveLength(2);
  });

  it('is left as it is to the byte when a step fails', async () => {
    const { folder, bytes } = await oldStore();
    const cause = new Error('A broken step');
    const broken: Migration = {
      to: 2,
      migrate: () => {
        throw cause;
      },
    };
    await expect(tryOpening(folder, { migrations: [broken] })).rejects.toBe(cause);
    expect(await readFile(storeFile(folder))).toEqual(bytes);
    expect((await opened(folder)).store.all('trip')).toHaveLength(1);
  });

  it('can be restored from a backup of that version', async () => {
    const folder = await temporaryFolder();
    const { store, backups } = await opened(folder, { migrations });
    valueOf(await backups.restoreFile(firstVersion));
    expect(store.all('trip').map(({ purpose }) => purpose)).toEqual(['FROM 3']);
  });

  it('reads fields that came later as blank, without a migration', async () => {
    const { folder, bytes } = await oldStore();
    await writeFile(storeFile(folder), bytes.toString('utf8').replace(/"conclusions":"[^"]*",/, ''));
    const { store, notices } = await opened(folder);
    expect(notices).toEqual([]);
    expect(store.all('trip').map(({ conclusions }) => conclusions)).toEqual(['']);
    expect(Object.keys(await everyFile(folder))).not.toContain('quarantine');
  });
});
