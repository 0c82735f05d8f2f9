import { describe, expect, it } from '@jest/globals';
import { recordBaseFields } from '@shared/domain/record';
import { Refusal } from '@main/storage/records/refusal';
import type { Commit } from '@main/storage/store';
import type { CalendarDate } from '@shared/dates';
import { MemoryEngine, meetingFields, noSuchId, officer, personFields, tripFields } from './memory-engine';

const invalid = (path: string, code: string): unknown => ({
  ok: false,
  failure: { code: 'invalid-input', issues: [expect.objectContaining({ path, code })] },
});

describe('creating', () => {
  it('fills in what every record carries and what was left blank', async () => {
    const memory = new MemoryEngine();
    const trip = await memory.change((tx) => tx.create('trip', tripFields()));
    expect(Object.keys(trip)).toEqual(
      expect.arrayContaining([...Object.keys(recordBaseFields), 'objectives', 'classification']),
    );
    expect(trip).toMatchObject({
      createdBy: officer,
      updatedBy: officer,
      deletedAt: null,
      status: 'planning',
      schema: 1,
    });
    expect(trip.createdAt).toBe(trip.updatedAt);
    expect(memory.engine.all('trip')).toEqual([trip]);
  });

  it('refuses an id that is taken, also by what this version cannot read', async () => {
    const memory = new MemoryEngine();
    const { id } = await memory.change((tx) => tx.create('trip', tripFields()));
    expect(await memory.attempt((tx) => tx.create('trip', tripFields(), id))).toEqual(invalid('id', 'invalid'));

    const unreadable = { type: 'trip', id: noSuchId, schema: 9, of: 'another age' };
    const withForeign = new MemoryEngine([unreadable]);
    expect(await withForeign.attempt((tx) => tx.create('trip', tripFields(), noSuchId))).toEqual(
      invalid('id', 'invalid'),
    );
    await withForeign.change((tx) => tx.create('trip', tripFields()));
    expect(withForeign.onDisk()[`trip:${noSuchId}`]).toEqual(unreadable);
  });

  it('refuses what does not fit, and keeps nothing of the transaction', async () => {
    const memory = new MemoryEngine();
    const backwards = { ...tripFields(), lastDay: '2026-03-01' as CalendarDate };
    const result = await memory.attempt((tx) => {
      tx.create('person', personFields());
      tx.create('trip', backwards);
    });
    expect(result).toEqual(invalid('lastDay', 'ends-before-it-begins'));
    expect([memory.engine.all('person'), memory.engine.all('trip'), memory.writes]).toEqual([[], [], 0]);
  });

  it('refuses fields that a record does not have, its own signature among them', async () => {
    const memory = new MemoryEngine();
    for (const name of ['createdAt', 'revision', '__proto__', 'surprise']) {
      const fields = Object.defineProperty(tripFields(), name, { value: 'x', enumerable: true });
      expect(await memory.attempt((tx) => tx.create('trip', fields))).toEqual(invalid(name, 'unknown-field'));
    }
  });

  it('refuses a reference to nothing and says which one it is', async () => {
    const memory = new MemoryEngine();
    const person = await memory.change((tx) => tx.create('person', personFields()));
    expect(await memory.attempt((tx) => tx.create('meeting', meetingFields(noSuchId)))).toEqual(
      invalid('tripId', 'unknown-reference'),
    );
    expect(
      await memory.attempt((tx) =>
        tx.create('meeting', { ...meetingFields(null), ourAttendeeIds: [person.id, noSuchId] }),
      ),
    ).toEqual(invalid('ourAttendeeIds.1', 'unknown-reference'));
  });

  it('takes references to what the same transaction makes, in either order, and to what is in the Trash', async () => {
    const memory = new MemoryEngine();
    const tripId = memory.newId();
    await memory.change((tx) => {
      tx.create('meeting', meetingFields(tripId));
      tx.create('trip', tripFields(), tripId);
    });
    const person = await memory.change((tx) => tx.create('person', personFields()));
    await memory.change((tx) => tx.trash('person', person.id));
    await memory.change((tx) => tx.create('meeting', { ...meetingFields(null), ourAttendeeIds: [person.id] }));
    expect(memory.engine.all('meeting')).toHaveLength(2);
  });

  it('keeps its own copy of what it was given, and hands out what nobody can change', async () => {
    const memory = new MemoryEngine();
    const fields = { ...tripFields(), objectives: ['See the laboratory'] };
    const trip = await memory.change((tx) => tx.create('trip', fields));
    fields.objectives.push('Smuggled in');
    expect(memory.get('trip', trip.id).objectives).toEqual(['See the laboratory']);
    expect(() => trip.objectives.push('Smuggled in')).toThrow('not extensible');
  });
});

describe('updating', () => {
  it('changes what is given and nothing else, and signs it', async () => {
    const memory = new MemoryEngine();
    const trip = await memory.change((tx) => tx.create('trip', tripFields()));
    const changed = await memory.change(
      (tx) => tx.update('trip', trip.id, { reference: 'DV 1/2026', purpose: undefined }),
      {
        by: memory.newId(),
      },
    );
    expect(changed).toEqual({
      ...trip,
      reference: 'DV 1/2026',
      revision: changed.revision,
      updatedAt: changed.updatedAt,
      updatedBy: changed.updatedBy,
    });
    expect(changed.updatedAt > trip.updatedAt).toBe(true);
    expect(changed.updatedBy).not.toBe(trip.updatedBy);
    expect(changed.revision).not.toBe(trip.revision);
  });

  it('writes nothing and tells nobody when nothing changed, also by way of a detour', async () => {
    const memory = new MemoryEngine();
    const trip = await memory.change((tx) => tx.create('trip', { ...tripFields(), objectives: ['One'] }));
    const heard: Commit[] = [];
    memory.engine.onCommit((commit) => heard.push(commit));
    const writes = memory.writes;
    expect(await memory.change((tx) => tx.update('trip', trip.id, { objectives: ['One'] }))).toBe(trip);
    const detour = await memory.change((tx) => {
      tx.update('trip', trip.id, { purpose: 'Another' });
      return tx.update('trip', trip.id, { purpose: '' });
    });
    expect([detour, memory.get('trip', trip.id), memory.writes - writes, heard]).toEqual([trip, trip, 0, []]);
  });

  it('keeps fields that it does not know', async () => {
    const memory = new MemoryEngine();
    const trip = await memory.change((tx) => tx.create('trip', tripFields()));
    const key = `trip:${trip.id}`;
    const later = new MemoryEngine([{ ...memory.onDisk()[key], mood: '😀' }]);
    await later.change((tx) => tx.update('trip', trip.id, { purpose: 'New' }));
    expect(later.onDisk()[key]).toMatchObject({ mood: '😀', purpose: 'New' });
  });

  it('refuses to change a record of a newer schema, which can be read', async () => {
    const memory = new MemoryEngine();
    const trip = await memory.change((tx) => tx.create('trip', tripFields()));
    const newer = new MemoryEngine([{ ...memory.onDisk()[`trip:${trip.id}`], schema: 2 }]);
    expect(newer.get('trip', trip.id).title).toEqual(trip.title);
    const refused = { ok: false, failure: { code: 'newer-version', found: 2, known: 1 } };
    expect(await newer.attempt((tx) => tx.update('trip', trip.id, { purpose: 'x' }))).toEqual(refused);
    expect(await newer.attempt((tx) => tx.trash('trip', trip.id))).toEqual(refused);
  });

  it('says which record there is none of', async () => {
    const refused = { ok: false, failure: { code: 'not-found', type: 'trip', id: noSuchId } };
    const memory = new MemoryEngine();
    expect(await memory.attempt((tx) => tx.update('trip', noSuchId, {}))).toEqual(refused);
    expect(await memory.attempt((tx) => tx.existing('trip', noSuchId))).toEqual(refused);
    expect(await memory.attempt((tx) => tx.trash('trip', noSuchId))).toEqual(refused);
  });

  it('does not ask again after a reference that was there before', async () => {
    const memory = new MemoryEngine();
    const [trip, meeting] = await memory.change((tx) => {
      const made = tx.create('trip', tripFields());
      return [made, tx.create('meeting', meetingFields(made.id))] as const;
    });
    const { [`trip:${trip.id}`]: _lost, ...records } = memory.onDisk();
    const without = new MemoryEngine(Object.values(records));
    await without.change((tx) => tx.update('meeting', meeting.id, { outcome: 'Agreed' }));
    expect(without.get('meeting', meeting.id).outcome).toBe('Agreed');
  });
});

describe('a transaction', () => {
  it('sees its own changes and is seen by nobody before it is on the disk', async () => {
    const memory = new MemoryEngine();
    let seen = -1;
    const pending = memory.attempt((tx) => {
      const { id } = tx.create('trip', tripFields());
      tx.create('trip', tripFields('Second'));
      tx.trash('trip', id);
      seen = memory.engine.all('trip').length;
      return [tx.all('trip').length, tx.trashed('trip').length];
    });
    expect(memory.engine.all('trip')).toEqual([]);
    expect(await pending).toEqual({ ok: true, value: [1, 1] });
    expect(seen).toBe(0);
    expect([memory.engine.all('trip').length, memory.engine.trashed('trip').length]).toEqual([1, 1]);
  });

  it('answers a Refusal with its failure, and rejects with the cause for anything else that is thrown', async () => {
    const memory = new MemoryEngine();
    expect(
      await memory.attempt(() => {
        throw new Refusal({ code: 'forbidden' });
      }),
    ).toEqual({ ok: false, failure: { code: 'forbidden' } });
    const cause = new Error('A broken invariant');
    await expect(
      memory.attempt((tx) => {
        tx.create('trip', tripFields());
        throw cause;
      }),
    ).rejects.toMatchObject({ cause });
    await expect(memory.attempt(() => Promise.resolve())).rejects.toThrow();
    expect([memory.engine.all('trip'), memory.writes]).toEqual([[], 0]);
  });

  it('tells what changed once it is on the disk, and goes on when a listener leaves', async () => {
    const memory = new MemoryEngine();
    const heard: [Commit, number][] = [];
    const leave = memory.engine.onCommit((commit) => heard.push([commit, memory.writes]));
    const trip = await memory.change((tx) => tx.create('trip', tripFields()), { mergeKey: 'k' });
    const after = await memory.change((tx) => tx.update('trip', trip.id, { purpose: 'x' }));
    leave();
    await memory.change((tx) => tx.update('trip', trip.id, { purpose: 'y' }));
    expect(heard).toEqual([
      [
        {
          intent: expect.objectContaining({ mergeKey: 'k' }),
          changes: [{ type: 'trip', id: trip.id, before: null, after: trip }],
        },
        1,
      ],
      [{ intent: expect.anything(), changes: [{ type: 'trip', id: trip.id, before: trip, after }] }, 2],
    ]);
  });
});
