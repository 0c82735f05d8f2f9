import { join } from 'node:path';
import { z } from 'zod';
import { systemCode } from '../disk/disk-files';
import type { DiskFiles, NewFile } from '../disk/disk-files';
import { FileSum } from '../disk/file-sum';
import { Pace } from '../pace';
import { PlacedLines } from '../records/placed-lines';
import type { Seal } from '../seal/seal';
import { linesOf, openedLines, recordIn } from './lines';
import type { RecordJson } from './lines';

const headSchema = z.object({ journal: z.int().min(1), limits: z.record(z.string(), z.int().min(0)) });
const commitSchema = z.object({ commit: z.int().min(0), from: z.int().min(0) });
const endSchema = z.object({ end: z.string() });

/** In bytes; a sync of what fits into room that is there already takes two thirds of the time. */
const room = 1 << 20;

const journalNamePattern = /^journal-([1-9]\d{0,8})\.jsonl$/;

function journalName(number: number): string {
  return `journal-${number}.jsonl`;
}

/** The number in a journal's name; null for another file. */
export function journalNumber(name: string): number | null {
  const [, number] = journalNamePattern.exec(name) ?? [];
  return number === undefined ? null : Number(number);
}

export function journalPath(folder: string, number: number): string {
  return join(folder, journalName(number));
}

/** How many bytes of each earlier journal are valid; what is behind them was never acknowledged. */
export type JournalLimits = ReadonlyMap<number, number>;

/** The records of one transaction, and this device's count of changes after it. */
export interface Transacted {
  readonly records: readonly Uint8Array[];
  readonly seq: number;
}

/**
 * A file to which changes are only ever added: a line a record, then a line that ends the transaction. After a call that
 * failed nobody can say what is in it; it must be given up, and the next one names its valid length.
 */
export class Journal {
  #length = 0;

  private constructor(
    readonly number: number,
    private readonly file: NewFile,
    private readonly seal: Seal,
    private readonly sum: FileSum,
  ) {}

  /** Bytes that are durable. */
  get length(): number {
    return this.#length;
  }

  static async begin(
    files: DiskFiles,
    folder: string,
    number: number,
    limits: JournalLimits,
    seal: Seal,
  ): Promise<Journal> {
    const sum = await FileSum.begin();
    const file = await files.create(journalPath(folder, number), room);
    const journal = new Journal(number, file, seal, sum);
    try {
      await journal.#write([seal.line(encoded({ journal: number, limits: Object.fromEntries(limits) }))]);
      await files.syncFolder(folder);
      return journal;
    } catch (cause) {
      await journal.close();
      throw cause;
    }
  }

  /** Answers when all of them are durable. */
  async append(transactions: readonly Transacted[]): Promise<void> {
    const from = this.#length;
    const lines = transactions.flatMap(({ records, seq }) => [
      ...records.map((json) => this.seal.line(json)),
      this.seal.line(encoded({ commit: seq, from })),
    ]);
    await this.#write(lines);
  }

  /**
   * Ends it with a sum of all that it holds, so that the next opening need not look at each line, and closes it. Its
   * changes are durable already: where this fails, the next opening only takes longer.
   */
  async finish(): Promise<void> {
    try {
      const line = this.seal.line(encoded({ end: this.sum.text }));
      await this.file.write(Buffer.concat([line, lineBreak]));
    } catch (cause) {
      if (systemCode(cause) === undefined) throw cause;
    }
    await this.close();
  }

  /** Its bytes are durable already: a handle that does not close costs nothing but itself. */
  async close(): Promise<void> {
    await this.file.close().catch(() => undefined);
  }

  async #write(lines: readonly Uint8Array[]): Promise<void> {
    const bytes = Buffer.concat(lines.flatMap((line) => [line, lineBreak]));
    await this.file.write(bytes);
    await this.file.sync();
    this.#length += bytes.length;
    this.sum.add(bytes);
  }
}

const lineBreak = Buffer.from('\n', 'latin1');

function encoded(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value), 'utf8');
}

/** What was found in a journal, in the order in which it was written. */
export interface FoundJournal {
  readonly limits: JournalLimits;
  /** The records of its transactions; of one that is known to be as it was written, `whole` has its lines instead. */
  readonly records: readonly RecordJson[];
  readonly whole: PlacedLines | null;
  readonly seq: number;
  /** Where the last transaction ends. */
  readonly length: number;
  /** Lines that are not as they were written. */
  readonly damaged: readonly Uint8Array[];
}

/** One line of a journal and what it says. */
interface JournalLine {
  readonly line: Uint8Array;
  readonly start: number;
  readonly end: number;
  readonly said: readonly Uint8Array[];
}

/**
 * Reads a journal up to its limit, which is Infinity where no later journal names one. What a power cut left at its end
 * (an unfinished line, an unfinished transaction, room that was never written to) was not acknowledged and is left out;
 * any other line that cannot be read was damaged later.
 */
export async function readJournal(bytes: Uint8Array, limit: number, seal: Seal): Promise<FoundJournal> {
  const ended = seal.isSecret ? null : await wholeJournal(bytes, limit, seal);
  if (ended !== null) return ended;
  const lines = await linesIn(bytes.subarray(0, limit), seal);
  // Where the limit is known, everything before it was durable.
  const lastBatch = limit === Infinity ? beginningOfLastBatch(lines) : Infinity;
  const limits = new Map<number, number>();
  const records: RecordJson[] = [];
  const damaged: Uint8Array[] = [];
  let pending: RecordJson[] = [];
  let isTorn = false;
  let seq = 0;
  let length = 0;
  for (const { line, start, end, said } of lines) {
    // All that was written with the last call is given up from here on: none of it was acknowledged.
    isTorn = start >= lastBatch && isUnwritten(line, start);
    if (isTorn) break;
    if (said.length === 0) damaged.push(line);
    for (const json of said) {
      const record = recordIn(json);
      const control = record === null ? controlIn(json) : null;
      if (record !== null) pending.push(record);
      else if (control === null) damaged.push(json);
      else if ('limits' in control) {
        for (const [number, bytesOf] of Object.entries(control.limits)) limits.set(Number(number), bytesOf);
        length = end;
      } else if ('commit' in control) {
        records.push(...pending);
        pending = [];
        seq = control.commit;
        length = end;
      }
    }
  }
  const last = lines.at(-1);
  if (pending.length > 0 && last?.said.length === 0 && !isTorn) {
    // The line that ended the transaction was there and is damaged.
    records.push(...pending);
    length = last.end;
  }
  return { limits, records, whole: null, seq, length, damaged };
}

/** A journal that ends with the sum of all that stands before; null for any other. */
async function wholeJournal(bytes: Uint8Array, limit: number, seal: Seal): Promise<FoundJournal | null> {
  const length = bytes.lastIndexOf(lineBreak[0] ?? 0, bytes.length - 2) + 1;
  if (length === 0 || (limit !== Infinity && limit !== length)) return null;
  const end = controlAt(seal, bytes.subarray(length, -1));
  if (end === null || !('end' in end)) return null;
  const pace = new Pace();
  const sum = await FileSum.begin();
  for (let at = 0; at < length; at += summedAtOnce) {
    sum.add(bytes.subarray(at, Math.min(length, at + summedAtOnce)));
    await pace.giveWay();
  }
  if (sum.text !== end.end) return null;

  const lines = new PlacedLines(bytes);
  let control = null;
  let head = null;
  for (let start = 0; start < length;) {
    const at = bytes.indexOf(lineBreak[0] ?? 0, start);
    lines.add(start + plainBefore, at - plainAfter - start - plainBefore);
    if (start === 0 || at + 1 === length) control = controlAt(seal, bytes.subarray(start, at));
    head ??= control;
    start = at + 1;
    await pace.giveWay();
  }
  if (head === null || !('limits' in head) || control === null) return null;
  const limits = new Map(Object.entries(head.limits).map(([number, bytesOf]) => [Number(number), bytesOf]));
  const seq = 'commit' in control ? control.commit : 0;
  return { limits, records: [], whole: lines, seq, length, damaged: [] };
}

/** In bytes. */
const summedAtOnce = 1 << 20;

// A readable line is a checksum, the JSON, and a bracket.
const plainBefore = '["0123456789abcdef",'.length;
const plainAfter = ']'.length;

function controlAt(seal: Seal, line: Uint8Array): Control | null {
  const json = seal.openLine(line);
  return json === null ? null : controlIn(json);
}

async function linesIn(bytes: Uint8Array, seal: Seal): Promise<JournalLine[]> {
  const lines: JournalLine[] = [];
  const pace = new Pace();
  let start = 0;
  for (const { line, end, isComplete } of linesOf(bytes)) {
    if (isComplete) lines.push({ line, start, end, said: openedLines(seal, line) });
    start = end;
    await pace.giveWay();
  }
  return lines;
}

/** Only what was written with the last call can have been cut: a call began when the one before was durable. */
function beginningOfLastBatch(lines: readonly JournalLine[]): number {
  for (const { said } of [...lines].reverse()) {
    for (const json of said) {
      const control = recordIn(json) === null ? controlIn(json) : null;
      if (control !== null && 'from' in control) return control.from;
    }
  }
  return 0;
}

const diskBlock = 512;

/**
 * Blocks that were never written read as zeros, which no line of ours holds. One zero alone is rather a damaged byte,
 * unless it is all of a line that stands in a block of its own.
 */
function isUnwritten(line: Uint8Array, start: number): boolean {
  const first = line.indexOf(0);
  if (first < 0) return false;
  return line.indexOf(0, first + 1) >= 0 || (start + first + 1) % diskBlock === 0 || (start + first) % diskBlock === 0;
}

type Control = z.infer<typeof headSchema> | z.infer<typeof commitSchema> | z.infer<typeof endSchema>;

function controlIn(json: Uint8Array): Control | null {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(json).toString('utf8'));
  } catch {
    return null;
  }
  const commit = commitSchema.safeParse(value);
  if (commit.success) return commit.data;
  const head = headSchema.safeParse(value);
  if (head.success) return head.data;
  const end = endSchema.safeParse(value);
  return end.success ? end.data : null;
}
