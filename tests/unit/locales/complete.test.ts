import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(__dirname, '../../..');
const folders = ['renderer/locales', 'main/locales'];
const chinese = ['zh-Hant-HK', 'zh-Hans'];

/** Proper words, which are written so in every language. */
const properWords = /English|Attaché|Electron|Chromium|PDF|Word|Markdown|\bEN\b/g;

function flat(words: object, before = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]: [string, string | object]) =>
    typeof value === 'string' ? [[before + key, value]] : flat(value, `${before}${key}.`),
  );
}

function wordsOf(folder: string, language: string, file: string): Map<string, string> {
  return new Map(flat(JSON.parse(readFileSync(join(root, folder, language, file), 'utf8')) as object));
}

const placeholders = (text: string): string => [...new Set(text.match(/\{\{\w+/g) ?? [])].sort().join(' ');
/** Chinese counts with one form: what English says of one is not said apart. */
const inChinese = (key: string): string => key.replace(/_one$/, '_other');

const files = folders.flatMap((folder) =>
  readdirSync(join(root, folder, 'en'))
    .filter((file) => file.endsWith('.json'))
    .map((file) => ({ folder, file })),
);

describe.each(chinese)('the words in %s', (language) => {
  it.each(files)('$folder: $file has each key of the English, and no other', ({ folder, file }) => {
    const wanted = new Set([...wordsOf(folder, 'en', file).keys()].map(inChinese));
    expect([...wordsOf(folder, language, file).keys()].sort()).toEqual([...wanted].sort());
  });

  // What is printed is composed by each language's own rules, and names other things in a sentence.
  const shown = files.filter(({ folder, file }) => folder !== 'main/locales' || file !== 'documents.json');
  it.each(shown)('$folder: $file has the placeholders of the English', ({ folder, file }) => {
    const english = wordsOf(folder, 'en', file);
    const differing = [...wordsOf(folder, language, file)].filter(
      ([key, text]) => placeholders(text) !== placeholders(english.get(key) ?? ''),
    );
    expect(differing).toEqual([]);
  });

  it.each(files)('$folder: $file has no value that is still English', ({ folder, file }) => {
    const english = [...wordsOf(folder, language, file)].filter(([, text]) => {
      const bare = text.replace(/\{\{[^}]*\}\}/g, '').replace(properWords, '');
      return /[A-Za-z]{2}/.test(bare) && !/\p{Script=Han}/u.test(bare);
    });
    expect(english).toEqual([]);
  });
});
