import MarkdownIt from 'markdown-it';

type Markdown = InstanceType<typeof MarkdownIt>;
export type Token = ReturnType<Markdown['parse']>[number];

/** Written where two marks meet and Markdown would not know which ends; it says nothing by itself. */
export const seam = '<!-- -->';
/** A line break where a new line cannot stand: in a heading, in a table, at the end of a paragraph. */
export const writtenBreak = '<br>';

/** Deeper than anybody writes: the parser would leave such words out, so the text is shown as it was typed. */
const tooDeep = /^(?:[>*+-][ \t]*|\d+[.)][ \t]+|\t| {4}){30}/m;

/**
 * The Markdown of notes: CommonMark with tables, strike and check-boxes, where a new line is a line break, HTML is only
 * text, and a star marks words whatever stands beside it (CommonMark asks for a space after "**。**", Chinese has none).
 */
const markdown = new MarkdownIt({ html: false, linkify: false, breaks: true, typographer: false, maxNesting: 200 });

// A definition of a link elsewhere in the text would be taken out of it; here it stays where it was written.
markdown.block.ruler.disable(['reference']);
// Lines are read for markers first; then each goes to `inlineTokens`.
markdown.core.ruler.disable(['inline', 'linkify', 'replacements', 'smartquotes', 'text_join']);
// An address stays as it was written: Chinese in it too.
markdown.normalizeLink = (address) => address;
markdown.normalizeLinkText = (address) => address;

class NoteInline extends markdown.inline.State {
  override scanDelims(
    start: number,
    canSplitWord: boolean,
  ): ReturnType<typeof markdown.inline.State.prototype.scanDelims> {
    const scanned = super.scanDelims(start, canSplitWord);
    if (!canSplitWord) return scanned;
    const before = start === 0 ? ' ' : this.src.charAt(start - 1);
    const after = this.src.charAt(start + scanned.length);
    return { ...scanned, can_open: /^\S/.test(after), can_close: /\S/.test(before) };
  }
}
markdown.inline.State = NoteInline;

const alone = new MarkdownIt();
alone.block.ruler.enableOnly(['table']);
alone.inline.ruler.enableOnly(['image']);
const [table] = alone.block.ruler.getRules('');
const [picture] = alone.inline.ruler.getRules('');
if (table === undefined || picture === undefined) throw new Error('markdown-it has no tables or pictures');

// A row with more cells than the table has columns would lose them: such lines stay text.
markdown.block.ruler.at(
  'table',
  (state, startLine, endLine, isSilent) => {
    if (isSilent) return table(state, startLine, endLine, true);
    const { length } = state.tokens;
    const line = state.line;
    if (!table(state, startLine, endLine, false)) return false;
    const columns = state.tokens.slice(length).filter(({ type }) => type === 'th_open').length;
    for (let row = startLine; row < state.line; row += 1) {
      if (cellsIn(state.getLines(row, row + 1, state.blkIndent, false)) <= columns) continue;
      state.tokens.length = length;
      state.line = line;
      return false;
    }
    return true;
  },
  { alt: ['paragraph', 'reference'] },
);

function cellsIn(line: string): number {
  const bars = line.trim().replace(/\\\|/g, '').replace(/^\|/, '').replace(/\|$/, '');
  return bars.split('|').length;
}

// What a note cannot show is kept as it was written.
markdown.inline.ruler.at('image', (state, isSilent) => {
  const { pos } = state;
  if (!picture(state, true)) return false;
  if (!isSilent) state.push('source', '', 0).content = state.src.slice(pos, state.pos);
  return true;
});

markdown.inline.ruler.before('autolink', 'written_break', (state, isSilent) => {
  const isBreak = state.src.startsWith(writtenBreak, state.pos);
  if (!isBreak && !state.src.startsWith(seam, state.pos)) return false;
  if (isBreak && !isSilent) state.push('hardbreak', 'br', 0);
  state.pos += isBreak ? writtenBreak.length : seam.length;
  return true;
});

/** The blocks of a text, as markdown-it's tokens; null when it is nested too deeply to be read as Markdown. */
export function blockTokens(text: string): Token[] | null {
  return tooDeep.test(text) ? null : markdown.parse(text, {});
}

/** What stands in one line or paragraph. */
export function inlineTokens(text: string): Token[] {
  const tokens: Token[] = [];
  markdown.inline.parse(text, markdown, {}, tokens);
  return tokens;
}
