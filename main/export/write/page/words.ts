import { languageTags } from '../../document/written-form';
import type { Look, Run, Words } from '../../document/blocks';
import { wide } from '../../document/shortened';
import { plain } from '../../document/writing';
import { html } from '../../html';
import type { Markup } from '../../html';
import type { WrittenForm } from '@shared/domain/values';

/** Words as markup: a run in another form than the document's own says so, by which the page chooses its font. */
export function wordsInMarkup(words: Words, own: WrittenForm): Markup {
  return html`${words.map((run) => runInMarkup(run, own))}`;
}

/** The longer a heading, the smaller its letters: a chapter may be called by a name of 300 characters, in three forms. */
export function lengthClass(title: Words): Markup | null {
  const length = wide(plain(title));
  if (length <= 120) return null;
  return length <= 320 ? html` class="long"` : html` class="longest"`;
}

function runInMarkup({ text, form, looks }: Run, own: WrittenForm): Markup {
  const lines = text.split('\n');
  const broken = html`${lines.map((line, index) => html`${index > 0 ? html`<br />` : null}${line}`)}`;
  const marked = looks.reduce(lookedAt, broken);
  return form === own ? marked : html`<span lang="${languageTags[form]}">${marked}</span>`;
}

function lookedAt(inner: Markup, look: Look): Markup {
  switch (look) {
    case 'strong':
      return html`<strong>${inner}</strong>`;
    case 'emphasis':
      return html`<em>${inner}</em>`;
    case 'struck':
      return html`<s>${inner}</s>`;
    case 'code':
      return html`<code>${inner}</code>`;
    case 'quiet':
      return html`<span class="also">${inner}</span>`;
    case 'alert':
      return html`<span class="alert">${inner}</span>`;
  }
}
