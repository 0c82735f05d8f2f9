import { cp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { writeNote } from '@main/services/notes';
import { createRecord, trashRecord, updateRecord } from '@main/services/records';
import { SegmentFiles } from '@main/search/segment-files';
import { Segment } from '@main/search/segment';
import { SegmentBuilder } from '@main/search/segment-builder';
import { diskFiles } from '@main/storage/disk/disk-files';
import { plainSeal } from '@main/storage/seal/plain-seal';
import type { Seal } from '@main/storage/seal/seal';
import { sealedWith } from '@main/storage/seal/sealed';
import type { RecordOf } from '@shared/domain/records';
import { day, english, nextId } from '../../builders/records';
import { valueOf } from '../../builders/result';
import { aSearchableStore } from '../../builders/search';
import type { SearchableOptions, SearchableStore } from '../../builders/search';
import { FailingFiles } from '../storage/failing-files';
import { temporaryFolder } from '../storage/temporary-folder';

let folder: string;
const open: SearchableStore[] = [];

beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(async () => {
  for (const office of open.splice(0)) await office.close();
});

async function opened(options: SearchableOptions = {}): Promise<SearchableStore> {
  const office = await aSearchableStore({ folder, ...options });
  open.push(office);
  return office;
}

async function closed(office: SearchableStore): Promise<void> {
  open.splice(open.indexOf(office), 1);
  await office.close();
}

async function aTrip(office: SearchableStore): Promise<RecordOf<'trip'>> {
  const fields = { title: english('Visit (sample)'), firstDay: day('2026-03-02'), lastDay: day('2026-03-04') };
  return valueOf(await createRecord(office.context, 'trip', fields, undefined));
}

function note(
  office: SearchableStore,
  trip: RecordOf<'trip'>,
  markdown: string,
  noteId = nextId(),
  blockId = nextId(),
) {
  const subject = { type: 'trip' as const, id: trip.id };
  return writeNote(office.context, { noteId, blockId, markdown, subject }).then(valueOf);
}

async function found(office: SearchableStore, text: string): Promise<string[]> {
  const { groups } = await office.ask({ text, kinds: ['note'], most: 200 });
  return groups.flatMap(({ hits }) => hits.map(({ id }) => id)).sort();
}

const indexFiles = async (): Promise<string[]> =>
  (await readdir(join(folder, 'search'))).filter((name) => name.startsWith('segment-')).sort();

/** An office with three notes, whose index is kept. */
async function furnished(options: SearchableOptions = {}): Promise<{ trip: RecordOf<'trip'>; ids: string[] }> {
  const office = await opened(options);
  await office.ready;
  const trip = await aTrip(office);
  const ids = [];
  for (const words of ['深圳 alpha', '深圳 beta', '杭州 alpha']) ids.push((await note(office, trip, words)).id);
  await office.search.settled();
  await closed(office);
  return { trip, ids };
}

describe('the index that is kept', () => {
  it('is used as it is at the next opening', async () => {
    const { ids } = await furnished();
    const before = await indexFiles();
    expect(before).toHaveLength(1);
    const again = await opened();
    await again.ready;
    await again.search.settled();
    expect(await found(again, '深圳')).toEqual(ids.slice(0, 2).sort());
    expect(await indexFiles()).toEqual(before);
    expect(again.oddities).toEqual([]);
  });

  it('is mended where the store went on without it', async () => {
    const { trip, ids } = await furnished();
    const kept = await readFile(join(folder, 'search', (await indexFiles())[0] ?? ''));
    const name = (await indexFiles())[0] ?? '';
    const office = await opened();
    await office.ready;
    const [changed = ''] = ids;
    const blockId = office.opened.store.get('note', changed)?.blocks[0]?.id;
    await note(office, trip, '上海 gamma', changed, blockId);
    const added = await note(office, trip, '深圳 delta');
    await office.search.settled();
    await closed(office);
    for (const each of await indexFiles()) await rm(join(folder, 'search', each));
    await writeFile(join(folder, 'search', name), kept);

    const again = await opened();
    await again.ready;
    expect(await found(again, '深圳')).toEqual([ids[1], added.id].sort());
    expect(await found(again, '上海')).toEqual([changed]);
  });

  it('is noticed to be newer than a store that was put back', async () => {
    const { ids } = await furnished();
    const aside = await temporaryFolder();
    await cp(folder, aside, { recursive: true });
    const office = await opened();
    await office.ready;
    const [changed = ''] = ids;
    const tripId = office.opened.store.get('note', changed)?.tripId ?? '';
    const trip = office.opened.store.get('trip', tripId) as RecordOf<'trip'>;
    const blockId = office.opened.store.get('note', changed)?.blocks[0]?.id;
    await note(office, trip, 'later words', changed, blockId);
    await note(office, trip, 'later still');
    await office.search.settled();
    await closed(office);
    for (const name of await readdir(folder)) if (name !== 'search') await rm(join(folder, name), { recursive: true });
    for (const name of await readdir(aside)) {
      if (name !== 'search') await cp(join(aside, name), join(folder, name), { recursive: true });
    }

    const again = await opened();
    await again.ready;
    expect(await found(again, 'later')).toEqual([]);
    expect(await found(again, '深圳')).toEqual(ids.slice(0, 2).sort());
  });

  it.each([
    ['has a flipped bit', (bytes: Buffer) => bytes.fill((bytes[200] ?? 0) ^ 4, 200, 201)],
    ['has another in its sum', (bytes: Buffer) => bytes.fill((bytes[3] ?? 0) ^ 1, 3, 4)],
    ['is cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 9)],
    ['is empty', () => Buffer.alloc(0)],
    ['is something else', () => Buffer.from('{"a":1}')],
  ])('is thrown away and made anew when it %s', async (_, damaged) => {
    const { ids } = await furnished();
    const [name = ''] = await indexFiles();
    await writeFile(join(folder, 'search', name), damaged(await readFile(join(folder, 'search', name))));
    const again = await opened();
    await again.ready;
    await again.search.settled();
    expect(await found(again, '深圳')).toEqual(ids.slice(0, 2).sort());
    expect(again.oddities).toEqual(['1 files of the index were of no use and are made anew']);
    await closed(again);
    expect(await indexFiles()).toHaveLength(1);
    expect(await indexFiles()).not.toContain(name);
  });

  it('is no file of somebody else, and none of an interrupted writing', async () => {
    await furnished();
    await writeFile(join(folder, 'search', 'segment-0123456789abcdef.index.0123456789ab.tmp'), 'half');
    await writeFile(join(folder, 'search', 'notes.txt'), 'mine');
    const again = await opened();
    await again.ready;
    await closed(again);
    const names = await readdir(join(folder, 'search'));
    expect(names.every((name) => name.endsWith('.index'))).toBe(true);
  });
});

describe('the names that are kept', () => {
  const asked = async (office: SearchableStore, text: string): Promise<string[]> =>
    (await office.ask({ text })).groups.flatMap(({ hits }) => hits.map(({ id }) => id));
  const named = (zhHant: string) => ({ familyName: { en: '', zhHant, zhHans: '' } });

  /** Two people, whose names are kept by the second opening. */
  async function acquainted(options: SearchableOptions = {}): Promise<{ one: string; other: string }> {
    const office = await opened(options);
    await office.ready;
    const one = valueOf(await createRecord(office.context, 'person', named('劉德華'), undefined));
    const other = valueOf(await createRecord(office.context, 'person', named('陳大文'), undefined));
    await closed(office);
    const again = await opened(options);
    await again.ready;
    await again.searching.kept();
    await closed(again);
    return { one: one.id, other: other.id };
  }

  it('are used at the next opening, and mended where the store went on without them', async () => {
    const { one, other } = await acquainted();
    const path = join(folder, 'search', 'names.index');
    const kept = await readFile(path);
    const office = await opened();
    await office.ready;
    expect(await asked(office, 'liu dehua')).toEqual([one]);
    valueOf(await updateRecord(office.context, 'person', one, named('張三')));
    valueOf(await trashRecord(office.context, 'person', other));
    const added = valueOf(await createRecord(office.context, 'person', named('李四'), undefined));
    await closed(office);
    await writeFile(path, kept);

    const again = await opened();
    await again.ready;
    expect(await asked(again, 'liu dehua')).toEqual([]);
    expect(await asked(again, 'chen dawen')).toEqual([]);
    expect(await asked(again, 'zhang san')).toEqual([one]);
    expect(await asked(again, 'li si')).toEqual([added.id]);
  });

  it('are made anew when they are damaged or of another version', async () => {
    const { one } = await acquainted();
    const path = join(folder, 'search', 'names.index');
    const kept = await readFile(path);
    const oldVersion = new SegmentFiles({
      folder: join(folder, 'search'),
      files: diskFiles,
      seal: plainSeal,
      isSecret: () => false,
    });
    const damages: (() => Promise<void>)[] = [
      () => writeFile(path, kept.subarray(0, kept.length - 3)),
      () => writeFile(path, Buffer.from(kept).fill((kept[40] ?? 0) ^ 1, 40, 41)),
      () => oldVersion.keepNames(serialize({ version: 'another' })),
      () => oldVersion.keepNames(Buffer.from('no such thing')),
      () => rm(path),
    ];
    for (const damage of damages) {
      await damage();
      const office = await opened();
      await office.ready;
      expect(await asked(office, 'liu dehua')).toEqual([one]);
      await closed(office);
    }
  });

  it('say nothing on the disk of a store with a passphrase', async () => {
    const seal = sealedWith(new Uint8Array(32).fill(3));
    const { one } = await acquainted({ seal });
    const bytes = await readFile(join(folder, 'search', 'names.index'));
    for (const encoding of ['utf8', 'utf16le'] as const)
      expect(bytes.includes(Buffer.from('德華', encoding))).toBe(false);
    expect(bytes.includes(one)).toBe(false);
  });
});

describe('the index of a store with a passphrase', () => {
  const seal = (byte: number): Seal => sealedWith(new Uint8Array(32).fill(byte));

  it('says nothing on the disk', async () => {
    const { ids } = await furnished({ seal: seal(1) });
    const [name = ''] = await indexFiles();
    const bytes = await readFile(join(folder, 'search', name));
    for (const encoding of ['utf8', 'utf16le'] as const)
      expect(bytes.includes(Buffer.from('alpha', encoding))).toBe(false);
    for (const id of ids) expect(bytes.includes(Buffer.from(id.replace(/-/g, ''), 'hex'))).toBe(false);
    const again = await opened({ seal: seal(1) });
    await again.ready;
    expect(await found(again, 'alpha')).toEqual([ids[0], ids[2]].sort());
    expect(again.oddities).toEqual([]);
  });

  it('is removed where it was kept readable or under another key', async () => {
    for (const before of [plainSeal, seal(2)]) {
      const place = await temporaryFolder();
      const files = { folder: place, files: diskFiles, isSecret: () => before.isSecret };
      await new SegmentFiles({ ...files, seal: before }).keep(aSegment());
      expect(await readdir(place)).toHaveLength(1);
      const loaded: Segment[] = [];
      const after = new SegmentFiles({ ...files, seal: seal(1), isSecret: () => true });
      expect(await after.load((segment) => loaded.push(segment))).toEqual({ thrownAway: 1 });
      expect(loaded).toEqual([]);
      expect(await readdir(place)).toEqual([]);
    }
  });

  it('is never written readable while the store is secret', async () => {
    const place = await temporaryFolder();
    const shelf = new SegmentFiles({ folder: place, files: diskFiles, seal: plainSeal, isSecret: () => true });
    await shelf.keep(aSegment());
    expect(await readdir(place)).toEqual([]);
  });

  it('goes under the new seal', async () => {
    const { ids } = await furnished();
    const office = await opened();
    await office.ready;
    await office.opened.reseal(seal(1));
    await office.searching.reseal(seal(1));
    await office.search.settled();
    await closed(office);
    const [name = ''] = await indexFiles();
    expect((await readFile(join(folder, 'search', name))).includes(Buffer.from('alpha', 'utf16le'))).toBe(false);
    const again = await opened({ seal: seal(1) });
    await again.ready;
    expect(await found(again, 'alpha')).toEqual([ids[0], ids[2]].sort());
    expect(again.oddities).toEqual([]);
  });
});

describe('a process that ends while the index is written', () => {
  it.each(['before', 'half', 'after'] as const)(
    'leaves one that is right at the next opening (%s any call)',
    async (how) => {
      for (let at = 1; ; at += 1) {
        const place = await temporaryFolder();
        const parts = { folder: join(place, 'search'), seal: plainSeal, isSecret: () => false };
        const kept = new SegmentFiles({ ...parts, files: diskFiles });
        const [old, next] = [aSegment('old'), aSegment('new')];
        await kept.keep(old);
        const failing = new FailingFiles({ at, how, code: 'EIO', forGood: true });
        const interrupted = new SegmentFiles({ ...parts, files: failing });
        const loadedBefore: Segment[] = [];
        await interrupted.load((segment) => loadedBefore.push(segment)).catch(() => undefined);
        await interrupted.keep(next, loadedBefore).catch(() => undefined);

        const loaded: Segment[] = [];
        await new SegmentFiles({ ...parts, files: diskFiles }).load((segment) => loaded.push(segment));
        // Each that is there is whole; which of the two it is, the store decides.
        for (const { whole } of loaded)
          expect([old.whole, next.whole].some((each) => Buffer.compare(each, whole) === 0)).toBe(true);
        expect((await readdir(parts.folder)).every((name) => name.endsWith('.index'))).toBe(true);
        if (!failing.hasFailed) {
          expect(loaded).toHaveLength(1);
          return;
        }
      }
    },
  );
});

describe('a search that was closed', () => {
  it('answers nothing', async () => {
    await furnished();
    const office = await opened();
    await office.ready;
    await closed(office);
    await expect(office.ask({ text: 'alpha' })).rejects.toThrow('cancelled');
  });
});

function aSegment(word = 'alpha'): Segment {
  const builder = new SegmentBuilder();
  builder.add({ kind: 'note', id: nextId(), time: 1, print: 1n }, [word]);
  const segment = Segment.read(builder.finish());
  if (segment === null) throw new Error('A segment that was just made cannot be read');
  return segment;
}
