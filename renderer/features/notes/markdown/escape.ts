import { readLine } from '@shared/domain/note/marks';

interface Place {
  /** A line, or a marked run of words, begins here: blanks would not count. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly isInLink: boolean;
  readonly isBeforeLink: boolean;
}

/** What Markdown reads as a character: `&amp;`, `&#32;`. */
export const entity = /^&(?:#x?[0-9a-f]{1,7}|[a-z][a-z0-9]{0,31});/i;

const wordLike = /[\p{L}\p{N}]/u;

/** A character by its number, where it would be lost or read as something else. */
export function entityOf(character: string): string {
  return `&#${character.codePointAt(0) ?? 32};`;
}

/** A run of typed text, with a backslash before what Markdown would take for a sign. */
export function escaped(text: string, place: Place): string {
  let written = '';
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (isEdge(text, at, place) && /\s/.test(character)) written += entityOf(character);
    else written += isSign(text, at, place) ? `\\${character}` : character;
  }
  return written;
}

function isEdge(text: string, at: number, { isFirst, isLast }: Place): boolean {
  return (at === 0 && isFirst) || (at === text.length - 1 && isLast);
}

function isSign(text: string, at: number, place: Place): boolean {
  const before = text[at - 1];
  const after = text[at + 1];
  switch (text[at]) {
    case '\\':
      return after === undefined || !wordLike.test(after);
    case '`':
      return true;
    case '*':
      // A blank at an edge is written as an entity, and beside that a star can be a sign again.
      return !(before === ' ' && after === ' ') || isEdge(text, at - 1, place) || isEdge(text, at + 1, place);
    case '_':
      return !(before !== undefined && after !== undefined && wordLike.test(before) && wordLike.test(after));
    case '~':
      return before === undefined || after === undefined || before === '~' || after === '~';
    case '<':
      return /^<(?:br>|!-- -->|[a-z][a-z0-9+.-]{1,31}:|[^\s<>]+@)/i.test(text.slice(at, at + 80));
    case '&':
      return entity.test(text.slice(at, at + 40));
    case '[':
      return place.isInLink;
    case ']':
      return place.isInLink || after === '(';
    case '!':
      return after === '[' || (after === undefined && place.isBeforeLink);
    default:
      return false;
  }
}

/** What a line of a paragraph may not begin with, or it would be a heading, a list, a rule or a part of a table. */
const blockSign =
  /^(?:#{1,6}(?=[ \t]|$)|>|[-+](?=[ \t]|$)|[-=]+[ \t]*$|(?:-[ \t]*){2,}$|\[[ xX]\](?=[ \t]|$)|[|:-][-:| \t]*$)/;

/** The lines of a paragraph, each made to stay one. */
export function escapedLines(text: string, isFollowUp: boolean): string {
  return text
    .split('\n')
    .map((line) => {
      const { marker, isSensitive } = readLine(line);
      const isTaken = marker !== null || isSensitive || blockSign.test(line);
      const begun = isTaken ? `\\${line}` : line.replace(/^(\d{1,9})([.)])(?=[ \t]|$)/, '$1\\$2');
      return isFollowUp ? begun.replace(/(^|\s)\^(?=[0-9a-f]{8}\s*$)/, '$1\\^') : begun;
    })
    .join('\n');
}
