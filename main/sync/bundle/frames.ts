import { createHash } from 'node:crypto';
import { damaged } from './trouble';

const lineEnd = 0x0a;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Takes a stream of bytes apart into lines and stretches of bytes, and hashes what went by. */
export class Frames {
  readonly #pieces: AsyncIterator<Uint8Array>;
  #held: Uint8Array = new Uint8Array(0);
  readonly #hash = createHash('sha256');
  /** The last line, which is hashed when something follows it: the trailer is no part of what it vouches for. */
  #last: readonly Uint8Array[] = [];

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.#pieces = bytes[Symbol.asyncIterator]();
  }

  /** The JSON of the next line, which is at most so many bytes long; throws for an end, or what is no JSON. */
  async line(most: number): Promise<{ readonly json: unknown; readonly length: number }> {
    const parts = await this.#upToLineEnd(most);
    const bytes = parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
    try {
      return { json: JSON.parse(utf8.decode(bytes)), length: bytes.length };
    } catch (cause) {
      throw damaged(cause);
    }
  }

  /** Passes over a line that was read before. */
  async skipLine(most: number): Promise<void> {
    await this.#upToLineEnd(most);
  }

  /** The next bytes, piece by piece as they come. */
  async *bytes(length: number): AsyncIterable<Uint8Array> {
    this.#settleLast();
    for (let left = length; left > 0;) {
      if (this.#held.length === 0 && !(await this.#more())) throw damaged();
      const piece = this.#held.subarray(0, left);
      this.#held = this.#held.subarray(piece.length);
      left -= piece.length;
      this.#hash.update(piece);
      yield piece;
    }
  }

  /** The SHA-256 of everything before the last line. */
  sumBeforeLast(): string {
    return this.#hash.copy().digest('hex');
  }

  async isAtEnd(): Promise<boolean> {
    return this.#held.length === 0 && !(await this.#more());
  }

  async close(): Promise<void> {
    await this.#pieces.return?.();
  }

  async #upToLineEnd(most: number): Promise<readonly Uint8Array[]> {
    this.#settleLast();
    const parts: Uint8Array[] = [];
    for (let length = 0; ;) {
      if (this.#held.length === 0 && !(await this.#more())) throw damaged();
      const end = this.#held.indexOf(lineEnd);
      const part = this.#held.subarray(0, end < 0 ? this.#held.length : end + 1);
      this.#held = this.#held.subarray(part.length);
      parts.push(part);
      length += part.length;
      if (length > most) throw damaged();
      if (end >= 0) break;
    }
    this.#last = parts;
    return parts;
  }

  #settleLast(): void {
    for (const part of this.#last) this.#hash.update(part);
    this.#last = [];
  }

  async #more(): Promise<boolean> {
    for (;;) {
      const next = await this.#pieces.next();
      if (next.done === true) return false;
      this.#held = next.value;
      if (next.value.length > 0) return true;
    }
  }
}
