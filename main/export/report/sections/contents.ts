import { html } from '../../html';
import type { Markup } from '../../html';
import type { Section } from '../section';
import { say } from '../text';

/** The contents page. `pageOf` gives the page of a section or visit; until that is known its place is kept. */
export function contents(sections: readonly Section[], pageOf: ReadonlyMap<string, number>): Markup {
  const line = (id: string, number: string, title: Markup, level: 'chapter' | 'part'): Markup =>
    html`<li class="${level}">
      <a href="#${id}"
        ><span class="number">${number}</span><span class="words">${title}</span><span class="leader"></span
        ><span class="page">${pageOf.get(id) ?? ''}</span></a
      >
    </li>`;
  return html`<section class="contents">
    <h1>${say('contents')}</h1>
    <ol>
      ${sections.map(
        (section, index) =>
          html`${line(section.id, String(index + 1), section.title, 'chapter')}${section.entries.map((entry) =>
            line(entry.id, '', entry.title, 'part'),
          )}`,
      )}
    </ol>
  </section>`;
}
