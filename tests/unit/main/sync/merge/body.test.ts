import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mergedBody } from '@main/sync/merge/body';
import type { Body } from '@shared/domain/revision';
import { isSameBody } from '@shared/domain/revision';
import { aRecord, day, english, nextId, time } from '../../../../builders/records';

type Fields = Readonly<Record<string, unknown>>;

const organisation: Body = bodyOf(
  aRecord('organisation', {
    legalName: { en: 'Harbour Robotics (sample)', zhHant: '海港機械人（示例）', zhHans: '' },
    shortNames: ['Harbour', 'HR'],
    sectors: ['fintech'],
    profile: 'First line\nSecond line\nThird line',
    size: '500 people',
  }),
);
const author = nextId();
const [blockOne, blockTwo] = [nextId(), nextId()];
const block = (id: string, markdown: string): Fields => ({
  ...{ id, authorId: author, begunAt: '2026-02-01T00:00:00.000Z', markdown },
});
const note: Body = bodyOf(aRecord('note', { tripId: nextId(), blocks: [block(blockOne, 'They agreed.')] as never }));
const item: Body = bodyOf(
  aRecord('itinerary-item', {
    ...{ tripId: nextId(), title: english('Visit (sample)'), day: day('2026-02-24'), start: time('09:00') },
    end: time('10:00'),
  }),
);

function bodyOf(record: object): Body {
  const { revision: _revision, ...body } = record as Record<string, unknown>;
  return body;
}

/** Merges two changes of one state. */
function merge(type: string, base: Body, one: Fields, other: Fields): ReturnType<typeof mergedBody> {
  return mergedBody(type, base, { ...base, ...one }, { ...base, ...other });
}

describe('two changes of one record', () => {
  it('are both taken where they are of different fields', () => {
    const { body, disputes } = merge('organisation', organisation, { size: '600' }, { revenue: '1 bn' });
    expect(disputes).toEqual([]);
    expect(body).toMatchObject({ size: '600', revenue: '1 bn' });
  });

  it('are disputed where they say one field differently, with what both began with', () => {
    const { disputes } = merge('organisation', organisation, { size: '600' }, { size: '700' });
    expect(disputes).toEqual([{ path: 'size', way: 'line', base: '500 people', one: '600', other: '700' }]);
  });

  it('are agreed on where both say the same', () => {
    expect(merge('organisation', organisation, { size: '600' }, { size: '600' })).toMatchObject({
      ...{ body: { size: '600' }, disputes: [] },
    });
  });

  it('are taken language by language of a name', () => {
    const name = organisation['legalName'] as Fields;
    const { body, disputes } = merge(
      'organisation',
      organisation,
      { legalName: { ...name, zhHans: '海港机器人（示例）' } },
      { legalName: { ...name, en: 'Harbour Robotics Ltd (sample)' } },
    );
    expect(disputes).toEqual([]);
    expect(body['legalName']).toEqual({
      ...{ en: 'Harbour Robotics Ltd (sample)', zhHant: '海港機械人（示例）', zhHans: '海港机器人（示例）' },
    });
  });

  it('are taken line by line of a text, and both insertions at one place', () => {
    const { body, disputes } = merge(
      'organisation',
      organisation,
      { profile: 'First line\nSecond line, longer\nThird line\nA fourth' },
      { profile: 'Before\nFirst line\nSecond line\nThird line\nAnother fourth' },
    );
    expect(disputes).toEqual([]);
    expect(body['profile']).toBe('Before\nFirst line\nSecond line, longer\nThird line\nA fourth\nAnother fourth');
  });

  it('are disputed where both wrote one line anew: nothing is mixed into a third sentence', () => {
    const { disputes } = merge(
      'organisation',
      organisation,
      { profile: 'First line\nagreed at 45\nThird line' },
      { profile: 'First line\nNOT agreed\nThird line' },
    );
    expect(disputes).toMatchObject([{ path: 'profile', way: 'text' }]);
  });

  it('are both taken of a set and of a list, also what each took away', () => {
    const { body, disputes } = merge(
      'organisation',
      organisation,
      { sectors: ['fintech', 'other'], shortNames: ['Harbour', 'HR', 'HRL'] },
      { sectors: ['life-and-health-technology'], shortNames: ['Harbour'] },
    );
    expect(disputes).toEqual([]);
    expect(body['sectors']).toEqual(['life-and-health-technology', 'other']);
    expect(body['shortNames']).toEqual(['Harbour', 'HRL']);
  });

  it('are disputed together where fields say one thing together: a time of one and an end of the other', () => {
    const { disputes } = merge(
      'itinerary-item',
      item,
      { start: '11:00', end: '12:00' },
      { start: '08:00', end: '08:30' },
    );
    expect(disputes.map(({ path }) => path)).toEqual(['start', 'end']);
    const moved = merge('itinerary-item', item, { start: '09:30' }, { end: '11:00' });
    expect(moved.disputes.map(({ path }) => path)).toEqual(['start', 'end']);
  });

  it('keep the blocks of two note-takers', () => {
    const first = block(blockOne, 'They agreed.');
    const { body, disputes } = merge(
      'note',
      note,
      { blocks: [first, block(blockTwo, 'Mine')] },
      { blocks: [block(blockOne, 'They agreed.\nIn writing.')] },
    );
    expect(disputes).toEqual([]);
    expect(body['blocks']).toEqual([block(blockOne, 'They agreed.\nIn writing.'), block(blockTwo, 'Mine')]);
  });

  it('are disputed where one took a block away that the other wrote on', () => {
    const { disputes } = merge('note', note, { blocks: [] }, { blocks: [block(blockOne, 'They agreed. Twice.')] });
    expect(disputes).toMatchObject([{ path: `blocks/${blockOne}`, one: undefined }]);
  });

  it('are disputed where one put into the Trash what the other went on with', () => {
    const deletedAt = '2026-03-01T00:00:00.000Z';
    expect(merge('organisation', organisation, { deletedAt }, { size: '600' }).disputes).toMatchObject([
      { path: 'deletedAt', one: deletedAt, other: null },
    ]);
    expect(merge('organisation', organisation, { deletedAt }, {}).body['deletedAt']).toBe(deletedAt);
  });

  it('come out of the Trash where one took it out', () => {
    const trashed = { ...organisation, deletedAt: '2026-03-01T00:00:00.000Z' };
    const { body, disputes } = merge('organisation', trashed, { deletedAt: null }, { size: '600' });
    expect(disputes).toEqual([]);
    expect(body).toMatchObject({ deletedAt: null, size: '600' });
  });

  it('are disputed as a whole where this version does not know the kind, or its shape', () => {
    const strange: Body = { type: 'embassy', id: nextId(), schema: 1, one: 1, two: 2 };
    expect(mergedBody('embassy', strange, { ...strange, one: 2 }, { ...strange, one: 3 }).disputes).toHaveLength(1);
    const newer = { ...organisation, schema: 9 };
    const blocksOf = merge('organisation', newer, { shortNames: ['A'] }, { shortNames: ['B'] });
    expect(blocksOf.disputes).toMatchObject([{ path: 'shortNames', way: 'whole' }]);
  });

  it('keep fields that a newer version wrote', () => {
    const { body } = merge('organisation', organisation, { size: '600', dialect: 'Wu' }, { revenue: '1 bn' });
    expect(body['dialect']).toBe('Wu');
  });

  it('leave everything open that differs, where nobody knows what both began with', () => {
    const { disputes } = mergedBody('organisation', null, organisation, { ...organisation, size: '1', profile: '' });
    expect(disputes.map(({ path }) => path).sort()).toEqual(['profile', 'size']);
  });

  it('are disputed where together they would make what no form accepts', () => {
    const names = Array.from({ length: 20 }, (_, nth) => `name ${nth}`);
    const full = { ...organisation, shortNames: names.slice(0, 19) };
    const { disputes } = merge(
      'organisation',
      full,
      { shortNames: [...full.shortNames, 'mine'] },
      { shortNames: [...full.shortNames, 'theirs'] },
    );
    expect(disputes).toMatchObject([{ path: 'shortNames' }]);
  });

  it('take what a person decided', () => {
    const theirs = { ...organisation, size: '700' };
    const decided = mergedBody('organisation', organisation, { ...organisation, size: '600' }, theirs, () => ({
      value: '650',
    }));
    expect(decided).toMatchObject({ body: { size: '650' }, disputes: [] });
  });
});

describe('a merge', () => {
  const line = fc.constantFrom('a', 'b', 'c', 'd', '');
  const text = fc.array(line, { maxLength: 6 }).map((lines) => lines.join('\n'));
  const list = fc.uniqueArray(line, { maxLength: 5 });
  const change: fc.Arbitrary<Fields> = fc.record(
    {
      size: line,
      revenue: line,
      profile: text,
      shortNames: list,
      sectors: fc.uniqueArray(fc.constantFrom('fintech', 'other', 'advanced-manufacturing-and-new-energy')),
      deletedAt: fc.constantFrom(null, '2026-03-01T00:00:00.000Z', '2026-03-02T00:00:00.000Z'),
      updatedAt: fc.constantFrom('2016-03-01T00:00:00.000Z', '2036-03-02T00:00:00.000Z'),
    },
    { requiredKeys: [] },
  );

  it('says the same whichever side it is seen from', () => {
    fc.assert(
      fc.property(change, change, change, (base, one, other) => {
        const was = { ...organisation, ...base };
        const there = merge('organisation', was, one, other);
        const back = merge('organisation', was, other, one);
        expect(back.disputes.map(({ path, one: mine, other: theirs }) => [path, theirs, mine])).toEqual(
          there.disputes.map(({ path, one: mine, other: theirs }) => [path, mine, theirs]),
        );
        if (there.disputes.length === 0) expect(isSameBody(there.body, back.body)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps every line that either side wrote', () => {
    fc.assert(
      fc.property(text, text, (mine, theirs) => {
        const added = (lines: string, mark: string): string => `${lines}\n${mark}`;
        const was = { ...organisation, profile: 'a\nb\nc\nd' };
        const { body, disputes } = merge(
          'organisation',
          was,
          { profile: added(mine, 'MINE') },
          { profile: added(theirs, 'THEIRS') },
        );
        if (disputes.length > 0) return;
        expect(body['profile']).toContain('MINE');
        expect(body['profile']).toContain('THEIRS');
      }),
    );
  });
});
