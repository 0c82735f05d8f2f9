/** A stretch of a note's Markdown that is not read, or read as something else. */
interface Cut {
  /** Where the words go on, in units of the words and of the Markdown. */
  readonly at: number;
  readonly from: number;
}

/** The words of a block of a note, and the way back to its Markdown. */
export interface NoteWords {
  readonly text: string;
  /** Where in the Markdown the unit of the words stands. */
  readonly placeOf: (at: number) => number;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

// An escape, a reference, the marker of a line, the anchor of a follow-up, bold and strike, the sign of a heading.
const signs =
  /\\(?=[!-/:-@[-`{-~])|&(?:#(\d{1,6})|(amp|lt|gt|quot|nbsp));|\[(?:sensitive|ask|ours|theirs|follow-up|quote)\](?![(:])[ \t]*|[ \t]\^[0-9a-f]{8}(?=[ \t]*(?:[\r\n]|$))|\*\*|~~|#{1,6}[ \t]+/gi;
const mayBeginLine = /^[\s>*+\-#\d.)|]*(?:\[[ x]\]\s+)?$/i;

/** Reads a block as it is searched: its words without the signs of Markdown that nobody would look for. */
export function noteWords(markdown: string): NoteWords {
  const cuts: Cut[] = [];
  let text = '';
  let from = 0;
  let lineFrom = 0;
  let afterMarker = -1;
  signs.lastIndex = 0;
  for (let found = signs.exec(markdown); found !== null; found = signs.exec(markdown)) {
    const [sign, code, name] = found;
    const at = found.index;
    const first = sign.charAt(0);
    if (first === '[' || first === '#') {
      lineFrom = Math.max(lineFrom, markdown.lastIndexOf('\n', at) + 1);
      const isAtStart = at === afterMarker || (at - lineFrom < 80 && mayBeginLine.test(markdown.slice(lineFrom, at)));
      if (!isAtStart) continue;
      if (first === '[') afterMarker = at + sign.length;
    }
    const instead = code === undefined ? (named[name?.toLowerCase() ?? ''] ?? '') : characterOf(Number(code), sign);
    text += markdown.slice(from, at) + instead;
    from = at + sign.length;
    cuts.push({ at: text.length, from });
  }
  if (cuts.length === 0) return { text: markdown, placeOf: (at) => at };
  text += markdown.slice(from);
  return { text, placeOf: (at) => placeAfter(cuts, at) };
}

function characterOf(code: number, reference: string): string {
  return code > 8 && code <= 0x10ffff ? String.fromCodePoint(code) : reference;
}

function placeAfter(cuts: readonly Cut[], at: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cuts[middle]?.at ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const cut = cuts[low - 1];
  return cut === undefined ? at : cut.from + (at - cut.at);
}
