/** The JSON of many records in one stretch of bytes: where each begins, how long it is, and nothing else. */
export class PlacedLines implements Iterable<Uint8Array> {
  readonly #bytes: Buffer;
  #places = new Uint32Array(1024);
  #count = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  static of(jsons: readonly Uint8Array[]): PlacedLines {
    const lines = new PlacedLines(Buffer.concat(jsons));
    let start = 0;
    for (const { length } of jsons) {
      lines.add(start, length);
      start += length;
    }
    return lines;
  }

  get count(): number {
    return this.#count;
  }

  /** In bytes, with all that stands between the records. */
  get size(): number {
    return this.#bytes.length;
  }

  add(start: number, length: number): void {
    if (this.#count * 2 === this.#places.length) {
      const larger = new Uint32Array(this.#places.length * 2);
      larger.set(this.#places);
      this.#places = larger;
    }
    this.#places[this.#count * 2] = start;
    this.#places[this.#count * 2 + 1] = length;
    this.#count += 1;
  }

  json(index: number): Uint8Array {
    const [start, end] = this.#placeOf(index);
    return this.#bytes.subarray(start, end);
  }

  /** The kind that a record's JSON begins with; null when it does not begin as a record does, with its kind and id. */
  typeAt(index: number): string | null {
    const [start, end] = this.#placeOf(index);
    const from = start + typeBefore.length;
    if (!this.#has(typeBefore, start)) return null;
    let to = from;
    while (to < end && this.#bytes[to] !== quotationMark) to += 1;
    return this.#has(idBefore, to) ? this.#wordAt(from, to) : null;
  }

  /** The id that follows the kind at the beginning of a record's JSON; empty when none stands there. */
  idAt(index: number, type: string): string {
    const [start, end] = this.#placeOf(index);
    const from = start + typeBefore.length + type.length + idBefore.length;
    let to = from;
    while (to < end && this.#bytes[to] !== quotationMark) to += 1;
    return to < end ? this.#bytes.toString('latin1', from, to) : '';
  }

  *[Symbol.iterator](): Iterator<Uint8Array> {
    for (let index = 0; index < this.#count; index += 1) yield this.json(index);
  }

  #placeOf(index: number): [start: number, end: number] {
    const start = this.#places[index * 2];
    const length = this.#places[index * 2 + 1];
    if (index >= this.#count || start === undefined || length === undefined) throw new RangeError('No such line');
    return [start, start + length];
  }

  #has(text: Uint8Array, at: number): boolean {
    for (let place = 0; place < text.length; place += 1) if (this.#bytes[at + place] !== text[place]) return false;
    return true;
  }

  /** There are a dozen kinds and a hundred thousand records: each word is made once. */
  #wordAt(from: number, to: number): string {
    let sum = to - from;
    for (let at = from; at < to; at += 1) sum = (Math.imul(sum, 31) + (this.#bytes[at] ?? 0)) | 0;
    const known = words.get(sum);
    if (known !== undefined && known.length === to - from && this.#has(known.bytes, from)) return known.word;
    const word = this.#bytes.toString('latin1', from, to);
    if (words.size < mostWords) words.set(sum, { word, length: to - from, bytes: Buffer.from(word, 'latin1') });
    return word;
  }
}

const typeBefore = Buffer.from('{"type":"', 'latin1');
const idBefore = Buffer.from('","id":"', 'latin1');
const quotationMark = 0x22;

const words = new Map<number, { readonly word: string; readonly length: number; readonly bytes: Uint8Array }>();
const mostWords = 100;
