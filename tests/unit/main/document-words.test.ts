import { describe, expect, it } from '@jest/globals';
import { wordsOf } from '@main/words';
import english from '../../../main/locales/en/documents.json';
import simplified from '../../../main/locales/zh-Hans/documents.json';
import traditional from '../../../main/locales/zh-Hant-HK/documents.json';

interface Tree {
  readonly [key: string]: string | Tree;
}

/** Every key with its words. */
function flat(tree: Tree, before = ''): [key: string, words: string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[before + key, value]] : flat(value, `${before}${key}.`),
  );
}

function placeholders(words: string): string[] {
  return [...words.matchAll(/\{\{\w+\}\}/g)].map(([name]) => name).sort();
}

const inEnglish = flat(english);

describe.each([
  ['Traditional', traditional],
  ['Simplified', simplified],
])('the words of documents in %s Chinese', (_name, chinese) => {
  const words = new Map(flat(chinese));

  it('have every key of the English ones, and no other; Chinese knows one number only', () => {
    const wanted = inEnglish.map(([key]) => key).filter((key) => !key.endsWith('_one'));
    expect([...words.keys()].sort()).toEqual(wanted.sort());
  });

  it('say what the English ones say: the same names and numbers stand in them', () => {
    // The end of a release is dated on another line in Chinese than in English.
    const known = inEnglish.filter(([key]) => !key.endsWith('_one') && !/^press\.(ends|dated|issued)$/.test(key));
    const said = known.map(([key]) => [key, placeholders(words.get(key) ?? '')]);
    expect(said).toEqual(known.map(([key, text]) => [key, placeholders(text)]));
  });

  it('are Chinese: what has Latin letters has them in the name of something', () => {
    const latin = [...words].filter(([, text]) => /[A-Za-z]/.test(text.replaceAll(/\{\{\w+\}\}|\.pdf/g, '')));
    expect(latin).toEqual([]);
  });

  it('have no Latin punctuation between Chinese characters', () => {
    const wrong = [...words].filter(([, text]) => /\p{Script=Han}[,;:?!()]|[,;:?!()]\p{Script=Han}/u.test(text));
    expect(wrong).toEqual([]);
  });
});

describe('a number in the words of documents', () => {
  it.each([
    ['en', 1, '1 visit'],
    ['en', 3, '3 visits'],
    ['zhHant', 1, '1項訪問'],
    ['zhHans', 3, '3项访问'],
  ] as const)('is said as the language %s says it', (form, count, said) => {
    expect(wordsOf('documents', form)('chapter.count', { count })).toBe(said);
  });
});
