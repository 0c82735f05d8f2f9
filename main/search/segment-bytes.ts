import { foldTable } from '@shared/search/fold';
import { searchedKinds } from '@shared/ipc/search-channels';
import type { SearchedKind } from '@shared/ipc/search-channels';
import type { RecordId } from '@shared/domain/values';

/** What a segment knows of a document besides its words. */
export interface DocumentFacts {
  readonly kind: SearchedKind;
  readonly id: RecordId;
  /** When it was last changed, in milliseconds. */
  readonly time: number;
  /** XXH64 of the record's JSON in the store: whether it is still the one that was looked at. */
  readonly print: bigint;
}

interface Sizes {
  readonly documents: number;
  readonly pairs: number;
  readonly words: number;
  /** In units. */
  readonly pool: number;
  /** In bytes. */
  readonly lists: number;
}

const magic = 0x58444941;
/** Of the layout of a segment, and of how texts are taken apart. */
const version = 1;
/** In 32-bit numbers: the word of magic, the version, the folding's sum, the sizes. */
const headNumbers = 8;

const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether an id can stand in a segment. */
export function isPlainId(id: string): boolean {
  return idPattern.test(id);
}

let sum: number | undefined;

/** A segment that was made with another table of folding finds other things. */
export function foldingSum(): number {
  if (sum === undefined) {
    sum = 0;
    for (const unit of foldTable()) sum = (Math.imul(sum, 31) + unit) >>> 0;
  }
  return sum;
}

/** The parts of a segment in one stretch of bytes, little-endian as every machine that Attaché runs on is. */
export class SegmentBytes {
  readonly whole: Uint8Array<ArrayBuffer>;
  readonly times: Float64Array;
  readonly prints: BigUint64Array;
  readonly ids: Uint8Array;
  readonly kinds: Uint8Array;
  readonly pairKeys: Uint32Array;
  readonly pairCounts: Uint32Array;
  readonly pairStarts: Uint32Array;
  readonly wordStarts: Uint32Array;
  readonly wordCounts: Uint32Array;
  readonly wordListStarts: Uint32Array;
  readonly pool: Uint16Array;
  readonly lists: Uint8Array;

  constructor(
    readonly sizes: Sizes,
    whole?: Uint8Array<ArrayBuffer>,
  ) {
    const { documents, pairs, words, pool, lists } = sizes;
    this.whole = whole ?? new Uint8Array(wholeLength(sizes));
    const { buffer } = this.whole;
    let at = this.whole.byteOffset + headNumbers * 4;
    const take = (length: number): number => {
      const from = at;
      at += roundUp(length);
      return from;
    };
    this.times = new Float64Array(buffer, take(documents * 8), documents);
    this.prints = new BigUint64Array(buffer, take(documents * 8), documents);
    this.ids = new Uint8Array(buffer, take(documents * 16), documents * 16);
    this.kinds = new Uint8Array(buffer, take(documents), documents);
    this.pairKeys = new Uint32Array(buffer, take(pairs * 4), pairs);
    this.pairCounts = new Uint32Array(buffer, take(pairs * 4), pairs);
    this.pairStarts = new Uint32Array(buffer, take(pairs * 4), pairs);
    this.wordStarts = new Uint32Array(buffer, take(words * 4), words);
    this.wordCounts = new Uint32Array(buffer, take(words * 4), words);
    this.wordListStarts = new Uint32Array(buffer, take(words * 4), words);
    this.pool = new Uint16Array(buffer, take(pool * 2), pool);
    this.lists = new Uint8Array(buffer, take(lists), lists);
    if (whole === undefined) {
      const head = new Uint32Array(buffer, 0, headNumbers);
      head.set([magic, version, foldingSum(), documents, pairs, words, pool, lists]);
    }
  }

  /** The segment that these bytes are; null when they are none that this version can use. */
  static read(given: Uint8Array): SegmentBytes | null {
    if (given.length < headNumbers * 4) return null;
    const isAligned = given.buffer instanceof ArrayBuffer && given.byteOffset % 8 === 0;
    const whole = isAligned ? (given as Uint8Array<ArrayBuffer>) : Uint8Array.from(given);
    const head = new Uint32Array(whole.buffer, whole.byteOffset, headNumbers);
    const [word, of, folding, documents = 0, pairs = 0, words = 0, pool = 0, lists = 0] = head;
    if (word !== magic || of !== version || folding !== foldingSum()) return null;
    const sizes = { documents, pairs, words, pool, lists };
    return wholeLength(sizes) === whole.length ? new SegmentBytes(sizes, whole) : null;
  }

  setFacts(facts: readonly DocumentFacts[]): void {
    for (const [document, { kind, id, time, print }] of facts.entries()) {
      this.kinds[document] = searchedKinds.indexOf(kind);
      this.times[document] = time;
      this.prints[document] = print;
      setId(this.ids, document, id);
    }
  }
}

function roundUp(length: number): number {
  return Math.ceil(length / 8) * 8;
}

function wholeLength({ documents, pairs, words, pool, lists }: Sizes): number {
  return (
    headNumbers * 4 +
    roundUp(documents * 8) * 2 +
    roundUp(documents * 16) +
    roundUp(documents) +
    roundUp(pairs * 4) * 3 +
    roundUp(words * 4) * 3 +
    roundUp(pool * 2) +
    roundUp(lists)
  );
}

function setId(ids: Uint8Array, document: number, id: RecordId): void {
  let at = document * 16;
  for (let place = 0; place < id.length; place += 2) {
    if (id.charCodeAt(place) === 0x2d) place += 1;
    ids[at] = Number.parseInt(id.slice(place, place + 2), 16);
    at += 1;
  }
}
