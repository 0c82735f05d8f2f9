/** Where the caret or the marked text stands. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** One replacement in a text, and what is marked after it. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  readonly select: Range;
}

/** A list item's line: its indent, its sign, a box to tick, and what it says. */
const itemPattern = /^(\s*)([-*+]|(\d{1,9})([.)]))(\s+)(\[[ xX]\]\s+)?(.*)$/;

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

/** What Enter does within a list: the next item, or out of the list when the item is empty. Null outside a list. */
export function continueList(text: string, { start, end }: Range): Edit | null {
  if (start !== end) return null;
  const from = lineStart(text, start);
  const line = text.slice(from, lineEnd(text, start));
  const item = itemPattern.exec(line);
  if (!item) return null;
  const [, indent = '', sign = '', number, point = '', gap = ' ', box = '', said = ''] = item;
  const head = line.length - said.length;
  // Enter before the item's own words is an ordinary new line.
  if (start - from < head) return null;
  if (said.trim() === '') return { from, to: from + line.length, insert: '', select: { start: from, end: from } };
  const nextSign = number === undefined ? sign : `${Number(number) + 1}${point}`;
  const insert = `\n${indent}${nextSign}${gap}${box === '' ? '' : '[ ] '}`;
  const at = start + insert.length;
  return { from: start, to: start, insert, select: { start: at, end: at } };
}

/** What Tab (or Shift+Tab) does to the list items in the range: one level deeper or less deep. Null outside a list. */
export function indentList(text: string, { start, end }: Range, direction: 'in' | 'out'): Edit | null {
  const from = lineStart(text, start);
  const to = lineEnd(text, end);
  const lines = text.slice(from, to).split('\n');
  const [first = ''] = lines;
  if (!itemPattern.test(first)) return null;
  const moved = lines.map((line) => (direction === 'in' ? deeper(line) : lessDeep(line)));
  const firstShift = (moved[0] ?? '').length - first.length;
  const wholeShift = moved.join('\n').length - (to - from);
  return {
    from,
    to,
    insert: moved.join('\n'),
    select: { start: Math.max(from, start + firstShift), end: Math.max(from, end + wholeShift) },
  };
}

/** An item stands under another when it is indented by the width of that one's sign. */
function stepOf(line: string): number {
  const item = itemPattern.exec(line);
  return item ? (item[2] ?? '-').length + 1 : 2;
}

function deeper(line: string): string {
  return line.trim() === '' ? line : ' '.repeat(stepOf(line)) + line;
}

function lessDeep(line: string): string {
  const indent = line.length - line.trimStart().length;
  return line.slice(Math.min(indent, stepOf(line)));
}

/** Puts the marks around the range, or takes them away when they are there. */
export function toggleMarks(text: string, { start, end }: Range, mark: '**' | '*'): Edit {
  const length = mark.length;
  const marked = text.slice(start, end);
  const before = runOfStars(text.slice(0, start), 'end');
  const after = runOfStars(text.slice(end), 'start');
  if (has(mark, before) && has(mark, after)) {
    const select = { start: start - length, end: end - length };
    return { from: start - length, to: end + length, insert: marked, select };
  }
  const select = { start: start + length, end: end + length };
  return { from: start, to: end, insert: `${mark}${marked}${mark}`, select };
}

function runOfStars(text: string, side: 'start' | 'end'): number {
  return (side === 'end' ? /\**$/ : /^\**/).exec(text)?.[0].length ?? 0;
}

/** Two stars are bold, one is italic, three are both. */
function has(mark: '**' | '*', stars: number): boolean {
  return mark === '**' ? stars >= 2 : stars === 1 || stars === 3;
}

/** The words that a follow-up is made from: the marked text, or the caret's line without its list sign. */
export function wordsAt(text: string, { start, end }: Range): string {
  const chosen = start === end ? text.slice(lineStart(text, start), lineEnd(text, start)) : text.slice(start, end);
  const plain = chosen.replace(/^\s*(?:#{1,6}\s+|>\s+|(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?)/, '');
  return plain.replace(/\s+/g, ' ').trim();
}

/** The words as they are read: without the stars that mark them. */
export function withoutMarks(words: string): string {
  return words.replace(/(\*{1,3})(\S(?:.*?\S)?)\1/g, '$2');
}
