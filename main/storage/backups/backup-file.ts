import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { createGunzip, gzip } from 'node:zlib';
import { z } from 'zod';
import { instantSchema } from '@shared/domain/values';
import type { Instant } from '@shared/dates';
import { systemCode } from '../disk/disk-files';
import { plainSeal } from '../seal/plain-seal';
import type { Snapshot } from '../snapshot';
import { Cancelled, joined, piecesOf, Steps, throwIfCancelled } from './unhurried';
import type { Watch } from './unhurried';

const format = 'attache-backup';

const headSchema = z.object({
  format: z.literal(format),
  /** The version of the store's shape. */
  version: z.int().min(1),
  deviceId: z.string().min(1),
  generation: z.int().min(0),
  seq: z.int().min(0),
  madeAt: instantSchema,
  /** How many records follow. */
  count: z.int().min(0),
});
/** What a backup says of itself, before its records. */
export type BackupHead = z.infer<typeof headSchema>;
/** As much as is still to be read in the backup of a newer version. */
const newerHeadSchema = z.looseObject({ format: z.literal(format), version: z.int().min(1) });

/** Why a backup is none: the words of the program, not of a person. */
export type BackupDamage = 'not-text' | 'not-json' | 'not-ours' | 'damaged-file' | 'damaged-records' | 'cut-short';

export type ReadHead =
  | { readonly kind: 'good'; readonly head: BackupHead }
  /** Written by a newer Attaché: whatever else is in it is not ours to judge. */
  | { readonly kind: 'newer'; readonly found: number }
  | { readonly kind: 'damaged'; readonly reason: BackupDamage };

/**
 * In bytes; what is encoded in one step and compressed by itself. A gzip file may have many members, and so neither
 * compressing nor reading ever holds up the person who is typing.
 */
const memberLength = 1 << 18;
const between = Buffer.from(',\n', 'latin1');
const end = Buffer.from('\n]}\n', 'latin1');
const lineBreak = 0x0a;
const comma = 0x2c;

const compress = promisify<Uint8Array, { level: number }, Uint8Array>(gzip);
// The default takes twice the time for a few bytes in a hundred.
const level = 4;

/** A backup's text, compressed: valid JSON with one record a line, each line with its checksum. */
export function packed({ records, ...state }: Snapshot, madeAt: Instant, watch: Watch = {}): Promise<Uint8Array> {
  const { version, deviceId, generation, seq } = state;
  const head: BackupHead = { format, version, deviceId, generation, seq, madeAt, count: records.length };
  return joined(members(textOf(head, records), watch, records.length));
}

function* textOf(head: BackupHead, records: Iterable<Uint8Array>): Iterable<Uint8Array> {
  yield Buffer.from(`${JSON.stringify(head).slice(0, -1)},"records":[\n`, 'utf8');
  let isFirst = true;
  for (const json of records) {
    if (!isFirst) yield between;
    isFirst = false;
    yield plainSeal.line(json);
  }
  yield end;
}

async function* members(lines: Iterable<Uint8Array>, watch: Watch, count: number): AsyncIterable<Uint8Array> {
  const steps = new Steps(watch, count);
  let gathered: Uint8Array[] = [];
  let length = 0;
  for (const line of lines) {
    gathered.push(line);
    length += line.length;
    if (length >= memberLength) {
      yield await compress(Buffer.concat(gathered, length), { level });
      gathered = [];
      length = 0;
    }
    if (line !== between) await steps.step();
  }
  throwIfCancelled(watch);
  yield await compress(Buffer.concat(gathered, length), { level });
}

/** Whether these bytes are a backup of this kind, as far as their beginning tells. */
export function isPacked(content: Uint8Array): boolean {
  return isCompressed(content) || Buffer.from(content.subarray(0, 64)).toString('latin1').includes(`"${format}"`);
}

function isCompressed(content: Uint8Array): boolean {
  return content[0] === 0x1f && content[1] === 0x8b;
}

/**
 * Reads a backup to its end and gives each record's JSON to `onRecord`. Only when the answer is `good` was all of it as
 * it was written.
 */
export async function unpacked(
  content: Uint8Array,
  known: number,
  onRecord: (json: Uint8Array) => void,
  watch: Watch = {},
): Promise<ReadHead> {
  let read: ReadHead | null = null;
  let count = 0;
  let isEnded = false;
  try {
    for await (const line of linesIn(textIn(content, watch))) {
      if (read === null) {
        read = headIn(line, known);
        if (read.kind !== 'good') return read;
      } else if (isEnd(line)) {
        isEnded = true;
      } else {
        const json = isEnded ? null : plainSeal.openLine(line.at(-1) === comma ? line.subarray(0, -1) : line);
        if (json === null) return { kind: 'damaged', reason: 'damaged-records' };
        count += 1;
        onRecord(json);
      }
    }
  } catch (cause) {
    if (cause instanceof Cancelled || !isOfCompression(cause)) throw cause;
    return { kind: 'damaged', reason: 'damaged-file' };
  }
  if (read === null) return { kind: 'damaged', reason: 'not-ours' };
  return isEnded && read.head.count === count ? read : { kind: 'damaged', reason: 'cut-short' };
}

/** What a backup says of itself; the rest of it is not read. */
export async function headOf(content: Uint8Array, known: number): Promise<ReadHead> {
  try {
    for await (const line of linesIn(textIn(content, {}))) return headIn(line, known);
  } catch (cause) {
    if (!isOfCompression(cause)) throw cause;
  }
  return { kind: 'damaged', reason: 'damaged-file' };
}

function isOfCompression(cause: unknown): boolean {
  return systemCode(cause)?.startsWith('Z_') === true;
}

function textIn(content: Uint8Array, watch: Watch): AsyncIterable<Uint8Array> {
  const pieces = piecesOf(content, watch);
  if (!isCompressed(content)) return pieces;
  const gunzip = createGunzip({ chunkSize: memberLength });
  const source = Readable.from(pieces, { highWaterMark: 1 });
  // An error of the source must reach who reads the text, and a reader who stops must stop the source.
  source.on('error', (cause) => gunzip.destroy(cause));
  gunzip.on('close', () => source.destroy());
  return source.pipe(gunzip);
}

async function* linesIn(text: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const steps = new Steps();
  let rest: Uint8Array[] = [];
  for await (const piece of text) {
    let start = 0;
    for (let at = piece.indexOf(lineBreak); at >= 0; at = piece.indexOf(lineBreak, start)) {
      const line = piece.subarray(start, at);
      yield rest.length === 0 ? line : Buffer.concat([...rest, line]);
      rest = [];
      start = at + 1;
      await steps.step();
    }
    if (start < piece.length) rest.push(piece.subarray(start));
  }
  if (rest.length > 0) yield Buffer.concat(rest);
}

function isEnd(line: Uint8Array): boolean {
  return line.length === 2 && line[0] === 0x5d && line[1] === 0x7d;
}

function headIn(line: Uint8Array, known: number): ReadHead {
  let value: unknown;
  try {
    value = JSON.parse(`${Buffer.from(line).toString('utf8')}]}`);
  } catch {
    return { kind: 'damaged', reason: 'not-ours' };
  }
  const newer = newerHeadSchema.safeParse(value);
  if (newer.success && newer.data.version > known) return { kind: 'newer', found: newer.data.version };
  const parsed = headSchema.safeParse(value);
  return parsed.success ? { kind: 'good', head: parsed.data } : { kind: 'damaged', reason: 'not-ours' };
}
