import { Pace } from '../pace';
import { nameIn } from '../records/stored-record';
import type { Seal } from '../seal/seal';

const lineBreak = 0x0a;
const comma = 0x2c;

/** A record's JSON beside what its beginning says of it. */
export interface RecordJson {
  readonly type: string;
  readonly id: string;
  readonly json: Uint8Array;
}

export function recordIn(json: Uint8Array): RecordJson | null {
  const name = nameIn(json);
  return name === null ? null : { ...name, json };
}

/** A line of a file without its line break, and where it ends with it; the last may have none. */
export interface FileLine {
  readonly line: Uint8Array;
  readonly end: number;
  readonly isComplete: boolean;
}

export function* linesOf(bytes: Uint8Array): Iterable<FileLine> {
  for (let start = 0; start < bytes.length;) {
    const at = bytes.indexOf(lineBreak, start);
    const end = at < 0 ? bytes.length : at + 1;
    yield { line: bytes.subarray(start, at < 0 ? end : at), end, isComplete: at >= 0 };
    start = end;
  }
}

/**
 * What a line says; where it was damaged, what can still be read in it. None means that nothing can. A comma at its end,
 * as it stands between the lines of a JSON list, is no part of it.
 */
export function openedLines(seal: Seal, line: Uint8Array): Uint8Array[] {
  const bare = line.at(-1) === comma ? line.subarray(0, -1) : line;
  const json = seal.openLine(bare);
  if (json !== null) return [json];
  return seal
    .linesIn(line)
    .map((candidate) => seal.openLine(candidate))
    .filter((opened) => opened !== null);
}

/** Lines gathered to pieces that are worth a call to the disk; gives way in between. */
export async function* inPieces(lines: Iterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const pace = new Pace();
  let gathered: Uint8Array[] = [];
  let length = 0;
  for (const line of lines) {
    gathered.push(line);
    length += line.length;
    if (length > 1 << 18) {
      yield Buffer.concat(gathered, length);
      gathered = [];
      length = 0;
    }
    await pace.giveWay();
  }
  yield Buffer.concat(gathered, length);
}
