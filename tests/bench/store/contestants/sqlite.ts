import { join } from 'node:path';
import { changedRecord } from '../planned-changes';
import type { PlannedChange } from '../planned-changes';
import { plainRecord } from '../sample-records';
import type { PlainRecord } from '../sample-records';
import type { Contestant } from './contestant';
import { noteLength, titleOf } from './plain';

/** What is used of better-sqlite3. */
interface Statement {
  get(...values: readonly string[]): { readonly json: string } | undefined;
  all(...values: readonly string[]): readonly { readonly json: string }[];
  run(...values: readonly string[]): unknown;
}
interface Database {
  pragma(text: string): unknown;
  exec(sql: string): unknown;
  prepare(sql: string): Statement;
  transaction<V>(work: (value: V) => void): (value: V) => void;
  close(): unknown;
}
export type SqliteLibrary = new (path: string) => Database;

/** SQLite with a write-ahead log that is synced at each commit, and the record as JSON in one column. */
export function sqlite(Library: SqliteLibrary): Contestant {
  return {
    open(folder) {
      const db = new Library(join(folder, 'records.sqlite'));
      db.pragma('journal_mode = WAL');
      db.pragma('synchronous = FULL');
      db.exec('CREATE TABLE IF NOT EXISTS record (id TEXT PRIMARY KEY, type TEXT NOT NULL, json TEXT NOT NULL)');
      db.exec('CREATE INDEX IF NOT EXISTS record_type ON record (type)');
      const byId = db.prepare('SELECT json FROM record WHERE id = ?');
      const byType = db.prepare('SELECT json FROM record WHERE type = ?');
      const replace = db.prepare('UPDATE record SET json = ? WHERE id = ?');
      const insert = db.prepare('INSERT INTO record (id, type, json) VALUES (?, ?, ?)');

      const existing = (id: string): PlainRecord => {
        const row = byId.get(id);
        if (row === undefined) throw new Error(`SQLite has no record ${id}`);
        return JSON.parse(row.json) as PlainRecord;
      };
      const apply = (change: PlannedChange): void => {
        replace.run(JSON.stringify(changedRecord(existing(change.id), change)), change.id);
      };
      const change = db.transaction(apply);
      const changeTogether = db.transaction((changes: readonly PlannedChange[]) => {
        changes.forEach(apply);
      });
      const add = db.transaction((records: readonly PlainRecord[]) => {
        for (const record of records) insert.run(record.id, record.type, JSON.stringify(record));
      });
      // Its calls are synchronous; what they throw becomes a rejection.
      const asked = <V>(work: () => V): Promise<V> => new Promise((resolve) => resolve(work()));
      return Promise.resolve({
        listTrips: () => asked(() => byType.all('trip').map(({ json }) => titleOf(JSON.parse(json) as PlainRecord))),
        readNote: (id) => asked(() => noteLength(existing(id))),
        change: (planned) => asked(() => change(planned)),
        changeTogether: (planned) => asked(() => changeTogether(planned)),
        async add(groups) {
          for (const { group, records } of groups) {
            await asked(() => add(records.map((sample) => plainRecord(sample, group))));
          }
        },
        async close() {
          await asked(() => db.close());
        },
      });
    },
  };
}
