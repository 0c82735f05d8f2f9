import { describe, expect, it } from '@jest/globals';
import { shortened, shortenedWords } from '@main/export/document/shortened';
import { asTyped, plain } from '@main/export/document/writing';

describe('a text that is shortened', () => {
  it('stays as it is when there is room for it', () => {
    expect(shortened('They will come. ', 40)).toBe('They will come.');
  });

  it('ends behind a sentence when that is most of what fits', () => {
    expect(shortened('They will come in the spring. They asked about premises.', 40)).toBe(
      'They will come in the spring. …',
    );
  });

  it('ends between words otherwise, never within one', () => {
    expect(shortened('They asked about premises near a university', 32)).toBe('They asked about premises near …');
  });

  it('counts a Chinese character as two letters and ends behind its punctuation', () => {
    expect(shortened('雙方同意再次會面，並於三月提供書面答覆。', 24)).toBe('雙方同意再次會面 …');
  });
});

describe('words that are shortened', () => {
  it('keep their form and end with three dots', () => {
    const kept = shortenedWords(asTyped('杭州江濱創新區管理辦公室'), 8);
    expect(plain(kept)).toBe('杭州江濱 …');
    expect(kept[0]).toMatchObject({ form: 'zhHant' });
  });

  it('are cut within a name that has no blanks', () => {
    expect(plain(shortenedWords(asTyped('x'.repeat(300)), 40))).toBe(`${'x'.repeat(40)} …`);
  });

  it('stay as they are when there is room', () => {
    const words = asTyped('Hangzhou 杭州');
    expect(shortenedWords(words, 13)).toBe(words);
  });
});
