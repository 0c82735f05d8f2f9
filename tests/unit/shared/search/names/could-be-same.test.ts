import { describe, expect, it } from '@jest/globals';
import { couldBeSame, sameNameKeys } from '@shared/search/names/could-be-same';

describe('names that could be of the same person', () => {
  it.each([
    ['李商隱', '李商隐'],
    ['李商隱', 'Li Shangyin'],
    ['李商隱', 'Shangyin LI'],
    ['李商隱', 'Lee Sheung-yan'],
    ['欧阳修', 'Au-yeung Sau'],
    ['曾鞏', 'Zeng Gong'],
    ['曾鞏', 'Tsang Kung'],
    ['單大文', 'Shan Dawen'],
    ['Chan Tai-man', 'Tai-man CHAN'],
    ['Chan Tai-man', 'chan tai man'],
    ['Peter Chan', 'CHAN Peter'],
  ])('%s and %s', (one, other) => {
    expect(couldBeSame([one], [other])).toBe(true);
    expect(couldBeSame([other], [one])).toBe(true);
  });

  it.each([
    ['李商隱', '李白'],
    ['陳大文', 'Chan'],
    ['Peter Chan', 'Peter Wong'],
    ['王', 'Wang'],
    ['', ''],
  ])('not %s and %s', (one, other) => {
    expect(couldBeSame([one], [other])).toBe(false);
  });

  it('unites all names of a record', () => {
    expect(couldBeSame(['Andy', '杜牧'], ['Du Mu'])).toBe(true);
    expect(sameNameKeys(' - ')).toEqual([]);
  });
});
