/** A row of a note as it is stored, without its line ending, and that ending (`''` for the last). */
export interface Row {
  readonly text: string;
  readonly end: string;
}

/** A row of a part: which row of the note it is, and what it says without the signs of lists, quotations and headings. */
export interface PartRow {
  readonly at: number;
  readonly text: string;
}

/** A paragraph, a heading, the first paragraph of a list item or a table's cell: what a marker can begin. */
export interface Part {
  readonly rows: readonly PartRow[];
  /** The rows of the list item that it is the beginning of, `to` not included. */
  readonly item: { readonly from: number; readonly to: number } | null;
  /** Where in its row the cell is. */
  readonly cell: { readonly from: number; readonly to: number } | null;
  /** The row of `===` or `---` that makes it a heading. */
  readonly underline: number | null;
}

/** What is left of a row inside a list or a quotation; `offset` is counted in characters, `column` with tabs as space. */
interface Line {
  readonly at: number;
  readonly offset: number;
  readonly column: number;
  readonly text: string;
}

const rowPattern = /([^\r\n]*)(\r\n|\n|\r|$)/g;
const bulletPattern = /^(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)/;
const checkPattern = /^\[[ xX]\][ \t]+/;
const headingPattern = /^#{1,6}(?=[ \t]|$)[ \t]*/;
const rulePattern = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const fencePattern = /^(`{3,}(?=[^`]*$)|~{3,})/;
/** Looks like a row of a table or of a numbered list, and is one of a paragraph where it stands. */
const nearlyPattern = /^(?:\|[ \t]*|\d{1,9}[.)][ \t]+)/;
const dashesPattern = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/**
 * Reads where in a note lines begin that can be marked, by the rules of CommonMark and GitHub's tables as far as that
 * needs them. Code in a fence has no parts; rows that are only indented do, since a plain text is often indented.
 */
export function readParts(markdown: string): { readonly rows: readonly Row[]; readonly parts: readonly Part[] } {
  const rows = [...markdown.matchAll(rowPattern)].map(([, text = '', end = '']) => ({ text, end }));
  // The pattern also matches the nothing after the last row.
  if (rows.length > 1 && rows.at(-2)?.end === '') rows.pop();
  const parts: Part[] = [];
  readBlocks(
    rows.map((row, at) => lineFrom(row.text, at, 0, 0)),
    0,
    0,
    parts,
  );
  return { rows, parts };
}

function lineFrom(rest: string, at: number, offset: number, column: number): Line {
  let skipped = 0;
  for (; rest[skipped] === ' ' || rest[skipped] === '\t'; skipped += 1) {
    column += rest[skipped] === '\t' ? 4 - (column % 4) : 1;
  }
  return { at, offset: offset + skipped, column, text: rest.slice(skipped).trimEnd() };
}

/** The line without the sign that it begins with. */
function after(line: Line, sign: number): Line {
  return lineFrom(line.text.slice(sign), line.at, line.offset + sign, line.column + sign);
}

/** Lists and quotations in each other beyond any use are read as paragraphs, so that no text is too deep to be read. */
const deepest = 60;
const signsPattern = /^(?:(?:>|[-+*]|\d{1,9}[.)])[ \t]*)+/;

const noLine: Line = { at: -1, offset: 0, column: 0, text: '' };
const lineAt = (lines: readonly Line[], at: number): Line => lines[at] ?? noLine;
const isBlank = (line: Line): boolean => line.text === '';
const isQuote = (line: Line): boolean => line.text.startsWith('>');

/** Whether a line ends the paragraph before it. A numbered list does so only from 1: "in\n1997. …" goes on. */
function endsParagraph(line: Line, base: number): boolean {
  const { text } = line;
  if (isBlank(line) || isQuote(line) || headingPattern.test(text) || rulePattern.test(text)) return true;
  if (line.column - base < 4 && fencePattern.test(text)) return true;
  const bullet = bulletPattern.exec(text)?.[0];
  return bullet !== undefined && text.length > bullet.length && (bullet.length === 1 || /^1[.)]$/.test(bullet));
}

/** The fence that is open after this line, given the one before it. */
function fenceAfter(open: string | null, line: Line, base: number): string | null {
  if (line.column - base >= 4) return open;
  const fence = fencePattern.exec(line.text)?.[0];
  if (open === null) return fence ?? null;
  return fence !== undefined && fence === line.text && fence.startsWith(open) ? null : open;
}

function readBlocks(lines: readonly Line[], base: number, depth: number, parts: Part[]): void {
  if (depth > deepest) {
    readFlat(lines, parts);
    return;
  }
  let at = 0;
  while (at < lines.length) {
    const line = lineAt(lines, at);
    if (isBlank(line) || rulePattern.test(line.text)) at += 1;
    else if (fenceAfter(null, line, base) !== null) at = endOfFence(lines, at, base);
    else if (isQuote(line)) at = readQuote(lines, at, base, depth, parts);
    else if (bulletPattern.test(line.text)) at = readItem(lines, at, base, depth, parts);
    else if (headingPattern.test(line.text)) {
      parts.push({
        rows: [{ at: line.at, text: line.text.replace(headingPattern, '') }],
        item: null,
        cell: null,
        underline: null,
      });
      at += 1;
    } else if (isTable(lines, at)) at = readTable(lines, at, base, parts);
    else at = readParagraph(lines, at, base, parts);
  }
}

function readFlat(lines: readonly Line[], parts: Part[]): void {
  for (let at = 0; at < lines.length; at += 1) {
    const rows: PartRow[] = [];
    for (; !isBlank(lineAt(lines, at)); at += 1) {
      const line = lineAt(lines, at);
      rows.push({ at: line.at, text: line.text.replace(signsPattern, '') });
    }
    if (rows.length > 0) parts.push({ rows, item: null, cell: null, underline: null });
  }
}

function endOfFence(lines: readonly Line[], from: number, base: number): number {
  let open: string | null = null;
  for (let at = from; at < lines.length; at += 1) {
    open = fenceAfter(open, lineAt(lines, at), base);
    if (open === null) return at + 1;
  }
  return lines.length;
}

function readQuote(lines: readonly Line[], from: number, base: number, depth: number, parts: Part[]): number {
  const inside: Line[] = [];
  let open: string | null = null;
  let at = from;
  for (; at < lines.length; at += 1) {
    const line = lineAt(lines, at);
    const isOn: boolean =
      isQuote(line) || (open === null && !isBlank(inside.at(-1) ?? noLine) && !endsParagraph(line, base));
    if (!isOn) break;
    const content = isQuote(line) ? after(line, 1) : line;
    open = fenceAfter(open, content, content.column);
    inside.push(content);
  }
  const column = inside.reduce((least, line) => (isBlank(line) ? least : Math.min(least, line.column)), Infinity);
  readBlocks(inside, column, depth + 1, parts);
  return at;
}

function readItem(lines: readonly Line[], from: number, base: number, depth: number, parts: Part[]): number {
  const head = lineAt(lines, from);
  const bullet = bulletPattern.exec(head.text)?.[0].length ?? 0;
  const first = after(head, bullet);
  const isEmpty = isBlank(first);
  // What is set in far from its bullet is code; the item's own column is then next to the bullet.
  const column = isEmpty || first.column - head.column - bullet > 4 ? head.column + bullet + 1 : first.column;
  const check = checkPattern.exec(first.text)?.[0].length;
  const begin = check === undefined ? first : { ...after(first, check), column };
  const inside: Line[] = [begin];
  let open = fenceAfter(null, begin, column);
  let at = from + 1;
  for (; at < lines.length; at += 1) {
    const line = lineAt(lines, at);
    const before = lineAt(lines, at - 1);
    const isUnder = line.column >= head.column + 2;
    const isLazy: boolean =
      open === null && !isBlank(before) && !endsParagraph(line, base) && !bulletPattern.test(line.text);
    if (!isBlank(line) && !isUnder && !isLazy) break;
    open = fenceAfter(open, line, column);
    inside.push(line);
  }
  // Blank rows at the end are between this item and what follows.
  let to = at;
  while (to > from + 1 && isBlank(lineAt(lines, to - 1))) to -= 1;
  const own: Part[] = [];
  readBlocks(inside.slice(0, to - from), column, depth + 1, own);
  const firstRow = inside.find((line) => !isBlank(line))?.at;
  for (const [nth, part] of own.entries()) {
    const isBeginning = nth === 0 && part.cell === null && part.item === null && part.rows[0]?.at === firstRow;
    parts.push(isBeginning ? { ...part, item: { from: head.at, to: lineAt(lines, to - 1).at + 1 } } : part);
  }
  return to;
}

function readParagraph(lines: readonly Line[], from: number, base: number, parts: Part[]): number {
  let at = from + 1;
  let underline: number | null = null;
  for (; at < lines.length && underline === null; at += 1) {
    const line = lineAt(lines, at);
    if (/^(?:=+|-+)$/.test(line.text)) underline = line.at;
    else if (endsParagraph(line, base) || isTable(lines, at)) break;
  }
  const rows = lines
    .slice(from, underline === null ? at : at - 1)
    .map((line) => ({ at: line.at, text: line.text.replace(nearlyPattern, '') }));
  parts.push({ rows, item: null, cell: null, underline });
  return at;
}

function isTable(lines: readonly Line[], at: number): boolean {
  const head = lineAt(lines, at).text;
  const dashes = lineAt(lines, at + 1).text;
  return (
    head.includes('|') &&
    dashes.includes('|') &&
    dashesPattern.test(dashes) &&
    cells(head).length === cells(dashes).length
  );
}

function readTable(lines: readonly Line[], from: number, base: number, parts: Part[]): number {
  let at = from;
  for (; at < lines.length; at += 1) {
    const line = lineAt(lines, at);
    if (at > from + 1 && (endsParagraph(line, base) || bulletPattern.test(line.text))) break;
    for (const cell of cells(line.text)) {
      const place = { from: line.offset + cell.from, to: line.offset + cell.to };
      const rows = line.text.slice(cell.from, cell.to).split(/<br[ \t]*\/?>/i);
      parts.push({
        rows: rows.map((text) => ({ at: line.at, text: text.trim() })),
        item: null,
        cell: place,
        underline: null,
      });
    }
  }
  return at;
}

/** Where the cells of a row begin and end, without the bars; `\|` is a bar in a cell's words. */
function cells(text: string): { readonly from: number; readonly to: number }[] {
  const bars = [...text.matchAll(/\\.|\|/g)].filter(([sign]) => sign === '|').map(({ index }) => index);
  const starts = text.startsWith('|') ? bars : [-1, ...bars];
  return starts
    .map((bar, nth) => ({ from: bar + 1, to: starts[nth + 1] ?? text.length }))
    .filter(
      ({ from, to }, nth, all) => nth < all.length - 1 || text.slice(from, to).trim() !== '' || !text.endsWith('|'),
    );
}
