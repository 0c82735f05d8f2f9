import { readParts } from './parts';
import type { Row } from './parts';

/** What a line of a note can be besides words: an ask, a commitment of ours or of theirs, a follow-up, a quotation. */
export const markers = ['ask', 'ours', 'theirs', 'follow-up', 'quote'] as const;
export type Marker = (typeof markers)[number];

/** A line of a note, taken apart. `words` is Markdown; `anchor` is the first 8 hex digits of a follow-up's id. */
export interface MarkedLine {
  readonly marker: Marker | null;
  readonly isSensitive: boolean;
  readonly anchor: string | null;
  readonly words: string;
}

const names = `sensitive|${markers.join('|')}`;
// A marker stands alone or before Chinese: `[ask](…)` is a link, `[ask]: …` says where one goes, `[ask]ed` is a word.
const markerPattern = new RegExp(`^\\s*\\[(${names})\\](?=\\s|$|\\[(?:${names})\\]|[\\u2e80-\\uffff])[ \\t]*`, 'i');
const anchorPattern = /(?:^|\s)\^([0-9a-f]{8})\s*$/;

/**
 * Reads the markers at the start of a line and the anchor at the end of a follow-up line. A line is the Markdown of a
 * paragraph, a heading, a list item or a table's cell without what makes it one (`- `, `> `, `# `, `[x] `); it may go
 * on over several rows. Upper case is read too, and `[sensitive]` also after the other marker: it must not be missed.
 */
export function readLine(text: string): MarkedLine {
  let rest = text;
  let marker: Marker | null = null;
  let isSensitive = false;
  for (let found = markerPattern.exec(rest); found !== null; found = markerPattern.exec(rest)) {
    const name = found[1]?.toLowerCase();
    if (name === 'sensitive' ? isSensitive : marker !== null) break;
    if (name === 'sensitive') isSensitive = true;
    else marker = markers.find((known) => known === name) ?? null;
    rest = rest.slice(found[0].length);
  }
  const anchor = marker === 'follow-up' ? anchorPattern.exec(rest) : null;
  const words = anchor === null ? rest : rest.slice(0, anchor.index).trimEnd();
  return { marker, isSensitive, anchor: anchor?.[1] ?? null, words };
}

/**
 * Writes a line in the one form it is kept in: `[sensitive] [follow-up] words ^3b1f0c2a`. `readLine` reads it as it was
 * given; words that would be read as a marker or an anchor are escaped. Only a follow-up has an anchor.
 */
export function writeLine(line: MarkedLine): string {
  const anchor = line.marker === 'follow-up' ? line.anchor : null;
  const trimmed = line.words.trim();
  const escaped = trimmed.replace(/\^([0-9a-f]{8})$/, '\\^$1');
  for (const words of [line.words, trimmed, `\\${trimmed}`, escaped, `\\${escaped}`]) {
    const text = joined(line, words, anchor);
    const read = readLine(text);
    const isSame =
      read.marker === line.marker &&
      read.isSensitive === line.isSensitive &&
      read.anchor === anchor &&
      read.words === words;
    if (isSame) return text;
  }
  return joined(line, trimmed, anchor);
}

function joined(line: MarkedLine, words: string, anchor: string | null): string {
  const pieces = [
    line.isSensitive ? '[sensitive]' : '',
    line.marker === null ? '' : `[${line.marker}]`,
    words,
    anchor === null ? '' : `^${anchor}`,
  ];
  return pieces.filter((piece) => piece !== '').join(' ');
}

/**
 * Every marked line of a note, from top to bottom. Inside a paragraph a row that begins with a marker begins a line;
 * the line goes on to the next such row, to its anchor or to the paragraph's end.
 */
export function markedLines(markdown: string): MarkedLine[] {
  return readParts(markdown).parts.flatMap((part) => {
    const lines: string[][] = [];
    let open: { readonly marker: Marker | null; readonly rows: string[] } | null = null;
    for (const { text } of part.rows) {
      const { marker, isSensitive } = readLine(text);
      if (marker !== null || isSensitive) {
        open = { marker, rows: [text] };
        lines.push(open.rows);
      } else open?.rows.push(text);
      if (open?.marker === 'follow-up' && anchorPattern.test(text)) open = null;
    }
    return lines.map((rows) => readLine(rows.join('\n')));
  });
}

/**
 * A note for readers outside Attaché: each marker replaced by what `labelOf` says for it, anchors taken away, and
 * everything else to the letter.
 */
export function withLabels(markdown: string, labelOf: (line: MarkedLine) => string): string {
  const { rows, parts } = readParts(markdown);
  const texts = rows.map((row) => row.text);
  const labelled = (text: string): string | null => {
    const line = readLine(text);
    return line.marker === null && !line.isSensitive ? null : `${labelOf(line)} ${line.words}`.trim();
  };
  for (const part of [...parts].reverse()) {
    let isFollowUp = false;
    for (const { at, text } of part.rows) {
      const whole = texts[at] ?? '';
      if (part.cell !== null) {
        const { from, to } = part.cell;
        const cell = labelled(whole.slice(from, to).trim());
        if (cell !== null) texts[at] = `${whole.slice(0, from)} ${cell} ${whole.slice(to)}`;
        break;
      }
      const said: string = labelled(text) ?? (isFollowUp ? text.replace(anchorPattern, '') : text);
      isFollowUp = readLine(text).marker === 'follow-up' || (isFollowUp && said === text);
      // What a part says of a row is always its end.
      if (said !== text) texts[at] = whole.trimEnd().slice(0, -text.length) + said;
    }
  }
  return texts.map((text, at) => text + (rows[at]?.end ?? '')).join('');
}

/** A note's words without the sensitive ones, and how many lines marked as sensitive were left out. */
export interface OpenWords {
  readonly markdown: string;
  readonly leftOut: number;
}

/**
 * Leaves out every line marked as sensitive: from its marker to the end of its paragraph, a list item with everything
 * under it, of a table the one cell. What stands in a code fence is text. Everything else stays as it is, to the letter.
 */
export function withoutSensitive(markdown: string): OpenWords {
  const { rows, parts } = readParts(markdown);
  const kept: (string | null)[] = rows.map((row) => row.text);
  const ends = new Set<number>();
  let leftOut = 0;
  // From the end: what a row loses must not move the cells before it.
  for (const part of [...parts].reverse()) {
    const first = part.rows.findIndex((row) => readLine(row.text).isSensitive);
    if (first === -1) continue;
    leftOut += part.rows.filter((row) => readLine(row.text).isSensitive).length;
    const at = part.rows[0]?.at ?? 0;
    if (part.cell !== null) {
      const row = kept[at] ?? '';
      kept[at] = `${row.slice(0, part.cell.from)} ${row.slice(part.cell.to)}`;
      continue;
    }
    for (const row of part.rows.slice(first)) kept[row.at] = null;
    if (part.underline !== null) kept[part.underline] = null;
    if (part.item === null) ends.add(part.underline ?? part.rows.at(-1)?.at ?? at);
    else if (first === 0) kept.fill(null, part.item.from, part.item.to);
    // A backslash at the end of a row breaks the line; with no line after it, it would be seen.
    const last = part.rows[first - 1]?.at;
    if (last !== undefined) kept[last] = kept[last]?.replace(/(?<!\\)((?:\\\\)*)\\$/, '$1') ?? null;
  }
  return leftOut === 0 ? { markdown, leftOut } : { markdown: closed(rows, kept, ends), leftOut };
}

/**
 * The rows that are kept. Of the blank rows around a gap only those before it stay; where a paragraph or heading stood
 * between two others (`ends` has its last row) a blank row keeps them apart.
 */
function closed(rows: readonly Row[], kept: readonly (string | null)[], ends: ReadonlySet<number>): string {
  let text = '';
  let isGap = false;
  let isApart = false;
  let isBlankBefore = true;
  for (const [at, words] of kept.entries()) {
    if (words === null) {
      isGap = true;
      isApart ||= ends.has(at);
      continue;
    }
    const isBlank = words.trim() === '';
    if (isGap && isBlank && isBlankBefore) continue;
    if (isApart && !isBlank && !isBlankBefore) text += rows[0]?.end ?? '';
    text += words + (rows[at]?.end ?? '');
    isGap = false;
    isApart = false;
    isBlankBefore = isBlank;
  }
  return text;
}
