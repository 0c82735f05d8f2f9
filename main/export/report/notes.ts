import { printable } from '../document/printable';
import MarkdownIt from 'markdown-it';
import { withLabels } from '@shared/domain/note/marks';
import type { MarkedLine } from '@shared/domain/note/marks';
import { escapeHtml, Markup } from '../html';
import { inScripts, say } from './text';
import { chineseFormOf } from '../document/written-form';
import type { ChineseForm } from '../document/written-form';

/**
 * A line that begins with more marks or blanks than anybody types. The renderer leaves out what lies very deep; no
 * sentence may be lost, so a note with such a line is printed as it was typed.
 */
const tooDeep = /^(?:[>*+-][ \t]*|\d+[.)][ \t]+|\t| {4}){30}/m;

type Renderer = InstanceType<typeof MarkdownIt>;

/**
 * A note's Markdown for print. Typed HTML stays text; a picture prints as its description, a link as its words and its
 * address: nothing in a note makes the page ask for anything or lead anywhere.
 */
function rendererFor(usual: ChineseForm): Renderer {
  const markdown = new MarkdownIt({ html: false, linkify: false, breaks: true, typographer: false });
  const words: Renderer['renderer']['rules'][string] = (tokens, index) =>
    inScripts(tokens[index]?.content ?? '', usual).text;
  Object.assign(markdown.renderer.rules, {
    text: words,
    image: words,
    link_open: () => '<span class="link">',
    link_close: (tokens, index) => {
      const open = tokens.slice(0, index).findLast((token) => token.type === 'link_open');
      // An address that was typed as itself is its own words.
      const address = open?.info === 'auto' ? '' : String(open?.attrGet('href') ?? '');
      return `</span>${address === '' ? '' : ` <span class="address">(${escapeHtml(address)})</span>`}`;
    },
  } satisfies Renderer['renderer']['rules']);
  return markdown;
}

const renderers = { zhHant: rendererFor('zhHant'), zhHans: rendererFor('zhHans') } as const satisfies Record<
  ChineseForm,
  Renderer
>;

/** The note's own headings stand below the report's: its first level is the report's fourth. */
const headings: Readonly<Record<string, string>> = { h1: 'h4', h2: 'h5', h3: 'h6', h4: 'h6', h5: 'h6', h6: 'h6' };

/** Markers stand as words before their line: who reads the report does not know our signs. */
function labelOf({ marker, isSensitive }: MarkedLine): string {
  const names = [isSensitive ? say('markers.sensitive') : '', marker === null ? '' : say(`markers.${marker}`)];
  return `**${names.filter((name) => name !== '').join(' · ')}:**`;
}

export function noteInMarkup(written: string): Markup {
  const text = withLabels(written, labelOf);
  if (tooDeep.test(text)) {
    const typed = inScripts(printable(text), chineseFormOf(text)).text;
    return new Markup(`<p class="as-typed">${typed}</p>`);
  }
  const markdown = renderers[chineseFormOf(text)];
  const surroundings = {};
  const tokens = markdown.parse(printable(text), surroundings);
  for (const token of tokens) token.tag = headings[token.tag] ?? token.tag;
  return new Markup(markdown.renderer.render(tokens, markdown.options, surroundings));
}
