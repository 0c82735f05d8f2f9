import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Seal } from './seal';

// A line is `["<16 hex>",<json>]`: the first 64 bits of the SHA-256 of the JSON's bytes, and the JSON.
const sumLength = 16;
const before = '["'.length + sumLength + '",'.length;
const after = ']'.length;
const lineStart = /\["[0-9a-f]{16}",/g;
/** In bytes; what is written to a file in one go. */
const pieceLength = 1 << 20;

function sumOf(json: Uint8Array): string {
  return createHash('sha256').update(json).digest('hex').slice(0, sumLength);
}

/** Keeps everything readable; a line carries a checksum. Whole files carry none: who wrote one knows its hash. */
export const plainSeal: Seal = {
  isSecret: false,
  line(json) {
    const line = Buffer.allocUnsafe(before + json.length + after);
    line.write(`["${sumOf(json)}",`, 'latin1');
    line.set(json, before);
    line.write(']', before + json.length, 'latin1');
    return line;
  },
  openLine(line) {
    if (line.length <= before + after) return null;
    const json = line.subarray(before, line.length - after);
    const frame = Buffer.from(line.buffer, line.byteOffset, before).toString('latin1');
    return frame === `["${sumOf(json)}",` && line[line.length - 1] === ']'.charCodeAt(0) ? json : null;
  },
  linesIn(damaged) {
    const text = Buffer.from(damaged.buffer, damaged.byteOffset, damaged.length).toString('latin1');
    const starts = [...text.matchAll(lineStart)].map((match) => match.index);
    return starts.map((start, index) => {
      const end = text.lastIndexOf(']', (starts[index + 1] ?? text.length + 1) - 1);
      return damaged.subarray(start, end + 1);
    });
  },
  async *file(content) {
    for (let at = 0; at < content.length; at += pieceLength) {
      yield content.subarray(at, at + pieceLength);
      await setImmediate();
    }
  },
  openFile: (file) => Promise.resolve(file),
  fileName: (sha256) => sha256,
};
