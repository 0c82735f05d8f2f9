import { describe, expect, it } from '@jest/globals';
import { issuesInRecord } from '@shared/domain/records';
import { idsAt, relations } from '@shared/domain/relations';
import { ChangePlan, changedRecord } from '../../bench/store/planned-changes';
import { groupSize, idAt, plainRecord, sampleTrip, typeAt } from '../../bench/store/sample-records';

const groups = [0, 1, 499];

describe('the records that stores are measured with', () => {
  it('are valid, and name only records that were made before them', () => {
    for (const group of groups) {
      const known = new Set<string>();
      for (const sample of sampleTrip(group)) {
        const record = plainRecord(sample, group);
        expect([record.id, issuesInRecord(sample.type, record)]).toEqual([record.id, []]);
        const named = relations.filter(({ from }) => from === sample.type).flatMap(({ field }) => idsAt(record, field));
        expect(named.filter((id) => !known.has(id))).toEqual([]);
        known.add(sample.id);
      }
      expect(known.size).toBe(groupSize);
    }
  });

  it('are the same in every run, at the ids that are known beforehand', () => {
    for (const group of groups) {
      expect(sampleTrip(group)).toEqual(sampleTrip(group));
      expect(sampleTrip(group).map(({ id }) => id)).toEqual(sampleTrip(group).map((_, place) => idAt(group, place)));
    }
  });

  it('are one fifth notes of 2 to 6 KB, and short otherwise', () => {
    const records = groups.flatMap((group) => sampleTrip(group).map((sample) => plainRecord(sample, group)));
    const sizes = (isNote: boolean): number[] =>
      records
        .filter(({ type }) => (type === 'note') === isNote)
        .map((record) => Buffer.byteLength(JSON.stringify(record)));
    expect(sizes(true)).toHaveLength(records.length / 5);
    expect(Math.min(...sizes(true))).toBeGreaterThan(2000);
    expect(Math.max(...sizes(true))).toBeLessThan(6500);
    const short = sizes(false);
    const mean = short.reduce((sum, size) => sum + size, 0) / short.length;
    expect(mean).toBeGreaterThan(500);
    expect(mean).toBeLessThan(900);
  });

  it('can be changed as planned, and stay valid', () => {
    const plan = new ChangePlan(groups.length * groupSize, 1);
    const records = new Map(
      [0, 1, 2].flatMap((group) => sampleTrip(group).map((sample) => [sample.id, plainRecord(sample, group)] as const)),
    );
    for (let count = 0; count < 200; count += 1) {
      const change = plan.next();
      const before = records.get(change.id)!;
      expect(before.type).toBe(change.type);
      const after = changedRecord(before, change);
      expect(issuesInRecord(change.type, after)).toEqual([]);
      expect({ ...after, updatedAt: null }).not.toEqual({ ...before, updatedAt: null });
      records.set(change.id, after);
    }
    expect(plan.several(100).map(({ id }) => id)).toHaveLength(100);
    expect(typeAt(0)).toBe('person');
  });
});
