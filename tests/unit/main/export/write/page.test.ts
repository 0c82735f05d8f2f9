import { describe, expect, it } from '@jest/globals';
import { bodyOf } from '@main/export/write/page/page';
import { aPaper, aSection, words } from '../../../../builders/paper';

describe('a heading on a page', () => {
  it.each([
    ['short', 'Hangzhou 杭州', undefined],
    ['of 200 letters', 'x'.repeat(200), 'long'],
    ['of 300 Chinese characters', '名'.repeat(300), 'longest'],
  ])('%s has letters of a fitting size', (_name, title, expected) => {
    const page = bodyOf(aPaper([], { sections: [aSection([], { title: words(title) })] }));
    expect(/<h1 id="section"(?: class="(\w+)")?>/.exec(page)?.[1]).toBe(expected);
  });
});

describe('a table that somebody typed', () => {
  it('has none of the looks of text that is kept as it was typed', () => {
    const page = bodyOf(aPaper([]));
    expect(page).toContain('p.typed {');
    expect(page).not.toMatch(/(?<![\w-])\.typed \{/);
  });
});
