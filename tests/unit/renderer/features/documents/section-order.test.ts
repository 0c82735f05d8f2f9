import { describe, expect, it } from '@jest/globals';
import { movedInOrder, putBack } from '@renderer/features/documents/section-order';

describe('the order of sections', () => {
  it('moves one by so many places and stops at the ends', () => {
    expect(movedInOrder(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c']);
    expect(movedInOrder(['a', 'b', 'c'], 'a', 5)).toEqual(['b', 'c', 'a']);
    expect(movedInOrder(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
  });

  it('puts one back where it usually stands, or at the end when the others were moved', () => {
    const usual = ['a', 'b', 'c', 'd'];
    expect(putBack(usual, ['a', 'c'], 'b')).toEqual(['a', 'b', 'c']);
    expect(putBack(usual, ['c', 'a'], 'b')).toEqual(['c', 'a', 'b']);
  });
});
