import type { Instant } from '@shared/dates';
import type { RecordOf } from '@shared/domain/records';
import type { RecordId } from '@shared/domain/values';
import type { NoteVersionSummary } from '@shared/ipc/note-channels';
import { failed, success } from '@shared/result';
import type { Result } from '@shared/result';
import type { Reader, Store, Transaction } from '../storage/store';
import { intend } from './context';
import type { ServiceContext } from './context';
import { followLines } from './follow-up-lines';

type Note = RecordOf<'note'>;
type NoteVersion = RecordOf<'note-version'>;
type Blocks = Note['blocks'];

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const apart = 10 * minute;
/** So many characters taken away at once, or little by little since the note was longest, are much. */
const much = 80;
const mostVersions = 100;

/**
 * The longest that each note has been since its last version. Who holds Backspace takes a little away with every save,
 * and would be seen to have taken much only when it is gone.
 */
const longest = new WeakMap<Store, Map<RecordId, Note>>();

/**
 * Changes the blocks of a note, in the transaction that it is given: keeps the state before as a version when that is
 * due, and makes the follow-ups say what their lines say.
 */
export function changeBlocks(context: ServiceContext, tx: Transaction, note: Note, blocks: Blocks): Note {
  const kept = stateToKeep(context, tx, note, blocks);
  if (kept !== null) keepVersion(context, tx, kept);
  const changed = tx.update('note', note.id, { blocks });
  followLines(context, tx, changed, note.blocks);
  return changed;
}

/** The state of a note that is to be kept before it is changed: the present one, or the longest since the last version. */
function stateToKeep(context: ServiceContext, tx: Transaction, note: Note, blocks: Blocks): Note | null {
  const newest = versionsOf(tx, note.id)[0];
  const isNews = (state: Note): boolean => newest === undefined || !hasSameWords(state.blocks, newest.blocks);
  if (lengthOf(note.blocks) === 0) return null;
  // It came back from the Trash because somebody writes where it was: what was thrown away can still be read.
  if (note.deletedAt !== null) return isNews(note) && !hasSameWords(note.blocks, blocks) ? note : null;

  const known = longestOf(context.store);
  const before = known.get(note.id);
  const fullest =
    before !== undefined && isNews(before) && lengthOf(before.blocks) > lengthOf(note.blocks) ? before : note;
  known.set(note.id, fullest);
  if (lengthOf(fullest.blocks) - lengthOf(blocks) >= much) {
    known.delete(note.id);
    return isNews(fullest) ? fullest : null;
  }
  if (!isNews(note)) return null;
  const since = Date.parse(context.now()) - Date.parse(newest?.keptAt ?? note.createdAt);
  return since >= apart || note.updatedBy !== context.me() || removed(note.blocks, blocks) >= much ? note : null;
}

function longestOf(store: Store): Map<RecordId, Note> {
  const known = longest.get(store) ?? new Map<RecordId, Note>();
  longest.set(store, known);
  return known;
}

function hasSameWords(one: Blocks, other: Blocks): boolean {
  return (
    one.length === other.length &&
    one.every(({ id, markdown }, at) => id === other[at]?.id && markdown === other[at].markdown)
  );
}

function lengthOf(blocks: Blocks): number {
  return blocks.reduce((sum, block) => sum + block.markdown.length, 0);
}

/** How many characters were written over or taken away: what lies between the beginning and end that are the same. */
function removed(before: Blocks, after: Blocks): number {
  const texts = new Map(after.map((block) => [block.id, block.markdown]));
  return before.reduce((sum, { id, markdown }) => sum + removedFrom(markdown, texts.get(id) ?? ''), 0);
}

function removedFrom(before: string, after: string): number {
  if (before === after) return 0;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return before.length - start - end;
}

function keepVersion(context: ServiceContext, tx: Transaction, state: Note): void {
  const fields = { noteId: state.id, keptAt: state.updatedAt, writtenBy: state.updatedBy, blocks: state.blocks };
  tx.create('note-version', fields);
  for (const version of superfluous(versionsOf(tx, state.id), context.now())) {
    // A tombstone stays of every record; this one should take no room.
    tx.update('note-version', version.id, { blocks: [] });
    tx.trash('note-version', version.id);
  }
}

/** The versions that are not wanted any more: all of the last day stay, then one an hour for a week, then one a day. */
export function superfluous(newestFirst: readonly NoteVersion[], now: Instant): NoteVersion[] {
  const taken = new Set<string>();
  const wanted = newestFirst.filter(({ keptAt, id }) => {
    const age = Date.parse(now) - Date.parse(keptAt);
    const span = age <= day ? id : keptAt.slice(0, age <= 7 * day ? 'yyyy-mm-ddThh'.length : 'yyyy-mm-dd'.length);
    if (taken.has(span)) return false;
    taken.add(span);
    return true;
  });
  const kept = new Set(wanted.slice(0, mostVersions));
  return newestFirst.filter((version) => !kept.has(version));
}

/** The versions of a note, the newest first. */
function versionsOf(reader: Reader, noteId: RecordId): NoteVersion[] {
  return [...reader.naming('note-version', 'noteId', noteId)].sort(
    (one, other) =>
      other.keptAt.localeCompare(one.keptAt) ||
      other.createdAt.localeCompare(one.createdAt) ||
      other.id.localeCompare(one.id),
  );
}

/** The versions of a note, the newest first, with how much longer each was than the one before it. */
export function listVersions(reader: Reader, noteId: RecordId): Result<NoteVersionSummary[]> {
  const note = reader.get('note', noteId);
  if (note === undefined) return failed({ code: 'not-found', type: 'note', id: noteId });
  const versions = versionsOf(reader, noteId);
  return success(
    versions.map(({ id, keptAt, writtenBy, blocks }, at) => ({
      id,
      keptAt,
      writtenBy,
      characters: lengthOf(blocks),
      difference: lengthOf(blocks) - lengthOf(versions[at + 1]?.blocks ?? []),
    })),
  );
}

/** One version with its words. */
export function readVersion(reader: Reader, id: RecordId): Result<NoteVersion> {
  const version = reader.get('note-version', id);
  return version === undefined || version.deletedAt !== null
    ? failed({ code: 'not-found', type: 'note-version', id })
    : success(version);
}

/**
 * Sets one's own words back to what they were; what colleagues wrote stays as they left it. The present state is kept
 * as a version first, so that nothing is lost by going back.
 */
export function restoreVersion(context: ServiceContext, id: RecordId): Promise<Result<Note>> {
  return context.store.transact(intend(context, 'restore', 'note-version'), (tx) => {
    const version = tx.existing('note-version', id);
    const note = tx.existing('note', version.noteId);
    if (note.deletedAt !== null) tx.restore('note', note.id);
    const blocks = restored(note.blocks, version.blocks, context.me());
    const newest = versionsOf(tx, note.id)[0];
    if (newest === undefined || !hasSameWords(note.blocks, newest.blocks)) keepVersion(context, tx, note);
    longestOf(context.store).delete(note.id);
    const changed = tx.update('note', note.id, { blocks });
    followLines(context, tx, changed, note.blocks);
    return changed;
  });
}

/** The blocks as they are now, with those of this author as they were then, each where it stood. */
function restored(now: Blocks, then: Blocks, authorId: RecordId): Blocks {
  const texts = new Map(then.map((block) => [block.id, block]));
  const here = new Set(now.map((block) => block.id));
  const staying = now.map((block) =>
    block.authorId === authorId ? { ...block, markdown: texts.get(block.id)?.markdown ?? '' } : block,
  );
  const back = then.filter((block) => block.authorId === authorId && !here.has(block.id));
  return [...staying, ...back].sort((one, other) => one.begunAt.localeCompare(other.begunAt));
}
