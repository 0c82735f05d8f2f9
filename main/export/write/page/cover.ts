import type { WrittenForm } from '@shared/domain/values';
import type { Cover, PaperDocument } from '../../document/document';
import { asTyped, plain } from '../../document/writing';
import { html } from '../../html';
import type { Markup } from '../../html';
import { wordsInMarkup } from './words';

/** The longer a title, the smaller its letters, so that three written forms of 300 characters still fit. */
function sizeOf(titles: Cover['titles']): string {
  const longest = Math.max(
    0,
    ...titles.map((title) => title.reduce((sum, { text, form }) => sum + text.length * (form === 'en' ? 1 : 2), 0)),
  );
  if (longest <= 60) return 'short';
  if (longest <= 140) return 'medium';
  return longest <= 420 ? 'long' : 'longest';
}

/** The first page, from edge to edge. */
export function coverInMarkup(cover: Cover, { form, marking, paper }: PaperDocument): Markup {
  const [first, ...others] = cover.titles;
  const inForm = (words: Cover['kicker']): Markup => wordsInMarkup(words, form);
  return html`<section class="cover ${paper}">
    <div class="cover-head ${cover.pictureId === null ? '' : 'with-picture'}">
      ${cover.pictureId === null ? null : html`<img class="cover-picture" src="pictures/${cover.pictureId}" alt="" />`}
      <div class="cover-marks">
        <span class="cover-reference">${inForm(asTyped(cover.reference))}</span>
        <span class="marking ${marking.classification}">${marking.words}</span>
      </div>
      <div class="cover-title ${sizeOf(cover.titles)}">
        <p class="kicker">${inForm(cover.kicker)}</p>
        <h1>${first === undefined ? null : inForm(first)}</h1>
        ${others.map((title) => html`<p class="cover-other">${inForm(title)}</p>`)}
      </div>
      ${route(cover, form)}
    </div>
    <dl class="cover-facts">
      ${cover.facts.map(
        ({ label, value, aside }) =>
          html`<div>
            <dt>${inForm(label)}</dt>
            <dd>${inForm(value)}${aside.map((line) => html`<span class="aside">${inForm(line)}</span>`)}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}

function route({ route: stops }: Cover, form: WrittenForm): Markup {
  if (stops.every((stop) => plain(stop) === '')) return html`<div></div>`;
  return html`<ol class="route">
    ${stops.map((stop) => html`<li><span>${wordsInMarkup(stop, form)}</span></li>`)}
  </ol>`;
}
