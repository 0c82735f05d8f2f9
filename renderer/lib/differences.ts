import { diffArrays } from 'diff';

/** Words that stand in both texts, only in the later one, or only in the earlier one. */
export interface Piece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Chinese is cut into words, too; what stands between words is a piece of its own, so that nothing is left out. */
const words = new Intl.Segmenter('zh', { granularity: 'word' });
/** After so long, in milliseconds, whole rows are compared: texts that have little in common take longest. */
const patience = 300;

/** What was changed from one text to another, word by word. All pieces but the removed ones are the later text. */
export function differencesBetween(before: string, after: string): Piece[] {
  const byWord = compared(wordsOf(before), wordsOf(after)) ?? compared(rowsOf(before), rowsOf(after));
  if (byWord !== null) return byWord;
  const whole: Piece[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
  return whole.filter(({ text }) => text !== '');
}

function wordsOf(text: string): string[] {
  return Array.from(words.segment(text), ({ segment }) => segment);
}

function rowsOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function compared(before: string[], after: string[]): Piece[] | null {
  // Null when its patience is at an end, which the types of the package leave out.
  const changes: ReturnType<typeof diffArrays<string>> | undefined = diffArrays(before, after, { timeout: patience });
  if (changes === undefined) return null;
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}
