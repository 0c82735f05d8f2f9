import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { z } from 'zod';
import { PeerError } from '../../peer';
import type { CouchAddress } from './address';
import { sessionSchema } from './answers';
import type { Bytes, Fetch, FetchAnswer, Limits } from './fetch';
import { AnswerTooLong, OutOfTime, problemOf, unreachable } from './problems';
import { SignIn } from './sign-in';
import type { Credentials } from './sign-in';

export interface LineParts {
  readonly address: CouchAddress;
  readonly fetch: Fetch;
  readonly credentials: Credentials | null;
  readonly limits: Limits;
  /** Breaks off whatever is under way. */
  readonly signal?: AbortSignal | undefined;
  /** Told of the bytes of each request and each piece of an answer, as they travel but for an answer's compression. */
  readonly onTraffic?: ((bytes: { readonly up: number; readonly down: number }) => void) | undefined;
}

export interface Asked {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Behind the space's address; with `of: 'server'` behind the server's. */
  readonly path: string;
  readonly of?: 'server';
  readonly json?: unknown;
  readonly body?: { readonly type: string; readonly bytes: Bytes };
  /** Statuses that are answers and no problems. */
  readonly expected?: readonly number[];
  readonly isFile?: boolean;
}

export interface Answered {
  readonly status: number;
  readonly bytes: Uint8Array;
}

/** Shorter than this, compressing gains nothing. */
const leastToCompress = 1_000;
const patienceToPart = 200;

const compressed = promisify(gzip);

/** Asks a server: signed in, compressed, within limits of time and size. Throws `PeerError` and nothing else. */
export class Line {
  readonly #signIn: SignIn;
  /** Some proxies refuse compressed requests. */
  #gzip: 'untried' | 'taken' | 'refused' = 'untried';

  constructor(private readonly parts: LineParts) {
    this.#signIn = new SignIn(parts.credentials, (credentials) => this.#beginSession(credentials));
  }

  /** The answer's JSON of one shape, and its status. */
  async ask<T>(schema: z.ZodType<T>, asked: Asked): Promise<T> {
    const { bytes } = await this.bytes(asked);
    return parsed(schema, bytes);
  }

  async bytes(asked: Asked): Promise<Answered> {
    let sent = await this.#compressed(asked);
    if (sent.status === 401 && this.#signIn.isSession) sent = await this.#compressed(asked);
    if (sent.status === 200 || sent.status === 201 || sent.status === 202) return sent;
    if (asked.expected?.includes(sent.status) === true) return sent;
    throw new PeerError(problemOf(sent.status, jsonIn(sent.bytes)));
  }

  async #compressed(asked: Asked): Promise<Answered> {
    if (asked.json === undefined) return this.#send(asked, asked.body);
    const plain = { type: 'application/json', bytes: new TextEncoder().encode(JSON.stringify(asked.json)) };
    if (this.#gzip === 'refused' || plain.bytes.length < leastToCompress) return this.#send(asked, plain);
    const small = { ...plain, bytes: new Uint8Array(await compressed(plain.bytes)), encoding: 'gzip' };
    const answered = await this.#send(asked, small);
    const { status } = answered;
    if (status < 300) this.#gzip = 'taken';
    if (status !== 415 && (status !== 400 || this.#gzip === 'taken')) return answered;
    const again = await this.#send(asked, plain);
    if (again.status < 300) this.#gzip = 'refused';
    return again;
  }

  async #send(asked: Asked, body?: { type: string; bytes: Bytes; encoding?: string }): Promise<Answered> {
    const { address } = this.parts;
    const url = `${asked.of === 'server' ? address.server : address.space}${asked.path}`;
    const identity = asked.path === '/_session' ? {} : await this.#signIn.header();
    const headers = {
      accept: asked.isFile === true ? '*/*' : 'application/json',
      ...(body !== undefined && { 'content-type': body.type }),
      ...(body?.encoding !== undefined && { 'content-encoding': body.encoding }),
      ...identity,
    };
    const answered = await this.#within(asked, url, headers, body?.bytes);
    if (answered.status === 401) this.#signIn.forget(identity);
    return answered;
  }

  async #within(asked: Asked, url: string, headers: Record<string, string>, body?: Bytes): Promise<Answered> {
    const { fetch, limits, signal, onTraffic } = this.parts;
    const breaking = new AbortController();
    const stop = (): void => breaking.abort(signal?.reason);
    signal?.throwIfAborted();
    signal?.addEventListener('abort', stop);
    const { method } = asked;
    try {
      onTraffic?.({ up: body?.length ?? 0, down: 0 });
      const init = { method, headers, redirect: 'manual', credentials: 'omit', signal: breaking.signal } as const;
      const sending = fetch(url, { ...init, ...(body !== undefined && { body }) });
      const patience = limits.answer + ((body?.length ?? 0) / limits.slowest) * 1000;
      const answer = await inTime(sending, patience, breaking);
      const { status } = answer;
      this.#signIn.remember(answer.headers.get('set-cookie'));
      if (status === 0 || (status >= 300 && status < 400)) throw new PeerError({ code: 'not-couchdb' });
      return { status, bytes: await this.#read(answer, asked.isFile === true, breaking) };
    } catch (error) {
      breaking.abort();
      signal?.throwIfAborted();
      throw unreachable(error);
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  }

  async #read({ body }: FetchAnswer, isFile: boolean, breaking: AbortController): Promise<Uint8Array> {
    const { limits, onTraffic } = this.parts;
    const most = isFile ? limits.mostFileBytes : limits.mostBytes;
    const end = Date.now() + (isFile ? limits.wholeFile : limits.whole);
    const pieces: Uint8Array[] = [];
    let length = 0;
    const reader = body?.getReader();
    while (reader !== undefined) {
      const { done, value } = await inTime(reader.read(), Math.min(limits.stall, end - Date.now()), breaking);
      if (done || value === undefined) break;
      onTraffic?.({ up: 0, down: value.length });
      length += value.length;
      if (length > most) {
        // Electron keeps the connection of an answer whose reader merely stops, and has six for each server.
        await Promise.race([Promise.allSettled([reader.cancel()]), setTimeout(patienceToPart)]);
        throw new AnswerTooLong();
      }
      pieces.push(value);
    }
    return Buffer.concat(pieces, length);
  }

  async #beginSession({ name, password }: Credentials): Promise<void> {
    const asked = { method: 'POST', path: '/_session', of: 'server', json: { name, password } } as const;
    const { status, bytes } = await this.#compressed(asked);
    // A name that was tried too often is locked out for a while.
    if (status === 401 || status === 403) throw new PeerError({ code: 'not-signed-in' });
    if (status === 404 || status === 405) throw new PeerError({ code: 'not-couchdb' });
    if (status !== 200) throw new PeerError(problemOf(status, jsonIn(bytes)));
    parsed(sessionSchema, bytes);
  }
}

/** The JSON of an answer, of one shape; a page or half an answer is none. */
export function parsed<T>(schema: z.ZodType<T>, bytes: Uint8Array): T {
  const read = schema.safeParse(jsonIn(bytes));
  if (!read.success) throw new PeerError({ code: 'not-couchdb' });
  return read.data;
}

/** Undefined for what is no JSON. */
export function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** Waits for something until it is broken off, by a time limit or by somebody; also where it does not heed that itself. */
async function inTime<T>(work: Promise<T>, milliseconds: number, breaking: AbortController): Promise<T> {
  const { signal } = breaking;
  const timer = globalThis.setTimeout(() => breaking.abort(new OutOfTime()), milliseconds);
  let give = (): void => undefined;
  const broken = new Promise<never>((_, reject) => {
    give = () => reject(signal.reason as Error);
    signal.addEventListener('abort', give);
  });
  try {
    return await Promise.race([work, broken]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', give);
  }
}
