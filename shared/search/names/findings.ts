import type { Lookup } from './lookups';
import { scores } from './scores';

/** One place that a lookup found: the number in the order of its array. */
export interface Finding {
  readonly lookup: Lookup;
  readonly index: number;
}

/**
 * The best that was found for each record during one search. Thousands of places are offered for a short query, so what
 * is kept of each are numbers in arrays that are used again for the next search.
 */
export class Findings {
  #scores = new Float32Array(0);
  #indexes = new Uint32Array(0);
  #lookups = new Uint16Array(0);
  #asked: Lookup[] = [];
  #touched: number[] = [];
  readonly #inParts = new Map<number, readonly Finding[]>();
  #sure = 0;
  #firm = 0;

  /** Forgets the search before. */
  begin(records: number): this {
    for (const record of this.#touched) this.#scores[record] = 0;
    this.#touched = [];
    this.#asked = [];
    this.#inParts.clear();
    this.#sure = 0;
    this.#firm = 0;
    if (this.#scores.length < records) {
      const size = Math.ceil(records * 1.25) + 64;
      this.#scores = new Float32Array(size);
      this.#indexes = new Uint32Array(size);
      this.#lookups = new Uint16Array(size);
    }
    return this;
  }

  /** How many records were found so surely that nothing needs to be guessed for them. */
  get sure(): number {
    return this.#sure;
  }

  /** How many records were found in one piece by their letters. */
  get firm(): number {
    return this.#firm;
  }

  /** Says which lookup the next offers are from. */
  ask(lookup: Lookup): void {
    this.#asked.push(lookup);
  }

  offer(record: number, score: number, index: number): void {
    if (!this.#isBetter(record, score)) return;
    this.#indexes[record] = index;
    this.#lookups[record] = this.#asked.length - 1;
    this.#inParts.delete(record);
  }

  /** A record that has every part of the query. */
  offerParts(record: number, score: number, parts: readonly Finding[]): void {
    if (this.#isBetter(record, score)) this.#inParts.set(record, parts);
  }

  #isBetter(record: number, score: number): boolean {
    const known = this.#scores[record] ?? 0;
    if (score <= known) return false;
    if (known === 0) this.#touched.push(record);
    if (known < scores.sure && score >= scores.sure) this.#sure += 1;
    if (known < scores.firm && score >= scores.firm) this.#firm += 1;
    this.#scores[record] = score;
    return true;
  }

  /** The records with the highest scores, the highest first; of equal ones the one that was put first. */
  best(most: number): number[] {
    const best: number[] = [];
    const isBefore = (one: number, other: number): boolean => {
      const difference = this.scoreOf(one) - this.scoreOf(other);
      return difference > 0 || (difference === 0 && one < other);
    };
    for (const record of this.#touched) {
      const last = best.at(-1);
      if (best.length >= most && last !== undefined && !isBefore(record, last)) continue;
      let at = best.length;
      while (at > 0 && isBefore(record, best[at - 1] ?? 0)) at -= 1;
      best.splice(at, 0, record);
      if (best.length > most) best.pop();
    }
    return best;
  }

  scoreOf(record: number): number {
    return this.#scores[record] ?? 0;
  }

  /** The places that made a record's score. */
  of(record: number): readonly Finding[] {
    const parts = this.#inParts.get(record);
    if (parts !== undefined) return parts;
    const lookup = this.#asked[this.#lookups[record] ?? 0];
    return lookup === undefined ? [] : [{ lookup, index: this.#indexes[record] ?? 0 }];
  }
}
