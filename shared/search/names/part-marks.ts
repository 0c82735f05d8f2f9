import type { Finding } from './findings';
import type { Lookup } from './lookups';

/**
 * Which records have had every part of a query so far, and where each part was found: numbers in arrays by record, used
 * again for every search, since a common word is found in thousands.
 */
export class PartMarks {
  /** For each record the round in which it was last found, and with that how many of the parts. */
  #rounds = new Uint32Array(0);
  #indexes: Uint32Array[] = [];
  #lookups: Uint16Array[] = [];
  #asked: Lookup[] = [];
  #round = 0;
  #part = 0;
  #found: number[] = [];

  /** Begins with the first part. */
  begin(records: number): void {
    if (this.#rounds.length < records) {
      this.#rounds = new Uint32Array(Math.ceil(records * 1.25) + 64);
      this.#indexes = [];
      this.#lookups = [];
      this.#round = 0;
    }
    this.#asked = [];
    this.#round += 2;
    this.#part = 0;
    this.#found = [];
    this.#makeRoom();
  }

  /** Goes on with the next part, if some record has those before. */
  next(): boolean {
    if (this.#found.length === 0) return false;
    this.#round += 1;
    this.#part += 1;
    this.#found = [];
    this.#makeRoom();
    return true;
  }

  #makeRoom(): void {
    this.#indexes[this.#part] ??= new Uint32Array(this.#rounds.length);
    this.#lookups[this.#part] ??= new Uint16Array(this.#rounds.length);
  }

  /** Says which lookup the next places are of. */
  ask(lookup: Lookup): void {
    this.#asked.push(lookup);
  }

  /** The part was found in a record; only the first place counts, and only in a record that has the parts before. */
  mark(record: number, index: number): void {
    const round = this.#rounds[record] ?? 0;
    if (this.#part === 0 ? round === this.#round : round !== this.#round - 1) return;
    const [indexes, lookups] = [this.#indexes[this.#part], this.#lookups[this.#part]];
    if (indexes === undefined || lookups === undefined) return;
    this.#rounds[record] = this.#round;
    indexes[record] = index;
    lookups[record] = this.#asked.length - 1;
    this.#found.push(record);
  }

  /** The records that have every part. */
  get found(): readonly number[] {
    return this.#found;
  }

  of(record: number): Finding[] {
    return Array.from({ length: this.#part + 1 }, (_, part) => {
      const lookup = this.#asked[this.#lookups[part]?.[record] ?? 0];
      return lookup === undefined ? [] : [{ lookup, index: this.#indexes[part]?.[record] ?? 0 }];
    }).flat();
  }
}
