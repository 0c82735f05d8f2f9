import { printable } from '../document/printable';
import type { LocalisedText } from '@shared/domain/values';
import { wordsOf } from '../../words';
import { escapeHtml, html, Markup } from '../html';
import type { PersonInReport } from './model';
import { chineseFormOf, languageTags } from '../document/written-form';
import type { ChineseForm } from '../document/written-form';

export const say = wordsOf('documents');

/**
 * Chinese characters with the punctuation that goes with them. Quotation marks, dashes and dots are written in Latin text
 * too: they are Chinese between Chinese characters.
 */
const chineseRun =
  /[\u3000-\u303f\uff01-\uff65]*\p{Script=Han}(?:[\u2018\u2019\u201c\u201d\u2014\u2026\u00b7]*[\p{Script=Han}\u3000-\u303f\uff01-\uff65]+)*/gu;
const latin = /[a-z]/i;

/** Free text in whatever script it was typed: Chinese runs are marked with their written form, so that each gets its font. */
export function inScripts(text: string, usual: ChineseForm = chineseFormOf(text)): Markup {
  const clean = printable(text);
  if (!latin.test(clean) && new RegExp(chineseRun).test(clean)) {
    return html`<span lang="${languageTags[chineseFormOf(clean, usual)]}">${clean}</span>`;
  }
  let markup = '';
  let at = 0;
  for (const run of clean.matchAll(chineseRun)) {
    const form = chineseFormOf(run[0], usual);
    markup += `${escapeHtml(clean.slice(at, run.index))}<span lang="${languageTags[form]}">${escapeHtml(run[0])}</span>`;
    at = run.index + run[0].length;
  }
  return new Markup(markup + escapeHtml(clean.slice(at)));
}

/** Plain text of several paragraphs; an empty line ends a paragraph, a line end stays a line end. */
export function paragraphs(text: string): Markup {
  const usual = chineseFormOf(text);
  const parts = printable(text)
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/);
  return html`${parts
    .filter((part) => part.trim() !== '')
    .map((part) => html`<p class="lines">${inScripts(part.trim(), usual)}</p>`)}`;
}

export function isBlank(text: string): boolean {
  return printable(text).trim() === '';
}

/** The written forms of a text that differ from each other, the English one first, each marked with its language. */
export function writtenForms(text: LocalisedText): Markup[] {
  const forms: Markup[] = [];
  const seen = new Set<string>();
  for (const form of ['en', 'zhHant', 'zhHans'] as const) {
    const value = printable(text[form]).trim();
    if (value === '' || seen.has(value)) continue;
    seen.add(value);
    forms.push(
      form === 'en' ? html`<span>${inScripts(value)}</span>` : html`<span lang="${languageTags[form]}">${value}</span>`,
    );
  }
  return forms;
}

/** The first written form in the line of the text, the others after it, quieter. */
export function inForms(text: LocalisedText): Markup {
  const [first, ...others] = writtenForms(text);
  return html`${first ?? null}${others.map((form) => html` <span class="also">${form}</span>`)}`;
}

/** The English form and one Chinese one, for tables. */
export function inTwoForms(text: LocalisedText): Markup {
  return inForms(isBlank(text.en) || isBlank(text.zhHant) ? text : { ...text, zhHans: '' });
}

/** The first written form alone, for where there is room for one. */
export function inOneForm(text: LocalisedText): Markup {
  return writtenForms(text)[0] ?? html``;
}

/** The same without markup. */
export function plainForm(text: LocalisedText): string {
  return [text.en, text.zhHant, text.zhHans].map((form) => printable(form).trim()).find((form) => form !== '') ?? '';
}

/** A person's name: with the English honorific where there is an English name, and every other form of it. */
export function nameOf(person: PersonInReport): Markup {
  const { name, honorific, romanisation } = person;
  const latin = isBlank(name.en) ? romanisation : name.en;
  const en = isBlank(latin) || honorific === 'none' ? latin : say(`honorifics.${honorific}`, { name: latin.trim() });
  return inForms({ ...name, en });
}

/** A name in running text: one form, with its honorific. */
export function shortNameOf({ name, honorific, romanisation }: PersonInReport): string {
  const latin = isBlank(name.en) ? romanisation : name.en;
  if (isBlank(latin)) return plainForm(name);
  return honorific === 'none' ? latin : say(`honorifics.${honorific}`, { name: latin.trim() });
}
