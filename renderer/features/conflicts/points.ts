import { canonicalJson } from '@shared/canonical-json';
import type { ConflictChoice, ConflictDifference, ConflictStretch } from '@shared/ipc/sync-channels';

type Json = ConflictDifference['base'];

/** One thing to decide: a field, or one passage of a text. */
export interface Point {
  /** The path, and for a passage its place in the text. */
  readonly key: string;
  readonly path: string;
  readonly one: Json;
  readonly other: Json;
  /** Of a passage: which of how many it is, and the lines around it that both agree on. */
  readonly passage: {
    readonly place: number;
    readonly count: number;
    readonly before: readonly string[];
    readonly after: readonly string[];
  } | null;
  readonly canBeBoth: boolean;
  readonly canBeAnew: boolean;
}

/** What was decided at a point by somebody who saw `seen` there. */
export interface Decision {
  readonly choice: ConflictChoice;
  /** What was written anew; kept when another choice is made after all. */
  readonly anew: string | null;
  readonly seen: string;
}

/** A choice as main takes it: one for each field. */
export interface FieldChoice {
  readonly path: string;
  readonly choice: ConflictChoice;
  readonly anew: string | null;
}

/** So many agreed lines are shown around a passage. */
const linesAround = 2;

/** Everything that has to be decided, in order: texts passage by passage, everything else field by field. */
export function pointsOf(differences: readonly ConflictDifference[]): Point[] {
  return differences.flatMap((difference): Point[] => {
    const { path, one, other, canBeBoth, canBeAnew } = difference;
    const passages = passagesOf(difference);
    if (passages.length === 0) return [{ key: path, path, one, other, passage: null, canBeBoth, canBeAnew }];
    return passages.map(({ stretch, before, after }, at) => ({
      key: `${path}#${at + 1}`,
      path,
      one: stretch.one.join('\n'),
      other: stretch.other.join('\n'),
      passage: { place: at + 1, count: passages.length, before, after },
      canBeBoth: true,
      canBeAnew: true,
    }));
  });
}

type Disputed = Extract<ConflictStretch, { kind: 'disputed' }>;

interface Passage {
  readonly stretch: Disputed;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

function passagesOf({ stretches }: ConflictDifference): Passage[] {
  const all = stretches ?? [];
  return all.flatMap((stretch, at): Passage[] => {
    if (stretch.kind === 'agreed') return [];
    const [previous, next] = [all[at - 1], all[at + 1]];
    return [
      {
        stretch,
        before: previous?.kind === 'agreed' ? previous.lines.slice(-linesAround) : [],
        after: next?.kind === 'agreed' ? next.lines.slice(0, linesAround) : [],
      },
    ];
  });
}

/** What both sides say at a point, as one text: a decision counts only while it is the same. */
export function seenAt({ one, other }: Point): string {
  return canonicalJson([one, other]);
}

/** What main is told, or null while something is not decided. */
export function choicesOf(
  differences: readonly ConflictDifference[],
  decisionAt: (key: string) => Decision | undefined,
): FieldChoice[] | null {
  const choices: FieldChoice[] = [];
  for (const difference of differences) {
    const { path } = difference;
    const count = passagesOf(difference).length;
    const keys = count === 0 ? [path] : Array.from({ length: count }, (_, at) => `${path}#${at + 1}`);
    const decisions = keys.flatMap((key) => decisionAt(key) ?? []);
    const [first] = decisions;
    if (first === undefined || decisions.length < keys.length) return null;
    const isTheSame = first.choice !== 'anew' && decisions.every(({ choice }) => choice === first.choice);
    if (isTheSame || count === 0)
      choices.push({ path, choice: first.choice, anew: first.choice === 'anew' ? first.anew : null });
    // Main takes one choice for a text: passages that were chosen differently are put together here.
    else choices.push({ path, choice: 'anew', anew: putTogether(difference, decisions) });
  }
  return choices;
}

function putTogether({ stretches }: ConflictDifference, decisions: readonly Decision[]): string {
  let at = 0;
  const lines = (stretches ?? []).flatMap((stretch) => {
    if (stretch.kind === 'agreed') return stretch.lines;
    const decision = decisions[at];
    at += 1;
    return decision === undefined ? [] : linesOf(stretch, decision);
  });
  return lines.join('\n');
}

function linesOf({ one, other }: Disputed, { choice, anew }: Decision): readonly string[] {
  switch (choice) {
    case 'one':
      return one;
    case 'other':
      return other;
    case 'both':
      return [...one, ...other];
    case 'anew':
      return anew === null || anew === '' ? [] : anew.split('\n');
  }
}

/** Both texts below each other: what writing anew starts from. */
export function bothTexts({ one, other }: Point): string {
  return [one, other].filter((text): text is string => typeof text === 'string' && text !== '').join('\n');
}
