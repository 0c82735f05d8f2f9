import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { noteWords } from '@main/search/note-words';

describe('the words of a note', () => {
  it.each([
    ['## Day one', 'Day one'],
    ['- [ ] [follow-up] call them ^3b1f0c2a', '- [ ] call them'],
    ['> [sensitive] [ask] land', '> land'],
    ['a \\* b \\_c\\_', 'a * b _c_'],
    ['R&amp;D &lt;b&gt; &#23433;', 'R&D <b> 安'],
    ['**錢塘**江 ~~old~~', '錢塘江 old'],
    [
      'an [ask] in the midst, and [quote](https://example.org)',
      'an [ask] in the midst, and [quote](https://example.org)',
    ],
    ['C# and #5', 'C# and #5'],
  ])('of %j are %j', (markdown, words) => {
    expect(noteWords(markdown).text).toBe(words);
  });

  it('lead back to where they stand in the Markdown', () => {
    const markdown = '## **Day** one\n- [ask] a \\* b R&amp;D 錢塘江 ^3b1f0c2a';
    const { text, placeOf } = noteWords(markdown);
    for (const word of ['Day', 'one', 'a ', 'D 錢', '塘江']) {
      const place = placeOf(text.indexOf(word));
      expect(markdown.slice(place, place + word.length)).toBe(word);
    }
  });

  it('never lead before, behind or backwards in it', () => {
    const sign = fc.constantFrom(
      '**',
      '\\',
      '&amp;',
      '&#9;',
      '# ',
      '[ask] ',
      '\n',
      ' ^12345678',
      'a',
      '錢',
      '~~',
      '- ',
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 30 }), (signs) => {
        const markdown = signs.join('');
        const { text, placeOf } = noteWords(markdown);
        let before = 0;
        for (let at = 0; at <= text.length; at += 1) {
          const place = placeOf(at);
          expect(place).toBeGreaterThanOrEqual(before);
          expect(place).toBeLessThanOrEqual(markdown.length);
          before = place;
        }
      }),
    );
  });
});
