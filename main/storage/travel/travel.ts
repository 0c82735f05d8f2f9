import { join } from 'node:path';
import type { Instant } from '@shared/dates';
import type { RecordId } from '@shared/domain/values';
import { failed, success } from '@shared/result';
import type { Failure, Result } from '@shared/result';
import { markOf } from '../backups/backup-names';
import { Cancelled, hashOf, partOf, throwIfCancelled } from '../backups/unhurried';
import type { Watch } from '../backups/unhurried';
import type { Blobs } from '../blobs';
import { failureOfReading, failureOfWriting } from '../disk/disk-failures';
import type { DiskFiles } from '../disk/disk-files';
import { namesIfPossible } from '../disk/durable-write';
import type { Seal } from '../seal/seal';
import { SealWiped } from '../seal/sealed';
import { compared, isComplete } from './arrival';
import type { Comparison } from './arrival';
import { arrivalPlaceAt, asideContent } from './arrival-place';
import type { ArrivalPlace } from './arrival-place';
import { filesNamed } from './files-named';
import { isWithin, sealOf } from './folder-elsewhere';
import type { VaultElsewhere } from './folder-elsewhere';
import { outlineOf } from './outline';
import type { Outline, Outlined } from './outline';
import { packedFolderAt, takeIn } from './packed-folder';
import type { EmptyStore, PackedFolder, TakenIn, TakingIn } from './packed-folder';
import { readyToLeave } from './ready-to-leave';
import type { LeavingStore } from './ready-to-leave';
import { countsOf, wholeTrip } from './whole-trip';
import type { Counts } from './whole-trip';
import { writeCopy } from './write-copy';
import type { Cargo, Destination, WritingParts, WrittenCopy } from './write-copy';

/** What goes along with a trip, and what stays here. */
export interface Luggage {
  readonly going: Counts;
  readonly staying: Counts;
  /** Of those that go, how many are in the Trash. */
  readonly inTrash: number;
  readonly files: { readonly count: number; readonly bytes: number };
}

/** What was found out about a place elsewhere. */
export interface Arrival extends Comparison {
  readonly isComplete: boolean;
}

/** Taking a trip, or everything, to another device, and finding out what has arrived elsewhere. */
export interface Travel {
  /** Null when there is no such trip. */
  look(tripId: RecordId, officerId: RecordId): Promise<Luggage | null>;
  /** Makes a data folder with one trip. Fails with `not-found`, and as `writeCopy` does. */
  take(
    trip: { readonly id: RecordId; readonly title: string; readonly officerId: RecordId },
    to: Destination,
    watch?: Watch,
  ): Promise<Result<WrittenCopy>>;
  /** Makes a data folder with everything: records, Trash, files, and what was set aside. */
  copyEverything(
    label: { readonly title: string; readonly officerId: RecordId },
    to: Destination,
    watch?: Watch,
  ): Promise<Result<WrittenCopy>>;

  /** Finds the packed folder that a person means. Fails with `not-a-trip-folder` and `own-folder`. */
  packedAt(chosen: string): Promise<Result<PackedFolder>>;
  /** Copies a packed folder into this one, in which there is nothing yet. Fails with `not-empty-here` and `damaged-copy`. */
  takeIn(packed: PackedFolder, secret: string | null, options?: TakingIn): Promise<Result<TakenIn>>;

  /** Finds the place that a person means, where things may have arrived. Fails with `not-a-copy` and `own-folder`. */
  arrivalPlaceAt(chosen: string): Promise<Result<ArrivalPlace>>;
  /** Reads everything there and compares it with what is here. Kept for `isStillSo`. */
  check(place: ArrivalPlace, secret: string | null, watch?: Watch): Promise<Result<Arrival>>;
  /** Whether the last check found everything and nothing was changed since, here or there; also when the store is closed. */
  isStillSo(): Promise<boolean>;
  /** Ends what is being done. */
  close(): Promise<void>;
}

export interface TravelParts {
  readonly files: DiskFiles;
  /** The data folder. */
  readonly folder: string;
  readonly store: LeavingStore & EmptyStore;
  readonly isSecret: () => boolean;
  readonly blobs: Pick<Blobs, 'get' | 'put'>;
  /** The seal of what was set aside, as far as it is sealed. */
  readonly seal: () => Seal;
  readonly clock: () => Instant;
  readonly newId: () => RecordId;
  readonly room?: NonNullable<WritingParts['room']>;
  readonly cost?: NonNullable<VaultElsewhere['cost']>;
}

export function openTravel(parts: TravelParts): Travel {
  const { folder, store, blobs, isSecret } = parts;
  const closing = new AbortController();
  let last: Promise<unknown> = Promise.resolve();
  let checked: { readonly seq: number; readonly generation: number; isThereStill: () => Promise<boolean> } | null =
    null;

  /** One after the other, until the store closes. The disk's errors and what was broken off are answered as failures. */
  function job<V>(task: (watch: Watch) => Promise<Result<V>>, watch: Watch, failureOf: (cause: unknown) => Failure) {
    const { onProgress } = watch;
    const signal = either(closing.signal, watch.signal);
    const done = last.then(() => guarded(() => task({ signal, onProgress }), failureOf));
    last = done.catch(() => undefined);
    return done;
  }

  async function refusal(to: Destination): Promise<Failure | null> {
    if (await isWithin(to.into, folder)) return { code: 'own-folder' };
    return isSecret() && to.passphrase === null ? { code: 'passphrase-needed' } : null;
  }

  function pack(
    label: Cargo['label'],
    choose: (outline: Outline) => Iterable<Outlined>,
    asideOf: () => Promise<Cargo['aside']>,
    to: Destination,
    watch: Watch,
  ): Promise<Result<WrittenCopy>> {
    return job(
      async (all) => {
        const refused = await refusal(to);
        if (refused !== null) return failed(refused);
        const { snapshot, records } = await readyToLeave(store, choose, partOf(all, 0, 0.05));
        if (records.length === 0) return failed({ code: 'not-found', type: 'trip', id: '' });
        const { version, seq } = snapshot;
        const cargo: Cargo = { label, version, seq, records, files: await filesNamed(records), aside: await asideOf() };
        return writeCopy(parts, cargo, to, partOf(all, 0.05, 1));
      },
      watch,
      failureOfWriting,
    );
  }

  return {
    async look(tripId, officerId) {
      const outline = await outlineOf(store.snapshot().records);
      const going = wholeTrip(outline, tripId, officerId);
      if (going.size === 0) return null;
      const named = await filesNamed([...going].map(({ json }) => json));
      return {
        going: countsOf(going),
        staying: countsOf([...outline.byKey.values()].filter((record) => !going.has(record))),
        inTrash: [...going].filter(({ isTrashed, type }) => isTrashed && type !== 'note-version').length,
        files: { count: named.length, bytes: named.reduce((sum, { size }) => sum + size, 0) },
      };
    },
    take: ({ id, title, officerId }, to, watch = {}) =>
      pack(
        { what: 'trip', title, officerId },
        (outline) => wholeTrip(outline, id, officerId),
        () => Promise.resolve([]),
        to,
        watch,
      ),
    copyEverything: (label, to, watch = {}) =>
      pack(
        { what: 'everything', ...label },
        (outline) => outline.byKey.values(),
        () => asideHere(parts),
        to,
        watch,
      ),

    packedAt: (chosen) =>
      guarded(async () => {
        if (await isWithin(chosen, folder)) return failed({ code: 'own-folder' });
        return packedFolderAt(parts, chosen);
      }, failureOfReading),
    takeIn: (packed, secret, { beforeWriting, ...watch } = {}) =>
      job(
        async (all) => {
          const opened = await sealOf(packed.vault, secret);
          if (!opened.ok) return opened;
          try {
            return await takeIn(parts, packed, opened.value.seal, { ...all, ...(beforeWriting && { beforeWriting }) });
          } finally {
            opened.value.wipe();
          }
        },
        watch,
        failureOfWriting,
      ),

    arrivalPlaceAt: (chosen) =>
      guarded(async () => {
        if (await isWithin(chosen, folder)) return failed({ code: 'own-folder' });
        return arrivalPlaceAt(parts, chosen, markOf(store.snapshot().deviceId));
      }, failureOfReading),
    check: (place, secret, watch = {}) =>
      job(
        async (all) => {
          checked = null;
          const { records, seq, generation } = store.snapshot();
          const there = await place.read(secret, partOf(all, 0, 0.3));
          if (!there.ok) return there;
          try {
            const aside = await hashesOf(await asideHere(parts));
            const hasFile = async (sha256: string): Promise<boolean> => (await blobs.get(sha256)).ok;
            throwIfCancelled(all);
            const comparison = await compared({ records, hasFile, aside }, there.value, partOf(all, 0.3, 1));
            const isAllThere = isComplete(comparison);
            if (isAllThere) checked = { seq, generation, isThereStill: () => there.value.isThereStill() };
            return success({ ...comparison, isComplete: isAllThere });
          } finally {
            there.value.wipe();
          }
        },
        watch,
        failureOfReading,
      ),
    async isStillSo() {
      if (checked === null) return false;
      const { seq, generation } = store.snapshot();
      return seq === checked.seq && generation === checked.generation && (await checked.isThereStill());
    },
    async close() {
      closing.abort();
      await last;
    },
  };
}

/** What was set aside here, but for old settings, which are nobody's words. */
async function asideHere({ files, folder, seal }: TravelParts): Promise<{ name: string; content: Uint8Array }[]> {
  const quarantine = join(folder, 'quarantine');
  const found: { name: string; content: Uint8Array }[] = [];
  for (const file of await namesIfPossible(files, quarantine)) {
    if (file.startsWith('settings') || file.startsWith('vault')) continue;
    const content = await asideContent(files, join(quarantine, file), seal());
    if (content !== null) found.push({ name: file.replace(/\.sealed$/, ''), content });
  }
  return found;
}

async function hashesOf(aside: readonly { name: string; content: Uint8Array }[]): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  for (const { name, content } of aside) hashes.set(name, await hashOf(content));
  return hashes;
}

function either(one: AbortSignal, other: AbortSignal | undefined): AbortSignal {
  if (other === undefined) return one;
  const both = new AbortController();
  for (const signal of [one, other]) {
    if (signal.aborted) both.abort();
    signal.addEventListener('abort', () => both.abort(), { once: true });
  }
  return both.signal;
}

async function guarded<V>(task: () => Promise<Result<V>>, failureOf: (cause: unknown) => Failure): Promise<Result<V>> {
  try {
    return await task();
  } catch (cause) {
    if (cause instanceof Cancelled) return failed({ code: 'cancelled' });
    if (cause instanceof SealWiped) return failed({ code: 'locked' });
    return failed(failureOf(cause));
  }
}
