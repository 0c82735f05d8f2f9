import { inlineTokens } from './dialect';

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

/** A line of a note in one row as it is read: without emphasis, addresses of links, escapes and character references. */
export function plainWords(markdown: string): string {
  return inlineTokens(markdown)
    .map(({ type, content }) => {
      if (type === 'softbreak' || type === 'hardbreak') return ' ';
      // A picture stays as it was typed, so that its description is read.
      return type === 'source' ? content.replace(/^!\[(.*)\]\(.*\)$/s, '$1') : content;
    })
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A text with the characters that stand in it as references (`&#32;`, `&amp;`), for showing Markdown as it was typed. */
export function withoutReferences(markdown: string): string {
  return markdown
    .replace(/&#(\d{1,6});/g, (whole, code: string) => (Number(code) > 8 ? String.fromCodePoint(Number(code)) : whole))
    .replace(/&(amp|lt|gt|quot|nbsp);/g, (whole, name: string) => named[name] ?? whole);
}
