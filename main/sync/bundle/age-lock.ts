import { webcrypto } from 'node:crypto';
import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption';
import type { BundleKey } from './bundle-key';
import { normalised } from './bundle-key';
import { LockBroken } from './lock';
import type { BundleLock } from './lock';
import { throwIfCancelled } from './trouble';

/** age's own: guessing one passphrase takes a second and 256 MB (scrypt with N = 2^18). */
const shippedWork = 18;
/** In bytes; the parts that age locks one by one. */
const partLength = 1 << 16;

// The Node of Electron 25 has it, but not under the name that the package looks for.
if (!('crypto' in globalThis)) Object.defineProperty(globalThis, 'crypto', { value: webcrypto });

/** Works in this thread, which it keeps busy. `work`: the logarithm of scrypt's N. */
export function ageLock(work = shippedWork): BundleLock {
  return {
    async *lock(bytes, key, signal) {
      const encrypter = new Encrypter();
      if (key.kind === 'passphrase') {
        encrypter.setPassphrase(normalised(key.passphrase));
        encrypter.setScryptWorkFactor(work);
      } else {
        encrypter.addRecipient(await identityToRecipient(key.identity));
      }
      yield* piecesOf(await encrypter.encrypt(streamOf(bytes, signal)), signal);
    },
    async fileKey(head, key, signal) {
      throwIfCancelled(signal);
      const decrypter = new Decrypter();
      if (key.kind === 'passphrase') decrypter.addPassphrase(normalised(key.passphrase));
      else decrypter.addIdentity(key.identity);
      try {
        return await decrypter.decryptHeader(head);
      } catch (cause) {
        if (isNoMatch(cause)) return null;
        throw new LockBroken('before-end', { cause });
      }
    },
    open: opened,
  };
}

/** The package tells a key that does not fit from a head that was changed by its words alone. */
function isNoMatch(cause: unknown): boolean {
  return cause instanceof Error && cause.message.startsWith('no identity matched');
}

async function* opened(
  bytes: AsyncIterable<Uint8Array>,
  fileKey: Uint8Array,
  signal?: AbortSignal,
): AsyncIterable<Uint8Array> {
  const source = new Watched(bytes);
  const decrypter = new Decrypter();
  decrypter.addIdentity({ unwrapFileKey: () => fileKey });
  let given = 0;
  let isEnd = (): boolean => false;
  try {
    const stream = await decrypter.decrypt(streamOf(source.pieces(), signal));
    const sizeOf = (length: number): number => stream.size(length);
    isEnd = () => source.isAtEnd && given + partLength >= sizeIf(sizeOf, source.length);
    for await (const piece of piecesOf(stream, signal)) {
      given += piece.length;
      yield piece;
    }
  } catch (cause) {
    throwIfCancelled(signal);
    if (source.brokenBy !== null) throw source.brokenBy.cause;
    throw new LockBroken(isEnd() || endsAtOnce(cause) ? 'at-end' : 'before-end', { cause });
  }
}

/** Nothing follows the head; the package says so by its words alone. */
function endsAtOnce(cause: unknown): boolean {
  return cause instanceof Error && cause.message.startsWith('stream ended');
}

/** In bytes; a length that no whole file has is one that was cut. */
function sizeIf(sizeOf: (locked: number) => number, length: number): number {
  try {
    return sizeOf(length);
  } catch (cause) {
    if (cause instanceof Error) return 0;
    throw cause;
  }
}

/** Bytes that are counted as they go by, and whose own error is kept apart from those of who reads them. */
class Watched {
  length = 0;
  isAtEnd = false;
  brokenBy: { readonly cause: unknown } | null = null;

  constructor(private readonly bytes: AsyncIterable<Uint8Array>) {}

  async *pieces(): AsyncIterable<Uint8Array> {
    try {
      for await (const piece of this.bytes) {
        this.length += piece.length;
        // No longer than a part of age's, so that no part is opened before the one before it was handed on.
        for (let at = 0; at < piece.length; at += partLength) yield piece.subarray(at, at + partLength);
      }
      this.isAtEnd = true;
    } catch (cause) {
      this.brokenBy = { cause };
      throw cause;
    }
  }
}

function streamOf(bytes: AsyncIterable<Uint8Array>, signal?: AbortSignal): ReadableStream<Uint8Array> {
  const pieces = bytes[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        throwIfCancelled(signal);
        const next = await pieces.next();
        if (next.done === true) controller.close();
        else controller.enqueue(next.value);
      },
      async cancel() {
        await pieces.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}

async function* piecesOf(stream: ReadableStream<Uint8Array>, signal?: AbortSignal): AsyncIterable<Uint8Array> {
  const reader = stream.getReader();
  let isDone = false;
  try {
    for (;;) {
      throwIfCancelled(signal);
      const next = await reader.read();
      if (next.done) break;
      yield next.value;
    }
    isDone = true;
  } finally {
    // Whoever stops listening lets go of the file as well; a stream that broke has let go of it already.
    if (!isDone) await reader.cancel().catch(() => undefined);
  }
}

/** What a thread of its own is asked for: one thing, and then it ends. */
export type LockOrder =
  | { readonly ask: 'lock'; readonly key: BundleKey }
  | { readonly ask: 'file-key'; readonly key: BundleKey; readonly head: Uint8Array }
  | { readonly ask: 'open'; readonly fileKey: Uint8Array };
