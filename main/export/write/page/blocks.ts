import type { WrittenForm } from '@shared/domain/values';
import type {
  Block,
  Cell,
  Column,
  Facts,
  Figures,
  Heading,
  List,
  ListItem,
  Paragraph,
  Row,
  Table,
} from '../../document/blocks';
import { html } from '../../html';
import type { Markup } from '../../html';
import { chartInMarkup } from './chart';
import { photographsInMarkup } from './photographs';
import { lengthClass, wordsInMarkup } from './words';

/** Blocks as markup for a page, in a document of this written form. */
export function blocksInMarkup(blocks: readonly Block[], own: WrittenForm): Markup {
  return html`${blocks.map((block) => blockInMarkup(block, own))}`;
}

function blockInMarkup(block: Block, own: WrittenForm): Markup {
  const inner = (blocks: readonly Block[]): Markup => blocksInMarkup(blocks, own);
  switch (block.kind) {
    case 'heading':
      return heading(block, own);
    case 'paragraph':
      return paragraph(block, own);
    case 'list':
      return list(block, own);
    case 'quotation':
      return html`<blockquote>${inner(block.blocks)}</blockquote>`;
    case 'typed':
      return html`<p class="typed">${wordsInMarkup(block.words, own)}</p>`;
    case 'table':
      return table(block, own);
    case 'facts':
      return facts(block, own);
    case 'figures':
      return figures(block, own);
    case 'beside':
      return html`<div class="beside">${block.parts.map((part) => html`<div>${inner(part)}</div>`)}</div>`;
    case 'callout':
      return html`<div class="callout">${inner(block.blocks)}</div>`;
    case 'photographs':
      return photographsInMarkup(block, own);
    case 'chart':
      return chartInMarkup(block, own);
    case 'together':
      return html`<div class="together">${inner(block.blocks)}</div>`;
    case 'rule':
      return html`<hr />`;
    case 'page-break':
      return html`<div class="page-break"></div>`;
  }
}

function heading({ level, words, id }: Heading, own: WrittenForm): Markup {
  const inner = wordsInMarkup(words, own);
  const place = id === undefined ? null : html` id="${id}"`;
  switch (level) {
    case 2:
      return html`<h2${place}${lengthClass(words)}>${inner}</h2>`;
    case 3:
      return html`<h3${place}>${inner}</h3>`;
    case 4:
      return html`<h4${place}>${inner}</h4>`;
    case 5:
      return html`<h5${place}>${inner}</h5>`;
    case 6:
      return html`<h6${place}>${inner}</h6>`;
  }
}

function paragraph({ words, role }: Paragraph, own: WrittenForm): Markup {
  const inner = wordsInMarkup(words, own);
  return role === undefined ? html`<p>${inner}</p>` : html`<p class="${role}">${inner}</p>`;
}

function list({ isOrdered, first, items }: List, own: WrittenForm): Markup {
  const inner = items.map((item) => listItem(item, own));
  if (!isOrdered)
    return html`<ul>
      ${inner}
    </ul>`;
  return first === 1
    ? html`<ol>
        ${inner}
      </ol>`
    : html`<ol start="${first}">
        ${inner}
      </ol>`;
}

/** A list of lines has no paragraphs of its own: its items stand close. */
function listItem({ blocks, isTicked }: ListItem, own: WrittenForm): Markup {
  const [first, ...others] = blocks;
  const opening =
    first?.kind === 'paragraph' && first.role === undefined
      ? wordsInMarkup(first.words, own)
      : blocksInMarkup(blocks.slice(0, 1), own);
  const inner = html`${opening}${blocksInMarkup(others, own)}`;
  if (isTicked === null) return html`<li>${inner}</li>`;
  // Signs that our fonts have; a ballot box would come from the machine's, if it has one.
  return html`<li class="box"><span class="tick">${isTicked ? '✓' : '□'}</span>${inner}</li>`;
}

function table({ name, columns, head, rows }: Table, own: WrittenForm): Markup {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const cell = ({ blocks, span = 1 }: Cell, index: number, tag: 'th' | 'td'): Markup => {
    const end = span === 1 && columns[index]?.align === 'end' ? html` class="end"` : null;
    const over = span === 1 ? null : html` colspan="${span}"`;
    const inner = cellInMarkup(blocks, own);
    return tag === 'th' ? html`<th${end}${over}>${inner}</th>` : html`<td${end}${over}>${inner}</td>`;
  };
  return html`<table class="${name}">
    <colgroup>
      ${columns.map((column) => html`<col style="width: ${share(column, whole)}%" />`)}
    </colgroup>
    ${
      head === null
        ? null
        : html`<thead>
            <tr>
              ${head.map((each, index) => cell(each, index, 'th'))}
            </tr>
          </thead>`
    }
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr class="${rowClass(row)}">
            ${row.cells.map((each, index) => cell(each, index, 'td'))}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function share({ width }: Column, whole: number): string {
  return ((width / whole) * 100).toFixed(3);
}

function rowClass({ isTotal = false }: Row): string {
  return isTotal ? 'total' : '';
}

/** One paragraph alone in a cell is its words; several keep their places. */
function cellInMarkup(blocks: readonly Block[], own: WrittenForm): Markup {
  return html`${blocks.map((block) =>
    block.kind === 'paragraph' && block.role === undefined
      ? html`<div>${wordsInMarkup(block.words, own)}</div>`
      : blockInMarkup(block, own),
  )}`;
}

function facts({ facts: all }: Facts, own: WrittenForm): Markup {
  return html`<dl class="facts">
    ${all.map(
      ({ label, value }) =>
        html`<div>
          <dt>${wordsInMarkup(label, own)}</dt>
          <dd>${cellInMarkup(value, own)}</dd>
        </div>`,
    )}
  </dl>`;
}

function figures({ figures: all }: Figures, own: WrittenForm): Markup {
  return html`<dl class="figures">
    ${all.map(
      ({ count, label }) =>
        html`<div>
          <dd>${count}</dd>
          <dt>${wordsInMarkup(label, own)}</dt>
        </div>`,
    )}
  </dl>`;
}
