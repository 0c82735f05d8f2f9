import { join } from 'node:path';
import { changedRecord } from '../planned-changes';
import type { PlannedChange } from '../planned-changes';
import { plainRecord } from '../sample-records';
import type { PlainRecord, SampleRecord } from '../sample-records';
import type { Contestant } from './contestant';
import { noteLength, titleOf } from './plain';

/** What is used of @seald-io/nedb. */
interface Datastore {
  loadDatabaseAsync(): Promise<unknown>;
  ensureIndexAsync(options: { readonly fieldName: string }): Promise<unknown>;
  findAsync(query: object): PromiseLike<readonly PlainRecord[]>;
  findOneAsync(query: object): PromiseLike<PlainRecord | null>;
  insertAsync(records: readonly object[]): Promise<unknown>;
  updateAsync(query: object, record: object): Promise<unknown>;
}
export type NedbLibrary = new (options: { readonly filename: string }) => Datastore;

/** NeDB: everything in memory, a line appended at each change; it never syncs. */
export function nedb(Library: NedbLibrary): Contestant {
  return {
    async open(folder) {
      const db = new Library({ filename: join(folder, 'records.nedb') });
      await db.loadDatabaseAsync();
      await db.ensureIndexAsync({ fieldName: 'type' });
      const existing = async (id: string): Promise<PlainRecord> => {
        const record = await db.findOneAsync({ _id: id });
        if (record === null) throw new Error(`NeDB has no record ${id}`);
        return record;
      };
      const change = async (planned: PlannedChange): Promise<void> => {
        await db.updateAsync({ _id: planned.id }, changedRecord(await existing(planned.id), planned));
      };
      return {
        listTrips: async () => (await db.findAsync({ type: 'trip' })).map(titleOf),
        readNote: async (id) => noteLength(await existing(id)),
        change,
        async changeTogether(changes) {
          await Promise.all(changes.map(change));
        },
        async add(groups) {
          for (const { group, records } of groups) {
            await db.insertAsync(records.map((sample) => documentOf(sample, group)));
          }
        },
        close: () => Promise.resolve(),
      };
    },
  };
}

/** NeDB keeps the dollar sign for itself. */
function documentOf(sample: SampleRecord, group: number): object {
  const { $sync, ...fields } = plainRecord(sample, group);
  return { _id: sample.id, ...fields, sync: $sync };
}
