import type { SegmentMaker } from './segment-maker';

/** In bytes: what goes to the thread in one piece. */
const pieceLength = 1 << 20;

/** Gathers records until there are enough of them for one piece. */
export class Parcel {
  #bytes = new Uint8Array(pieceLength);
  #length = 0;
  #ends: number[] = [];
  total = 0;

  constructor(private readonly maker: SegmentMaker) {}

  put(json: Uint8Array): void {
    if (this.#length + json.length > this.#bytes.length) {
      this.end();
      this.#bytes = new Uint8Array(Math.max(pieceLength, json.length));
    }
    this.#bytes.set(json, this.#length);
    this.#length += json.length;
    this.#ends.push(this.#length);
    this.total += json.length;
  }

  end(): void {
    if (this.#ends.length > 0) this.maker.add(this.#bytes, Uint32Array.from(this.#ends));
    this.#bytes = new Uint8Array(0);
    this.#length = 0;
    this.#ends = [];
  }
}
