import type { Instant } from '@shared/dates';
import type { BackupSummary } from '@shared/ipc/backup-channels';
import type { Failure } from '@shared/result';
import { failureOfWriting } from '../disk/disk-failures';
import type { DiskFiles } from '../disk/disk-files';
import { makeFolderDurably, removeLeftovers } from '../disk/durable-write';
import { versionAfter } from '../migrations';
import type { Migration } from '../migrations';
import { nameIn } from '../records/stored-record';
import { plainSeal } from '../seal/plain-seal';
import type { Seal } from '../seal/seal';
import { looksSealed } from '../seal/sealed-file';
import type { Snapshot } from '../snapshot';
import { headOf, packed, unpacked } from './backup-file';
import { backupsToDrop, markOf, nameFor, newestFirst } from './backup-names';
import type { BackupName, BackupReason } from './backup-names';
import type { BackupPlace } from './backup-place';
import { namesIfReachable, Places, readIfPossible, sizeIfThere } from './places';
import type { Where } from './places';
import { readContent } from './read-backup';
import type { BackupContent, ReadBackup } from './read-backup';
import { roomIn } from '../travel/folder-elsewhere';
import { openedBy, resealPlace } from './reseal-place';
import { upToDate } from './up-to-date';
import { joined, partOf, piecesOf } from './unhurried';
import type { Watch } from './unhurried';

export interface ShelfParts {
  readonly files: DiskFiles;
  /** The folder of backups beside the store. */
  readonly folder: string;
  readonly deviceId: string;
  /** The folder that the person chose, on another disk perhaps, which may not be there at the moment. */
  readonly otherFolder: () => string | null;
  readonly seal: Seal;
  readonly clock: () => Instant;
  readonly migrations: readonly Migration[];
  /** In bytes; null where the system does not say. */
  readonly room?: (folder: string) => Promise<number | null>;
}

/** In bytes; what a backup leaves free beside the store, so that a person can go on saving while it is written. */
const leftForSaving = 16 << 20;

/** A backup of which every record was as it was written, in the shape that this version knows. */
export interface GoodBackup {
  readonly name: string;
  readonly madeAt: Instant;
  readonly content: BackupContent;
  /** The JSON of each record, by `<type>:<id>`. */
  readonly byKey: ReadonlyMap<string, Uint8Array>;
}

/**
 * The backups: beside the store, and a copy of each in the other folder when that is there. Its methods throw the disk's
 * errors; names that it did not give out itself mean nothing to it.
 */
export class BackupShelf {
  readonly places: Places;
  /** Why the last backup could not be written to a place where it should have been. */
  readonly problems = new Map<Where, Failure>();
  /** This device's mark in the names of its backups. */
  readonly mark: string;
  readonly #parts: ShelfParts;
  readonly #damaged = new Set<string>();
  /** The first is what is written with; the others may still open what is being resealed. */
  #seals: readonly Seal[];
  #last: Promise<unknown> = Promise.resolve();

  constructor(parts: ShelfParts) {
    this.#parts = parts;
    this.mark = markOf(parts.deviceId);
    this.places = new Places(parts.files, parts.folder, this.mark, parts.otherFolder);
    this.#seals = [parts.seal];
  }

  /** The folder of backups beside the store. */
  get folder(): string {
    return this.places.here.folder;
  }

  get seal(): Seal {
    return this.#seals[0] ?? plainSeal;
  }

  get seals(): readonly Seal[] {
    return this.#seals;
  }

  /** Keeps a snapshot, reads it back wholly, and lets go of backups that are no longer wanted. */
  keep(snapshot: Snapshot, reason: BackupReason, watch: Watch = {}): Promise<BackupSummary> {
    return this.inTurn(async () => {
      const { seal } = this;
      const madeAt = this.#parts.clock();
      const content = await packed(snapshot, madeAt, partOf(watch, 0, 0.6));
      const file = await joined(seal.file(content));
      const isGood = (kept: Uint8Array): Promise<boolean> => this.#isWhole(kept, seal, snapshot);
      const backup = await this.#newName(snapshot, reason, madeAt);

      const places: Where[] = [];
      let failure: unknown = null;
      for (const { place, where } of await this.places.own()) {
        try {
          await this.#makeSureOfRoom(place, file.length + (where === 'here' ? leftForSaving : 0));
          await place.write(backup, piecesOf(file, partOf(watch, 0.6, 0.9)), isGood);
          places.push(where);
          this.problems.delete(where);
        } catch (cause) {
          // One of two disks that is full or gone must not keep the backup from the other.
          this.problems.set(where, failureOfWriting(cause));
          failure ??= cause;
        }
      }
      if (places.length === 0) throw failure;
      await this.#thin(backup.name);
      return this.#summaryOf(backup, places, file.length);
    });
  }

  /** The newest first; those that cannot be read are among them. */
  async list(): Promise<BackupSummary[]> {
    const found = new Map<string, { backup: BackupName; places: Where[]; bytes: number }>();
    for (const { place, where } of await this.places.all()) {
      for (const backup of await namesIfReachable(place)) {
        const known = found.get(backup.name);
        if (known === undefined) {
          const bytes = await sizeIfThere(place, backup);
          if (bytes !== null) found.set(backup.name, { backup, places: [where], bytes });
        } else if (!known.places.includes(where)) {
          known.places.push(where);
        }
      }
    }
    const ordered = newestFirst(
      [...found.values()].map(({ backup }) => backup),
      this.mark,
    );
    return ordered
      .map(({ name }) => found.get(name))
      .filter((one) => one !== undefined)
      .map(({ backup, places, bytes }) => this.#summaryOf(backup, places, bytes));
  }

  /** Reads the backup that is listed under exactly this name, from wherever it can be read; null when none is. */
  async read(name: string, watch: Watch = {}): Promise<ReadBackup | null> {
    let read: ReadBackup | null = null;
    for (const { place, backup } of await this.places.named(name)) {
      const file = await readIfPossible(place, backup);
      if (file === null) read ??= { kind: 'damaged', reason: 'damaged-file' };
      else read = await this.#readFile(backup, file, watch);
      if (read.kind === 'good') {
        this.#damaged.delete(name);
        return read;
      }
    }
    if (read?.kind === 'damaged') this.#damaged.add(name);
    return read;
  }

  /** Reads a file that lies anywhere, with our own seals or with one that is given. */
  async readElsewhere(path: string, seal: Seal | null, watch: Watch = {}): Promise<ReadBackup> {
    const file = await this.#parts.files.read(path);
    if (!looksSealed(file)) return readContent(file, this.#known, watch);
    const content = await openedBy(file, seal === null ? this.#seals : [seal]);
    return content === null ? { kind: 'locked' } : readContent(content, this.#known, watch);
  }

  /**
   * The newest backup of this device that can be read wholly: of that generation of the store, so that its records are
   * older states of the same ones; of any, those of version 1 too, when null is given.
   */
  async newestGood(generation: number | null): Promise<GoodBackup | null> {
    for (const { place } of await this.places.own()) {
      for (const backup of newestFirst(await namesIfReachable(place), this.mark)) {
        if (generation !== null && backup.device !== this.mark) break;
        const file = await readIfPossible(place, backup);
        const content = file === null ? null : await this.#contentIn(backup, file);
        if (content === null) continue;
        if (generation !== null) {
          const read = await headOf(content, this.#known);
          if (read.kind !== 'good' || read.head.generation > generation) continue;
          // Older ones are of earlier generations still.
          if (read.head.generation < generation) break;
        }
        const read = await readContent(content, this.#known);
        if (read.kind === 'good') return this.#good(backup, read.content);
      }
    }
    return null;
  }

  /**
   * Writes every backup in reach under another seal; from now on new ones are under it too. May be broken off at any
   * moment and begun again, and a backup is never missing in between. `alsoFrom` are further seals that some may be
   * under. Answers how many could not be opened and stayed as they were.
   */
  reseal(to: Seal, watch: Watch = {}, alsoFrom: readonly Seal[] = []): Promise<{ left: number }> {
    const from = [...this.#seals, ...alsoFrom].filter((seal) => seal !== to);
    this.#seals = [to, ...from];
    return this.inTurn(async () => {
      let left = 0;
      const places = await this.places.own();
      for (const [index, { place }] of places.entries()) {
        await removeLeftovers(this.#parts.files, place.folder);
        const ofPlace = partOf(watch, index / places.length, (index + 1) / places.length);
        left += (await resealPlace(place, from, to, ofPlace)).left;
      }
      // What the others opened is under the new one now; their keys are about to be wiped.
      this.#seals = [to];
      return { left };
    });
  }

  /** One after the other: what is thinned, carried over or resealed must not change meanwhile. */
  inTurn<V>(task: () => Promise<V>): Promise<V> {
    const result = this.#last.then(task);
    this.#last = result.catch(() => undefined);
    return result;
  }

  get #known(): number {
    return versionAfter(this.#parts.migrations);
  }

  async #newName({ seq }: Snapshot, reason: BackupReason, madeAt: Instant): Promise<BackupName> {
    const taken = new Set<string>();
    for (const { place } of await this.places.own()) {
      for (const { name } of await namesIfReachable(place)) taken.add(name);
    }
    const made = { seq, reason, madeAt, device: this.mark, isSealed: this.seal.isSecret };
    for (let number = 1; ; number += 1) {
      const name = nameFor({ ...made, number });
      if (!taken.has(name)) return { ...made, number, name };
    }
  }

  async #makeSureOfRoom({ folder }: BackupPlace, needed: number): Promise<void> {
    const { files, room = roomIn } = this.#parts;
    await makeFolderDurably(files, folder);
    const free = await room(folder);
    if (free !== null && free < needed) throw Object.assign(new Error('There is no room'), { code: 'ENOSPC' });
  }

  async #isWhole(kept: Uint8Array, seal: Seal, { records }: Snapshot): Promise<boolean> {
    const content = await seal.openFile(kept);
    const read = content === null ? null : await unpacked(content, Number.POSITIVE_INFINITY, () => undefined);
    return read?.kind === 'good' && read.head.count === records.length;
  }

  /** What a backup's file holds; null when none of our seals opens it. */
  #contentIn(backup: BackupName, file: Uint8Array): Promise<Uint8Array | null> {
    return backup.isSealed ? openedBy(file, this.#seals) : Promise.resolve(file);
  }

  async #readFile(backup: BackupName, file: Uint8Array, watch: Watch): Promise<ReadBackup> {
    const content = await this.#contentIn(backup, file);
    if (content !== null) return readContent(content, this.#known, watch);
    const isOurs = backup.device === this.mark && this.seal.isSecret;
    return isOurs || !looksSealed(file) ? { kind: 'damaged', reason: 'damaged-file' } : { kind: 'locked' };
  }

  async #good({ name, madeAt }: BackupName, content: BackupContent): Promise<GoodBackup> {
    const records = await upToDate(content, this.#parts.migrations);
    const named = records.map((json) => ({ name: nameIn(json), json }));
    const byKey = new Map(
      named.flatMap(({ name: found, json }) => (found === null ? [] : [[`${found.type}:${found.id}`, json] as const])),
    );
    return { name, madeAt: content.madeAt ?? madeAt, content: { ...content, records, version: this.#known }, byKey };
  }

  #summaryOf({ name, madeAt, reason, device, isSealed }: BackupName, places: Where[], bytes: number): BackupSummary {
    const isOwn = device === null || device === this.mark;
    return { name, madeAt, reason, bytes, places, isSealed, isOwn, isDamaged: this.#damaged.has(name) };
  }

  /** A backup that cannot be let go of now only takes up room; the next thinning meets it again. */
  async #thin(newestGood: string): Promise<void> {
    for (const { place } of await this.places.own()) {
      const isDamaged = (name: string): boolean => this.#damaged.has(name);
      for (const backup of backupsToDrop(await namesIfReachable(place), { newestGood, isDamaged })) {
        await place.removeIfPossible(backup);
      }
    }
  }
}
