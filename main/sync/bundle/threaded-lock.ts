import { Worker } from 'node:worker_threads';
import type { LockOrder } from './age-lock';
import { LockBroken } from './lock';
import type { BundleLock } from './lock';
import { BundleTrouble, throwIfCancelled } from './trouble';

export type ToThread =
  | { readonly tell: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly tell: 'no-more' }
  /** A piece that the thread sent has been used. */
  | { readonly tell: 'taken' };

export type FromThread =
  | { readonly tell: 'more' }
  | { readonly tell: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly tell: 'end' }
  | { readonly tell: 'file-key'; readonly fileKey: Uint8Array | null }
  | { readonly tell: 'broken'; readonly where: LockBroken['where'] };

/** In bytes; what is sent to the thread in one go. */
const enough = 1 << 18;

/** Works in threads of their own, one for each task; `threadFile` is lock-thread.ts as it was built. */
export function threadedLock(threadFile: string): BundleLock {
  const begin = (order: LockOrder, signal?: AbortSignal): Talk =>
    new Talk(new Worker(threadFile, { workerData: order }), signal);
  return {
    lock: (bytes, key, signal) => begun(() => begin({ ask: 'lock', key }, signal), bytes),
    async fileKey(head, key, signal) {
      throwIfCancelled(signal);
      const talk = begin({ ask: 'file-key', head: Uint8Array.from(head), key }, signal);
      try {
        const answer = await talk.next();
        return answer.tell === 'file-key' ? answer.fileKey : null;
      } finally {
        talk.close();
      }
    },
    open: (bytes, fileKey, signal) => begun(() => begin({ ask: 'open', fileKey }, signal), bytes),
  };
}

async function* begun(begin: () => Talk, bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const talk = begin();
  const pieces = gathered(bytes)[Symbol.asyncIterator]();
  try {
    for (;;) {
      const answer = await talk.next();
      if (answer.tell === 'end') return;
      if (answer.tell === 'more') {
        const piece = await pieces.next();
        talk.send(piece.done === true ? { tell: 'no-more' } : { tell: 'bytes', bytes: piece.value });
      } else if (answer.tell === 'bytes') {
        yield answer.bytes;
        talk.send({ tell: 'taken' });
      }
    }
  } finally {
    talk.close();
    await pieces.return?.();
  }
}

/** Pieces of their own memory, which goes over to the thread, and large enough that their sending counts for little. */
async function* gathered(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array<ArrayBuffer>> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const piece of bytes) {
    held.push(piece);
    length += piece.length;
    if (length < enough) continue;
    yield joined(held, length);
    held = [];
    length = 0;
  }
  if (length > 0) yield joined(held, length);
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** What a thread says, one after the other; its end, and being cancelled, are thrown. */
class Talk {
  readonly #said: FromThread[] = [];
  #endedBy: Error | null = null;
  #wake: () => void = () => undefined;
  readonly #cancel = (): void => {
    this.#end(new BundleTrouble({ code: 'cancelled' }));
    this.close();
  };

  constructor(
    private readonly thread: Worker,
    private readonly signal?: AbortSignal,
  ) {
    thread.on('message', (said: FromThread) => {
      this.#said.push(said);
      this.#wake();
    });
    thread.on('error', (cause) => {
      this.#end(new Error('The thread that locks bundles broke', { cause }));
    });
    thread.on('exit', () => {
      this.#end(new Error('The thread that locks bundles ended'));
    });
    signal?.addEventListener('abort', this.#cancel);
    if (signal?.aborted === true) this.#cancel();
  }

  send(message: ToThread): void {
    this.thread.postMessage(message, message.tell === 'bytes' ? [message.bytes.buffer] : []);
  }

  async next(): Promise<FromThread> {
    for (;;) {
      throwIfCancelled(this.signal);
      const said = this.#said.shift();
      if (said?.tell === 'broken') throw new LockBroken(said.where);
      if (said !== undefined) return said;
      if (this.#endedBy !== null) throw this.#endedBy;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  close(): void {
    this.signal?.removeEventListener('abort', this.#cancel);
    void this.thread.terminate();
  }

  #end(cause: Error): void {
    this.#endedBy ??= cause;
    this.#wake();
  }
}
