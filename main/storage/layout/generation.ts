import { join } from 'node:path';
import { Low } from 'lowdb';
import { systemCode } from '../disk/disk-files';
import type { DiskFiles } from '../disk/disk-files';
import { namesIfPossible } from '../disk/durable-write';
import { Pace } from '../pace';
import type { Slot } from '../records/slot';
import type { Seal } from '../seal/seal';
import { BucketAdapter, bucketLimit, bucketName } from './bucket';
import type { Bucket } from './bucket';
import { Journal, journalNumber, journalPath } from './journal';
import type { JournalLimits, Transacted } from './journal';
import { writeManifest } from './manifest';
import type { Manifest } from './manifest';

export interface GenerationPlace {
  readonly files: DiskFiles;
  /** The generation's own folder. */
  readonly folder: string;
  readonly seal: Seal;
  /** Bytes of journal that are put into the buckets at the latest, where that is more than a share of all. */
  readonly compactAt: number;
}

/** A bucket in memory: what lowdb holds of it, whose records are the table's slots. */
export interface LiveBucket {
  readonly number: number;
  readonly low: Low<Bucket>;
  readonly adapter: BucketAdapter;
  readonly slots: Set<Slot>;
  bytes: number;
}

/** What is on the disk of a generation that is there already. */
export interface LiveGeneration {
  readonly manifest: Manifest;
  readonly buckets: readonly LiveBucket[];
  /** The valid length of every journal that is there. */
  readonly journals: JournalLimits;
  /** Slots that a journal has changed since their bucket was written. */
  readonly dirty: Set<Slot>;
  /** Buckets whose file is not what it should be. */
  readonly damaged?: Iterable<LiveBucket>;
}

/** The journals may grow to this share of all records before they are put into the buckets. */
const shareOfRecords = 0.42;
/** Journals that are begun but hold little: a laptop that is opened often leaves one each time. */
const mostJournals = 8;

export function makeBucket(place: GenerationPlace, number: number): LiveBucket {
  const adapter = new BucketAdapter(place.files, join(place.folder, bucketName(number)), place.seal);
  return { number, adapter, low: new Low(adapter, { epoch: 0, count: 0, records: [] }), slots: new Set(), bytes: 0 };
}

/**
 * The files in which the records stand: buckets, which are rewritten now and then, and journals, to which each change is
 * added at once. A change is durable when `append` answers; `compact` moves it from the journals into the buckets
 * meanwhile, so that a kill at any moment finds it in the one or the other. Its methods throw the disk's errors.
 */
export class Generation {
  #manifest: Manifest;
  readonly #buckets: Map<number, LiveBucket>;
  #journal: Journal | null = null;
  /** Every journal that is not in the buckets yet, with its valid length. */
  #journals: Map<number, number>;
  #lastJournal: number;
  #lastBucket: number;
  #dirty: Set<Slot>;
  readonly #damaged: Set<LiveBucket>;
  #bytes = 0;
  #dueAt = 0;

  constructor(
    private readonly place: GenerationPlace,
    live: LiveGeneration,
  ) {
    this.#manifest = live.manifest;
    this.#buckets = new Map(live.buckets.map((bucket) => [bucket.number, bucket]));
    this.#journals = new Map(live.journals);
    this.#lastJournal = Math.max(live.manifest.journalsFrom - 1, ...this.#journals.keys());
    this.#lastBucket = Math.max(0, ...this.#buckets.keys());
    this.#dirty = live.dirty;
    this.#damaged = new Set(live.damaged);
    for (const { bytes } of live.buckets) this.#bytes += bytes;
  }

  /** Writes a generation that holds just these slots; it is there for good when this answers. */
  static async write(place: GenerationPlace, manifest: Manifest, slots: Iterable<Slot>): Promise<Generation> {
    await place.files.makeFolder(place.folder);
    const blank: LiveGeneration = { manifest, buckets: [], journals: new Map(), dirty: new Set(slots) };
    const generation = new Generation(place, blank);
    await generation.compact();
    return generation;
  }

  get manifest(): Manifest {
    return this.#manifest;
  }

  get seal(): Seal {
    return this.place.seal;
  }

  get folder(): string {
    return this.place.folder;
  }

  /** Makes transactions durable, all with one call to the disk. After a failure none of them is valid. */
  async append(transactions: readonly Transacted[]): Promise<void> {
    const journal = (this.#journal ??= await this.#begin());
    try {
      await journal.append(transactions);
      this.#journals.set(journal.number, journal.length);
    } catch (cause) {
      // Nobody knows what is in it now. The next journal says up to where it is valid.
      this.#journal = null;
      await journal.close();
      throw cause;
    }
  }

  /** Says that a slot's record was appended, so that the next compaction writes it. */
  touch(slot: Slot): void {
    this.#dirty.add(slot);
  }

  /** Whether there is enough in the journals to be put into the buckets. */
  get isCompactionDue(): boolean {
    const length = this.#length();
    if (length < this.#dueAt) return false;
    return length > Math.max(this.place.compactAt, this.#bytes * shareOfRecords) || this.#journals.size > mostJournals;
  }

  /**
   * Writes the buckets whose records changed and lets go of the journals. Must begin while nothing is being appended;
   * from then on appending goes on beside it, into a new journal. After a failure everything is as safe as before.
   */
  async compact(isStopped: () => boolean = () => false): Promise<void> {
    const { files, folder } = this.place;
    const journals = this.#journals;
    const dirty = this.#dirty;
    const closing = this.#journal?.finish();
    this.#journal = null;
    this.#journals = new Map();
    this.#dirty = new Set();
    const journalsFrom = this.#lastJournal + 1;
    const epoch = this.#manifest.epoch + 1;
    try {
      await closing;
      for (const bucket of new Set([...(await this.#bucketsOf(dirty)), ...this.#damaged])) {
        if (isStopped()) throw new Stopped();
        const slots = [...bucket.slots];
        bucket.low.data = { epoch, count: slots.length, records: jsonsOf(slots) };
        await bucket.low.write();
        bucket.low.data = { ...bucket.low.data, records: [] };
      }
      await files.syncFolder(folder);
      const seq = this.#manifest.seq;
      const buckets = [...this.#buckets.values()].map(({ number, low, slots }) => ({
        bucket: number,
        epoch: low.data.epoch,
        count: slots.size,
      }));
      const manifest: Manifest = { ...this.#manifest, seq, epoch, journalsFrom, buckets };
      await writeManifest(files, folder, manifest);
      this.#manifest = { ...manifest, seq: this.#manifest.seq };
      this.#dueAt = 0;
      this.#damaged.clear();
    } catch (cause) {
      this.#journals = new Map([...journals, ...this.#journals]);
      for (const slot of dirty) this.#dirty.add(slot);
      if (cause instanceof Stopped) return;
      // A disk that is full now is not asked again at every change.
      this.#dueAt = this.#length() + this.place.compactAt;
      throw cause;
    }
    for (const number of journals.keys()) await this.#letGo(number);
  }

  /**
   * Makes durable what was found: a process that was ended may have left its last bytes and names with the system only,
   * and from here on they count.
   */
  async settle(): Promise<void> {
    const { files, folder } = this.place;
    if (this.#journals.has(this.#lastJournal)) await files.sync(journalPath(folder, this.#lastJournal));
    await files.syncFolder(folder);
  }

  /** Removes journals whose removal a power cut took back; the manifest says that they are in the buckets. */
  async tidy(): Promise<void> {
    const { files, folder } = this.place;
    for (const name of await namesIfPossible(files, folder)) {
      const number = journalNumber(name);
      if (number !== null && number < this.#manifest.journalsFrom) await this.#letGo(number);
    }
  }

  /** Notes the device's count of changes, as the next manifest is to name it. */
  setSeq(seq: number): void {
    this.#manifest = { ...this.#manifest, seq };
  }

  async close(): Promise<void> {
    await this.#journal?.finish();
    this.#journal = null;
  }

  async #begin(): Promise<Journal> {
    this.#lastJournal += 1;
    const number = this.#lastJournal;
    const { files, folder, seal } = this.place;
    // Should it fail half-way, what is in it is not valid.
    const limits = new Map(this.#journals);
    this.#journals.set(number, 0);
    const journal = await Journal.begin(files, folder, number, limits, seal);
    this.#journals.set(number, journal.length);
    return journal;
  }

  /** The buckets that hold these slots; those that are in none yet are put into the last or a new one. */
  async #bucketsOf(slots: Iterable<Slot>): Promise<LiveBucket[]> {
    const found = new Set<LiveBucket>();
    const pace = new Pace();
    for (const slot of slots) {
      let bucket = slot.bucket === null ? undefined : this.#buckets.get(slot.bucket);
      if (bucket === undefined) {
        bucket = this.#bucketWithRoom();
        slot.bucket = bucket.number;
        bucket.slots.add(slot);
        bucket.bytes += slot.json.length;
        this.#bytes += slot.json.length;
      }
      found.add(bucket);
      await pace.giveWay();
    }
    return [...found];
  }

  #bucketWithRoom(): LiveBucket {
    const last = this.#buckets.get(this.#lastBucket);
    if (last !== undefined && last.bytes < bucketLimit) return last;
    this.#lastBucket += 1;
    const bucket = makeBucket(this.place, this.#lastBucket);
    this.#buckets.set(bucket.number, bucket);
    return bucket;
  }

  #length(): number {
    let length = 0;
    for (const each of this.#journals.values()) length += each;
    return length;
  }

  /** A journal that stays does no harm: the manifest says that it is in the buckets already. */
  async #letGo(number: number): Promise<void> {
    try {
      await this.place.files.remove(journalPath(this.place.folder, number));
    } catch (cause) {
      if (systemCode(cause) === undefined) throw cause;
    }
  }
}

function* jsonsOf(slots: readonly Slot[]): Iterable<Uint8Array> {
  for (const slot of slots) yield slot.json;
}

class Stopped extends Error {
  override readonly name = 'Stopped';
}
