import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainWords, withoutReferences } from '@shared/markdown/plain-words';

describe('the words of a line of a note', () => {
  it.each([
    ['**。**接着 _now_ ~~gone~~ `code`', '。接着 now gone code'],
    ['[the lease](https://example.com "title") and <https://example.com>', 'the lease and https://example.com'],
    ['5 \\* 3 &amp; more&#32;', '5 * 3 & more'],
    ['one<br>two\nthree', 'one two three'],
    ['![a view](x.png) of it', 'a view of it'],
    ['snake_case_name 2*3*4', 'snake_case_name 234'],
  ])('%s', (markdown, words) => {
    expect(plainWords(markdown)).toBe(words);
  });

  it('are all there when nothing in them means anything to Markdown', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9 中文，。]*$/), (text) => {
        expect(plainWords(text)).toBe(text.replace(/\s+/g, ' ').trim());
      }),
    );
  });

  it('are shown without character references, and text that is none stays', () => {
    expect(withoutReferences('&#32;x&#0; &amp;#32; &#99999999; AT&T')).toBe(' x&#0; &#32; &#99999999; AT&T');
  });
});
