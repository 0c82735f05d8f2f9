import { beforeEach, describe, expect, it } from '@jest/globals';
import { recordTypes } from '@shared/domain/records';
import type { RecordId } from '@shared/domain/values';
import { MemoryEngine, meetingFields, organisationFields, personFields, tripFields } from './memory-engine';

let memory: MemoryEngine;
let ids: Record<'trip' | 'meeting' | 'note' | 'task' | 'person' | 'organisation' | 'post', RecordId>;

/** A trip with a meeting that has a note, and a follow-up; beside it a person with a post at an organisation. */
beforeEach(async () => {
  memory = new MemoryEngine();
  ids = await memory.change((tx) => {
    const trip = tx.create('trip', tripFields()).id;
    const person = tx.create('person', personFields()).id;
    const organisation = tx.create('organisation', organisationFields()).id;
    const meeting = tx.create('meeting', { ...meetingFields(trip), theirAttendeeIds: [person] }).id;
    return {
      trip,
      person,
      organisation,
      meeting,
      note: tx.create('note', { meetingId: meeting }).id,
      task: tx.create('follow-up', { title: 'Send the brochure', tripId: trip }).id,
      post: tx.create('affiliation', { personId: person, organisationId: organisation }).id,
    };
  });
});

/** The names of what is in the Trash. */
function inTrash(): string[] {
  const trashed = new Set(recordTypes.flatMap((type) => memory.engine.trashed(type).map((record) => record.id)));
  return Object.entries(ids)
    .filter(([, id]) => trashed.has(id))
    .map(([name]) => name)
    .sort();
}

describe('the Trash', () => {
  it('takes in a record with all that belongs to it, at one moment, and leaves what it only mentions', async () => {
    await memory.change((tx) => tx.trash('trip', ids.trip));
    expect(inTrash()).toEqual(['meeting', 'note', 'task', 'trip']);
    const moments = new Set(
      recordTypes.flatMap((type) => memory.engine.trashed(type).map((record) => record.deletedAt)),
    );
    expect(moments.size).toBe(1);
  });

  it('gives back all that went with a record', async () => {
    await memory.change((tx) => tx.trash('trip', ids.trip));
    await memory.change((tx) => tx.restore('trip', ids.trip));
    expect(inTrash()).toEqual([]);
  });

  it('keeps what had gone there before, even at the same moment', async () => {
    await memory.change((tx) => {
      tx.trash('note', ids.note);
      tx.trash('trip', ids.trip);
    });
    await memory.change((tx) => tx.restore('trip', ids.trip));
    expect(inTrash()).toEqual(['note']);
  });

  it('gives back a part with the whole that it can be seen in, and what went with that', async () => {
    await memory.change((tx) => tx.trash('note', ids.note));
    await memory.change((tx) => tx.trash('trip', ids.trip));
    await memory.change((tx) => tx.restore('note', ids.note));
    expect(inTrash()).toEqual([]);
  });

  it('keeps a part whose other whole is still there, and gives it back with that one', async () => {
    await memory.change((tx) => tx.trash('organisation', ids.organisation));
    await memory.change((tx) => tx.trash('person', ids.person));
    await memory.change((tx) => tx.restore('organisation', ids.organisation));
    expect(inTrash()).toEqual(['person', 'post']);
    await memory.change((tx) => tx.restore('person', ids.person));
    expect(inTrash()).toEqual([]);
  });

  it('gives back both wholes of a part that is asked for by itself', async () => {
    await memory.change((tx) => tx.trash('organisation', ids.organisation));
    await memory.change((tx) => tx.trash('person', ids.person));
    await memory.change((tx) => tx.restore('affiliation', ids.post));
    expect(inTrash()).toEqual([]);
  });

  it('changes nothing when it is asked twice', async () => {
    await memory.change((tx) => tx.restore('trip', ids.trip));
    await memory.change((tx) => tx.trash('trip', ids.trip));
    const before = memory.onDisk();
    await memory.change((tx) => tx.trash('trip', ids.trip));
    expect(memory.onDisk()).toEqual(before);
  });
});

describe('reverting', () => {
  it('takes back an edit and does it again', async () => {
    const before = memory.get('trip', ids.trip);
    const after = await memory.change((tx) => tx.update('trip', ids.trip, { purpose: 'Wrong' }));
    await memory.change((tx) => tx.revert('trip', ids.trip, before));
    // Not shared yet, so what says the same is the same revision; only who and when differ.
    expect(memory.get('trip', ids.trip)).toMatchObject({
      purpose: '',
      revision: before.revision,
      createdAt: before.createdAt,
    });
    await memory.change((tx) => tx.revert('trip', ids.trip, after));
    expect(memory.get('trip', ids.trip).purpose).toBe('Wrong');
  });

  it('takes back a creation by way of the Trash, by itself, and undoes that', async () => {
    const { task } = ids;
    const made = memory.get('follow-up', task);
    await memory.change((tx) => tx.revert('follow-up', task, null));
    expect(inTrash()).toEqual(['task']);
    await memory.change((tx) => tx.revert('follow-up', task, made));
    expect(inTrash()).toEqual([]);
  });

  it('takes back a trashing record by record', async () => {
    const undo: (() => Promise<void>)[] = [];
    memory.engine.onCommit((commit) => {
      undo.push(() =>
        memory.change((tx) => commit.changes.forEach((change) => tx.revert(change.type, change.id, change.before))),
      );
    });
    await memory.change((tx) => tx.trash('trip', ids.trip));
    await undo[0]!();
    expect(inTrash()).toEqual([]);
    await undo[1]!();
    expect(inTrash()).toEqual(['meeting', 'note', 'task', 'trip']);
  });

  it('removes fields that the record did not have then', async () => {
    const before = memory.get('trip', ids.trip);
    const key = `trip:${ids.trip}`;
    const records = memory.onDisk();
    const later = new MemoryEngine(Object.values({ ...records, [key]: { ...records[key], mood: 'x' } }));
    await later.change((tx) => tx.revert('trip', ids.trip, before));
    expect(later.onDisk()[key]).not.toHaveProperty('mood');
  });
});
