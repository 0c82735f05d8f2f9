import type { Spellings, SyllableId } from './spellings';

/** What a query in Latin letters may sound like: for each syllable the ids that would do. */
export interface Pattern {
  readonly options: readonly (readonly SyllableId[])[];
  /** How many letters each of the syllables was written with. */
  readonly lengths: readonly number[];
  /** The last syllable is still being typed. */
  readonly isOpen: boolean;
  /** How many of the syllables are only their first letters: "Lau T.W.", "ldh". */
  readonly initials: number;
}

interface Draft {
  readonly options: readonly (readonly SyllableId[])[];
  readonly lengths: readonly number[];
  readonly initials: number;
}

const empty: Draft = { options: [], lengths: [], initials: 0 };

function withPiece({ options, lengths, initials }: Draft, ids: readonly SyllableId[], length: number): Draft {
  return { options: [...options, ids], lengths: [...lengths, length], initials };
}

function joined(one: Draft, other: Draft): Draft {
  return {
    options: [...one.options, ...other.options],
    lengths: [...one.lengths, ...other.lengths],
    initials: one.initials + other.initials,
  };
}

const mostPatterns = 12;
const mostLettersAsInitials = 6;

/**
 * The ways in which words (folded, letters only) can be taken apart into syllables, the longest syllables first. The last
 * word may break off in the middle of one when `isTyping`.
 */
export function patternsOf(words: readonly string[], spellings: Spellings, isTyping: boolean): Pattern[] {
  const found: Pattern[] = [];
  let drafts: readonly Draft[] = [empty];
  for (const [at, word] of words.entries()) {
    const isLast = at === words.length - 1;
    if (isLast && isTyping) {
      const open = openSplitsOf(word, spellings);
      for (const draft of drafts) for (const split of open) found.push({ ...joined(draft, split), isOpen: true });
    }
    const splits = splitsOf(word, spellings, words.length > 1);
    drafts = drafts.flatMap((draft) => splits.map((split) => joined(draft, split))).slice(0, mostPatterns);
  }
  const whole = drafts
    .filter(({ options }) => options.length > 0)
    .map((draft): Pattern => ({ ...draft, isOpen: false }));
  return [...whole, ...found.slice(0, mostPatterns)];
}

/** Whole syllables to the end of the word; or whole ones and then single letters; or, of a short word, letters only. */
function splitsOf(word: string, spellings: Spellings, isOneOfSeveral: boolean): Draft[] {
  const splits: Draft[] = [];
  const walk = (at: number, draft: Draft): void => {
    if (splits.length >= mostPatterns) return;
    if (at === word.length) {
      splits.push(draft);
      return;
    }
    for (let end = Math.min(word.length, at + spellings.longest); end > at; end -= 1) {
      const ids = spellings.of(word.slice(at, end));
      if (ids.length > 0) walk(end, withPiece(draft, ids, end - at));
      if (ids.length > 0 && end - at === word.length && spellings.keepsWhole) break;
    }
    const left = word.length - at;
    const isForInitials = at > 0 ? left <= 3 : left <= (isOneOfSeveral ? 3 : mostLettersAsInitials);
    if (!isForInitials) return;
    const letters = Array.from(word.slice(at), (letter) => spellings.startingWith(letter));
    if (!letters.every((ids) => ids.length > 0)) return;
    splits.push({ ...letters.reduce((so, ids) => withPiece(so, ids, 1), draft), initials: left });
  };
  walk(0, empty);
  return splits;
}

/** Whole syllables and then one that has only begun. */
function openSplitsOf(word: string, spellings: Spellings): Draft[] {
  const splits: Draft[] = [];
  const walk = (at: number, draft: Draft): void => {
    if (splits.length >= mostPatterns) return;
    const begun = word.length - at <= spellings.longest ? spellings.startingWith(word.slice(at)) : [];
    if (begun.length > 0) splits.push(withPiece(draft, begun, word.length - at));
    for (let end = Math.min(word.length - 1, at + spellings.longest); end > at; end -= 1) {
      const ids = spellings.of(word.slice(at, end));
      if (ids.length > 0) walk(end, withPiece(draft, ids, end - at));
    }
  };
  walk(0, empty);
  return splits;
}

/** Ways of taking a query apart in which one syllable is spelt with a slip. */
export function slippedPatternsOf(words: readonly string[], spellings: Spellings): Pattern[] {
  const found: Pattern[] = [];
  const walk = (word: number, at: number, draft: Draft, hasSlipped: boolean): void => {
    if (found.length >= mostPatterns * 3) return;
    const text = words[word];
    if (text === undefined) {
      if (hasSlipped && draft.options.length > 1) found.push({ ...draft, isOpen: false });
      return;
    }
    if (at === text.length) {
      walk(word + 1, 0, draft, hasSlipped);
      return;
    }
    for (let end = Math.min(text.length, at + spellings.longest + 1); end > at; end -= 1) {
      const piece = text.slice(at, end);
      const ids = spellings.of(piece);
      if (ids.length > 0) walk(word, end, withPiece(draft, ids, end - at), hasSlipped);
      if (hasSlipped || piece.length < 2) continue;
      const near = spellings.near(piece);
      if (near.length > 0) walk(word, end, withPiece(draft, near, end - at), true);
    }
  };
  walk(0, 0, empty, false);
  return found;
}
