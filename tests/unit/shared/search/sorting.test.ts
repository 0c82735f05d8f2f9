import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nameComparer, nameOrders } from '@shared/search/sorting';

function sorted(names: readonly string[], order: 'stroke' | 'pinyin'): string[] {
  return [...names].sort(nameComparer(order));
}

describe('sorting names', () => {
  it('goes by the number of strokes of the surname', () => {
    expect(sorted(['龔如心', '丁文', '陳大文', '王小明', '李白'], 'stroke')).toEqual([
      '丁文',
      '王小明',
      '李白',
      '陳大文',
      '龔如心',
    ]);
  });

  it('goes by Pinyin, Traditional and Simplified together', () => {
    expect(sorted(['张三', '王五', '陳大文', '李四', '張飛'], 'pinyin')).toEqual([
      '陳大文',
      '李四',
      '王五',
      '張飛',
      '张三',
    ]);
  });

  it('reads surnames as surnames are read', () => {
    // Shan, Zeng, Qiu, Xie, Zha, Ou and Yuchi; as words they would be dan, ceng, chou, jie, cha, qu and weichi.
    expect(sorted(['單田芳', '大文', '山本'], 'pinyin')).toEqual(['大文', '山本', '單田芳']);
    expect(sorted(['曾鞏', '陳平', '查良'], 'pinyin')).toEqual(['陳平', '曾鞏', '查良']);
    expect(sorted(['尉遲恭', '王維', '謝安', '解縉', '仇英', '杜甫'], 'pinyin')).toEqual([
      '杜甫',
      '仇英',
      '王維',
      '謝安',
      '解縉',
      '尉遲恭',
    ]);
    expect(sorted(['區大文', '秦觀', '孟子'], 'pinyin')).toEqual(['孟子', '區大文', '秦觀']);
  });

  it.each(nameOrders)('puts names in Latin letters before those in characters, numbers by their size (%s)', (order) => {
    expect(sorted(['王維', 'Zoe', 'alan', 'Hall 10', 'Hall 9', '丁文'], order).slice(0, 4)).toEqual([
      'alan',
      'Hall 9',
      'Hall 10',
      'Zoe',
    ]);
  });

  it.each(nameOrders)('compares in one order whatever is compared first (%s)', (order) => {
    const compare = nameComparer(order);
    const name = fc
      .array(fc.constantFrom(...Array.from('單曾仇王李丹囚尉遲aZ1 ')), { maxLength: 4 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(name, name, name, (one, other, third) => {
        expect(Math.sign(compare(one, other)) + Math.sign(compare(other, one))).toBe(0);
        if (compare(one, other) <= 0 && compare(other, third) <= 0) expect(compare(one, third)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
