import { createRequire } from 'node:module';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { branchedStore } from '@main/services/sync/branched-store';
import { openStore } from '@main/storage/open-store';
import { edited } from '@main/sync/edit';
import { shortHash } from '@main/sync/hash';
import { revisionsBy } from '@shared/domain/revision';
import { round } from '@main/sync/round/round';
import { shownLeaf } from '@main/sync/synced-record';
import { couchPeer } from '@main/sync/transports/couch/couch-peer';
import { instantOf } from '@shared/dates';
import { randomUUID } from 'node:crypto';
import type { PlainRecord } from '../store/sample-records';

export interface Place {
  /** The database's address. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
}

/** A device of one of those that are compared, with a store of its own. */
export interface Contestant {
  /** Fills the store; not measured. */
  fill(records: readonly PlainRecord[]): Promise<void>;
  /** Puts a file of so many bytes beside a record, as its own program would; not measured. */
  addPhoto(beside: PlainRecord, bytes: Uint8Array): Promise<void>;
  /** Changes a text of each of these; not measured. */
  change(records: readonly PlainRecord[], text: string): Promise<void>;
  sync(): Promise<void>;
  count(): Promise<number>;
  close(): Promise<void>;
}

const [revise, clock] = [revisionsBy(shortHash), () => instantOf(Date.now())];

/** Our store on the disk, every change of it synced, and our rounds. */
export async function attache({ url, user, password }: Place): Promise<Contestant> {
  const folder = await mkdtemp(join(tmpdir(), 'attache-bench-sync-'));
  const opened = await openStore({ folder, clock, newId: randomUUID });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { branches, blobs, store } = opened.value;
  const synced = branchedStore(branches, { blobs, me: () => '00000000-0000-4000-8000-000000000000' });
  const peer = couchPeer({ url, fetch, credentials: { kind: 'basic', name: user, password } });
  let remembered: unknown = null;
  const memory = {
    read: () => remembered,
    keep: (value: unknown) => {
      remembered = value;
      return Promise.resolve();
    },
  };
  const keyOf = ({ type, id }: PlainRecord): string => `${type}:${id}`;
  const put = async (records: readonly PlainRecord[], fieldsOf: (record: PlainRecord) => object): Promise<void> => {
    const byKey = new Map(records.map((record) => [keyOf(record), record]));
    await synced.change([...byKey.keys()], (record) => {
      const sample = byKey.get(record.key);
      if (sample === undefined) throw new Error('A record that was not asked for');
      return edited(record, { ...shownLeaf(record)?.body, ...fieldsOf(sample) }, revise);
    });
  };
  return {
    fill: (records) => put(records, bodyOf),
    async addPhoto(beside, bytes) {
      const kept = await blobs.put(bytes);
      if (!kept.ok) throw new Error(kept.failure.code);
      const fields = {
        sha256: kept.value,
        name: 'photo.jpg',
        mime: 'image/jpeg',
        size: bytes.length,
        tripId: beside.id,
      };
      await put([{ ...beside, type: 'attachment', id: randomUUID() }], (record) => ({
        ...attachmentOf(record),
        ...fields,
      }));
    },
    change: (records, text) => put(records, () => ({ changedText: text })),
    async sync() {
      await round({ store: synced, peer, memory, revise, device: folder, newSession: randomUUID });
    },
    count: async () => (await branches.changedSince(0)).length,
    async close() {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function bodyOf(record: PlainRecord): object {
  const { $sync: _sync, revision: _revision, ...body } = record;
  return body;
}

function attachmentOf({ type, id, schema, createdAt, createdBy, updatedAt, updatedBy }: PlainRecord): object {
  return {
    ...{ type, id, schema, createdAt, createdBy, updatedAt, updatedBy, deletedAt: null },
    ...{ classification: 'unclassified', caption: '', takenAt: null, meetingId: null, organisationId: null },
    ...{ personId: null, isInReport: false, position: 0 },
  };
}

interface Pouch {
  bulkDocs(documents: readonly object[]): Promise<unknown>;
  get(id: string): Promise<{ _id: string; _rev: string }>;
  put(document: object): Promise<unknown>;
  putAttachment(id: string, name: string, rev: string, content: Uint8Array, type: string): Promise<unknown>;
  sync(other: string): Promise<unknown>;
  info(): Promise<{ doc_count: number }>;
  destroy(): Promise<void>;
}

/** PouchDB 9 as it comes, in memory, and its own replication in both directions. */
export async function pouch({ url, user, password }: Place, peers: string): Promise<Contestant> {
  const load = createRequire(join(peers, 'package.json'));
  const Database = load('pouchdb') as new (name: string, options?: object) => Pouch;
  const folder = await mkdtemp(join(tmpdir(), 'pouch-bench-sync-'));
  const db = new Database(join(folder, 'db'));
  const address = new URL(url);
  [address.username, address.password] = [user, password];
  const idOf = ({ type, id }: PlainRecord): string => `${type}:${id}`;
  return {
    async fill(records) {
      await db.bulkDocs(records.map((record) => ({ _id: idOf(record), ...bodyOf(record) })));
    },
    async addPhoto(beside, bytes) {
      const { _id, _rev } = await db.get(idOf(beside));
      await db.putAttachment(_id, 'photo.jpg', _rev, Buffer.from(bytes), 'image/jpeg');
    },
    async change(records, text) {
      for (const record of records) await db.put({ ...(await db.get(idOf(record))), changedText: text });
    },
    async sync() {
      await db.sync(address.href);
    },
    count: async () => (await db.info()).doc_count,
    async close() {
      await db.destroy();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
