import { createHash, randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { identityOf } from '@main/sync/bundle/bundle-key';
import type { BundleKey } from '@main/sync/bundle/bundle-key';
import { readBundle } from '@main/sync/bundle/read-bundle';
import { threadedLock } from '@main/sync/bundle/threaded-lock';
import { writeBundle } from '@main/sync/bundle/write-bundle';
import type { Parcel } from '@main/sync/peer';

/** In seconds, but for the ratio; `import` is reading and verifying, to the moment when the leaves are in hand. */
export interface BundleFigures {
  readonly export_s: number;
  readonly import_s: number;
  /** The same with a passphrase, which takes its own time whatever is in the bundle. */
  readonly export_by_passphrase_s: number;
  readonly import_by_passphrase_s: number;
  /** The bundle's bytes to those of its leaves' bodies as JSON. */
  readonly vs_json: number;
}

const spaceKey: BundleKey = { kind: 'space-key', identity: identityOf(new Uint8Array(32).fill(7)) };
const passphrase: BundleKey = { kind: 'passphrase', passphrase: 'four words of a sample' };

/** Writes records into a bundle and reads them back. `threadFile`: main/sync/bundle/lock-thread.ts as it was bundled. */
export async function bundleFigures(
  records: readonly { readonly type: string; readonly id: string }[],
  threadFile: string,
): Promise<BundleFigures> {
  const parcels = records.map(parcelOf);
  const json = parcels.reduce((sum, { content }) => {
    return sum + (content.kind === 'live' ? Buffer.byteLength(JSON.stringify(content.body)) : 0);
  }, 0);
  const byKey = await outAndIn(parcels, spaceKey, threadFile);
  const byWords = await outAndIn(parcels, passphrase, threadFile);
  return {
    export_s: byKey.out,
    import_s: byKey.in,
    export_by_passphrase_s: byWords.out,
    import_by_passphrase_s: byWords.in,
    vs_json: byKey.bytes / json,
  };
}

function parcelOf({ type, id, ...body }: { readonly type: string; readonly id: string }): Parcel {
  const hash = createHash('sha256').update(id).digest('hex');
  return {
    key: `${type}:${id}`,
    rev: `2-${hash.slice(0, 32)}`,
    ancestors: [hash.slice(32)],
    content: { kind: 'live', body: { type, id, ...body } },
  };
}

async function outAndIn(
  parcels: readonly Parcel[],
  key: BundleKey,
  threadFile: string,
): Promise<{ out: number; in: number; bytes: number }> {
  const lock = threadedLock(threadFile);
  const heading = {
    id: randomUUID(),
    spaceId: 'bench',
    holds: { kind: 'everything' },
    madeAt: new Date().toISOString(),
    madeBy: null,
    deviceId: 'bench',
  } as const;
  const began = performance.now();
  const pieces: Uint8Array[] = [];
  const contents = { heading, parcels, files: [], file: () => Promise.resolve(null) };
  for await (const piece of writeBundle(contents, { lock, key })) pieces.push(piece);
  const written = performance.now();
  const size = pieces.reduce((sum, { length }) => sum + length, 0);
  const read = await readBundle(
    { size, open: () => each(pieces) },
    { lock, key, isOurSpace: () => true, hasFile: () => Promise.resolve(false), freeBytes: 0 },
  );
  if (!read.ok || read.value.parcels.length !== parcels.length) throw new Error('The bundle was not read back');
  return { out: (written - began) / 1000, in: (performance.now() - written) / 1000, bytes: size };
}

async function* each(pieces: readonly Uint8Array[]): AsyncIterable<Uint8Array> {
  await Promise.resolve();
  yield* pieces;
}
