import { searchedKinds } from '@shared/ipc/search-channels';
import type { SearchedKind } from '@shared/ipc/search-channels';
import type { RecordId } from '@shared/domain/values';
import type { Piece, Pieces } from './pieces';
import { SegmentBytes, isPlainId } from './segment-bytes';

/** Documents that may have what is looked for, in the order of their numbers; null for all. */
export interface FoundDocuments {
  readonly documents: Uint32Array | null;
  /** They have it for certain. */
  readonly isExact: boolean;
}

/** The lists of a piece, any of which a document may be in. */
interface ListsOfPiece {
  readonly starts: readonly number[];
  readonly counts: readonly number[];
  /** How many documents stand in all of them. */
  readonly cost: number;
}

const nothing: FoundDocuments = { documents: new Uint32Array(0), isExact: true };
/** So few documents are sooner read than looked for in long lists. */
const fewDocuments = 24;

/** One part of the index: what was looked at together. Its documents never change; they can only be taken away. */
export class Segment {
  readonly #bytes: SegmentBytes;
  /** One for a document that has changed since, or is gone. */
  readonly #gone: Uint8Array;
  #goneCount = 0;
  readonly #liveOfKind = new Uint32Array(searchedKinds.length);
  /** Documents by the beginning of their id; made when one is first looked for. */
  #slots: Uint32Array | undefined;
  #words: string | undefined;
  readonly #seen: Uint8Array;

  constructor(bytes: SegmentBytes) {
    this.#bytes = bytes;
    this.#gone = new Uint8Array(bytes.sizes.documents);
    this.#seen = new Uint8Array(bytes.sizes.documents);
    for (const kind of bytes.kinds) this.#liveOfKind[kind] = (this.#liveOfKind[kind] ?? 0) + 1;
  }

  static read(bytes: Uint8Array): Segment | null {
    const read = SegmentBytes.read(bytes);
    return read === null ? null : new Segment(read);
  }

  /** As it is kept. */
  get whole(): Uint8Array {
    return this.#bytes.whole;
  }

  get count(): number {
    return this.#bytes.sizes.documents;
  }

  get live(): number {
    return this.count - this.#goneCount;
  }

  /** How many documents of each kind are live, by the kind's number. */
  get liveOfKind(): Readonly<Uint32Array> {
    return this.#liveOfKind;
  }

  kindNumber(document: number): number {
    return this.#bytes.kinds[document] ?? 0;
  }

  kind(document: number): SearchedKind {
    return searchedKinds[this.kindNumber(document)] ?? 'note';
  }

  time(document: number): number {
    return this.#bytes.times[document] ?? 0;
  }

  print(document: number): bigint {
    return this.#bytes.prints[document] ?? 0n;
  }

  id(document: number): RecordId {
    const at = document * 16;
    const hex = Buffer.from(this.#bytes.ids.buffer, this.#bytes.ids.byteOffset + at, 16).toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  }

  isGone(document: number): boolean {
    return this.#gone[document] === 1;
  }

  /** Takes a document away. */
  drop(document: number): void {
    if (this.#gone[document] !== 0) return;
    this.#gone[document] = 1;
    this.#goneCount += 1;
    const kind = this.kindNumber(document);
    this.#liveOfKind[kind] = (this.#liveOfKind[kind] ?? 0) - 1;
  }

  /** Every document is there again. */
  reviveAll(): void {
    this.#gone.fill(0);
    this.#goneCount = 0;
    this.#liveOfKind.fill(0);
    for (const kind of this.#bytes.kinds) this.#liveOfKind[kind] = (this.#liveOfKind[kind] ?? 0) + 1;
  }

  /** The document of a record; -1 when there is none. */
  documentOf(id: RecordId): number {
    if (!isPlainId(id)) return -1;
    const slots = this.#slotsOfIds();
    const mask = slots.length - 1;
    for (let slot = mixed(id) & mask; ; slot = (slot + 1) & mask) {
      const found = slots[slot] ?? 0;
      if (found === 0) return -1;
      if (this.id(found - 1) === id) return found - 1;
    }
  }

  /** The documents that have all the pieces. */
  find({ pieces, isExact }: Pieces): FoundDocuments {
    const wanted: ListsOfPiece[] = [];
    for (const piece of pieces) {
      const lists = this.#listsOf(piece);
      if (lists.cost === 0) return nothing;
      wanted.push(lists);
    }
    wanted.sort((one, other) => one.cost - other.cost);
    let documents: Uint32Array | null = null;
    let isSure = isExact;
    for (const lists of wanted) {
      if (documents !== null && documents.length <= fewDocuments) return { documents, isExact: false };
      // A letter that nearly every text has: reading the newest texts is quicker than putting its lists together.
      const isEverywhere = lists.cost > this.count * 8 && lists.counts.some((count) => count > this.count / 16);
      if (isEverywhere) isSure = false;
      else documents = documents === null ? this.#unionOf(lists) : this.#within(documents, lists);
    }
    return { documents, isExact: isSure };
  }

  /** Whether a document is in the lists of a piece. */
  has(document: number, piece: Piece): boolean {
    const { starts, counts } = this.#listsOf(piece);
    return starts.some((start, place) => this.#isIn(document, start, counts[place] ?? 0));
  }

  #listsOf(piece: Piece): ListsOfPiece {
    const { pairKeys, pairCounts, pairStarts, wordCounts, wordListStarts } = this.#bytes;
    const starts: number[] = [];
    const counts: number[] = [];
    let cost = 0;
    const take = (start: number, count: number): void => {
      starts.push(start);
      counts.push(count);
      cost += count;
    };
    if (piece.kind === 'letters') {
      for (const word of this.#wordsWith(piece.part)) take(wordListStarts[word] ?? 0, wordCounts[word] ?? 0);
    } else {
      const from = piece.kind === 'pair' ? piece.pair : piece.unit * 0x10000;
      const to = piece.kind === 'pair' ? piece.pair : from + 0xffff;
      for (let place = firstFrom(pairKeys, from); (pairKeys[place] ?? Infinity) <= to; place += 1) {
        take(pairStarts[place] ?? 0, pairCounts[place] ?? 0);
      }
    }
    return { starts, counts, cost };
  }

  /** The words with this part in them. */
  #wordsWith(part: string): number[] {
    const { wordStarts, pool } = this.#bytes;
    this.#words ??= Buffer.from(pool.buffer, pool.byteOffset, pool.byteLength).toString('utf16le');
    const words: number[] = [];
    for (let at = this.#words.indexOf(part); at !== -1;) {
      const word = firstFrom(wordStarts, at + 1) - 1;
      words.push(word);
      const next = wordStarts[word + 1];
      if (next === undefined) break;
      at = this.#words.indexOf(part, next);
    }
    return words;
  }

  #unionOf({ starts, counts, cost }: ListsOfPiece): Uint32Array {
    if (starts.length === 1) {
      const documents = new Uint32Array(cost);
      let to = 0;
      this.#each(starts[0] ?? 0, cost, (document) => {
        documents[to] = document;
        to += 1;
      });
      return documents;
    }
    const seen = this.#marked({ starts, counts, cost });
    const documents = new Uint32Array(Math.min(cost, this.count));
    let length = 0;
    for (let document = 0; document < seen.length; document += 1) {
      if (seen[document] === 0) continue;
      documents[length] = document;
      length += 1;
    }
    return documents.subarray(0, length);
  }

  #within(documents: Uint32Array, lists: ListsOfPiece): Uint32Array {
    const seen = this.#marked(lists);
    return documents.filter((document) => seen[document] === 1);
  }

  #marked({ starts, counts }: ListsOfPiece): Uint8Array {
    const seen = this.#seen.fill(0);
    for (const [place, start] of starts.entries()) {
      this.#each(start, counts[place] ?? 0, (document) => {
        seen[document] = 1;
      });
    }
    return seen;
  }

  #each(start: number, count: number, on: (document: number) => void): void {
    const { lists } = this.#bytes;
    let at = start;
    let next = 0;
    for (let left = count; left > 0; left -= 1) {
      let byte = lists[at] ?? 0;
      at += 1;
      let gap = byte & 0x7f;
      for (let shift = 7; byte >= 0x80; shift += 7) {
        byte = lists[at] ?? 0;
        at += 1;
        gap |= (byte & 0x7f) << shift;
      }
      on(next + gap);
      next += gap + 1;
    }
  }

  #isIn(document: number, start: number, count: number): boolean {
    let isIn = false;
    this.#each(start, count, (each) => {
      isIn ||= each === document;
    });
    return isIn;
  }

  #slotsOfIds(): Uint32Array {
    if (this.#slots !== undefined) return this.#slots;
    let size = 16;
    while (size < this.count * 2) size *= 2;
    const slots = new Uint32Array(size);
    for (let document = 0; document < this.count; document += 1) {
      let slot = mixed(this.id(document)) & (size - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
      slots[slot] = document + 1;
    }
    this.#slots = slots;
    return slots;
  }
}

/** Ids are random as a rule; those that count up differ at their end. */
function mixed(id: RecordId): number {
  const start = Number.parseInt(id.slice(0, 8), 16);
  const end = Number.parseInt(id.slice(-8), 16);
  const both = Math.imul(start ^ Math.imul(end, 0x9e3779b1), 0x85ebca6b);
  return (both ^ (both >>> 15)) >>> 0;
}

/** The place of the first number that is not below `least` in a sorted list. */
function firstFrom(numbers: Uint32Array, least: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
