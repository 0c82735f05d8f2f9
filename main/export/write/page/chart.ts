import type { WrittenForm } from '@shared/domain/values';
import type { Chart } from '../../document/blocks';
import { html } from '../../html';
import type { Markup } from '../../html';
import { wordsInMarkup } from './words';

/** Bars as vectors: each a shape of its own, so that they are sharp at any size; names and numbers are text. */
export function chartInMarkup({ title, bars }: Chart, own: WrittenForm): Markup {
  const largest = Math.max(1, ...bars.map(({ value }) => value));
  return html`<figure class="chart">
    <figcaption>${wordsInMarkup(title, own)}</figcaption>
    ${bars.map(
      ({ label, value, shown }) =>
        html`<div class="bar">
          <span class="bar-label">${wordsInMarkup(label, own)}</span>
          <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <rect width="${((Math.max(0, value) / largest) * 100).toFixed(2)}" height="4" rx="0.4" />
          </svg>
          <span class="bar-value">${shown}</span>
        </div>`,
    )}
  </figure>`;
}
