import type { CalendarDate } from '@shared/dates';
import { readLine } from '@shared/domain/note/marks';
import type { RecordOf } from '@shared/domain/records';
import type { RecordId } from '@shared/domain/values';
import { plainWords } from '@shared/markdown/plain-words';
import { findDue } from './due-words';
import { findOwner } from './owner-words';

/** What a follow-up line says. `dueWords` are the words that the day was read from, '' when it names none. */
export interface SaidFollowUp {
  readonly title: string;
  readonly ownerId: RecordId | null;
  readonly due: CalendarDate | null;
  readonly dueWords: string;
  /** All its words without Markdown's signs; only `[sensitive]` stays before them, so that it is never forgotten. */
  readonly line: string;
}

/** Who writes, among whom, and on what day. */
export interface Writing {
  readonly me: RecordId;
  readonly ours: readonly RecordOf<'person'>[];
  readonly today: CalendarDate;
}

const longestTitle = 300;
const longestLine = 20_000;

/**
 * Reads the words of a follow-up line. What was understood as owner and day is not in the title; what was not stays in
 * it. Whoever writes owns what names nobody. Null when there is no word yet.
 */
export function readFollowUp(text: string, { me, ours, today }: Writing): SaidFollowUp | null {
  const { isSensitive, words } = readLine(text);
  const line = plainWords(words);
  if (line === '') return null;
  const owner = findOwner(line, ours, me);
  const unowned = owner === null ? line : without(line, owner.from, owner.to);
  const due = findDue(unowned, today);
  const title = due === null ? unowned : without(unowned, due.from, due.to);
  return {
    // "@Ada Friday" and nothing else: the line is better than no title.
    title: cut(title === '' ? line : title, longestTitle),
    ownerId: owner?.ownerId ?? (ours.some((person) => person.id === me) ? me : null),
    due: due?.due ?? null,
    dueWords: due?.words ?? '',
    line: cut(isSensitive ? `[sensitive] ${line}` : line, longestLine),
  };
}

/** A text without what stood there: one blank at most in its place, and no comma left over where the text now ends. */
function without(text: string, from: number, to: number): string {
  const before = text.slice(0, from).trimEnd();
  const after = text.slice(to).trimStart();
  if (before === '') return after.replace(/^[\s,;:，；：、-]+/, '');
  if (after === '') return before.replace(/[\s,;:，；：、-]+$/, '');
  const isJoined =
    /^[,.;:!?，。；：！？、]/.test(after) || (/\p{Script=Han}$/u.test(before) && /^\p{Script=Han}/u.test(after));
  return isJoined ? before + after : `${before} ${after}`;
}

/** At most so many characters, with no half of one at the end. */
function cut(text: string, most: number): string {
  return text.length <= most
    ? text
    : text
        .slice(0, most)
        .replace(/[\ud800-\udbff]$/, '')
        .trimEnd();
}
