import type { Adapter } from 'lowdb';
import { z } from 'zod';
import { readIfThere } from '../disk/disk-files';
import type { DiskFiles } from '../disk/disk-files';
import { writeInFolder } from '../disk/durable-write';
import { FileSum, sumLength } from '../disk/file-sum';
import { Pace } from '../pace';
import { PlacedLines } from '../records/placed-lines';
import type { Seal } from '../seal/seal';
import { inPieces, linesOf, openedLines } from './lines';

/** A bucket with this many bytes of JSON takes no further records: it can be written anew in a few milliseconds. */
export const bucketLimit = 1 << 19;

/** The epoch of a bucket whose file does not say it any more. */
export const unknownEpoch = -1;

/** Some of the records, in a file of their own. */
export interface Bucket {
  /** Which writing of the buckets it is from, from 0; or `unknownEpoch`. */
  readonly epoch: number;
  readonly count: number;
  /** The JSON of each. */
  readonly records: Iterable<Uint8Array>;
}

const headSchema = z.object({
  format: z.literal('attache-bucket'),
  epoch: z.int().min(0),
  count: z.int().min(0),
});
type Head = z.infer<typeof headSchema>;

const bucketNamePattern = /^bucket-([1-9]\d{0,8})\.json$/;

export function bucketName(number: number): string {
  return `bucket-${number}.json`;
}

/** The number in a bucket's name; null for another file. */
export function bucketNumber(name: string): number | null {
  const [, number] = bucketNamePattern.exec(name) ?? [];
  return number === undefined ? null : Number(number);
}

/** What the last `read` found beside the records. */
interface Found {
  readonly lines: PlacedLines;
  /** Stretches of bytes that nothing could be made of. */
  readonly damaged: readonly Uint8Array[];
  /** How many records were written to the file that there is no trace of. */
  readonly missing: number;
}

/**
 * lowdb's way to one bucket: a file of valid JSON with one record a line, readable or sealed, and at its end a sum of all
 * that stands before. `write` answers when the file is whole and durable; its name is so when the folder was synced.
 */
export class BucketAdapter implements Adapter<Bucket> {
  /** Null when there was no file. */
  found: Found | null = null;

  constructor(
    private readonly files: DiskFiles,
    private readonly path: string,
    private readonly seal: Seal,
  ) {}

  /** Whether the last `read` found a file with just what was written. */
  get isSound(): boolean {
    return this.found !== null && this.found.damaged.length === 0 && this.found.missing === 0;
  }

  async read(): Promise<Bucket | null> {
    this.found = null;
    const bytes = await readIfThere(this.files, this.path);
    if (bytes === null) return null;
    const head = headIn(bytes.subarray(0, Math.max(0, bytes.indexOf(lineBreak))));
    // One sum for all of it spares a look at each line.
    const isWhole = head !== null && !this.seal.isSecret && (await hasItsSum(bytes));
    this.found = isWhole ? allOf(bytes, head) : await linesOneByOne(bytes, head, this.seal);
    const { lines } = this.found;
    return { epoch: head?.epoch ?? unknownEpoch, count: lines.count, records: lines };
  }

  async write(bucket: Bucket): Promise<void> {
    await writeInFolder(this.files, this.path, textOf(bucket, this.seal));
  }
}

const lineBreak = 0x0a;
const openingBrace = 0x7b;
const between = Buffer.from(',\n', 'latin1');
const recordsEnd = Buffer.from('\n],\n', 'latin1');
const sumBefore = Buffer.from('"xxh64":"', 'latin1');
const sumAfter = Buffer.from('"}\n', 'latin1');
const endLength = sumBefore.length + sumLength + sumAfter.length;

async function* textOf(bucket: Bucket, seal: Seal): AsyncIterable<Uint8Array> {
  const sum = await FileSum.begin();
  for await (const piece of inPieces(linesToWrite(bucket, seal))) {
    sum.add(piece);
    yield piece;
  }
  yield Buffer.concat([sumBefore, Buffer.from(sum.text, 'latin1'), sumAfter]);
}

function* linesToWrite({ epoch, count, records }: Bucket, seal: Seal): Iterable<Uint8Array> {
  const head: Head = { format: 'attache-bucket', epoch, count };
  yield Buffer.from(`${JSON.stringify(head).slice(0, -1)},"records":[\n`, 'utf8');
  let isFirst = true;
  for (const json of records) {
    if (!isFirst) yield between;
    isFirst = false;
    yield seal.line(json);
  }
  yield recordsEnd;
}

async function hasItsSum(bytes: Uint8Array): Promise<boolean> {
  const end = bytes.length - endLength;
  if (end <= 0) return false;
  const sum = await FileSum.begin();
  sum.add(bytes.subarray(0, end));
  return Buffer.from(bytes.subarray(end)).equals(Buffer.concat([sumBefore, Buffer.from(sum.text, 'latin1'), sumAfter]));
}

/** The lines of a file that is known to be as it was written. */
function allOf(bytes: Uint8Array, head: Head): Found {
  const lines = new PlacedLines(bytes);
  const end = bytes.length - endLength - recordsEnd.length;
  let start = bytes.indexOf(lineBreak) + 1;
  while (start < end) {
    const at = bytes.indexOf(lineBreak, start);
    const isLast = at >= end;
    // The checksum stands before a record, a bracket after it, and a comma after each but the last.
    lines.add(start + jsonStart, (isLast ? at : at - 1) - jsonEnd - start - jsonStart);
    start = at + 1;
  }
  return { lines, damaged: [], missing: Math.max(0, head.count - lines.count) };
}

const jsonStart = '["0123456789abcdef",'.length;
const jsonEnd = ']'.length;

async function linesOneByOne(bytes: Uint8Array, head: Head | null, seal: Seal): Promise<Found> {
  const jsons: Uint8Array[] = [];
  const damaged: Uint8Array[] = [];
  let isEnded = false;
  // The first line names no record; unless it is damaged, and what damaged it is the break to the second.
  let isFirst = bytes[0] === openingBrace;
  const pace = new Pace();
  for (const { line } of linesOf(bytes)) {
    if (isFirst) {
      isFirst = false;
      if (head === null) jsons.push(...openedLines(seal, line));
      continue;
    }
    if (isOfTheEnd(line)) {
      isEnded = true;
      continue;
    }
    const opened = openedLines(seal, line);
    jsons.push(...opened);
    if (opened.length === 0) damaged.push(line);
    await pace.giveWay();
  }
  // What is damaged beside all records is none: the marks around them.
  if (jsons.length === head?.count) return { lines: PlacedLines.of(jsons), damaged: [], missing: 0 };
  const known = jsons.length + damaged.length;
  // Without the last line the file was cut off, and without the first nobody knows how many there were.
  const missing = Math.max(head === null ? 0 : head.count - known, isEnded || head !== null ? 0 : 1);
  return { lines: PlacedLines.of(jsons), damaged, missing };
}

function headIn(line: Uint8Array): Head | null {
  try {
    const parsed = headSchema.safeParse(JSON.parse(`${Buffer.from(line).toString('utf8')}]}`));
    return parsed.success ? parsed.data : null;
  } catch {
    // Not JSON: the line is taken for a damaged record then.
    return null;
  }
}

/** The lines after the records: they say nothing of their own, and neither do they when they are damaged. */
function isOfTheEnd(line: Uint8Array): boolean {
  const text = Buffer.from(line).toString('latin1');
  return text === '],' || text === ']' || /^"xxh64":/.test(text);
}
