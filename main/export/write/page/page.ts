import { languageTags } from '../../document/written-form';
import type { PaperDocument, Section } from '../../document/document';
import { asTyped, isBlank } from '../../document/writing';
import type { Words } from '../../document/blocks';
import { html } from '../../html';
import type { Markup } from '../../html';
import { blocksInMarkup } from './blocks';
import { coverInMarkup } from './cover';
import { bodyStyle, sheetStyle } from './style';
import { lengthClass, wordsInMarkup } from './words';

/**
 * A document's pages as HTML that asks for nothing but its fonts (`fonts/…`) and pictures (`pictures/<id>`). Where the
 * contents list a section or heading, the place of its page is kept (`data-page-of`) until that is known.
 */
export function bodyOf(document: PaperDocument): string {
  const { sections, form } = document;
  const numbers = numbersOf(sections);
  const body = html`${document.cover === null ? null : html`<div class="cover-place"></div>`}${letterhead(document)}${
    document.contents === null ? null : contents(document, document.contents, numbers)
  }${sections.map((section) => sectionInMarkup(section, numbers.get(section.id), form))}`;
  return page(document, bodyStyle(document.paper), body, document.isClose === true ? 'close' : '');
}

/** The numbers of sections that have one, by their ids. */
export function numbersOf(sections: readonly Section[]): Map<string, number> {
  const numbered = sections.filter(({ isNumbered }) => isNumbered);
  return new Map(numbered.map(({ id }, index) => [id, index + 1]));
}

export function sectionInMarkup(section: Section, number: number | undefined, form: PaperDocument['form']): Markup {
  const { id, title, lead, blocks, startsPage } = section;
  const head =
    title.length === 0
      ? null
      : html`<div class="section-head">
          <h1${html` id="${id}"`}${lengthClass(title)}>
            ${number === undefined ? null : html`<span class="number">${number}</span>`}<span
              >${wordsInMarkup(title, form)}</span
            >
          </h1>
          ${lead === null ? null : html`<p class="lead">${wordsInMarkup(lead, form)}</p>`}
        </div>`;
  return html`<section class="section ${startsPage ? 'starts-page' : ''}">
    ${head} ${blocksInMarkup(blocks, form)}
  </section>`;
}

function letterhead({ letterhead: head, form, marking }: PaperDocument): Markup | null {
  if (head === null) return null;
  // Beside a title the marking stands again; a picture has it above it, in the margin of the page.
  const title =
    head.title.length === 0
      ? null
      : html`<span class="marking ${marking.classification}">${marking.words}</span>
          <h1>${wordsInMarkup(head.title, form)}</h1>`;
  return html`<header class="letterhead">
    ${head.pictureId === null ? null : html`<img src="pictures/${head.pictureId}" alt="" />`} ${title}
    ${head.lines.map((line) => html`<p>${wordsInMarkup(line, form)}</p>`)}
  </header>`;
}

function contents({ sections, form }: PaperDocument, heading: Words, numbers: ReadonlyMap<string, number>): Markup {
  const line = (id: string, number: string, title: Words, level: 'chapter' | 'part'): Markup =>
    html`<li class="${level}">
      <a href="#${id}"
        ><span class="number">${number}</span><span class="words">${wordsInMarkup(title, form)}</span
        ><span class="leader"></span><span class="page" data-page-of="${id}"></span
      ></a>
    </li>`;
  const listed = sections.filter(({ title }) => title.length > 0);
  return html`<section class="contents">
    <h1>${wordsInMarkup(heading, form)}</h1>
    <ol>
      ${listed.map(
        ({ id, title, entries }) =>
          html`${line(id, String(numbers.get(id) ?? ''), title, 'chapter')}${entries.map((entry) =>
            line(entry.id, '', entry.title, 'part'),
          )}`,
      )}
    </ol>
  </section>`;
}

/**
 * A sheet for every page of the document, laid over it: the cover over the first, which is left empty for it, and the
 * running head and foot over the others. They are apart because Chromium 114 sets all pages of one document in the width
 * of its first, so that a cover without margins cannot stand before pages that have them.
 */
export function sheetsOf(document: PaperDocument, pages: number): string {
  const { cover, form, marking, running } = document;
  const reference = isBlank(running.reference)
    ? null
    : html`<span class="reference">${wordsInMarkup(asTyped(running.reference), form)}</span>`;
  const margins = (number: number): Markup =>
    html`<div class="sheet ${document.paper}">
      <div class="running-head">
        <span class="left">${reference}<span>${wordsInMarkup(running.title, form)}</span></span>
        <span class="marking ${marking.classification}">${marking.words}</span>
      </div>
      <div class="running-foot">
        <span class="left">${wordsInMarkup(running.foot, form)}</span>
        <span>${running.pageOf(number, pages)}</span>
      </div>
    </div>`;
  const sheets = Array.from({ length: pages }, (_, index) =>
    index === 0 && cover !== null ? coverInMarkup(cover, document) : margins(index + 1),
  );
  return page(document, sheetStyle(document.paper), html`${sheets}`);
}

const fontFiles = [
  'noto-sans-hk/400',
  'noto-sans-hk/600',
  'noto-sans-sc/400',
  'noto-sans-sc/600',
  'noto-emoji/400',
] as const;

function page({ form, name }: PaperDocument, style: Markup, body: Markup, look = ''): string {
  return html`<!doctype html>
    <html lang="${languageTags[form]}">
      <head>
        <meta charset="utf-8" />
        <title>${name}</title>
        ${fontFiles.map((file) => html`<link rel="stylesheet" href="fonts/${file}.css" />`)}
        <style>
          ${style}
        </style>
      </head>
      <body class="${look}">
        ${body}
      </body>
    </html>`.text;
}
