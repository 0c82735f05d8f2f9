import { readIfThere } from '../disk/disk-files';
import { Pace } from '../pace';
import { PlacedLines } from '../records/placed-lines';
import { RecordTable } from '../records/record-table';
import type { Slot } from '../records/slot';
import { bucketName, bucketNumber, unknownEpoch } from './bucket';
import { makeBucket } from './generation';
import type { GenerationPlace, LiveBucket } from './generation';
import { journalNumber, journalPath, readJournal } from './journal';
import type { FoundJournal } from './journal';
import { recordIn } from './lines';
import type { RecordJson } from './lines';
import type { Manifest } from './manifest';

/** What is not as it was written. */
export interface Damage {
  /** Lines that cannot be read, by the file they stand in. */
  readonly lines: readonly { readonly file: string; readonly bytes: Uint8Array }[];
  /** How many records were written and left no trace: of files that are cut off or gone. */
  readonly missing: number;
  /** Files that are older than they should be. */
  readonly stale: readonly string[];
}

export interface LoadedGeneration {
  readonly table: RecordTable;
  readonly buckets: readonly LiveBucket[];
  readonly journals: ReadonlyMap<number, number>;
  /** Grows while the journals' records are being looked at. */
  readonly dirty: Set<Slot>;
  readonly damaged: readonly LiveBucket[];
  readonly seq: number;
  readonly damage: Damage;
}

/**
 * Reads the files of a generation as far as it must: each line is checked and its record's name read; what the record
 * says is read when it is asked for. Gives way to other work. Throws the disk's errors.
 */
export async function loadGeneration(place: GenerationPlace, manifest: Manifest): Promise<LoadedGeneration> {
  const names = await place.files.list(place.folder);
  const table = new RecordTable();
  const lines: { file: string; bytes: Uint8Array }[] = [];
  const stale: string[] = [];
  let missing = 0;
  const pace = new Pace();

  const buckets: LiveBucket[] = [];
  const damaged: LiveBucket[] = [];
  const numbers = bucketNumbers(names, manifest);
  for (const number of numbers) {
    const bucket = makeBucket(place, number);
    const { low, adapter } = bucket;
    await low.read();
    const name = bucketName(number);
    const written = manifest.buckets.find((each) => each.bucket === number);
    const isUnknown = low.data.epoch === unknownEpoch;
    const isStale = adapter.found !== null && !isUnknown && low.data.epoch < (written?.epoch ?? 0);
    const found = adapter.found?.lines ?? new PlacedLines(new Uint8Array());
    const strangers = await table.shelve(found, (slot) => {
      // Should it stand in two, the later one counts, and was looked at first.
      if (slot.bucket !== null) return;
      slot.bucket = number;
      bucket.slots.add(slot);
    });
    bucket.bytes = found.size;
    for (const bytes of adapter.found?.damaged ?? []) lines.push({ file: name, bytes });
    for (const index of strangers) lines.push({ file: name, bytes: found.json(index) });
    missing += missingIn(bucket, written?.count ?? 0);
    if (isStale) stale.push(name);
    if (isStale || isUnknown || !adapter.isSound || strangers.length > 0) damaged.push(bucket);
    // From here on the slots hold the records.
    adapter.found = null;
    low.data = { ...low.data, records: [] };
    buckets.push(bucket);
    await pace.giveWay();
  }

  const dirty = new Set<Slot>();
  const lengths = new Map<number, number>();
  let { seq } = manifest;
  const journals = await readJournals(place, names, manifest.journalsFrom);
  missing += journalsCutOff(journals, manifest.journalsFrom);
  let isBeforeOthers = true;
  for (const [number, journal] of journals) {
    // What is shelved counts less than what is put: after one that must be put, all must.
    if (journal.whole !== null && isBeforeOthers) {
      await table.shelve(journal.whole, (slot) => dirty.add(slot));
    } else {
      isBeforeOthers = false;
      for (const record of recordsIn(journal.whole)) dirty.add(table.put(record.type, record.id, record.json));
    }
    for (const { type, id, json } of journal.records) {
      dirty.add(table.put(type, id, json));
      await pace.giveWay();
    }
    lines.push(...journal.damaged.map((bytes) => ({ file: `journal-${number}.jsonl`, bytes })));
    lengths.set(number, journal.length);
    seq = Math.max(seq, journal.seq);
  }
  return { table, buckets, journals: lengths, dirty, damaged, seq, damage: { lines, missing, stale } };
}

function* recordsIn(lines: PlacedLines | null): Iterable<RecordJson> {
  for (const json of lines ?? []) {
    const record = recordIn(json);
    if (record !== null) yield record;
  }
}

/** How many records of a bucket left no trace; `written` is what the manifest says was in it at the least. */
function missingIn({ adapter, low }: LiveBucket, written: number): number {
  if (adapter.found === null) return written;
  if (adapter.isSound) return 0;
  const { lines, damaged, missing } = adapter.found;
  // A file whose beginning is gone does not say itself how much it held.
  return Math.max(missing, low.data.epoch === unknownEpoch ? written - lines.count - damaged.length : 0);
}

/** Those that are there and those that should be, in order. */
function bucketNumbers(names: readonly string[], manifest: Manifest): number[] {
  const there = names.map(bucketNumber).filter((number) => number !== null);
  return [...new Set([...there, ...manifest.buckets.map(({ bucket }) => bucket)])].sort((one, other) => one - other);
}

/** The journals that are not in the buckets yet, oldest first, each up to where it is valid. */
async function readJournals(
  place: GenerationPlace,
  names: readonly string[],
  from: number,
): Promise<[number, FoundJournal][]> {
  const numbers = names
    .map(journalNumber)
    .filter((number) => number !== null)
    .filter((number) => number >= from)
    .sort((one, other) => other - one);
  const found: [number, FoundJournal][] = [];
  // A later journal says how long the earlier ones are, so the last one is read first.
  const limits = new Map<number, number>();
  for (const number of numbers) {
    const bytes = (await readIfThere(place.files, journalPath(place.folder, number))) ?? new Uint8Array();
    const journal = await readJournal(bytes, limits.get(number) ?? Infinity, place.seal);
    for (const [earlier, limit] of journal.limits) if (!limits.has(earlier)) limits.set(earlier, limit);
    found.unshift([number, journal]);
  }
  return found;
}

/** How many journals are shorter than a later one says, or gone; each held at least one change. */
function journalsCutOff(journals: readonly [number, FoundJournal][], from: number): number {
  const lengths = new Map(journals.map(([number, { length }]) => [number, length]));
  const limits = new Map(journals.flatMap(([, journal]) => [...journal.limits]));
  return [...limits].filter(([number, limit]) => number >= from && (lengths.get(number) ?? 0) < limit).length;
}
