import type { SegmentMaker } from './segment-maker';

/** Gathers records until there are enough of them for one piece. */
export class Parcel {
  #bytes = new Uint8Array(0);
  #length = 0;
  #ends: number[] = [];
  total = 0;

  /** `pieceLength` is what goes to the thread in one piece, in bytes. */
  constructor(
    private readonly maker: Pick<SegmentMaker, 'add'>,
    private readonly pieceLength = 1 << 20,
  ) {}

  put(json: Uint8Array): void {
    if (this.#length + json.length > this.#bytes.length) {
      this.end();
      this.#bytes = new Uint8Array(Math.max(this.pieceLength, json.length));
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
