import { foldCharacter, foldTable, foldsToNothing, foldsToSeveral } from '@shared/search/fold';
import { longestStretch, pairOf, surelyWhole } from './pieces';
import { SegmentBytes } from './segment-bytes';
import type { DocumentFacts } from './segment-bytes';
import { letter, mark, sign, unitClasses } from './unit-classes';

/** A token of either sort, numbered in the order in which they are met: where it was last, and how long its list is. */
class Lists {
  count = 0;
  /** The document that it was last met in, from one on. */
  last = new Uint32Array(1 << 12);
  /** In bytes, once written. */
  bytes = new Uint32Array(1 << 12);
  documents = new Uint32Array(1 << 12);

  add(): number {
    if (this.count === this.last.length) {
      this.last = grown(this.last);
      this.bytes = grown(this.bytes);
      this.documents = grown(this.documents);
    }
    this.count += 1;
    return this.count - 1;
  }

  /** Whether it is new in this document. */
  meet(token: number, document: number): boolean {
    const last = this.last[token] ?? 0;
    if (last === document + 1) return false;
    this.bytes[token] = (this.bytes[token] ?? 0) + lengthOf(document - last);
    this.documents[token] = (this.documents[token] ?? 0) + 1;
    this.last[token] = document + 1;
    return true;
  }
}

/** In bytes, 7 bits each. */
function lengthOf(number: number): number {
  return number < 0x80 ? 1 : number < 0x4000 ? 2 : number < 0x200000 ? 3 : 4;
}

function grown<Numbers extends Uint32Array | Uint16Array>(numbers: Numbers): Numbers {
  const larger = new (numbers.constructor as new (length: number) => Numbers)(numbers.length * 2);
  larger.set(numbers);
  return larger;
}

/**
 * Makes a segment of the index: for each pair of signs and each word of letters, the documents that have it. All of it is
 * numbers in typed arrays; no text becomes a string of its own.
 */
export class SegmentBuilder {
  readonly #table = foldTable();
  readonly #classes = unitClasses();
  readonly #facts: DocumentFacts[] = [];
  /** What each document has, one after the other: a pair's number twice, a word's twice and one. */
  #met = new Uint32Array(1 << 16);
  #metCount = 0;
  readonly #metEnds: number[] = [];
  readonly #pairs = new Lists();
  #pairKeys = new Uint32Array(1 << 12);
  #pairSlots = new Uint32Array(1 << 14);
  readonly #words = new Lists();
  /** The words' units, each word followed by a zero, and where each begins. */
  #pool = new Uint16Array(1 << 14);
  #poolLength = 0;
  #wordStarts = new Uint32Array(1 << 12);
  #wordSlots = new Uint32Array(1 << 14);
  #units = new Uint16Array(1 << 12);

  /** Documents come in the order in which they were changed, the oldest first. */
  add(facts: DocumentFacts, texts: readonly string[]): void {
    const document = this.#facts.length;
    this.#facts.push(facts);
    for (const text of texts) this.#addText(document, text);
    this.#metEnds.push(this.#metCount);
  }

  get count(): number {
    return this.#facts.length;
  }

  finish(): Uint8Array<ArrayBuffer> {
    const pairs = this.#pairs.count;
    const words = this.#words.count;
    // Sorted by key: the pairs of one first unit lie together.
    const keys = this.#pairKeys.slice(0, pairs).sort();
    let size = 0;
    for (let pair = 0; pair < pairs; pair += 1) size += this.#pairs.bytes[pair] ?? 0;
    for (let word = 0; word < words; word += 1) size += this.#words.bytes[word] ?? 0;
    const bytes = new SegmentBytes({
      documents: this.#facts.length,
      pairs,
      words,
      pool: this.#poolLength,
      lists: size,
    });

    const pairAt = new Uint32Array(pairs);
    const wordAt = new Uint32Array(words);
    let at = 0;
    bytes.pairKeys.set(keys);
    for (const [place, key] of keys.entries()) {
      const pair = (this.#pairSlots[this.#slotOfPair(key)] ?? 0) - 1;
      bytes.pairCounts[place] = this.#pairs.documents[pair] ?? 0;
      bytes.pairStarts[place] = at;
      pairAt[pair] = at;
      at += this.#pairs.bytes[pair] ?? 0;
    }
    for (let word = 0; word < words; word += 1) {
      bytes.wordStarts[word] = this.#wordStarts[word] ?? 0;
      bytes.wordCounts[word] = this.#words.documents[word] ?? 0;
      bytes.wordListStarts[word] = at;
      wordAt[word] = at;
      at += this.#words.bytes[word] ?? 0;
    }
    bytes.pool.set(this.#pool.subarray(0, this.#poolLength));
    this.#writeLists(bytes.lists, pairAt, wordAt);
    bytes.setFacts(this.#facts);
    return bytes.whole;
  }

  #writeLists(lists: Uint8Array, pairAt: Uint32Array, wordAt: Uint32Array): void {
    const pairLast = this.#pairs.last.fill(0);
    const wordLast = this.#words.last.fill(0);
    let place = 0;
    for (const [document, end] of this.#metEnds.entries()) {
      for (; place < end; place += 1) {
        const met = this.#met[place] ?? 0;
        const token = met >>> 1;
        const [at, last] = (met & 1) === 0 ? [pairAt, pairLast] : [wordAt, wordLast];
        let number = document - (last[token] ?? 0);
        last[token] = document + 1;
        let to = at[token] ?? 0;
        for (; number >= 0x80; number >>>= 7) {
          lists[to] = (number & 0x7f) | 0x80;
          to += 1;
        }
        lists[to] = number;
        at[token] = to + 1;
      }
    }
  }

  #addText(document: number, text: string): void {
    const length = this.#fold(text);
    const units = this.#units;
    const classes = this.#classes;
    for (let at = 0; at < length;) {
      const unit = units[at] ?? 0;
      const kind = classes[unit];
      if (kind === letter) {
        let end = at + 1;
        while (end < length && classes[units[end] ?? 0] === letter) end += 1;
        this.#addLetters(document, at, end);
        at = end;
      } else if (kind === sign) {
        const next = at + 1 < length ? (units[at + 1] ?? 0) : 0;
        this.#addPair(document, pairOf(unit, classes[next] === sign ? next : 0));
        at += 1;
      } else {
        if (kind === mark) this.#addPair(document, pairOf(unit, 0));
        at += 1;
      }
    }
  }

  #addLetters(document: number, from: number, to: number): void {
    if (to - from <= longestStretch) {
      this.#addWord(document, from, to);
      return;
    }
    for (let at = from; ; at += surelyWhole) {
      const end = Math.min(to, at + longestStretch);
      this.#addWord(document, at, end);
      if (end === to) return;
    }
  }

  /** Folds into `#units`, as `fold` does. */
  #fold(text: string): number {
    const table = this.#table;
    let length = 0;
    for (let at = 0; at < text.length; at += 1) {
      // Room for the longest that one character folds to.
      if (length + 32 > this.#units.length) this.#units = grown(this.#units);
      const unit = table[text.charCodeAt(at)] ?? foldsToNothing;
      if (unit > foldsToSeveral) {
        this.#units[length] = unit;
        length += 1;
      } else if (unit === foldsToSeveral) {
        const codePoint = text.codePointAt(at) ?? 0;
        const piece = foldCharacter(codePoint);
        for (let part = 0; part < piece.length; part += 1) this.#units[length + part] = piece.charCodeAt(part);
        length += piece.length;
        if (codePoint > 0xffff) at += 1;
      }
    }
    return length;
  }

  #addPair(document: number, key: number): void {
    const slot = this.#slotOfPair(key);
    const found = this.#pairSlots[slot] ?? 0;
    if (found > 0) {
      if (this.#pairs.meet(found - 1, document)) this.#note((found - 1) << 1);
      return;
    }
    const pair = this.#pairs.add();
    if (pair >= this.#pairKeys.length) this.#pairKeys = grown(this.#pairKeys);
    this.#pairKeys[pair] = key;
    this.#pairSlots[slot] = pair + 1;
    if (this.#pairs.count * 2 > this.#pairSlots.length) this.#spreadPairs();
    this.#pairs.meet(pair, document);
    this.#note(pair << 1);
  }

  /** Where a pair's number stands, or would. */
  #slotOfPair(key: number): number {
    const mask = this.#pairSlots.length - 1;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 8) & mask;
    for (;;) {
      const found = this.#pairSlots[slot] ?? 0;
      if (found === 0 || this.#pairKeys[found - 1] === key) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #spreadPairs(): void {
    const slots = new Uint32Array(this.#pairSlots.length * 2);
    const mask = slots.length - 1;
    for (let pair = 0; pair < this.#pairs.count; pair += 1) {
      let slot = (Math.imul(this.#pairKeys[pair] ?? 0, 0x9e3779b1) >>> 8) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = pair + 1;
    }
    this.#pairSlots = slots;
  }

  #addWord(document: number, from: number, to: number): void {
    const units = this.#units;
    let hash = to - from;
    for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (units[at] ?? 0), 0x01000193);
    const mask = this.#wordSlots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const found = this.#wordSlots[slot] ?? 0;
      if (found === 0) break;
      if (this.#isWord(found - 1, from, to)) {
        if (this.#words.meet(found - 1, document)) this.#note(((found - 1) << 1) | 1);
        return;
      }
      slot = (slot + 1) & mask;
    }
    const word = this.#words.add();
    if (word >= this.#wordStarts.length) this.#wordStarts = grown(this.#wordStarts);
    this.#wordStarts[word] = this.#poolLength;
    while (this.#poolLength + to - from + 1 > this.#pool.length) this.#pool = grown(this.#pool);
    this.#pool.set(units.subarray(from, to), this.#poolLength);
    this.#poolLength += to - from + 1;
    this.#wordSlots[slot] = word + 1;
    if (this.#words.count * 2 > this.#wordSlots.length) this.#spreadWords();
    this.#words.meet(word, document);
    this.#note((word << 1) | 1);
  }

  #isWord(word: number, from: number, to: number): boolean {
    const start = this.#wordStarts[word] ?? 0;
    const units = this.#units;
    const pool = this.#pool;
    for (let at = from; at < to; at += 1) if (pool[start + at - from] !== units[at]) return false;
    return pool[start + to - from] === 0;
  }

  #spreadWords(): void {
    const slots = new Uint32Array(this.#wordSlots.length * 2);
    const mask = slots.length - 1;
    for (let word = 0; word < this.#words.count; word += 1) {
      const start = this.#wordStarts[word] ?? 0;
      let end = start;
      while (this.#pool[end] !== 0) end += 1;
      let hash = end - start;
      for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (this.#pool[at] ?? 0), 0x01000193);
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = word + 1;
    }
    this.#wordSlots = slots;
  }

  #note(met: number): void {
    if (this.#metCount === this.#met.length) this.#met = grown(this.#met);
    this.#met[this.#metCount] = met;
    this.#metCount += 1;
  }
}
