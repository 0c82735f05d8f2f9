import { describe, expect, it } from '@jest/globals';
import { crossScriptRecall, pairs } from '../../../../bench/search/pairs';

describe('names and terms across scripts', () => {
  it('has at least 400 rows of forms that must find each other, each from a source', () => {
    expect(pairs.groups.flatMap(({ rows }) => rows).length).toBeGreaterThanOrEqual(400);
    for (const { source, rows } of pairs.groups) {
      expect(source).not.toBe('');
      for (const forms of rows) expect(new Set(forms).size).toBeGreaterThan(1);
    }
  });

  it('finds 98 of 100 in the first five, among 5,000 invented names', () => {
    const { asked, found, groups, missed } = crossScriptRecall(5000);
    expect(asked).toBeGreaterThan(4000);
    if (found / asked < 0.98) throw new Error(`Only ${found} of ${asked} were found. Not these: ${missed.join('; ')}`);
    for (const { share } of groups) expect(share).toBeGreaterThan(0.95);
  });
});
