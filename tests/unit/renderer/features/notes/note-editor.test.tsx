import { describe, expect, it } from '@jest/globals';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import type { Editor, TiptapEditorHTMLElement } from '@tiptap/core';
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

function field(): TiptapEditorHTMLElement {
  return screen.getByRole('textbox', { name: 'Your notes' });
}

function editor(): Editor {
  const { editor: mounted } = field();
  if (!mounted) throw new Error('The note cannot be written on');
  return mounted;
}

/** Puts the words where the caret is, as typing would. */
function type(words: string): void {
  act(() => {
    editor().commands.insertContent({ type: 'text', text: words });
  });
}

/** Types letter by letter, so that what is typed at the start of a line has its effect. */
function typeLetters(words: string): void {
  act(() => {
    const { view } = editor();
    for (const letter of words) {
      const { from, to } = view.state.selection;
      const isTaken = view.someProp('handleTextInput', (take) => take(view, from, to, letter, () => view.state.tr));
      if (isTaken !== true) view.dispatch(view.state.tr.insertText(letter));
    }
  });
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
    type('They ask for a tax circular');
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
    type('one');
    await waitFor(() => expect(written(fake)).toHaveLength(1));
    type(' two');
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
    expect(field().textContent).toBe('');
    type('Mine');
    await waitFor(() => expect(written(fake)).toHaveLength(1));
    expect(written(fake)[0]?.noteId).toBe(note.id);
    expect(written(fake)[0]?.blockId).not.toBe(note.blocks[0]?.id);
  });

  it('takes over a change from outside', async () => {
    const { meeting, note } = aMeetingWith([aBlock(me, 'before')]);
    const fake = installBridge({ records: [meeting, note] });
    renderScreen(<NoteEditor subject={subjectOf(meeting)} />);
    await waitFor(() => expect(field().textContent).toBe('before'));
    const [block] = note.blocks;
    fake.records.set(note.id, { ...note, blocks: [{ ...block!, markdown: 'after an undo' }] });
    fake.tell({ kind: 'changed', types: ['note'] });
    await waitFor(() => expect(field().textContent).toBe('after an undo'));
    expect(written(fake)).toEqual([]);
  });

  it('lets one’s own words win while they are unsaved, and says that there are others', async () => {
    const { meeting, note } = aMeetingWith([aBlock(me, 'before')]);
    const fake = installBridge({
      records: [meeting, note],
      answers: { 'notes:write': () => failed({ code: 'disk-full' }) },
    });
    renderScreen(<NoteEditor subject={subjectOf(meeting)} />);
    await waitFor(() => expect(field().textContent).toBe('before'));
    type('mine, ');
    await screen.findByRole('alert');
    const [block] = note.blocks;
    fake.records.set(note.id, { ...note, blocks: [{ ...block!, markdown: 'from elsewhere' }] });
    fake.tell({ kind: 'changed', types: ['note'] });
    await screen.findByText(/also changed elsewhere/);
    expect(field().textContent).toBe('mine, before');
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
    type('Kept');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Cannot save: The disk is full');
    expect(screen.queryByText(/^Saved/)).toBeNull();
    expect(field().textContent).toBe('Kept');
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
    type('Last words');
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
    type('On the way out');
    unmount();
    expect(written(fake).map(({ markdown }) => markdown)).toEqual(['On the way out']);
  });

  it('continues a list at Enter, and lets Escape give Tab back to the window', async () => {
    const { meeting, note } = aMeetingWith([aBlock(me, '- one')]);
    const fake = installBridge({ records: [meeting, note], answers: { 'notes:write': () => note } });
    renderScreen(<NoteEditor subject={subjectOf(meeting)} isFocusedFirst />);
    await screen.findByRole('textbox', { name: 'Your notes' });
    act(() => {
      editor().commands.focus('end');
    });
    fireEvent.keyDown(field(), { key: 'Enter', keyCode: 13 });
    type('two');
    expect(fireEvent.keyDown(field(), { key: 'Tab', keyCode: 9 })).toBe(false);
    await waitFor(() => expect(written(fake).at(-1)?.markdown).toBe('- one\n  - two'));
    fireEvent.keyDown(field(), { key: 'Escape', keyCode: 27 });
    expect(fireEvent.keyDown(field(), { key: 'Tab', keyCode: 9 })).toBe(true);
  });

  it('writes nothing when a note is only opened, whatever form its text has', async () => {
    const { meeting, note } = aMeetingWith([aBlock(me, 'Old\n===\n* one\n* two\n[ask] three\n\n\n')]);
    const fake = installBridge({ records: [meeting, note], answers: { 'notes:write': () => note } });
    renderScreen(<NoteEditor subject={subjectOf(meeting)} isFocusedFirst />);
    await screen.findByText('Old');
    expect(await act(writeAllBeforeClose)).toBe(true);
    expect(written(fake)).toEqual([]);
  });

  it('keeps what was not touched as it was written', async () => {
    const { meeting, note } = aMeetingWith([aBlock(me, 'Old\n===\n* one\n* two\n\nlast')]);
    const fake = installBridge({ records: [meeting, note], answers: { 'notes:write': () => note } });
    renderScreen(<NoteEditor subject={subjectOf(meeting)} isFocusedFirst />);
    await screen.findByText('Old');
    act(() => {
      editor().commands.focus('end');
    });
    type(' words');
    await waitFor(() => expect(written(fake).at(-1)?.markdown).toBe('Old\n===\n* one\n* two\n\nlast words'));
  });

  it.each([
    ['[ask] a circular', '[ask] a circular'],
    ['Ours: floor plans', '[ours] floor plans'],
    ['theirs: a list', '[theirs] a list'],
    ['quote: words', '[quote] words'],
    ['求助：通函', '[ask] 通函'],
    ['對方：名單', '[theirs] 名單'],
    ['敏感：價錢', '[sensitive] 價錢'],
    ['[sensitive] ask: price', '[sensitive] [ask] price'],
    ['we asked: nothing', 'we asked: nothing'],
    ['- [ ] a box', '- [ ] a box'],
    ['- [x] ticked', '- [x] ticked'],
  ])('reads "%s" as a marked line', async (typed, markdown) => {
    const { meeting, note } = aMeetingWith([]);
    const fake = installBridge({ records: [meeting], answers: { 'notes:write': () => note } });
    renderScreen(<NoteEditor subject={subjectOf(meeting)} />);
    await screen.findByRole('textbox', { name: 'Your notes' });
    typeLetters(typed);
    await waitFor(() => expect(written(fake).at(-1)?.markdown).toBe(markdown));
  });

  it('marks the line by its key, wherever the digits are, and takes the mark away at Backspace', async () => {
    const { meeting, note } = aMeetingWith([aBlock(me, 'before\nprice\nafter')]);
    const fake = installBridge({ records: [meeting, note], answers: { 'notes:write': () => note } });
    renderScreen(<NoteEditor subject={subjectOf(meeting)} />);
    await screen.findByRole('textbox', { name: 'Your notes' });
    act(() => {
      editor().commands.setTextSelection(9);
    });
    fireEvent.keyDown(field(), { key: '!', code: 'Digit1', ctrlKey: true, shiftKey: true });
    fireEvent.keyDown(field(), { key: '^', code: 'Digit6', ctrlKey: true, shiftKey: true });
    await waitFor(() => expect(written(fake).at(-1)?.markdown).toBe('before\n\n[sensitive] [ask] price\n\nafter'));
    act(() => {
      editor().commands.setTextSelection(9);
    });
    fireEvent.keyDown(field(), { key: 'Backspace', keyCode: 8 });
    await waitFor(() => expect(written(fake).at(-1)?.markdown).toBe('before\n\nprice\n\nafter'));
  });

  it('gives a follow-up line an anchor, and a copy of it another', async () => {
    const { meeting, note } = aMeetingWith([aBlock(me, '[follow-up] send terms ^3b1f0c2a')]);
    const fake = installBridge({ records: [meeting, note], answers: { 'notes:write': () => note } });
    renderScreen(<NoteEditor subject={subjectOf(meeting)} />);
    await screen.findByRole('textbox', { name: 'Your notes' });
    act(() => {
      const { state } = editor();
      editor().commands.insertContentAt(state.doc.content.size, state.doc.child(0).toJSON() as object);
    });
    await waitFor(() =>
      expect(written(fake).at(-1)?.markdown).toMatch(
        /^\[follow-up\] send terms \^3b1f0c2a\n\n\[follow-up\] send terms \^(?!3b1f0c2a)[0-9a-f]{8}$/,
      ),
    );
  });

  it('ticks the follow-up of a line, and shows whose it is', async () => {
    const { trip, meeting, note, officer } = aMeetingWith([aBlock(me, '[follow-up] send terms ^3b1f0c2a')]);
    const followUp = aRecord(
      'follow-up',
      { title: 'send terms', noteId: note.id, ownerId: me },
      { id: '3b1f0c2a-0000-4000-8000-000000000000' },
    );
    const fake = installBridge({ records: [trip, meeting, note, officer, followUp] });
    renderScreen(<NoteEditor subject={subjectOf(meeting)} />);
    await screen.findByText('Officer (sample)');
    const box = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Done' });
    fireEvent.click(box);
    await waitFor(() => expect(box.checked).toBe(true));
    expect(fake.callsOf('follow-ups:update')).toEqual([{ id: followUp.id, patch: { status: 'done' } }]);
    expect(written(fake)).toEqual([]);
  });

  it('finds words in the whole note, and Escape goes back to the writing', async () => {
    const colleague = aRecord('person', { side: 'ours', givenName: english('Colleague (sample)') });
    const { meeting, note } = aMeetingWith([aBlock(colleague.id, 'Rent and rent'), aBlock(me, 'the *rent*')]);
    installBridge({ records: [meeting, note, colleague] });
    renderScreen(<NoteEditor subject={subjectOf(meeting)} />);
    await screen.findByRole('textbox', { name: 'Your notes' });
    fireEvent.keyDown(field(), { key: 'f', keyCode: 70, ctrlKey: true });
    const search = await screen.findByRole('textbox', { name: 'Find in the note' });
    fireEvent.change(search, { target: { value: 'RENT' } });
    await screen.findByText('1 of 3');
    fireEvent.keyDown(search, { key: 'Enter', shiftKey: true });
    await screen.findByText('3 of 3');
    fireEvent.keyDown(search, { key: 'Escape' });
    expect(screen.queryByRole('search')).toBeNull();
  });
});
