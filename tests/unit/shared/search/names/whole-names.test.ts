import { describe, expect, it } from '@jest/globals';
import { NamesIndex } from '@shared/search/names/names-index';
import { wholeName } from '@shared/search/names/scores';

/** Whether somebody of the one name is pointed out when the other is written down. */
function isKnownBy(known: readonly string[], written: string): boolean {
  const index = new NamesIndex();
  index.put(
    'known',
    known.map((text) => ({ text, kind: 'name' })),
  );
  return index.search(written).some(({ score }) => score >= wholeName);
}

describe('names that could be of the same person', () => {
  it.each([
    ['李商隱', '李商隐'],
    ['李商隱', 'Li Shangyin'],
    ['李商隱', 'LI, Shangyin'],
    ['李商隱', 'Lee Sheung-yan'],
    ['欧阳修', 'Au-yeung Sau'],
    ['曾鞏', 'Zeng Gong'],
    ['曾鞏', 'Tsang Kung'],
    ['單大文', 'Shan Dawen'],
    ['Chan Tai-man', 'Tai-man CHAN'],
    ['Chan Tai-man', 'chan tai man'],
    ['Peter Chan', 'CHAN Peter'],
    ['雲深科技', '云深科技'],
    ['北京大學', 'Peking University'],
  ])('%s and %s', (one, other) => {
    expect(isKnownBy([one], other)).toBe(true);
    expect(isKnownBy([other], one)).toBe(true);
  });

  it.each([
    ['李商隱', '李白'],
    ['李明', '黎明'],
    ['陳大文', 'Chan'],
    ['Peter Chan', 'Peter Wong'],
    ['Peter Chan', 'Chan'],
    ['雲深科技', '科技'],
    ['Chan Tai-man', 'Chan Tai-mei'],
  ])('not %s and %s', (one, other) => {
    expect(isKnownBy([one], other)).toBe(false);
    expect(isKnownBy([other], one)).toBe(false);
  });

  it('are any names of a record', () => {
    expect(isKnownBy(['Andy', '杜牧'], 'Du Mu')).toBe(true);
  });
});
