import { diffArrays } from 'diff';

/** A stretch of a merged text: lines that are agreed on, or that both sides wrote differently. */
export type Stretch =
  | { readonly kind: 'agreed'; readonly lines: readonly string[] }
  | {
      readonly kind: 'disputed';
      readonly base: readonly string[];
      readonly one: readonly string[];
      readonly other: readonly string[];
    };

/** Texts that differ in more lines than this are not compared further: it would take longer than a person reads. */
const mostDifferences = 4000;

/**
 * Merges two texts that were one, line by line. A line that one side changed is taken from it; what both inserted at one
 * point is kept, both of it, in an order that depends on the words alone; what both changed is disputed. `base` null:
 * nobody knows what it was, and all that differs is disputed. Swapping the sides swaps nothing but the sides of disputes.
 */
export function mergedText(base: string | null, one: string, other: string): Stretch[] {
  const [mine, theirs] = [linesOf(one), linesOf(other)];
  if (base === null) return differing(mine, theirs);
  const lines = linesOf(base);
  const [myHunks, theirHunks] = [hunksOf(lines, mine), hunksOf(lines, theirs)];
  if (myHunks === null || theirHunks === null) return [{ kind: 'disputed', base: lines, one: mine, other: theirs }];
  const stretches: Stretch[] = [];
  let at = 0;
  for (const region of regionsOf(myHunks, theirHunks)) {
    agree(stretches, lines.slice(at, region.from));
    at = region.to;
    const was = lines.slice(region.from, region.to);
    const [left, right] = [sideOf(region, region.one, mine, was), sideOf(region, region.other, theirs, was)];
    if (region.other.length === 0 || isSame(left, right)) agree(stretches, left);
    else if (region.one.length === 0) agree(stretches, right);
    else if (was.length === 0) agree(stretches, bothInsertions(left, right));
    else stretches.push({ kind: 'disputed', base: was, one: left, other: right });
  }
  agree(stretches, lines.slice(at));
  return stretches;
}

export function textOf(lines: readonly string[]): string {
  return lines.join('\n');
}

/** An empty text has no line at all, so that two who each begin it have both inserted something. */
function linesOf(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}

function agree(stretches: Stretch[], lines: readonly string[]): void {
  const last = stretches.at(-1);
  if (lines.length === 0) return;
  if (last?.kind === 'agreed') stretches[stretches.length - 1] = { ...last, lines: [...last.lines, ...lines] };
  else stretches.push({ kind: 'agreed', lines });
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((line, nth) => line === other[nth]);
}

/** Lines `from` to `to` of the base became lines `start` to `end` of a side. */
interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/** What was changed from one list of lines to another; null when that is more than can be compared. */
function hunksOf(before: string[], after: string[]): Hunk[] | null {
  // Undefined past its limit, which the types of the package leave out.
  const changes: ReturnType<typeof diffArrays<string>> | undefined = diffArrays(before, after, {
    maxEditLength: mostDifferences,
  });
  if (changes === undefined) return null;
  const hunks: Hunk[] = [];
  let [from, start] = [0, 0];
  for (const { added, removed, value } of changes) {
    const [to, end] = [from + (added ? 0 : value.length), start + (removed ? 0 : value.length)];
    const last = hunks.at(-1);
    if (added || removed) {
      if (last?.to === from && last.end === start) hunks[hunks.length - 1] = { ...last, to, end };
      else hunks.push({ from, to, start, end });
    }
    [from, start] = [to, end];
  }
  return hunks;
}

/** A stretch of the base that at least one side changed; what touches is one region. */
interface Region {
  readonly from: number;
  readonly to: number;
  readonly one: readonly Hunk[];
  readonly other: readonly Hunk[];
}

function regionsOf(one: readonly Hunk[], other: readonly Hunk[]): Region[] {
  const regions: Region[] = [];
  const all = [
    ...one.map((hunk) => ({ hunk, one: [hunk], other: [] })),
    ...other.map((hunk) => ({ hunk, one: [], other: [hunk] })),
  ].sort((left, right) => left.hunk.from - right.hunk.from || left.hunk.to - right.hunk.to);
  for (const next of all) {
    const { from, to } = next.hunk;
    const last = regions.at(-1);
    if (last === undefined || from > last.to) regions.push({ from, to, one: next.one, other: next.other });
    else {
      regions[regions.length - 1] = {
        from: last.from,
        to: Math.max(last.to, to),
        one: [...last.one, ...next.one],
        other: [...last.other, ...next.other],
      };
    }
  }
  return regions;
}

/** What a side says in a region: the base's lines where it changed nothing. */
function sideOf(region: Region, hunks: readonly Hunk[], side: readonly string[], was: readonly string[]): string[] {
  const [first, last] = [hunks[0], hunks.at(-1)];
  if (first === undefined || last === undefined) return [...was];
  return side.slice(first.start - (first.from - region.from), last.end + (region.to - last.to));
}

/** What begins or ends both insertions alike is kept once; the rest of both follows each other. */
function bothInsertions(one: readonly string[], other: readonly string[]): string[] {
  const most = Math.min(one.length, other.length);
  let begin = 0;
  while (begin < most && one[begin] === other[begin]) begin += 1;
  let end = 0;
  while (end < most - begin && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const [mine, theirs] = [one.slice(begin, one.length - end), other.slice(begin, other.length - end)];
  const rests = textOf(mine) < textOf(theirs) ? [mine, theirs] : [theirs, mine];
  return [...one.slice(0, begin), ...rests.flat(), ...one.slice(one.length - end)];
}

function differing(one: string[], other: string[]): Stretch[] {
  const hunks = hunksOf(one, other);
  if (hunks === null) return [{ kind: 'disputed', base: [], one, other }];
  const stretches: Stretch[] = [];
  let at = 0;
  for (const { from, to, start, end } of hunks) {
    agree(stretches, one.slice(at, from));
    stretches.push({ kind: 'disputed', base: [], one: one.slice(from, to), other: other.slice(start, end) });
    at = to;
  }
  agree(stretches, one.slice(at));
  return stretches;
}
