import { openBytes, overhead, sealBytes } from './aes-gcm';

// A line is `"<base64 of nonce ‖ ciphertext ‖ tag>"`: a JSON string, so that a sealed file is JSON as a readable one is.
const quote = 0x22;
const purpose = Buffer.from('attache 1 line', 'utf8');
const shortest = 2 + Math.ceil(overhead / 3) * 4;

export function sealedLine(key: Uint8Array, json: Uint8Array): Uint8Array {
  const text = sealBytes(key, json, purpose).toString('base64');
  const line = Buffer.allocUnsafe(text.length + 2);
  line[0] = quote;
  line.write(text, 1, 'latin1');
  line[line.length - 1] = quote;
  return line;
}

export function openedLine(key: Uint8Array, line: Uint8Array): Uint8Array | null {
  if (line.length < shortest || line[0] !== quote || line.at(-1) !== quote) return null;
  const text = Buffer.from(line.buffer, line.byteOffset + 1, line.length - 2).toString('latin1');
  const sealed = Buffer.from(text, 'base64');
  // Node skips what is not base64; a line that says the same in other characters was damaged all the same.
  return sealed.toString('base64') === text ? openBytes(key, sealed, purpose) : null;
}

/** Every stretch from one quote to the next that is long enough to be a line. */
export function linesBetweenQuotes(damaged: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let start = damaged.indexOf(quote); start >= 0;) {
    const end = damaged.indexOf(quote, start + 1);
    if (end >= 0 && end + 1 - start >= shortest) lines.push(damaged.subarray(start, end + 1));
    start = end;
  }
  return lines;
}
