import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findFolded, fold } from '@shared/search/fold';

describe('folding', () => {
  it('makes case, accents and full width the same', () => {
    expect(fold('ＡＢＣ')).toBe('abc');
    expect(fold('Attaché')).toBe(fold('ATTACHE'));
  });

  it('finds where the words stand in the text as it was typed', () => {
    expect(findFolded('Visit the Attaché today', fold('ATTACHE'))).toEqual({ start: 10, length: 7 });
    expect(findFolded('🍵 深圳的會議', fold('深圳'))).toEqual({ start: 3, length: 2 });
    expect(findFolded('nothing here', fold('absent'))).toBeNull();
    expect(findFolded('anything', '')).toBeNull();
  });

  it('finds any part of any text, at a place that folds to it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.string({ unit: 'grapheme' }),
        (before, wanted, after) => {
          fc.pre(fold(wanted) !== '');
          const text = before + wanted + after;
          const place = findFolded(text, fold(wanted));
          fc.pre(fold(text).includes(fold(wanted)));
          expect(place).not.toBeNull();
          if (place !== null)
            expect(fold(text.slice(place.start, place.start + place.length))).toContain(fold(wanted).slice(0, 1));
        },
      ),
    );
  });
});
