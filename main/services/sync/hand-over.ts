import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { RecordId } from '@shared/domain/values';
import type { ChosenHandOver, HandedOver, HandOverPreview, HandOverReceipt } from '@shared/ipc/hand-over-channels';
import { failed, success } from '@shared/result';
import type { Result } from '@shared/result';
import type { Backups } from '../../storage/backups/backups';
import { Cancelled, partOf } from '../../storage/backups/unhurried';
import type { Watch } from '../../storage/backups/unhurried';
import type { Blobs } from '../../storage/blobs';
import { failureOfWriting } from '../../storage/disk/disk-failures';
import { SealWiped } from '../../storage/seal/sealed';
import { tooShort } from '../../storage/vault/passphrase';
import type { BundleLock } from '../../sync/bundle/lock';
import { readBundle, whatOpens } from '../../sync/bundle/read-bundle';
import type { BundleSource, VerifiedBundle } from '../../sync/bundle/read-bundle';
import { BundleTrouble, settled, throwIfCancelled } from '../../sync/bundle/trouble';
import { writeBundle } from '../../sync/bundle/write-bundle';
import type { Parcel } from '../../sync/peer';
import type { Revise } from '@shared/domain/revision';
import type { TakenStock } from '../../sync/round/pull';
import type { SyncedStore } from '../../sync/round/synced-store';
import type { ServiceContext } from '../context';
import { countsOf, takenFrom, triedWith } from './arriving';
import { previewOf } from './hand-over-preview';
import { readyToHandOver } from './leaving';
import type { LeavingParts } from './leaving';

export interface HandOverParts {
  readonly context: ServiceContext;
  readonly synced: SyncedStore;
  readonly snapshot: LeavingParts['snapshot'];
  readonly revise: Revise;
  readonly blobs: Pick<Blobs, 'has' | 'put'>;
  readonly backups: Pick<Backups, 'before'>;
  readonly device: string;
  readonly lock: BundleLock;
  /** How many bytes there is room for beside the records; null where the system does not say. */
  readonly room: () => Promise<number | null>;
}

/** Puts a file where the person said, wholly or not at all. What the content throws is thrown on. */
export type Save = (content: AsyncIterable<Uint8Array>) => Promise<Result<{ readonly path: string }>>;

/** What is handed over by one trip's, or everything's, passphrase. */
export interface HandingOver {
  /** Null: everything. */
  readonly tripId: RecordId | null;
  readonly passphrase: string;
}

interface Chosen extends ChosenHandOver {
  readonly source: BundleSource;
}

interface Looked {
  readonly bundle: VerifiedBundle;
  readonly preview: HandOverPreview;
}

/** Every space is this one until spaces have names of their own. */
const spaceId = 'office';
/** When a file changes more records than somebody could look through, everything is backed up before. */
const handful = 5;

/** Handing records over in a file, and taking one in. One file is chosen at a time. */
export class HandOverDesk {
  readonly #parts: HandOverParts;
  readonly #running = new Map<AbortController, Promise<unknown>>();
  #isClosed = false;
  #chosen: Chosen | null = null;
  #looked: Looked | null = null;

  constructor(parts: HandOverParts) {
    this.#parts = parts;
  }

  /** Writes a bundle. What goes into it is gathered when its first byte is asked for, and is marked as shared before. */
  write({ tripId, passphrase }: HandingOver, save: Save, watch: Watch): Promise<Result<HandedOver>> {
    const short = tooShort(passphrase);
    if (short !== null) return Promise.resolve(failed(short));
    return this.#job(watch, async (signal) => {
      const done = { records: 0, files: 0, lacking: 0, bytes: 0 };
      const saved = await save(this.#content({ tripId, passphrase }, done, { signal, onProgress: watch.onProgress }));
      return saved.ok ? success({ ...done, path: saved.value.path }) : saved;
    });
  }

  /** Finds out whether a file is a bundle at all, and that a passphrase opens it. */
  async choose(path: string): Promise<Result<ChosenHandOver>> {
    this.#chosen = null;
    this.#looked = null;
    const found = await settled(() => stat(path));
    if (!found.ok) return found;
    if (!found.value.isFile()) return failed({ code: 'not-a-bundle' });
    const { size } = found.value;
    const source: BundleSource = { size, open: () => createReadStream(path) };
    const opens = await whatOpens(source);
    if (!opens.ok) return opens;
    if (opens.value === 'space-key') return failed({ code: 'bundle-needs-space-key' });
    const shown = { name: basename(path), bytes: size };
    this.#chosen = { ...shown, source };
    return success(shown);
  }

  /** Verifies the chosen file to its last bit, and tries on copies what it would come to. */
  look(passphrase: string, watch: Watch): Promise<Result<HandOverPreview>> {
    return this.#job(watch, async (signal) => {
      const { context, synced, revise, blobs, lock, room, device } = this.#parts;
      this.#looked = null;
      const chosen = this.#chosen;
      if (chosen === null) return failed({ code: 'not-a-bundle' });
      const bundle = await readBundle(chosen.source, {
        ...{ lock, key: { kind: 'passphrase', passphrase }, signal },
        isOurSpace: (id) => id === spaceId,
        hasFile: (sha256) => blobs.has(sha256),
        freeBytes: (await room()) ?? Number.POSITIVE_INFINITY,
        onProgress: ({ done, of }) => watch.onProgress?.((done / of) * 0.8),
      });
      if (!bundle.ok) return bundle;
      const { parcels, lacking } = bundle.value;
      const onProgress = (done: number): void => watch.onProgress?.(0.8 + done * 0.2);
      const stock = await triedWith(parcels, { synced, revise, onProgress }, signal);
      const still = await this.#notHere(lacking);
      const preview = previewOf({ context, synced, device, name: chosen.name, bundle: bundle.value, stock, still });
      this.#looked = { bundle: bundle.value, preview };
      return success(preview);
    });
  }

  /** Takes in what was looked at: its files first, then its records. */
  take(wantsStrangers: boolean, watch: Watch): Promise<Result<HandOverReceipt>> {
    return this.#job(watch, async (signal) => {
      if (this.#looked === null) return failed({ code: 'not-a-bundle' });
      const { bundle, preview } = this.#looked;
      if (preview.isStranger && !wantsStrangers) return failed({ code: 'bundle-of-another-space' });
      const { added, updated, merged, disputed } = preview.counts;
      const isAnythingHere = this.#parts.snapshot().records.length > 0;
      const isBackedUp = isAnythingHere && added + updated + merged + disputed > handful;
      if (isBackedUp) {
        const kept = await this.#parts.backups.before('merge', partOf({ ...watch, signal }, 0, 0.3));
        if (!kept.ok) return kept;
      }
      const taken = { files: 0, stock: null as TakenStock | null };
      const { blobs } = this.#parts;
      const done = await bundle.takeOut(
        {
          file: async (sha256, bytes) => {
            const kept = await blobs.put(bytes);
            if (kept.ok && kept.value !== sha256) throw new Error('A file is kept under another name');
            taken.files += 1;
            return kept;
          },
          parcels: (parcels) =>
            this.#writing(async () => {
              taken.stock = await this.#takeIn(parcels, partOf(watch, 0.8, 1));
            }),
        },
        { signal, onProgress: ({ done: read, of }) => watch.onProgress?.(0.3 + (read / of) * 0.5) },
      );
      if (!done.ok) return done;
      if (taken.stock === null) throw new Error('A bundle without leaves to take');
      this.#looked = null;
      this.#chosen = null;
      const lacking = (await this.#notHere(bundle.lacking)).length;
      return success({ counts: countsOf(bundle.parcels, taken.stock), files: taken.files, lacking, isBackedUp });
    });
  }

  /** Ends what is being done; records that are being taken in are taken in to their end. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const stop of this.#running.keys()) stop.abort();
    await Promise.allSettled(this.#running.values());
  }

  #takeIn(parcels: readonly Parcel[], { onProgress = () => undefined }: Watch): Promise<TakenStock> {
    const { synced, revise } = this.#parts;
    return takenFrom(parcels, { synced, revise, onProgress });
  }

  async *#content(
    { tripId, passphrase }: HandingOver,
    done: { records: number; files: number; lacking: number; bytes: number },
    { signal, onProgress }: { readonly signal: AbortSignal; readonly onProgress: Watch['onProgress'] },
  ): AsyncGenerator<Uint8Array, void> {
    const { context, synced, snapshot, device, lock } = this.#parts;
    const { records, parcels, files } = await readyToHandOver({ synced, snapshot, me: context.me }, tripId, signal);
    if (tripId !== null && records === 0) throw new BundleTrouble({ code: 'not-found', type: 'trip', id: tripId });
    const fileBytes = files.reduce((sum, { size }) => sum + size, 0);
    const sizes = new Map(files.map(({ sha256, size }) => [sha256, size]));
    const heading = {
      ...{ id: context.newId(), spaceId, madeAt: context.now(), madeBy: context.me(), deviceId: device },
      holds: tripId === null ? ({ kind: 'everything' } as const) : ({ kind: 'trip', tripId } as const),
    };
    const file = async (sha256: string): Promise<Uint8Array | null> => {
      const bytes = await synced.file(sha256);
      throwIfCancelled(signal);
      done[bytes?.length === sizes.get(sha256) ? 'files' : 'lacking'] += 1;
      return bytes;
    };
    done.records = records;
    // A leaf weighs about as much as a kilobyte of a file.
    const whole = parcels.length * 1000 + fileBytes;
    const written = writeBundle(
      { heading, parcels, files, file },
      {
        ...{ lock, key: { kind: 'passphrase', passphrase }, signal },
        onProgress: (at) => onProgress?.((at.leaves * 1000 + at.fileBytes) / Math.max(1, whole)),
      },
    );
    for await (const piece of written) {
      done.bytes += piece.length;
      yield piece;
    }
  }

  async #notHere(hashes: readonly string[]): Promise<readonly string[]> {
    const missing: string[] = [];
    for (const sha256 of hashes) if (!(await this.#parts.blobs.has(sha256))) missing.push(sha256);
    return missing;
  }

  async #writing(work: () => Promise<void>): Promise<Result<void>> {
    try {
      await work();
      return success(undefined);
    } catch (cause) {
      return failed(cause instanceof SealWiped ? { code: 'locked' } : failureOfWriting(cause));
    }
  }

  /** Work that is ended when the folder is closed. What was broken off, and the disk's errors, are answered as failures. */
  #job<V>(watch: Watch, task: (signal: AbortSignal) => Promise<Result<V>>): Promise<Result<V>> {
    const stop = new AbortController();
    const pass = (): void => stop.abort();
    if (this.#isClosed || watch.signal?.aborted === true) stop.abort();
    watch.signal?.addEventListener('abort', pass, { once: true });
    const done = answered(() => task(stop.signal)).finally(() => {
      watch.signal?.removeEventListener('abort', pass);
      this.#running.delete(stop);
    });
    this.#running.set(stop, done);
    return done;
  }
}

async function answered<V>(task: () => Promise<Result<V>>): Promise<Result<V>> {
  try {
    const answer = await settled(task);
    return answer.ok ? answer.value : answer;
  } catch (cause) {
    if (cause instanceof Cancelled) return failed({ code: 'cancelled' });
    if (cause instanceof SealWiped) return failed({ code: 'locked' });
    throw cause;
  }
}
