import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bothTexts, choicesOf, pointsOf, seenAt } from '@renderer/features/conflicts/points';
import type { Decision } from '@renderer/features/conflicts/points';
import type { ConflictDifference, ConflictStretch } from '@shared/ipc/sync-channels';

const difference = (path: string, more: Partial<ConflictDifference> = {}): ConflictDifference => ({
  path,
  base: null,
  one: 'one',
  other: 'other',
  stretches: null,
  canBeBoth: true,
  canBeAnew: true,
  ...more,
});
const agreed = (...lines: string[]): ConflictStretch => ({ kind: 'agreed', lines });
const disputed = (one: string[], other: string[]): ConflictStretch => ({ kind: 'disputed', base: [], one, other });
const decision = (choice: Decision['choice'], anew: string | null = null): Decision => ({ choice, anew, seen: '' });

const text = difference('blocks/1/markdown', {
  stretches: [
    agreed('a', 'b', 'c'),
    disputed(['agreed at 45'], ['NOT agreed']),
    agreed('d'),
    disputed([], ['they left']),
    agreed('e'),
  ],
});

describe('what has to be decided', () => {
  it('is a field, or a passage of a text with the agreed lines around it', () => {
    const points = pointsOf([difference('size'), text]);
    expect(points.map(({ key }) => key)).toEqual(['size', 'blocks/1/markdown#1', 'blocks/1/markdown#2']);
    expect(points[1]).toMatchObject({
      one: 'agreed at 45',
      other: 'NOT agreed',
      passage: { place: 1, count: 2, before: ['b', 'c'], after: ['d'] },
    });
  });

  it('is everything: nothing is told while one passage is open', () => {
    const decisions: Record<string, Decision> = { size: decision('one'), 'blocks/1/markdown#1': decision('one') };
    expect(choicesOf([difference('size'), text], (key) => decisions[key])).toBeNull();
  });

  it('is one choice for a text when all its passages are chosen alike', () => {
    expect(choicesOf([text], () => decision('both'))).toEqual([
      { path: 'blocks/1/markdown', choice: 'both', anew: null },
    ]);
  });

  it('is a text put together when its passages are chosen differently', () => {
    const decisions: Record<string, Decision> = {
      'blocks/1/markdown#1': decision('anew', 'agreed at 46\nin writing'),
      'blocks/1/markdown#2': decision('other'),
    };
    expect(choicesOf([text], (key) => decisions[key])).toEqual([
      { path: 'blocks/1/markdown', choice: 'anew', anew: 'a\nb\nc\nagreed at 46\nin writing\nd\nthey left\ne' },
    ]);
  });

  it('leaves out what was written anew once another choice is made', () => {
    expect(choicesOf([difference('size')], () => decision('other', 'mine after all'))).toEqual([
      { path: 'size', choice: 'other', anew: null },
    ]);
  });

  it('reads otherwise once a side does', () => {
    const [before] = pointsOf([difference('size')]);
    const [after] = pointsOf([difference('size', { other: 'another' })]);
    expect(before && after && seenAt(before) === seenAt(after)).toBe(false);
  });

  it('loses no line of a side that is chosen everywhere, passage by passage', () => {
    const line = fc.constantFrom('a', 'b', '', 'c');
    const stretch = fc.oneof(
      fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => agreed(...lines)),
      fc.tuple(fc.array(line, { maxLength: 2 }), fc.array(line, { maxLength: 2 })).map(([a, b]) => disputed(a, b)),
    );
    fc.assert(
      fc.property(fc.array(stretch, { minLength: 1, maxLength: 8 }), (stretches) => {
        const given = difference('detail', { stretches });
        const passages = stretches.filter(({ kind }) => kind === 'disputed').length;
        fc.pre(passages > 1);
        // The first is written anew as one side reads, so that the text has to be put together.
        const first = pointsOf([given])[0];
        const isEmpty = stretches.find((each) => each.kind === 'disputed')?.one.length === 0;
        fc.pre(first?.one !== '' || isEmpty);
        const [choice] =
          choicesOf([given], (key) =>
            key === 'detail#1' ? decision('anew', typeof first?.one === 'string' ? first.one : '') : decision('one'),
          ) ?? [];
        const expected = stretches.flatMap((each) => (each.kind === 'agreed' ? each.lines : each.one)).join('\n');
        expect(choice).toEqual({ path: 'detail', choice: 'anew', anew: expected });
      }),
    );
  });

  it('starts from both texts when it is written anew', () => {
    const [point] = pointsOf([difference('size', { one: '40 staff', other: '' })]);
    expect(point && bothTexts(point)).toBe('40 staff');
  });
});
