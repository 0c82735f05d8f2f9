import { Tab, TextRun } from 'docx';
import type { IRunOptions } from 'docx';
import type { Run, Words } from '../../document/blocks';
import { printable } from '../../document/printable';
import { colours, fonts, spoken } from './look';

/** Words as Word's runs: each names its language, and Chinese its font, so that both hold when the text is edited on. */
export function wordRuns(words: Words): TextRun[] {
  return words.flatMap((run) => runsOf(run));
}

function runsOf(run: Run): TextRun[] {
  const options = { ...manner(run), ...looksOf(run) };
  return printable(run.text)
    .split('\n')
    .map((line, at) => new TextRun({ ...options, ...(at === 0 ? {} : { break: 1 }), children: withTabs(line) }));
}

function withTabs(line: string): (string | Tab)[] {
  return line.split('\t').flatMap((part, at) => (at === 0 ? [part] : [new Tab(), part]));
}

/** Marks that both scripts use are drawn as Chinese where the hint says so. */
function manner({ form }: Run): IRunOptions {
  if (form === 'en') return { language: { value: spoken.en } };
  const eastAsia = fonts.chinese[form];
  return {
    font: { ascii: fonts.latin, hAnsi: fonts.latin, eastAsia, hint: 'eastAsia' },
    language: { value: spoken[form], eastAsia: spoken[form] },
  };
}

function looksOf({ looks, form }: Run): IRunOptions {
  const has = (look: Run['looks'][number]): boolean => looks.includes(look);
  // Chinese has no italics: what is stressed has dots.
  const stressed: IRunOptions = form === 'en' ? { italics: true } : { emphasisMark: { type: 'dot' } };
  return {
    ...(has('strong') || has('alert') ? { bold: true } : {}),
    ...(has('emphasis') ? stressed : {}),
    ...(has('struck') ? { strike: true } : {}),
    ...(has('code') ? { font: { ...codeFont, ...(form === 'en' ? {} : { eastAsia: fonts.chinese[form] }) } } : {}),
    ...(has('alert') ? { color: colours.cinnabar } : has('quiet') ? { color: colours.quiet } : {}),
  };
}

const codeFont = { ascii: fonts.typed, hAnsi: fonts.typed };
