import { describe, expect, it } from '@jest/globals';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { NoteEditor } from '@renderer/features/notes';
import { writeAllBeforeClose } from '@renderer/lib/before-close';
import type { NoteBlock } from '@shared/domain/note/schema';
import type { RecordOf } from '@shared/domain/records';
import type { InputOf } from '@shared/ipc/contract';
import { failed } from '@shared/result';
import { installBridge } from '../../../../builders/fake-bridge';
import type { FakeBridge } from '../../../../builders/fake-bridge';
import { aRecord, day, english, instant, nextId } from '../../../../builders/records';
import { renderScreen } from '../../../../builders/render-screen';

const me = '11111111-1111-4111-8111-111111111111';
const begunAt = instant('2026-02-26T01:30:00.000Z');

function aBlock(authorId: string, markdown: string): NoteBlock {
  return { id: nextId(), authorId, begunAt, markdown };
}

function aMeetingWith(blocks: NoteBlock[]) {
  const trip = aRecord('trip', {
    title: english('Visit (sample)'),
    firstDay: day('2026-02-26'),
    lastDay: day('2026-02-27'),
  });
  const meeting = aRecord('meeting', { tripId: trip.id, day: day('2026-02-26'), organisationIds: [nextId()] });
  const note = aRecord('note', { meetingId: meeting.id, blocks });
  const officer = aRecord('person', { side: 'ours', givenName: english('Officer (sample)') }, { id: me });
  return { trip, meeting, note, officer };
}

const subjectOf = (meeting: RecordOf<'meeting'>) => ({ type: 'meeting', id: meeting.id }) as const;

function field(): HTMLTextAreaElement {
  return screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Your notes' });
}

function written(fake: FakeBridge): InputOf<'notes:write'>[] {
  return fake.callsOf('notes:write') as InputOf<'notes:write'>[];
}

describe('the note editor', () => {
  it('writes what is typed without being asked, and says so only then', async () => {
    const { meeting, note } = aMeetingWith([]);
    const fake = installBridge({ records: [meeting], answers: { 'notes:write': () => note } });
    renderScreen(<NoteEditor subject={subjectOf(meeting)} />);
    await screen.findByRole('textbox', { name: 'Your notes' });
    expect(screen.queryByText(/^Saved \d/)).toBeNull();
    fireEvent.change(field(), { target: { value: 'They ask for a tax circular' } });
    expect(screen.getByText('Saving…')).toBeDefined();
    await screen.findByText(/^Saved \d/);
    expect(written(fake)).toEqual([
      {
        noteId: expect.any(String),
        blockId: expect.any(String),
        subject: subjectOf(meeting),
        markdown: 'They ask for a tax circular',
      },
    ]);
  });

  it('goes on in the same block of the same note', async () => {
    const { meeting, note } = aMeetingWith([]);
    const fake = installBridge({ records: [meeting], answers: { 'notes:write': () => note } });
    renderScreen(<NoteEditor subject={subjectOf(meeting)} />);
    await screen.findByRole('textbox', { name: 'Your notes' });
    fireEvent.change(field(), { target: { value: 'one' } });
    await waitFor(() => expect(written(fake)).toHaveLength(1));
    fireEvent.change(field(), { target: { value: 'one two' } });
    await waitFor(() => expect(written(fake)).toHaveLength(2));
    const [first, second] = written(fake);
    expect(second).toEqual({ ...first, markdown: 'one two' });
  });

  it('shows the words of others to read, and gives one’s own a block below them in the same note', async () => {
    const colleague = aRecord('person', { side: 'ours', givenName: english('Colleague (sample)') });
    const { meeting, note } = aMeetingWith([aBlock(colleague.id, 'Theirs, 寫於深圳')]);
    const fake = installBridge({ records: [meeting, note, colleague], answers: { 'notes:write': () => note } });
    renderScreen(<NoteEditor subject={subjectOf(meeting)} />);
    const theirs = await screen.findByRole('article', { name: 'Notes of Colleague (sample)' });
    expect(theirs.textContent).toContain('Theirs, 寫於深圳');
    expect(screen.getAllByRole('textbox')).toHaveLength(1);
    expect(field().value).toBe('');
    fireEvent.change(field(), { target: { value: 'Mine' } });
    await waitFor(() => expect(written(fake)).toHaveLength(1));
    expect(written(fake)[0]?.noteId).toBe(note.id);
    expect(written(fake)[0]?.blockId).not.toBe(note.blocks[0]?.id);
  });

  it('takes over a change from outside', async () => {
    const { meeting, note } = aMeetingWith([aBlock(me, 'before')]);
    const fake = installBridge({ records: [meeting, note] });
    renderScreen(<NoteEditor subject={subjectOf(meeting)} />);
    await waitFor(() => expect(field().value).toBe('before'));
    const [block] = note.blocks;
    fake.records.set(note.id, { ...note, blocks: [{ ...block!, markdown: 'after an undo' }] });
    fake.tell({ kind: 'changed', types: ['note'] });
    await waitFor(() => expect(field().value).toBe('after an undo'));
    expect(written(fake)).toEqual([]);
  });

  it('says what stands in the way when it cannot be written, and keeps the words', async () => {
    const { meeting, note } = aMeetingWith([]);
    let isFull = true;
    installBridge({
      records: [meeting],
      answers: { 'notes:write': () => (isFull ? failed({ code: 'disk-full' }) : note) },
    });
    renderScreen(<NoteEditor subject={subjectOf(meeting)} />);
    await screen.findByRole('textbox', { name: 'Your notes' });
    fireEvent.change(field(), { target: { value: 'Kept' } });
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Cannot save: The disk is full');
    expect(screen.queryByText(/^Saved/)).toBeNull();
    expect(field().value).toBe('Kept');
    isFull = false;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByText(/^Saved \d/);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('holds the window open until the last word is written', async () => {
    const { meeting, note } = aMeetingWith([]);
    let isFull = true;
    const fake = installBridge({
      records: [meeting],
      answers: { 'notes:write': () => (isFull ? failed({ code: 'disk-full' }) : note) },
    });
    renderScreen(<NoteEditor subject={subjectOf(meeting)} />);
    await screen.findByRole('textbox', { name: 'Your notes' });
    fireEvent.change(field(), { target: { value: 'Last words' } });
    expect(await act(writeAllBeforeClose)).toBe(false);
    isFull = false;
    expect(await act(writeAllBeforeClose)).toBe(true);
    expect(written(fake).at(-1)?.markdown).toBe('Last words');
  });

  it('writes what is left when the page is left', async () => {
    const { meeting, note } = aMeetingWith([]);
    const fake = installBridge({ records: [meeting], answers: { 'notes:write': () => note } });
    const { unmount } = renderScreen(<NoteEditor subject={subjectOf(meeting)} />);
    await screen.findByRole('textbox', { name: 'Your notes' });
    fireEvent.change(field(), { target: { value: 'On the way out' } });
    unmount();
    expect(written(fake).map(({ markdown }) => markdown)).toEqual(['On the way out']);
  });

  it('goes on with a list at Enter, and lets Escape give Tab back to the window', async () => {
    const { meeting, note } = aMeetingWith([]);
    installBridge({ records: [meeting], answers: { 'notes:write': () => note } });
    renderScreen(<NoteEditor subject={subjectOf(meeting)} />);
    await screen.findByRole('textbox', { name: 'Your notes' });
    fireEvent.change(field(), { target: { value: '- one' } });
    field().setSelectionRange(5, 5);
    fireEvent.keyDown(field(), { key: 'Enter' });
    expect(field().value).toBe('- one\n- ');
    expect(fireEvent.keyDown(field(), { key: 'Tab' })).toBe(false);
    expect(field().value).toBe('- one\n  - ');
    fireEvent.keyDown(field(), { key: 'Escape' });
    expect(fireEvent.keyDown(field(), { key: 'Tab' })).toBe(true);
    expect(field().value).toBe('- one\n  - ');
  });

  it('makes a follow-up from the line, linked to what the note is about, and goes back to the typing', async () => {
    const { trip, meeting, note, officer } = aMeetingWith([aBlock(me, 'Opening\n- send the tax circular\nEnd')]);
    const fake = installBridge({ records: [trip, meeting, note, officer] });
    renderScreen(<NoteEditor subject={subjectOf(meeting)} />);
    await waitFor(() => expect(field().value).toContain('tax circular'));
    field().focus();
    field().setSelectionRange(15, 15);
    fireEvent.keyDown(field(), { key: 'F', ctrlKey: true, shiftKey: true });
    const title = await screen.findByRole<HTMLInputElement>('textbox', { name: 'What is to be done' });
    expect(title.value).toBe('send the tax circular');
    fireEvent.submit(screen.getByRole('form', { name: 'Follow-up from the note' }));
    await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
    expect(fake.callsOf('follow-ups:create')).toEqual([
      {
        fields: expect.objectContaining({
          title: 'send the tax circular',
          ownerId: me,
          tripId: trip.id,
          meetingId: meeting.id,
          organisationId: meeting.organisationIds[0],
          noteId: note.id,
          noteLine: 'send the tax circular',
        }),
      },
    ]);
    expect(document.activeElement).toBe(field());
    expect(field().selectionStart).toBe(15);
  });
});
