import type { SearchAnswer, SearchedKind, SearchHit } from '@shared/ipc/search-channels';
import { findFolded, fold } from '@shared/search/fold';
import { isAsked } from './question';
import type { Question } from './question';

/** Something that the window can do, or a part of the settings. */
export interface Command {
  readonly id: string;
  readonly label: string;
  readonly keys?: string;
  readonly run: () => void;
}

/** One line of the list. */
export type Entry =
  | { readonly kind: 'hit'; readonly hit: SearchHit }
  | { readonly kind: 'command'; readonly command: Command }
  /** The rest of the hits of a kind. */
  | { readonly kind: 'more'; readonly of: SearchedKind; readonly total: number; readonly isAtLeast: boolean };

export interface EntryGroup {
  readonly of: SearchedKind | 'recent' | 'commands';
  /** How many there are, shown or not; null where that says nothing. */
  readonly total: number | null;
  readonly isAtLeast: boolean;
  readonly entries: readonly Entry[];
}

const mostCommands = 6;

/** The lines in groups: what was found, and what can be done that is called so. */
export function groupsOf(
  question: Question,
  answer: SearchAnswer | undefined,
  commands: readonly Command[],
): EntryGroup[] {
  const isNarrowed = isAsked({ ...question, text: '' }) || question.kind !== null;
  const named = isNarrowed ? [] : called(commands, question.text).slice(0, mostCommands);
  const commandGroup: EntryGroup[] =
    named.length === 0
      ? []
      : [
          {
            of: 'commands',
            total: null,
            isAtLeast: false,
            entries: named.map((command) => ({ kind: 'command', command })),
          },
        ];
  if (!isAsked(question)) {
    const recent = answer?.recent ?? [];
    if (recent.length === 0) return commandGroup;
    const entries = recent.map((hit): Entry => ({ kind: 'hit', hit }));
    return [{ of: 'recent', total: null, isAtLeast: false, entries }, ...commandGroup];
  }
  const found = (answer?.groups ?? []).map(({ kind, hits, total, isAtLeast }): EntryGroup => {
    const entries = hits.map((hit): Entry => ({ kind: 'hit', hit }));
    const more: Entry[] = total > hits.length || isAtLeast ? [{ kind: 'more', of: kind, total, isAtLeast }] : [];
    return { of: kind, total, isAtLeast, entries: [...entries, ...more] };
  });
  // A command that is called exactly so is meant; others stand after what was found.
  const isMeant = named.some(({ label }) => fold(label).startsWith(fold(question.text.trim())));
  return isMeant ? [...commandGroup, ...found] : [...found, ...commandGroup];
}

/** The commands whose names hold every typed word; without words the first ones. */
function called(commands: readonly Command[], text: string): readonly Command[] {
  const words = fold(text).split(/\s+/).filter(Boolean);
  return commands.filter(({ label }) => words.every((word) => findFolded(label, word) !== null));
}
