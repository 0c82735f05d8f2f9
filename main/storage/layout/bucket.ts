import type { Adapter } from 'lowdb';
import { z } from 'zod';
import { systemCode } from '../disk/disk-files';
import type { DiskFiles } from '../disk/disk-files';
import { writeInFolder } from '../disk/durable-write';
import type { Seal } from '../seal/seal';
import { Pace, inPieces, linesOf, openedLines, recordIn } from './lines';
import type { RecordJson } from './lines';

/** A bucket with this many bytes of JSON takes no further records: it can be written anew in a few milliseconds. */
export const bucketLimit = 1 << 19;

/** Some of the records, in a file of their own. */
export interface Bucket {
  /** Which writing of the buckets it is from. */
  readonly epoch: number;
  readonly records: readonly RecordJson[];
}

const headSchema = z.object({
  format: z.literal('attache-bucket'),
  epoch: z.int().min(0),
  count: z.int().min(0),
});

const bucketNamePattern = /^bucket-([1-9]\d{0,8})\.json$/;

export function bucketName(number: number): string {
  return `bucket-${number}.json`;
}

/** The number in a bucket's name; null for another file. */
export function bucketNumber(name: string): number | null {
  const [, number] = bucketNamePattern.exec(name) ?? [];
  return number === undefined ? null : Number(number);
}

/**
 * lowdb's way to one bucket: a file of valid JSON with one record a line, readable or sealed. `write` answers when the
 * file is whole and durable; its name is so when the folder was synced.
 */
export class BucketAdapter implements Adapter<Bucket> {
  /** Whether the last `read` found a file. */
  isThere = false;
  /** Stretches of bytes that the last `read` could make nothing of. */
  damaged: Uint8Array[] = [];
  /** How many records were written to the file that the last `read` found no trace of. */
  missing = 0;

  /** Whether the last `read` found a file that is just what was written. */
  get isSound(): boolean {
    return this.isThere && this.damaged.length === 0 && this.missing === 0;
  }

  constructor(
    private readonly files: DiskFiles,
    private readonly path: string,
    private readonly seal: Seal,
  ) {}

  async read(): Promise<Bucket | null> {
    let bytes: Uint8Array;
    try {
      bytes = await this.files.read(this.path);
    } catch (cause) {
      if (systemCode(cause) === 'ENOENT') return null;
      throw cause;
    }
    this.isThere = true;
    return this.#bucketIn(bytes);
  }

  async write({ epoch, records }: Bucket): Promise<void> {
    await writeInFolder(this.files, this.path, inPieces(textOf(epoch, records, this.seal)));
  }

  async #bucketIn(bytes: Uint8Array): Promise<Bucket> {
    const records: RecordJson[] = [];
    this.damaged = [];
    let head: z.infer<typeof headSchema> | null = null;
    let isEnded = false;
    const pace = new Pace();
    for (const { line } of linesOf(bytes)) {
      if (head === null && records.length === 0 && this.damaged.length === 0) {
        head = headIn(line);
        if (head !== null) continue;
      }
      if (isEnd(line)) {
        isEnded = true;
        continue;
      }
      const found = openedLines(this.seal, line).flatMap((json) => recordIn(json) ?? []);
      records.push(...found);
      if (found.length === 0) this.damaged.push(line);
      await pace.giveWay();
    }
    const known = records.length + this.damaged.length;
    // Without the last line the file was cut off, and without the first nobody knows how many there were.
    this.missing = Math.max(head === null ? 0 : head.count - known, isEnded || head !== null ? 0 : 1);
    return { epoch: head?.epoch ?? 0, records };
  }
}

function* textOf(epoch: number, records: readonly RecordJson[], seal: Seal): Iterable<Uint8Array> {
  const head = JSON.stringify({ format: 'attache-bucket', epoch, count: records.length });
  yield Buffer.from(`${head.slice(0, -1)},"records":[\n`, 'utf8');
  let isFirst = true;
  for (const { json } of records) {
    if (!isFirst) yield between;
    isFirst = false;
    yield seal.line(json);
  }
  yield Buffer.from('\n]}\n', 'utf8');
}

const between = Buffer.from(',\n', 'utf8');

function headIn(line: Uint8Array): z.infer<typeof headSchema> | null {
  try {
    const parsed = headSchema.safeParse(JSON.parse(`${Buffer.from(line).toString('utf8')}]}`));
    return parsed.success ? parsed.data : null;
  } catch {
    // Not JSON: the line is taken for a damaged record then.
    return null;
  }
}

function isEnd(line: Uint8Array): boolean {
  return line.length <= 2 && Buffer.from(line).toString('latin1') === ']}'.slice(0, line.length);
}
