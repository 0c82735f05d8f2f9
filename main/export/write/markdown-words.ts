import MarkdownIt from 'markdown-it';
import type { Look, Words } from '../document/blocks';
import { plain } from '../document/writing';

/** Where words stand: a heading and a table's cell are one line. */
export type Place = 'paragraph' | 'heading' | 'cell';

type Sign = (typeof signsInOrder)[number];

interface Piece {
  readonly text: string;
  readonly looks: readonly Sign[];
}

/** Readers of Markdown agree on this much; ours reads more, which others would not understand. */
const reader = new MarkdownIt({ html: true, linkify: false });

/**
 * Words as Markdown that every reader takes for the same words. Where marks would meet in a way that is read otherwise,
 * the words come without them: no star is ever left standing in a text.
 */
export function markdownWords(words: Words, place: Place): string {
  const pieces = inPieces(words);
  const marked = linesOf(pieces.map((piece, at) => markedPiece(piece, pieces[at - 1], pieces[at + 1])).join(''), place);
  if (readBack(marked, place) === inOneLine(plain(words), place)) return marked;
  return linesOf(pieces.map(({ text }) => escaped(text)).join(''), place);
}

/** Words without what only paper shows; those that look alike are one piece. */
function inPieces(words: Words): Piece[] {
  const pieces: Piece[] = [];
  for (const { text, looks } of words) {
    const shown = signsInOrder.filter((look) => looks.includes(look) || (look === 'strong' && looks.includes('alert')));
    const last = pieces.at(-1);
    if (last?.looks.join() === shown.join()) pieces[pieces.length - 1] = { text: last.text + text, looks: shown };
    else pieces.push({ text, looks: shown });
  }
  return pieces;
}

const signsInOrder = ['strong', 'emphasis', 'struck', 'code'] as const satisfies readonly Look[];
const signs = { strong: '**', emphasis: '*', struck: '~~' } as const;

const blank = /^\s*$/;
const mark = /^[\p{P}\p{S}]$/u;
const opening = /^[([{「『《〈（【“‘]$/u;
const closing = /^[)\]}」』》〉）】”’]$/u;

/**
 * A star or a line is read as a mark only beside certain characters: between Chinese, punctuation at the edge of what is
 * marked goes outside ("**重點**：接"), and its bracket at the other edge goes with it.
 */
function markedPiece({ text, looks }: Piece, before: Piece | undefined, after: Piece | undefined): string {
  if (looks.length === 0) return escaped(text);
  if (text.includes('\n')) {
    const lines = text.split('\n');
    return lines
      .map((line, at) =>
        markedPiece({ text: line, looks }, at === 0 ? before : undefined, at === lines.length - 1 ? after : undefined),
      )
      .join('\n');
  }
  const characters = Array.from(text);
  const isApart = (neighbour: string | undefined): boolean =>
    neighbour === undefined || blank.test(neighbour) || mark.test(neighbour);
  const code = looks.includes('code');
  let from = 0;
  let to = characters.length;
  const at = (index: number): string => characters[index] ?? '';
  while (from < to && blank.test(at(from))) from += 1;
  while (from < to && blank.test(at(to - 1))) to -= 1;
  if (!code) {
    const isOutside = (index: number, beside: string | undefined): boolean => mark.test(at(index)) && !isApart(beside);
    while (from < to && isOutside(to - 1, at(to) === '' ? Array.from(after?.text ?? '')[0] : at(to))) {
      if (closing.test(at(to - 1)) && opening.test(at(from))) from += 1;
      to -= 1;
    }
    while (from < to && isOutside(from, from === 0 ? Array.from(before?.text ?? '').at(-1) : at(from - 1))) {
      if (opening.test(at(from)) && closing.test(at(to - 1))) to -= 1;
      from += 1;
    }
  }
  const inner = characters.slice(from, to).join('');
  const outside = [characters.slice(0, from).join(''), characters.slice(to).join('')].map(escaped);
  if (inner === '') return outside.join('');
  const open = looks.flatMap((look) => (look === 'code' ? [] : [signs[look]]));
  const said = code ? codeSpan(inner) : escaped(inner);
  return `${outside[0] ?? ''}${open.join('')}${said}${[...open].reverse().join('')}${outside[1] ?? ''}`;
}

function codeSpan(text: string): string {
  const runs = [...text.matchAll(/`+/g)].map(([run]) => run.length);
  let length = 1;
  while (runs.includes(length)) length += 1;
  const sign = '`'.repeat(length);
  return /^`|`$/.test(text) ? `${sign} ${text} ${sign}` : `${sign}${text}${sign}`;
}

const wordLike = /[\p{L}\p{N}]/u;

/** A backslash before what a reader would take for a sign. */
function escaped(text: string): string {
  return text.replace(/[\\`*_~[\]<&!]/g, (sign, at: number) => (isSign(text, at) ? `\\${sign}` : sign));
}

function isSign(text: string, at: number): boolean {
  const before = text[at - 1] ?? '';
  const after = text[at + 1] ?? '';
  switch (text[at]) {
    case '\\':
      return after === '' || !wordLike.test(after);
    case '_':
      return !(wordLike.test(before) && wordLike.test(after));
    case '*':
      return !(before === ' ' && after === ' ');
    case '<':
      return /^(?:$|[a-z/!?])/i.test(after);
    case '&':
      return /^&(?:#|[a-z])/i.test(text.slice(at, at + 2)) || after === '';
    case '!':
      return after === '[' || after === '';
    default:
      return true;
  }
}

const blockSign = /^(?:#{1,6}(?=\s|$)|>|[-+](?=\s|$)|[-=]+\s*$|(?:-\s*){2,}$|[|:-][-:| \t]*$)/;

function linesOf(text: string, place: Place): string {
  const lines = text
    .trim()
    .split('\n')
    .map((line) => line.replace(/^[ \t]+|[ \t]+$/g, ''));
  if (place === 'heading')
    return lines
      .join(' ')
      .trim()
      .replace(/#+$/, (signs) => `\\${signs}`);
  if (place === 'cell') return lines.map((line) => line.replaceAll('|', '\\|')).join('<br>');
  const safe = lines.map((line) =>
    blockSign.test(line) ? `\\${line}` : line.replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2'),
  );
  return safe.join('\\\n');
}

/** What a reader takes the text for, without its marks. */
function readBack(markdown: string, place: Place): string {
  const source = place === 'cell' ? markdown.replaceAll('\\|', '|') : markdown;
  const tokens = reader.parseInline(source, {})[0]?.children ?? [];
  const text = tokens.map(({ type, content }) => {
    if (type === 'hardbreak' || type === 'softbreak' || content === '<br>') return '\n';
    return content;
  });
  return inOneLine(text.join(''), place);
}

/** Blanks at the ends of lines say nothing. */
function inOneLine(text: string, place: Place): string {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.join(place === 'heading' ? ' ' : '\n').trim();
}
