import { join } from 'node:path';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { changedRecord } from '../planned-changes';
import type { PlannedChange } from '../planned-changes';
import { plainRecord } from '../sample-records';
import type { PlainRecord } from '../sample-records';
import type { Contestant } from './contestant';
import { noteLength, titleOf } from './plain';

interface Everything {
  readonly records: Record<string, PlainRecord>;
}

/** lowdb as its guide shows it: everything in one object, and the whole of it written at each change. */
export const lowdb: Contestant = {
  async open(folder) {
    const low = new Low<Everything>(new JSONFile(join(folder, 'db.json')), { records: {} });
    await low.read();
    const { records } = low.data;
    const existing = (id: string): PlainRecord => {
      const record = records[id];
      if (record === undefined) throw new Error(`lowdb has no record ${id}`);
      return record;
    };
    const apply = (change: PlannedChange): void => {
      records[change.id] = changedRecord(existing(change.id), change);
    };
    return {
      listTrips: () =>
        Promise.resolve(
          Object.values(records)
            .filter(({ type }) => type === 'trip')
            .map(titleOf),
        ),
      readNote: (id) => Promise.resolve(noteLength(existing(id))),
      async change(change) {
        apply(change);
        await low.write();
      },
      async changeTogether(changes) {
        changes.forEach(apply);
        await low.write();
      },
      async add(groups) {
        for (const { group, records: samples } of groups) {
          for (const sample of samples) records[sample.id] = plainRecord(sample, group);
        }
        await low.write();
      },
      close: () => Promise.resolve(),
    };
  },
};
