import { describe, expect, it } from '@jest/globals';
import { shortened } from '@main/export/compose/summary';

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
