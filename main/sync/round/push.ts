import { shared } from '../edit';
import { PeerError } from '../peer';
import type { Named, Parcel, Peer, Refused } from '../peer';
import type { Leaf, RecordKey } from '../synced-record';
import { typeIn } from '../synced-record';
import { inPortions, oneAhead } from './pull';
import type { SyncedStore } from './synced-store';

/** A leaf that did not get across, and why: the peer's answer, or that the file it names is not here to go before it. */
export interface HeldBack {
  readonly key: RecordKey;
  readonly rev: string;
  readonly why: Refused['why'] | 'file-not-here';
}

/** Leaves that the peer is known to have. */
export class KnownThere {
  readonly #revs = new Map<RecordKey, Set<string>>();

  add(key: RecordKey, revs: Iterable<string>): void {
    const known = this.#revs.get(key) ?? new Set();
    for (const rev of revs) known.add(rev);
    this.#revs.set(key, known);
  }

  has(key: RecordKey, rev: string): boolean {
    return this.#revs.get(key)?.has(rev) === true;
  }
}

export interface Pushed {
  readonly leaves: number;
  readonly files: number;
  readonly heldBack: readonly HeldBack[];
}

/**
 * Sends what the peer lacks of these records. The mark that they may have left this device is durable before a byte of
 * them leaves; a file is there before the record that names it.
 */
export async function push(
  { store, peer }: { readonly store: SyncedStore; readonly peer: Peer },
  keys: readonly RecordKey[],
  there: KnownThere,
  onSent: (leaves: number) => void,
): Promise<Pushed> {
  const pushed = { leaves: 0, files: 0, heldBack: [] as HeldBack[] };
  for await (const { named, parcels } of oneAhead(inPortions(keys), (portion) =>
    lacking({ store, peer }, portion, there),
  )) {
    const { ready, files, heldBack } = await withFiles({ store, peer }, parcels);
    const refused = ready.length === 0 ? [] : await peer.take(ready);
    pushed.heldBack.push(...heldBack, ...refused);
    pushed.files += files;
    pushed.leaves += ready.length - refused.length;
    const isLeft = new Set([...heldBack, ...refused].map(({ key, rev }) => `${key} ${rev}`));
    for (const { key, revs } of named) {
      there.add(
        key,
        revs.filter((rev) => !isLeft.has(`${key} ${rev}`)),
      );
    }
    onSent(ready.length);
  }
  return pushed;
}

/** Marks records as shared, and finds out which of their leaves the peer lacks. */
async function lacking(
  { store, peer }: { readonly store: SyncedStore; readonly peer: Peer },
  keys: readonly RecordKey[],
  there: KnownThere,
): Promise<{ readonly named: readonly Named[]; readonly parcels: readonly Parcel[] }> {
  const offered = keys.filter((key) => store.get(key).leaves.some(({ rev }) => !there.has(key, rev)));
  await store.change(offered, shared);
  // As they are once they are marked: what is changed from here on follows and does not take the place of what is sent.
  const leaves = new Map(offered.map((key) => [key, store.get(key).leaves.filter(({ rev }) => !there.has(key, rev))]));
  const named: Named[] = [...leaves].map(([key, of]) => ({ key, revs: of.map(({ rev }) => rev) }));
  const missing = named.length === 0 ? [] : await peer.missing(named);
  const parcels = missing.flatMap(({ key, revs }) =>
    (leaves.get(key) ?? []).filter(({ rev }) => revs.includes(rev)).map((leaf) => parcelOf(key, leaf)),
  );
  return { named, parcels };
}

/** A leaf as it goes to others. */
export function parcelOf(key: RecordKey, { rev, ancestors, ...content }: Leaf): Parcel {
  if (content.kind === 'closed') return { key, rev, ancestors, content: { kind: 'closed', into: content.into } };
  return { key, rev, ancestors, content: { kind: 'live', body: content.body } };
}

/** Sends the files that these leaves name, as far as the peer lacks them; what names one that is not to be had waits. */
async function withFiles(
  { store, peer }: { readonly store: SyncedStore; readonly peer: Peer },
  parcels: readonly Parcel[],
): Promise<{ ready: Parcel[]; files: number; heldBack: HeldBack[] }> {
  const hashes = [...new Set(parcels.flatMap((parcel) => fileOf(parcel) ?? []))];
  const left = new Map<string, HeldBack['why']>();
  let files = 0;
  for (const sha256 of hashes.length === 0 ? [] : await peer.missingFiles(hashes)) {
    const bytes = await store.file(sha256);
    if (bytes === null) {
      left.set(sha256, 'file-not-here');
      continue;
    }
    const refused = await refusedFile(peer, sha256, bytes);
    if (refused === null) files += 1;
    else left.set(sha256, refused);
  }
  const ready: Parcel[] = [];
  const heldBack: HeldBack[] = [];
  for (const parcel of parcels) {
    const why = left.get(fileOf(parcel) ?? '');
    if (why === undefined) ready.push(parcel);
    else heldBack.push({ key: parcel.key, rev: parcel.rev, why });
  }
  return { ready, files, heldBack };
}

/** Why a file was not taken, which says nothing of any other; null when it was. */
async function refusedFile(peer: Peer, sha256: string, bytes: Uint8Array): Promise<HeldBack['why'] | null> {
  try {
    await peer.takeFile(sha256, bytes);
    return null;
  } catch (cause) {
    const code = cause instanceof PeerError ? cause.problem.code : null;
    if (code === 'too-large' || code === 'not-allowed') return code;
    throw cause;
  }
}

/** The file that a leaf names, by its SHA-256; null when it names none. */
export function fileOf({ key, content }: Parcel): string | null {
  if (typeIn(key) !== 'attachment' || content.kind !== 'live') return null;
  const { sha256 } = content.body;
  return typeof sha256 === 'string' ? sha256 : null;
}
