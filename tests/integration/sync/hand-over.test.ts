import { randomBytes } from 'node:crypto';
import { appendFile, readdir, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { diskFiles } from '@main/storage/disk/disk-files';
import type { DiskFiles } from '@main/storage/disk/disk-files';
import { liveLeaves } from '@main/sync/synced-record';
import { day, english, nextId } from '../../builders/records';
import { valueOf } from '../../builders/result';
import { bytesOf, carry, deskOf, handOver, lookAt, passphrase, takeOver } from '../../support/sync/handing-over';
import { Laptop, organisationOn, putLaptopsAway } from '../../support/sync/laptop';
import { heading, made, noteParcel } from '../../unit/main/sync/bundle/bundles';
import { temporaryFolder } from '../storage/temporary-folder';

afterEach(putLaptopsAway);

/** As little as a photograph does it grow smaller. */
const photograph = Uint8Array.from(randomBytes(200_000));

async function two(): Promise<[Laptop, Laptop, string]> {
  return [await Laptop.begin('here'), await Laptop.begin('there'), join(await temporaryFolder(), 'trip.attache')];
}

const profileOn = (laptop: Laptop, id: string): string | undefined =>
  laptop.opened.store.get('organisation', id)?.profile;
const seqOf = (laptop: Laptop): number => laptop.opened.branches.seq;
const leavesOf = (laptop: Laptop, id: string): number => liveLeaves(laptop.synced.get(`organisation:${id}`)).length;

/** A trip with a photograph; answers its id. */
async function tripOn(laptop: Laptop): Promise<string> {
  const sha256 = valueOf(await laptop.opened.blobs.put(photograph));
  const trip = await laptop.opened.store.transact(laptop.intent, (tx) => {
    const title = english('Spring visit (sample)');
    const visit = tx.create('trip', { title, firstDay: day('2026-03-02'), lastDay: day('2026-03-04') });
    tx.create('attachment', { tripId: visit.id, name: 'pier.jpg', size: photograph.length, sha256 });
    return visit;
  });
  return valueOf(trip).id;
}

describe('a file that is handed over', () => {
  it('brings everything, files too, to a laptop where there is nothing yet', async () => {
    const [here, there, stick] = await two();
    const trip = await tripOn(here);
    await organisationOn(here);
    const written = valueOf(await handOver(deskOf(here), stick));
    expect(written).toMatchObject({ records: 3, files: 1, lacking: 0, path: stick, bytes: (await stat(stick)).size });
    const { preview, receipt } = await takeOver(deskOf(there), stick);
    expect(preview).toMatchObject({
      ...{ holds: 'everything', isOwn: false, isStranger: false, lacking: 0 },
      counts: { added: 3, updated: 0, merged: 0, disputed: 0, known: 0, unreadable: 0 },
      files: { count: 1, bytes: photograph.length },
    });
    expect(receipt).toMatchObject({ counts: preview.counts, files: 1, lacking: 0 });
    expect(there.opened.store.get('trip', trip)?.title.en).toBe('Spring visit (sample)');
    const [picture] = there.opened.store.all('attachment');
    expect(valueOf(await there.opened.blobs.get(picture?.sha256 ?? ''))).toEqual(photograph);
  });

  it('holds one trip and what belongs to it, and nothing else', async () => {
    const [here, there, stick] = await two();
    const trip = await tripOn(here);
    await organisationOn(here);
    expect(valueOf(await handOver(deskOf(here), stick, { tripId: trip })).records).toBe(2);
    const { preview } = await takeOver(deskOf(there), stick);
    expect(preview).toMatchObject({ holds: 'trip', tripTitle: { en: 'Spring visit (sample)' } });
    expect(there.opened.store.all('organisation')).toEqual([]);
  });

  it('tells nobody what is in it', async () => {
    const [here, , stick] = await two();
    await organisationOn(here);
    valueOf(await handOver(deskOf(here), stick));
    expect((await bytesOf(stick)).includes('Harbour')).toBe(false);
    const short = await deskOf(here).write(
      { tripId: null, passphrase: 'short' },
      () => Promise.reject(new Error()),
      {},
    );
    expect(short).toMatchObject({ ok: false, failure: { code: 'passphrase-too-short' } });
  });

  it('never makes a conflict between people who take turns', async () => {
    const [here, there] = await two();
    const id = await organisationOn(here);
    for (let turn = 0; turn < 5; turn += 1) {
      const [from, to] = turn % 2 === 0 ? [here, there] : [there, here];
      await from.write(id, { profile: `one\ntwo\nturn ${turn}` });
      await from.write(id, { size: `${turn}` });
      const receipt = await carry(from, to);
      expect(receipt.counts.disputed).toBe(0);
      expect(profileOn(to, id)).toBe(`one\ntwo\nturn ${turn}`);
      expect(leavesOf(to, id)).toBe(1);
    }
  });

  it('merges what goes together and keeps both of what does not, just as it was previewed', async () => {
    const [here, there, stick] = await two();
    const [merging, disputed] = [await organisationOn(here), await organisationOn(here)];
    await carry(here, there);
    await here.write(merging, { profile: 'one, as seen here\ntwo\nthree' });
    await here.write(disputed, { size: '200' });
    await there.write(merging, { profile: 'one\ntwo\nthree, as seen there' });
    await there.write(disputed, { size: '300' });
    const added = await organisationOn(here);
    valueOf(await handOver(deskOf(here), stick));
    const before = seqOf(there);
    const desk = deskOf(there);
    const preview = await lookAt(desk, stick);
    expect(preview.counts).toEqual({ added: 1, updated: 0, merged: 1, disputed: 1, known: 0, unreadable: 0 });
    expect(preview.disputed).toEqual([{ type: 'organisation', title: 'Harbour Robotics (sample)' }]);
    expect(seqOf(there)).toBe(before);
    expect(there.opened.store.get('organisation', added)).toBeUndefined();
    expect(valueOf(await desk.take(false, {})).counts).toEqual(preview.counts);
    expect(profileOn(there, merging)).toBe('one, as seen here\ntwo\nthree, as seen there');
    expect(leavesOf(there, disputed)).toBe(2);
    expect(await there.conflicts().count()).toBe(1);
  });

  it('changes nothing when it is taken in again, however old it is by then', async () => {
    const [here, there, stick] = await two();
    const id = await organisationOn(here);
    valueOf(await handOver(deskOf(here), stick));
    await takeOver(deskOf(there), stick);
    await there.write(id, { profile: 'newer' });
    const before = seqOf(there);
    const { receipt, preview } = await takeOver(deskOf(there), stick);
    expect(preview.counts).toEqual({ added: 0, updated: 0, merged: 0, disputed: 0, known: 1, unreadable: 0 });
    expect(receipt).toMatchObject({ counts: preview.counts, files: 0, isBackedUp: false });
    expect(seqOf(there)).toBe(before);
    expect(profileOn(there, id)).toBe('newer');
    const own = await takeOver(deskOf(here), stick);
    expect(own.preview).toMatchObject({ isOwn: true, counts: { added: 0, known: 1 } });
  });

  it('follows what was handed over once more is written here: an old file never takes a sentence away', async () => {
    const [here, there, stick] = await two();
    const id = await organisationOn(here);
    valueOf(await handOver(deskOf(here), stick));
    await here.write(id, { profile: 'written after the file was made' });
    await takeOver(deskOf(there), stick);
    await there.write(id, { size: '80' });
    await carry(there, here);
    expect(here.opened.store.get('organisation', id)).toMatchObject({
      ...{ profile: 'written after the file was made', size: '80' },
    });
  });

  it('is asked about when nobody here has met its records', async () => {
    const [here, there, stick] = await two();
    await organisationOn(here);
    await organisationOn(there);
    valueOf(await handOver(deskOf(here), stick));
    const desk = deskOf(there);
    expect((await lookAt(desk, stick)).isStranger).toBe(true);
    expect(await desk.take(false, {})).toMatchObject({ ok: false, failure: { code: 'bundle-of-another-space' } });
    expect(there.opened.store.all('organisation')).toHaveLength(1);
    expect(valueOf(await desk.take(true, {})).counts.added).toBe(1);
  });

  it('is preceded by a backup when it changes more than a handful', async () => {
    const [here, there, stick] = await two();
    for (let nth = 0; nth < 6; nth += 1) await organisationOn(here);
    await organisationOn(there);
    valueOf(await handOver(deskOf(here), stick));
    expect((await takeOver(deskOf(there), stick)).receipt.isBackedUp).toBe(true);
    const backups = valueOf(await there.opened.backups.list());
    expect(backups.map(({ reason }) => reason)).toContain('merge');
    const empty = await Laptop.begin('empty');
    expect((await takeOver(deskOf(empty), stick)).receipt).toMatchObject({ isBackedUp: false, counts: { added: 6 } });
  });

  it('says which files it lacks, and takes in the rest', async () => {
    const [here, there, stick] = await two();
    await tripOn(here);
    const [attachment] = here.opened.store.all('attachment');
    const name = here.opened.blobs.nameOf(attachment?.sha256 ?? '');
    await writeFile(join(here.folder, 'files', name.slice(0, 2), name), 'damaged');
    expect(valueOf(await handOver(deskOf(here), stick))).toMatchObject({ files: 0, lacking: 1 });
    expect((await takeOver(deskOf(there), stick)).receipt).toMatchObject({
      files: 0,
      lacking: 1,
      counts: { added: 2 },
    });
  });
});

describe('a file that is not as it should be', () => {
  async function refused(spoil: (path: string) => Promise<void>, given = passphrase): Promise<string> {
    const [here, there, stick] = await two();
    await tripOn(here);
    valueOf(await handOver(deskOf(here), stick));
    await spoil(stick);
    const desk = deskOf(there);
    const chosen = await desk.choose(stick);
    const looked = chosen.ok ? await desk.look(given, {}) : chosen;
    expect(await desk.take(true, {})).toMatchObject({ ok: false });
    expect(there.opened.branches.seq).toBe(0);
    expect(await there.opened.blobs.all()).toEqual([]);
    return looked.ok ? 'taken' : looked.failure.code;
  }
  const put = (bytes: Promise<Uint8Array>) => async (path: string) => writeFile(path, await bytes);
  const key = { kind: 'passphrase', passphrase } as const;

  it('is named, and nothing of it is taken in', async () => {
    expect(await refused(async (path) => truncate(path, (await stat(path)).size - 20_000))).toBe('bundle-cut-short');
    expect(await refused((path) => truncate(path, 40))).toBe('bundle-cut-short');
    expect(await refused((path) => appendFile(path, 'more'))).toMatch(/^bundle-(cut-short|damaged)$/);
    expect(
      await refused(async (path) => {
        const bytes = await bytesOf(path);
        bytes[1000] = (bytes[1000] ?? 0) ^ 1;
        await writeFile(path, bytes);
      }),
    ).toBe('bundle-damaged');
    expect(await refused((path) => writeFile(path, '<html>Sign in to the network</html>'))).toBe('not-a-bundle');
    expect(await refused((path) => writeFile(path, ''))).toMatch(/^(not-a-bundle|bundle-cut-short)$/);
    expect(await refused(() => Promise.resolve(), 'another passphrase')).toBe('bundle-wrong-passphrase');
    expect(await refused((path) => truncate(path, 40 * 2 ** 30))).toBe('bundle-too-large');
    const other = made({ parcels: [noteParcel], key, heading: { ...heading, spaceId: 'another office' } });
    expect(await refused(put(other))).toBe('bundle-of-another-space');
  });

  it('is said to be gone when the stick is', async () => {
    const [, there] = await two();
    const desk = deskOf(there);
    const gone = join(await temporaryFolder(), 'gone.attache');
    expect(await desk.choose(gone)).toMatchObject({ ok: false, failure: { code: 'cannot-read', reason: 'ENOENT' } });
    expect(await desk.choose(await temporaryFolder())).toMatchObject({ ok: false, failure: { code: 'not-a-bundle' } });
  });
});

describe('handing over that is broken off', () => {
  function full(after: number): DiskFiles {
    let left = after;
    return {
      ...diskFiles,
      create: async (path) => {
        const file = await diskFiles.create(path);
        return {
          write(bytes) {
            left -= 1;
            if (left >= 0) return file.write(bytes);
            return Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' }));
          },
          sync: () => file.sync(),
          close: () => file.close(),
        };
      },
    };
  }

  it('leaves nothing on a full stick, and an earlier file as it was', async () => {
    const [here, , stick] = await two();
    await tripOn(here);
    for (const after of [0, 1]) {
      const failing = await handOver(deskOf(here), stick, { files: full(after) });
      expect(failing).toMatchObject({ ok: false, failure: { code: 'no-room-for-file' } });
    }
    expect(await readdir(join(stick, '..'))).toEqual([]);
    await writeFile(stick, 'an earlier one');
    await handOver(deskOf(here), stick, { files: full(1) });
    expect((await bytesOf(stick)).toString()).toBe('an earlier one');
  });

  it('leaves nothing when it is cancelled, neither here nor there', async () => {
    const [here, there, stick] = await two();
    await tripOn(here);
    const stop = new AbortController();
    stop.abort();
    const { signal } = stop;
    const desk = deskOf(here);
    const cancelled = await desk.write(
      { tripId: null, passphrase },
      async (content) => {
        for await (const piece of content) expect(piece.length).toBe(0);
        return valueOf({ ok: false, failure: { code: 'internal' } });
      },
      { signal },
    );
    expect(cancelled).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
    valueOf(await handOver(desk, stick));
    const other = deskOf(there);
    await lookAt(other, stick);
    expect(await other.take(true, { signal })).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
    expect(seqOf(there)).toBe(0);
    expect(valueOf(await other.take(true, {})).counts.added).toBe(2);
  });

  it('is gone on with by the next try when the disk here was full in the middle', async () => {
    const [here, there, stick] = await two();
    await tripOn(here);
    valueOf(await handOver(deskOf(here), stick));
    const broken = deskOf(there, {
      synced: {
        ...there.synced,
        change: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' })),
      },
    });
    valueOf(await broken.choose(stick));
    // What is tried on copies writes nothing, so that it does not meet the full disk.
    valueOf(await broken.look(passphrase, {}));
    expect(await broken.take(true, {})).toMatchObject({ ok: false, failure: { code: 'disk-full' } });
    expect(there.opened.store.all('trip')).toEqual([]);
    await there.close();
    await there.open();
    const { receipt } = await takeOver(deskOf(there), stick);
    expect(receipt.counts.added).toBe(2);
    expect(there.opened.store.all('trip')).toHaveLength(1);
  });

  it('marks what leaves before a byte of it does, so that a stick that went astray still counts', async () => {
    const [here] = await two();
    const id = await organisationOn(here);
    const isDraft = (): boolean | undefined => liveLeaves(here.synced.get(`organisation:${id}`))[0]?.isDraft;
    expect(isDraft()).toBe(true);
    const seen: (boolean | undefined)[] = [];
    await deskOf(here).write(
      { tripId: null, passphrase },
      async (content) => {
        for await (const _piece of content) seen.push(isDraft());
        return { ok: true, value: { path: nextId() } };
      },
      {},
    );
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.every((each) => each === false)).toBe(true);
    await here.close();
    await here.open();
    expect(isDraft()).toBe(false);
  });

  it('ends when the folder is closed', async () => {
    const [here, , stick] = await two();
    await tripOn(here);
    const desk = deskOf(here);
    await desk.close();
    expect(await handOver(desk, stick)).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
  });
});
