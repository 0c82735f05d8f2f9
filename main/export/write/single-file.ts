import { languageTags } from '../document/written-form';
import type { Cover, PaperDocument } from '../document/document';
import { asTyped, isBlank } from '../document/writing';
import { html, Markup } from '../html';
import { embeddedFonts } from './embedded-fonts';
import { numbersOf, sectionInMarkup } from './page/page';
import { screenStyle } from './page/style';
import { wordsInMarkup } from './page/words';

/** Gives a picture that browsers show by themselves; null for one that cannot be shown. */
type PictureOf = (attachmentId: string) => Promise<{ readonly bytes: Uint8Array; readonly mime: string } | null>;

interface WritingOptions {
  readonly signal?: AbortSignal;
  /** Where our fonts lie, as for print-pdf.ts; without it Chinese is shown by the machine's own. */
  readonly fontsFolder?: string;
  /** How many of the pictures are in. */
  readonly onPicture?: (done: number, all: number) => void;
}

/** Nothing is asked for from anywhere, whoever opens the file: pictures are in it, scripts are not. */
const policy = "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'";

/**
 * A document as one HTML file with its pictures in it, piece by piece: no picture is held but the one that is put in.
 * Throws the signal's reason when it is stopped.
 */
export async function* writeSingleFile(
  document: PaperDocument,
  pictureOf: PictureOf,
  options: WritingOptions = {},
): AsyncGenerator<Uint8Array, void> {
  const { form, name, marking, running, sections } = document;
  const numbers = numbersOf(sections);
  const fonts = options.fontsFolder === undefined ? '' : await embeddedFonts(document, options.fontsFolder);
  const page = html`<!doctype html>
    <html lang="${languageTags[form]}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width" />
        <title>${name}</title>
        <meta name="color-scheme" content="light dark" />
        <style>
          ${new Markup(fonts)} ${screenStyle} ${printedMarking(marking.words)}
        </style>
      </head>
      <body>
        ${front(document)} ${sections.map((section) => sectionInMarkup(section, numbers.get(section.id), form))}
        <p class="foot">
          ${wordsInMarkup(running.foot, form)} · <span class="marking ${marking.classification}">${marking.words}</span>
        </p>
      </body>
    </html>`.text;
  yield* withPictures(page, pictureOf, options);
}

/** On each page, where the browser that prints it can write into margins (Chromium from 131). */
function printedMarking(words: string): Markup {
  const quoted = JSON.stringify(words).replaceAll('<', '\\3c ');
  return new Markup(`@page { @top-right { content: ${quoted}; font: 600 8pt sans-serif; color: #B5482F; } }`);
}

function front({ cover, letterhead, form, marking }: PaperDocument): Markup {
  const inForm = (words: Cover['kicker']): Markup => wordsInMarkup(words, form);
  const mark = html`<p><span class="marking ${marking.classification}">${marking.words}</span></p>`;
  const picture = (id: string | null): Markup | null =>
    id === null ? null : html`<img src="pictures/${id}" alt="" />`;
  if (cover === null) {
    return html`<header class="front">
      ${picture(letterhead?.pictureId ?? null)} ${mark}
      ${letterhead === null || letterhead.title.length === 0 ? null : html`<h1>${inForm(letterhead.title)}</h1>`}
      ${(letterhead?.lines ?? []).map((line) => html`<p>${inForm(line)}</p>`)}
    </header>`;
  }
  const [title, ...others] = cover.titles;
  return html`<header class="front">
    ${picture(cover.pictureId)} ${mark}
    <p>${inForm(cover.kicker)}${isBlank(cover.reference) ? null : html` · ${inForm(asTyped(cover.reference))}`}</p>
    <h1>${title === undefined ? null : inForm(title)}</h1>
    ${others.map((other) => html`<p>${inForm(other)}</p>`)}
    <dl class="facts">
      ${cover.facts.map(
        ({ label, value, aside }) =>
          html`<div>
            <dt>${inForm(label)}</dt>
            <dd>${inForm(value)}${aside.map((line) => html`<div class="also">${inForm(line)}</div>`)}</dd>
          </div>`,
      )}
    </dl>
  </header>`;
}

/** Each picture in the place of its address, one after the other; one that is missing leaves its words. */
async function* withPictures(
  page: string,
  pictureOf: PictureOf,
  { signal, onPicture }: WritingOptions,
): AsyncGenerator<Uint8Array, void> {
  const parts = page.split(/ src="pictures\/([0-9a-f-]{36})"/);
  for (const [at, part] of parts.entries()) {
    signal?.throwIfAborted();
    // Every other one is a picture's name.
    if (at % 2 === 0) yield Buffer.from(part);
    else {
      const picture = await pictureOf(part);
      if (picture !== null) {
        const bytes = Buffer.from(picture.bytes.buffer, picture.bytes.byteOffset, picture.bytes.byteLength);
        yield Buffer.from(` src="data:${picture.mime};base64,${bytes.toString('base64')}"`);
      }
      onPicture?.((at + 1) / 2, (parts.length - 1) / 2);
    }
  }
}
