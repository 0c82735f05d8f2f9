import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { writeNote } from '@main/services/notes';
import { createRecord, trashRecord } from '@main/services/records';
import { listTrash, restoreFromTrash } from '@main/services/trash';
import type { RecordOf } from '@shared/domain/records';
import { aTemporaryStore } from '../../../builders/store';
import type { TemporaryStore } from '../../../builders/store';
import { day, english, nextId } from '../../../builders/records';
import { valueOf } from '../../../builders/result';

let opened: TemporaryStore;
let trip: RecordOf<'trip'>;

beforeEach(async () => {
  opened = await aTemporaryStore();
  const fields = {
    title: english('Visit to Hangzhou (sample)'),
    firstDay: day('2026-03-02'),
    lastDay: day('2026-03-04'),
  };
  trip = valueOf(await createRecord(opened.context, 'trip', fields, undefined));
});
afterEach(() => opened.remove());

function write(markdown: string, ids: { noteId: string; blockId: string }, me?: string) {
  const context = me === undefined ? opened.context : { ...opened.context, me: () => me };
  return writeNote(context, { ...ids, markdown, subject: { type: 'trip', id: trip.id } });
}

describe('writing a note', () => {
  it('makes the note and the block, and sent again changes nothing', async () => {
    const ids = { noteId: nextId(), blockId: nextId() };
    const first = valueOf(await write('談了上市', ids));
    expect(first).toMatchObject({
      id: ids.noteId,
      tripId: trip.id,
      blocks: [{ id: ids.blockId, markdown: '談了上市' }],
    });
    expect(valueOf(await write('談了上市', ids)).revision).toBe(first.revision);
  });

  it('lets two officers write beside each other and never into each other', async () => {
    const noteId = nextId();
    const [mine, theirs] = [nextId(), nextId()];
    const colleague = nextId();
    valueOf(await write('mine', { noteId, blockId: mine }));
    valueOf(await write('theirs', { noteId, blockId: theirs }, colleague));
    expect(await write('mine now', { noteId, blockId: theirs })).toEqual({ ok: false, failure: { code: 'forbidden' } });
    expect(opened.context.store.get('note', noteId)?.blocks.map(({ markdown }) => markdown)).toEqual([
      'mine',
      'theirs',
    ]);
  });

  it('brings a note back whose making was taken back while it was written', async () => {
    const ids = { noteId: nextId(), blockId: nextId() };
    valueOf(await write('first words', ids));
    valueOf(await trashRecord(opened.context, 'note', ids.noteId));
    valueOf(await write('more words', ids));
    expect(opened.context.store.all('note')).toMatchObject([{ id: ids.noteId, blocks: [{ markdown: 'more words' }] }]);
  });

  it('refuses a note about something that is not there', async () => {
    const subject = { type: 'meeting' as const, id: nextId() };
    const answer = await writeNote(opened.context, { noteId: nextId(), blockId: nextId(), markdown: 'x', subject });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
    expect(opened.context.store.all('note')).toEqual([]);
  });
});

describe('the Trash', () => {
  it('shows what was thrown away once, with what went along, and gives all of it back', async () => {
    valueOf(await write('kept', { noteId: nextId(), blockId: nextId() }));
    valueOf(await trashRecord(opened.context, 'trip', trip.id));
    expect(listTrash(opened.context.store)).toMatchObject([
      { type: 'trip', id: trip.id, title: 'Visit to Hangzhou (sample)', parts: 1 },
    ]);
    valueOf(await restoreFromTrash(opened.context, 'trip', trip.id));
    expect(listTrash(opened.context.store)).toEqual([]);
    expect(opened.context.store.all('note')).toHaveLength(1);
  });

  it('says that a record which never was cannot be restored', async () => {
    expect(await restoreFromTrash(opened.context, 'trip', nextId())).toMatchObject({
      ok: false,
      failure: { code: 'not-found' },
    });
  });
});
