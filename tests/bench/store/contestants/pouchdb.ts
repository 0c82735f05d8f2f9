import { join } from 'node:path';
import { changedRecord } from '../planned-changes';
import { plainRecord } from '../sample-records';
import type { PlainRecord } from '../sample-records';
import type { Contestant } from './contestant';
import { noteLength, titleOf } from './plain';

type Document = PlainRecord & { readonly _id: string };
interface Rows {
  readonly rows: readonly { readonly doc?: Document | null }[];
}
type Written = readonly { readonly ok?: true }[];

/** What is used of PouchDB. */
interface Database {
  get(id: string): Promise<Document>;
  put(document: Document): Promise<unknown>;
  allDocs(options: object): Promise<Rows>;
  bulkDocs(documents: readonly object[]): Promise<Written>;
  close(): Promise<void>;
}
export type PouchLibrary = new (path: string, options: { readonly adapter: 'leveldb' }) => Database;

/** PouchDB on LevelDB: keeps the revisions of each record; LevelDB is not asked to sync. */
export function pouchdb(Library: PouchLibrary): Contestant {
  return {
    open(folder) {
      const db = new Library(join(folder, 'pouch'), { adapter: 'leveldb' });
      const write = async (documents: readonly object[]): Promise<void> => {
        const written = await db.bulkDocs(documents);
        if (written.some(({ ok }) => ok !== true)) throw new Error('PouchDB refused a record');
      };
      return Promise.resolve({
        async listTrips() {
          const { rows } = await db.allDocs({ startkey: 'trip:', endkey: 'trip:\ufff0', include_docs: true });
          return rows.flatMap(({ doc }) => (doc ? [titleOf(doc)] : []));
        },
        readNote: async (id) => noteLength(await db.get(`note:${id}`)),
        async change(change) {
          const document = await db.get(`${change.type}:${change.id}`);
          await db.put({ ...document, ...changedRecord(document, change) });
        },
        async changeTogether(changes) {
          const keys = changes.map(({ type, id }) => `${type}:${id}`);
          const { rows } = await db.allDocs({ keys, include_docs: true });
          await write(
            rows.flatMap(({ doc }, index) => {
              const change = changes[index];
              return doc && change ? [{ ...doc, ...changedRecord(doc, change) }] : [];
            }),
          );
        },
        async add(groups) {
          for (const { group, records } of groups) {
            await write(
              records.map((sample) => ({ _id: `${sample.type}:${sample.id}`, ...plainRecord(sample, group) })),
            );
          }
        },
        close: () => db.close(),
      });
    },
  };
}
