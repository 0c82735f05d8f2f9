import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import dialogs from '@main/locales/en/dialogs.json';
import menu from '@main/locales/en/menu.json';
import documents from '@main/locales/en/documents.json';
import { english } from '@renderer/locales/en';

type Words = { readonly [key: string]: string | Words };

function sourcesIn(folder: string): string {
  return readdirSync(join(process.cwd(), folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/(?:^|[\\/])locales[\\/]/.test(name))
    .map((name) => readFileSync(join(process.cwd(), folder, name), 'utf8'))
    .join('\n');
}

/** What the sources name: keys as they are, and patterns of those that are put together (`kinds.${kind}`). */
function namedIn(sources: string): { readonly whole: ReadonlySet<string>; readonly patterns: readonly RegExp[] } {
  const whole = new Set([...sources.matchAll(/['"]([\w:.-]+)['"]/g)].map(([, text = '']) => withoutNamespace(text)));
  const patterns = [...sources.matchAll(/`((?:[\w:.-]|\$\{[^{}`]*(?:\{[^{}`]*\}[^{}`]*)*\})+)`/g)]
    .map(([, text = '']) => withoutNamespace(text))
    // A pattern that says nothing would take every key for used.
    .filter((text) => /[a-z]{2,}.*\$\{|\$\{.*\}.*[a-z]{2,}/i.test(text.replace(/\$\{[^}]*\}/g, '${}')))
    .map(
      (text) =>
        new RegExp(
          `^${text
            .split(/\$\{.*?\}/)
            .map(literally)
            .join('[\\w. -]+')}$`,
        ),
    );
  return { whole, patterns };
}

function withoutNamespace(text: string): string {
  return text.replace(/^[\w-]+:/, '');
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** The keys of a file, those of one and of many as one. */
function keysOf(words: Words, before = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [`${before}${key.replace(/_(?:zero|one|other)$/, '')}`]
      : keysOf(value, `${before}${key}.`),
  );
}

function unused(words: Words, sources: string): string[] {
  const { whole, patterns } = namedIn(sources);
  return [...new Set(keysOf(words))].filter((key) => !whole.has(key) && !patterns.some((pattern) => pattern.test(key)));
}

describe('each word is said somewhere', () => {
  const renderer = sourcesIn('renderer');
  // Those of a template's fields are walked through as they lie.
  const namespaces = Object.entries(english).filter(([name]) => name !== 'template-fields');

  it.each(namespaces)('of the screens: %s', (_, words) => {
    expect(unused(words, renderer)).toEqual([]);
  });

  it.each(Object.entries({ dialogs, menu, documents }))('of main: %s', (_, words) => {
    expect(unused(words, sourcesIn('main'))).toEqual([]);
  });

  it('and a word that is not would be noticed', () => {
    expect(unused({ kept: { title: '', gone_other: '' } }, "t('ns:kept.title')")).toEqual(['kept.gone']);
    expect(unused({ kinds: { one: '' }, other: '' }, 't(`kinds.${kind}`)')).toEqual(['other']);
  });
});
