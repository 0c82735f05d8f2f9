import type { WrittenForm } from '@shared/domain/values';
import type { Photographs } from '../../document/blocks';
import { isBlank, plain } from '../../document/writing';
import { html } from '../../html';
import type { Markup } from '../../html';
import { wordsInMarkup } from './words';

/**
 * Two beside each other, a caption under each. Rows are elements of their own: a grid would be torn between two pages in
 * the midst of a row. A picture that cannot be shown leaves its frame.
 */
export function photographsInMarkup({ photographs: all }: Photographs, own: WrittenForm): Markup {
  const rows = Array.from({ length: Math.ceil(all.length / 2) }, (_, row) => all.slice(row * 2, row * 2 + 2));
  const figure = ({ attachmentId, caption }: Photographs['photographs'][number]): Markup =>
    html`<figure>
      <div class="frame"><img src="pictures/${attachmentId}" alt="${plain(caption)}" /></div>
      ${isBlank(plain(caption)) ? null : html`<figcaption>${wordsInMarkup(caption, own)}</figcaption>`}
    </figure>`;
  return html`<div class="photographs">${rows.map((row) => html`<div class="pair">${row.map(figure)}</div>`)}</div>`;
}
