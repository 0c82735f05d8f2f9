import type { LocalisedText, WrittenForm } from '@shared/domain/values';
import type { Look, Run, Words } from './blocks';
import { printable } from './printable';
import { chineseFormOf } from './written-form';
import type { ChineseForm } from './written-form';

/**
 * Chinese characters with the punctuation that goes with them. Quotation marks, dashes and dots are written in Latin text
 * too: they are Chinese between Chinese characters.
 */
const chineseRun =
  /[\u3000-\u303f\uff01-\uff65]*\p{Script=Han}(?:[\u2018\u2019\u201c\u201d\u2014\u2026\u00b7]*[\p{Script=Han}\u3000-\u303f\uff01-\uff65]+)*/gu;
const latin = /[a-z]/i;

/** Free text in whatever script it was typed, taken apart by its written forms, so that each gets its font. */
export function asTyped(text: string, looks: readonly Look[] = [], usual: ChineseForm = chineseFormOf(text)): Words {
  const clean = printable(text);
  if (clean === '') return [];
  if (!latin.test(clean) && new RegExp(chineseRun).test(clean)) {
    return [{ text: clean, form: chineseFormOf(clean, usual), looks }];
  }
  const runs: Run[] = [];
  const add = (part: string, form: WrittenForm): void => {
    if (part !== '') runs.push({ text: part, form, looks });
  };
  let at = 0;
  for (const run of clean.matchAll(chineseRun)) {
    add(clean.slice(at, run.index), 'en');
    add(run[0], chineseFormOf(run[0], usual));
    at = run.index + run[0].length;
  }
  add(clean.slice(at), 'en');
  return runs;
}

export function isBlank(text: string): boolean {
  return printable(text).trim() === '';
}

/** The same words with one look more. */
export function looking(look: Look, words: Words): Words {
  return words.map((run) => ({ ...run, looks: [...run.looks, look] }));
}

/** Words after words, with `between` where two meet; parts that say nothing are passed over. */
export function joined(parts: readonly Words[], between: string): Words {
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, index) => {
      const form = part[0]?.form ?? 'en';
      return index === 0 ? part : [{ text: between, form, looks: [] }, ...part];
    });
}

/** The text without forms and looks: for file names, metadata and formats that know neither. */
export function plain(words: Words): string {
  return words.map(({ text }) => text).join('');
}

/** The written forms of a text in this order, each once; a form that is missing is passed over. */
export function formsOf(text: LocalisedText, order: readonly WrittenForm[]): Words[] {
  const seen = new Set<string>();
  return order.flatMap((form) => {
    const value = printable(text[form]).trim();
    if (value === '' || seen.has(value)) return [];
    seen.add(value);
    return [form === 'en' ? asTyped(value) : [{ text: value, form, looks: [] }]];
  });
}
