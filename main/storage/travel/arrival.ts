import { setImmediate } from 'node:timers/promises';
import { isSameBody } from '@shared/domain/revision';
import { partOf, Steps, throwIfCancelled } from '../backups/unhurried';
import type { Watch } from '../backups/unhurried';
import { storedIn } from '../backups/up-to-date';
import { nameIn } from '../records/stored-record';
import type { StoredRecord } from '../records/stored-record';
import type { RecordJsons } from '../snapshot';
import type { Arrived } from './arrival-place';
import { filesNamed, isObject, leavesIn } from './files-named';
import { keyOf } from './outline';

/** A record that did not arrive as it is here. */
export interface MissingRecord {
  readonly type: string;
  readonly id: string;
  /** `older`: an earlier state of it is there, or another one. */
  readonly why: 'missing' | 'older';
}

/** What a comparison with a place elsewhere came to. */
export interface Comparison {
  readonly records: number;
  readonly files: number;
  readonly missingRecords: readonly MissingRecord[];
  /** Attachments whose file is not there. */
  readonly missingFiles: readonly string[];
  /** What was set aside as damaged here and is not there. */
  readonly missingAside: readonly string[];
  /** Attachments whose file cannot be read here either: there is nothing that could arrive. */
  readonly lostFiles: readonly string[];
}

/** What is here. */
export interface Present {
  readonly records: RecordJsons;
  hasFile(sha256: string): Promise<boolean>;
  /** What was set aside, by its name, with the hash of its content. */
  readonly aside: ReadonlyMap<string, string>;
}

/**
 * Whether everything that is here is there: every record, also in the Trash and of a newer version, at the same revision
 * with the same words, or at a later one that follows from it; every file by its content. Throws the disk's errors and
 * `Cancelled`.
 */
export async function compared(here: Present, there: Arrived, watch: Watch = {}): Promise<Comparison> {
  const byKey = new Map<string, Uint8Array>();
  for (const json of there.records) {
    const name = nameIn(json);
    if (name !== null) byKey.set(keyOf(name.type, name.id), json);
  }
  const steps = new Steps(partOf(watch, 0, 0.4), here.records.length);
  const missingRecords: MissingRecord[] = [];
  for (const json of here.records) {
    const name = nameIn(json);
    if (name === null) throw new Error('A record without a name');
    const arrived = byKey.get(keyOf(name.type, name.id));
    if (arrived === undefined) missingRecords.push({ ...name, why: 'missing' });
    else if (!hasArrived(json, arrived)) missingRecords.push({ ...name, why: 'older' });
    await steps.step();
  }

  const files = await filesNamed(here.records);
  const missingFiles: string[] = [];
  const lostFiles: string[] = [];
  for (const [index, { sha256, attachmentIds }] of files.entries()) {
    throwIfCancelled(watch);
    watch.onProgress?.(0.4 + (0.6 * index) / files.length);
    if (await there.hasFile(sha256)) continue;
    ((await here.hasFile(sha256)) ? missingFiles : lostFiles).push(...attachmentIds);
    await setImmediate();
  }
  const missingAside = [...here.aside].filter(([, hash]) => !there.aside.has(hash)).map(([name]) => name);
  return { records: here.records.length, files: files.length, missingRecords, missingFiles, missingAside, lostFiles };
}

export function isComplete({ missingRecords, missingFiles, missingAside }: Comparison): boolean {
  return missingRecords.length + missingFiles.length + missingAside.length === 0;
}

function hasArrived(here: Uint8Array, there: Uint8Array): boolean {
  if (Buffer.compare(here, there) === 0) return true;
  const mine = storedIn(here);
  const theirs = storedIn(there);
  if (mine === null || theirs === null) return false;
  return statesOf(mine).every((state) => holds(theirs, state));
}

/** What a record says in one of its revisions: of the shown one, or of another live one that waits for a merge. */
interface State {
  readonly revision: unknown;
  readonly body: unknown;
}

function statesOf(stored: StoredRecord): State[] {
  const { $sync: _sync, $branches: _branches, ...body } = stored;
  return [
    { revision: body['revision'], body },
    ...leavesIn(stored).map((leaf) => ({ revision: leaf.rev, body: leaf.body })),
  ];
}

/** A later revision was made from this one, by somebody who saw it, and took its place. */
function holds(theirs: StoredRecord, { revision, body }: State): boolean {
  if (typeof revision !== 'string') return false;
  const [, hash = ''] = revision.split('-');
  if (ancestorsOf(theirs).includes(hash)) return true;
  return statesOf(theirs).some((state) => state.revision === revision && saysTheSame(state.body, body));
}

/** The same revision vouches for the same words; they are compared all the same, since after this they are gone here. */
function saysTheSame(one: unknown, other: unknown): boolean {
  return isObject(one) && isObject(other) ? isSameBody(one, other) : one === other;
}

function ancestorsOf(stored: StoredRecord): unknown[] {
  const sync = stored['$sync'];
  const own = isObject(sync) ? [sync['anc']] : [];
  return [...own, ...leavesIn(stored).map(({ anc }) => anc)].flatMap((each: unknown): unknown[] =>
    Array.isArray(each) ? each : [],
  );
}
