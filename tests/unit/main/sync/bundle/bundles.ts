import { createHash } from 'node:crypto';
import { ageLock } from '@main/sync/bundle/age-lock';
import type { BundleKey } from '@main/sync/bundle/bundle-key';
import type { BundleHeading } from '@main/sync/bundle/heading';
import type { ReadingParts, Takers, VerifiedBundle } from '@main/sync/bundle/read-bundle';
import { readBundle } from '@main/sync/bundle/read-bundle';
import { writeBundle } from '@main/sync/bundle/write-bundle';
import type { Parcel } from '@main/sync/peer';
import { success } from '@shared/result';
import type { Result } from '@shared/result';

/** Quick, so that many bundles can be made; what ships makes guessing slow. */
export const quickLock = ageLock(1);

export const passphrase: BundleKey = { kind: 'passphrase', passphrase: 'four words of a sample' };

export const heading: BundleHeading = {
  id: '5f0c3d0e-1d6f-4a6d-9a51-0f4b7d8a2c11',
  spaceId: 'space-sample',
  holds: { kind: 'everything' },
  madeAt: '2026-11-23T09:00:00.000Z',
  madeBy: '0e1f6d8c-6a0b-4b58-8d43-5b6f5a1e7c22',
  deviceId: 'device-sample',
};

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Hands bytes out in pieces of a size that fits nothing. */
export async function* inPieces(bytes: Uint8Array, length = 1013): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
  await Promise.resolve();
}

export async function allOf(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const piece of pieces) parts.push(piece);
  return Buffer.concat(parts);
}

export interface Made {
  readonly parcels: readonly Parcel[];
  readonly files?: readonly Uint8Array[];
  readonly heading?: BundleHeading;
  readonly key?: BundleKey;
}

/** A whole bundle in memory. */
export function made({ parcels, files = [], key = passphrase, ...of }: Made): Promise<Uint8Array> {
  const byHash = new Map(files.map((bytes) => [sha256Of(bytes), bytes]));
  return allOf(
    writeBundle(
      {
        heading: of.heading ?? heading,
        parcels,
        files: [...byHash].map(([sha256, { length }]) => ({ sha256, size: length })),
        file: (sha256) => Promise.resolve(byHash.get(sha256) ?? null),
      },
      { lock: quickLock, key },
    ),
  );
}

export function readFrom(bytes: Uint8Array, parts: Partial<ReadingParts> = {}): Promise<Result<VerifiedBundle>> {
  return readBundle(
    { size: bytes.length, open: () => inPieces(bytes) },
    {
      lock: quickLock,
      key: passphrase,
      isOurSpace: (spaceId) => spaceId === heading.spaceId,
      hasFile: () => Promise.resolve(false),
      freeBytes: 1e9,
      ...parts,
    },
  );
}

/** What was handed out, in order. */
export class Taken implements Takers {
  readonly files = new Map<string, Uint8Array>();
  readonly leaves: Parcel[] = [];
  readonly order: string[] = [];

  file = (sha256: string, bytes: Uint8Array): Promise<Result<unknown>> => {
    this.order.push('file');
    this.files.set(sha256, bytes);
    return Promise.resolve(success(null));
  };

  parcels = (parcels: readonly Parcel[]): Promise<Result<unknown>> => {
    this.order.push('parcels');
    this.leaves.push(...parcels);
    return Promise.resolve(success(null));
  };
}

/** The code that a result failed with; null when it did not. */
export function codeOf(result: Result<unknown>): string | null {
  return result.ok ? null : result.failure.code;
}

export const noteParcel: Parcel = {
  key: 'note:7a0de1f4-5b0c-4b5e-8a55-2d8f1c9e3b44',
  rev: '2-0123456789abcdef0123456789abcdef',
  ancestors: ['fedcba9876543210fedcba9876543210'],
  content: { kind: 'live', body: { text: 'Agreed at 45 (sample)', later: { 場: [1, null] } } },
};

export const closedParcel: Parcel = {
  key: noteParcel.key,
  rev: '3-00000000000000000000000000000abc',
  ancestors: ['11111111111111111111111111111111'],
  content: { kind: 'closed', into: noteParcel.rev },
};

/** Bytes that do not grow smaller, of three parts of age's. */
export function large(): Uint8Array {
  const noise = new Uint8Array(150_000);
  for (let at = 0, state = 1; at < noise.length; at += 1) {
    state = (state * 48_271) % 2_147_483_647;
    noise[at] = state & 255;
  }
  return noise;
}
