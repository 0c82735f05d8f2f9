import type { BundleKey } from './bundle-key';

/** Locks and opens streams of bytes as `age` does (age-encryption.org/v1). Stopped by `signal`, each throws at once. */
export interface BundleLock {
  lock(bytes: AsyncIterable<Uint8Array>, key: BundleKey, signal?: AbortSignal): AsyncIterable<Uint8Array>;
  /** The key of one file, from its head, which takes seconds for a passphrase; null when `key` does not open it. */
  fileKey(head: Uint8Array, key: BundleKey, signal?: AbortSignal): Promise<Uint8Array | null>;
  /** What was locked. Each piece is what it was, to the last bit; throws `LockBroken` where that ends. */
  open(bytes: AsyncIterable<Uint8Array>, fileKey: Uint8Array, signal?: AbortSignal): AsyncIterable<Uint8Array>;
}

/** What is locked is not as it was locked: from its last part on, as when it is cut short, or before that. */
export class LockBroken extends Error {
  override readonly name = 'LockBroken';

  constructor(
    readonly where: 'at-end' | 'before-end',
    options?: ErrorOptions,
  ) {
    super(where, options);
  }
}

const magic = 'age-encryption.org/v1\n';
/** In bytes: the heads that Attaché writes have some 200. A file without an end of its head must not fill the memory. */
const longestHead = 1 << 14;

/** The head of a locked file, as far as anybody can read it. */
export type Head =
  | { readonly kind: 'head'; readonly bytes: Uint8Array; readonly opensWith: BundleKey['kind'] }
  /** The beginning of one, and no more. */
  | { readonly kind: 'cut' }
  | { readonly kind: 'damaged' }
  /** Something else altogether. */
  | { readonly kind: 'none' };

/** Reads the head alone, so that the person can be asked for the right key. */
export async function readHead(bytes: AsyncIterable<Uint8Array>): Promise<Head> {
  let held = Buffer.alloc(0);
  for await (const piece of bytes) {
    held = Buffer.concat([held, piece.subarray(0, longestHead)]);
    const head = headIn(held);
    if (head !== null) return head;
    if (held.length >= longestHead) return { kind: 'damaged' };
  }
  return { kind: 'cut' };
}

/** Null when there has to be more of it. */
function headIn(held: Buffer): Head | null {
  const text = held.toString('latin1', 0, longestHead);
  if (!text.startsWith(magic.slice(0, text.length))) return { kind: 'none' };
  const mac = text.indexOf('\n--- ');
  const end = mac < 0 ? -1 : text.indexOf('\n', mac + 1);
  if (end < 0) return null;
  const head = text.slice(0, end + 1);
  const kinds = [...head.matchAll(/^-> (\S+) /gm)].map(([, kind]) => kind);
  const opensWith = kinds.includes('scrypt') ? 'passphrase' : kinds.includes('X25519') ? 'space-key' : null;
  return opensWith === null ? { kind: 'damaged' } : { kind: 'head', bytes: held.subarray(0, end + 1), opensWith };
}
