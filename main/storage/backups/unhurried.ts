import { createHash } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';

/** How long work of many small steps may hold up everything else, in milliseconds. */
const slice = 4;
/** In bytes; what is hashed, copied or compared in one step. */
const stepLength = 1 << 20;

/** How long work is watched, and stopped. */
export interface Watch {
  readonly signal?: AbortSignal | undefined;
  /** From 0 to 1. */
  readonly onProgress?: ((done: number) => void) | undefined;
}

/** The person thought better of it, or Attaché is closing. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

export function throwIfCancelled({ signal }: Watch): void {
  if (signal?.aborted === true) throw new Cancelled('Cancelled');
}

/** A part of watched work: its own progress from 0 to 1 is that from `from` to `to` of the whole. */
export function partOf({ signal, onProgress }: Watch, from: number, to: number): Watch {
  return { signal, onProgress: onProgress && ((done) => onProgress(from + done * (to - from))) };
}

/** Work of many small steps that lets other work in whenever it has had its time, and ends when it is cancelled. */
export class Steps {
  #began = performance.now();
  #done = 0;

  constructor(
    private readonly watch: Watch = {},
    private readonly all = Number.POSITIVE_INFINITY,
  ) {}

  /** To be awaited after each step of that size. */
  step(size = 1): Promise<void> | undefined {
    this.#done += size;
    return performance.now() - this.#began < slice ? undefined : this.#giveWay();
  }

  async #giveWay(): Promise<void> {
    await setImmediate();
    throwIfCancelled(this.watch);
    this.watch.onProgress?.(Math.min(1, this.#done / this.all));
    this.#began = performance.now();
  }
}

function* stepsOf(bytes: Uint8Array): Iterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += stepLength) yield bytes.subarray(at, at + stepLength);
}

/** The same bytes in pieces, giving way in between. */
export async function* piecesOf(bytes: Uint8Array, watch: Watch = {}): AsyncIterable<Uint8Array> {
  const steps = new Steps(watch, bytes.length);
  for (const piece of stepsOf(bytes)) {
    yield piece;
    await steps.step(piece.length);
  }
}

export async function joined(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const gathered: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    gathered.push(piece);
    length += piece.length;
  }
  const whole = new Uint8Array(length);
  const steps = new Steps();
  let at = 0;
  for (const piece of gathered) {
    whole.set(piece, at);
    at += piece.length;
    await steps.step();
  }
  return whole;
}

export async function isSame(one: Uint8Array, other: Uint8Array): Promise<boolean> {
  if (one.length !== other.length) return false;
  const steps = new Steps();
  for (let at = 0; at < one.length; at += stepLength) {
    if (Buffer.compare(one.subarray(at, at + stepLength), other.subarray(at, at + stepLength)) !== 0) return false;
    await steps.step();
  }
  return true;
}

/** The SHA-256 of a file's content, in hexadecimal. */
export async function hashOf(bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of piecesOf(bytes)) hash.update(piece);
  return hash.digest('hex');
}
