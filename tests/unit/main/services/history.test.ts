import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { keepHistory } from '@main/services/history';
import type { History } from '@main/services/history';
import { writeNote } from '@main/services/notes';
import { createRecord, trashRecord, updateRecord } from '@main/services/records';
import { rescheduleTrip } from '@main/services/trips';
import { aTemporaryStore } from '../../../builders/store';
import type { TemporaryStore } from '../../../builders/store';
import { day, english, nextId, time } from '../../../builders/records';
import { valueOf } from '../../../builders/result';

let opened: TemporaryStore;
let history: History;
const tripFields = { title: english('Visit (sample)'), firstDay: day('2026-03-02'), lastDay: day('2026-03-04') };

beforeEach(async () => {
  opened = await aTemporaryStore();
  history = keepHistory(opened.context);
});
afterEach(() => opened.remove());

describe('undo and redo', () => {
  it('take back an edit and do it again, as often as one likes', async () => {
    const { context } = opened;
    const trip = valueOf(await createRecord(context, 'trip', tripFields, undefined));
    valueOf(await updateRecord(context, 'trip', trip.id, { purpose: 'To listen' }));
    for (let round = 0; round < 3; round += 1) {
      expect(valueOf(await history.undo())).toEqual({ verb: 'edit', type: 'trip' });
      expect(context.store.get('trip', trip.id)?.purpose).toBe('');
      expect(valueOf(await history.redo())).toEqual({ verb: 'edit', type: 'trip' });
      expect(context.store.get('trip', trip.id)?.purpose).toBe('To listen');
    }
  });

  it('take back the making of a record by putting it into the Trash', async () => {
    const { context } = opened;
    const trip = valueOf(await createRecord(context, 'trip', tripFields, undefined));
    valueOf(await history.undo());
    expect(context.store.all('trip')).toEqual([]);
    expect(context.store.trashed('trip')).toHaveLength(1);
    valueOf(await history.redo());
    expect(context.store.all('trip').map(({ id }) => id)).toEqual([trip.id]);
  });

  it('bring a deleted trip back with all that went along', async () => {
    const { context } = opened;
    const trip = valueOf(await createRecord(context, 'trip', tripFields, undefined));
    const item = {
      tripId: trip.id,
      title: english('Call (sample)'),
      day: day('2026-03-02'),
      start: time('09:00'),
      end: time('10:00'),
    };
    valueOf(await createRecord(context, 'itinerary-item', item, undefined));
    valueOf(await trashRecord(context, 'trip', trip.id));
    expect(context.store.all('itinerary-item')).toEqual([]);
    valueOf(await history.undo());
    expect(context.store.all('trip')).toHaveLength(1);
    expect(context.store.all('itinerary-item')).toHaveLength(1);
  });

  it('take back a use case of many records as one step', async () => {
    const { context } = opened;
    const trip = valueOf(await createRecord(context, 'trip', tripFields, undefined));
    const item = {
      tripId: trip.id,
      title: english('Call (sample)'),
      day: day('2026-03-02'),
      start: time('09:00'),
      end: time('10:00'),
    };
    valueOf(await createRecord(context, 'itinerary-item', item, undefined));
    valueOf(await rescheduleTrip(context, { id: trip.id, firstDay: day('2026-04-01') }));
    expect(context.store.all('itinerary-item')[0]?.day).toBe('2026-04-01');
    valueOf(await history.undo());
    expect(context.store.all('itinerary-item')[0]?.day).toBe('2026-03-02');
    expect(context.store.get('trip', trip.id)?.lastDay).toBe('2026-03-04');
  });

  it('forget what could be done again as soon as something new is done', async () => {
    const { context } = opened;
    const trip = valueOf(await createRecord(context, 'trip', tripFields, undefined));
    valueOf(await updateRecord(context, 'trip', trip.id, { purpose: 'To listen' }));
    valueOf(await history.undo());
    valueOf(await updateRecord(context, 'trip', trip.id, { reference: 'DV/1' }));
    expect(history.state().redo).toBeNull();
    expect(await history.redo()).toEqual({ ok: false, failure: { code: 'nothing-to-undo' } });
  });

  it('join the autosaves of one note for a minute, and no longer', async () => {
    const { context, setClock } = opened;
    const trip = valueOf(await createRecord(context, 'trip', tripFields, undefined));
    const written = { noteId: nextId(), blockId: nextId(), subject: { type: 'trip' as const, id: trip.id } };
    const write = async (at: string, markdown: string): Promise<void> => {
      setClock(at);
      valueOf(await writeNote(context, { ...written, markdown }));
    };
    await write('2026-03-01T02:00:00.000Z', 'a');
    await write('2026-03-01T02:00:20.000Z', 'ab');
    await write('2026-03-01T02:01:30.000Z', 'abc');
    await write('2026-03-01T02:01:40.000Z', 'abcd');
    const text = (): string | undefined => context.store.all('note')[0]?.blocks[0]?.markdown;
    valueOf(await history.undo());
    expect(text()).toBe('ab');
    valueOf(await history.undo());
    expect(text()).toBeUndefined();
    valueOf(await history.redo());
    valueOf(await history.redo());
    expect(text()).toBe('abcd');
  });

  it('mean the change that is still on its way to the disk, and each press another one', async () => {
    const { context } = opened;
    const trip = valueOf(await createRecord(context, 'trip', tripFields, undefined));
    valueOf(await updateRecord(context, 'trip', trip.id, { purpose: 'To listen' }));
    const edit = updateRecord(context, 'trip', trip.id, { reference: 'No. 1' });
    const first = history.undo();
    const second = history.undo();
    valueOf(await edit);
    expect(valueOf(await first)).toEqual({ verb: 'edit', type: 'trip' });
    expect(valueOf(await second)).toEqual({ verb: 'edit', type: 'trip' });
    expect(context.store.get('trip', trip.id)).toMatchObject({ purpose: '', reference: '', deletedAt: null });
    valueOf(await history.redo());
    expect(context.store.get('trip', trip.id)).toMatchObject({ purpose: 'To listen', reference: '' });
  });

  it('join what is typed into one field, but not two moves of an item', async () => {
    const { context } = opened;
    const trip = valueOf(await createRecord(context, 'trip', tripFields, undefined));
    for (const purpose of ['T', 'To', 'To listen']) valueOf(await updateRecord(context, 'trip', trip.id, { purpose }));
    valueOf(await history.undo());
    expect(context.store.get('trip', trip.id)?.purpose).toBe('');
    for (const first of ['2026-03-03', '2026-03-04']) {
      valueOf(await updateRecord(context, 'trip', trip.id, { firstDay: day(first) }));
    }
    valueOf(await history.undo());
    expect(context.store.get('trip', trip.id)?.firstDay).toBe('2026-03-03');
  });

  it('take back what was done to one record, whatever else was done since, unless something was built on it', async () => {
    const { context } = opened;
    const trip = valueOf(await createRecord(context, 'trip', tripFields, undefined));
    const other = valueOf(await createRecord(context, 'trip', tripFields, undefined));
    valueOf(await updateRecord(context, 'trip', other.id, { purpose: 'To listen' }));
    expect(await history.undo({ type: 'trip', id: trip.id })).toMatchObject({ ok: true, value: { verb: 'create' } });
    expect(context.store.get('trip', trip.id)?.deletedAt).not.toBeNull();
    expect(context.store.get('trip', other.id)?.purpose).toBe('To listen');
    valueOf(await history.redo());
    expect(context.store.get('trip', trip.id)?.deletedAt).toBeNull();
    expect(await history.undo({ type: 'person', id: trip.id })).toMatchObject({ failure: { code: 'nothing-to-undo' } });
  });

  it('refuse to take back alone what a later step has changed once more', async () => {
    const { context } = opened;
    const trip = valueOf(await createRecord(context, 'trip', tripFields, undefined));
    const organisation = nextId();
    const step = { by: context.me(), verb: 'create', type: 'organisation' } as const;
    valueOf(
      await context.store.transact(step, (tx) => {
        tx.create('organisation', { legalName: english('Lantern (sample)') }, organisation);
        tx.update('trip', trip.id, { purpose: 'To listen' });
      }),
    );
    valueOf(await updateRecord(context, 'trip', trip.id, { purpose: 'To learn' }));
    expect(await history.undo({ type: 'organisation', id: organisation })).toMatchObject({
      failure: { code: 'changed-meanwhile', type: 'trip', id: trip.id },
    });
    expect(context.store.get('organisation', organisation)?.deletedAt).toBeNull();
  });

  it('say that there is nothing to take back', async () => {
    expect(history.state()).toEqual({ undo: null, redo: null });
    expect(await history.undo()).toEqual({ ok: false, failure: { code: 'nothing-to-undo' } });
  });
});
