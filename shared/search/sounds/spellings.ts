/** The ids of syllables, small numbers from 1 on that stand as UTF-16 units in the arrays of the index; 0 parts. */
export type SyllableId = number;

/** Which syllables of a way of speaking a piece of Latin letters can stand for. */
export class Spellings {
  readonly #ids = new Map<string, readonly SyllableId[]>();
  readonly #likeliest = new Map<string, readonly SyllableId[]>();
  readonly #beginnings = new Map<string, readonly SyllableId[]>();
  #shortened: Map<string, string[]> | undefined;
  readonly longest: number;

  /** `rank`: 0 for how a syllable is written as a rule, the higher the more rarely it is written so. */
  constructor(
    entries: Iterable<readonly [spelling: string, id: SyllableId, rank: number]>,
    /** A word that is one syllable is never two: Cheung is no che-ung (but in Pinyin Xian may be Xi'an). */
    readonly keepsWhole: boolean,
  ) {
    const whole = new Map<string, Map<SyllableId, number>>();
    const begun = new Map<string, Set<SyllableId>>();
    let longest = 0;
    for (const [spelling, id, rank] of entries) {
      const ranks = whole.get(spelling) ?? new Map<SyllableId, number>();
      whole.set(spelling, ranks.set(id, Math.min(rank, ranks.get(id) ?? rank)));
      longest = Math.max(longest, spelling.length);
      for (let end = 1; end <= spelling.length; end += 1) addTo(begun, spelling.slice(0, end), id);
    }
    for (const [spelling, ranks] of whole) {
      this.#ids.set(spelling, inOrder(ranks.keys()));
      const byRank = [...ranks].sort(([, one], [, other]) => one - other);
      this.#likeliest.set(
        spelling,
        byRank.map(([id]) => id),
      );
    }
    for (const [beginning, ids] of begun) this.#beginnings.set(beginning, inOrder(ids));
    this.longest = longest;
  }

  /** The syllables that are spelt just so; empty when none is. */
  of(piece: string): readonly SyllableId[] {
    return this.#ids.get(piece) ?? none;
  }

  /** The same, the one that is written so as a rule first. */
  likeliest(piece: string): readonly SyllableId[] {
    return this.#likeliest.get(piece) ?? none;
  }

  /** The syllables whose spelling begins so: what may become of a piece that is still being typed. */
  startingWith(piece: string): readonly SyllableId[] {
    return this.#beginnings.get(piece) ?? none;
  }

  /** The syllables that a piece with one slip in it (a letter too many, too few, wrong, or two swapped) may have been meant for. */
  near(piece: string): readonly SyllableId[] {
    this.#shortened ??= shortenedForms(this.#ids.keys());
    const found = new Set<SyllableId>();
    for (const form of [piece, ...withoutOne(piece)]) {
      for (const spelling of this.#shortened.get(form) ?? []) {
        if (spelling === piece || !isOneSlip(piece, spelling)) continue;
        for (const id of this.of(spelling)) found.add(id);
      }
    }
    return inOrder(found);
  }
}

const none: readonly SyllableId[] = [];

function addTo(map: Map<string, Set<SyllableId>>, key: string, id: SyllableId): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([id]));
  else known.add(id);
}

function inOrder(ids: Iterable<SyllableId>): readonly SyllableId[] {
  return [...ids].sort((one, other) => one - other);
}

/** Each spelling under itself and under itself without one letter: two words a slip apart meet in one of these. */
function shortenedForms(spellings: Iterable<string>): Map<string, string[]> {
  const forms = new Map<string, string[]>();
  for (const spelling of spellings) {
    if (spelling.length < 2) continue;
    for (const form of new Set([spelling, ...withoutOne(spelling)])) {
      const known = forms.get(form);
      if (known === undefined) forms.set(form, [spelling]);
      else known.push(spelling);
    }
  }
  return forms;
}

function withoutOne(word: string): string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
}

/** Whether one letter added, left out, replaced or swapped with its neighbour makes one word of the other. */
export function isOneSlip(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1 || short === long) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
}
