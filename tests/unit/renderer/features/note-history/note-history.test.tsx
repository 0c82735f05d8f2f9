import { describe, expect, it, jest } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { NoteMenu, NoteVersions } from '@renderer/features/note-history';
import { Autosave, holdUntilSaved } from '@renderer/lib/autosave';
import type { Subject } from '@shared/ipc/subject';
import { success } from '@shared/result';
import type { Result } from '@shared/result';
import { installBridge } from '../../../../builders/fake-bridge';
import { aRecord, english, instant, nextId } from '../../../../builders/records';
import { renderScreen } from '../../../../builders/render-screen';

const me = '11111111-1111-4111-8111-111111111111';
const subject: Subject = { type: 'meeting', id: nextId() };
const writer = aRecord('person', { side: 'ours', familyName: english('Lok (sample)') }, { id: me });
const block = (markdown: string) => ({
  id: '22222222-2222-4222-8222-222222222222',
  authorId: me,
  begunAt: instant('2026-03-01T01:00:00.000Z'),
  markdown,
});
const note = aRecord('note', {
  meetingId: subject.id,
  blocks: [block('談了上市 and land\n\n[follow-up] send ^3b1f0c2a')],
});
const version = (keptAt: string, markdown: string) =>
  aRecord('note-version', { noteId: note.id, keptAt: instant(keptAt), writtenBy: me, blocks: [block(markdown)] });
const newer = version('2026-03-01T02:00:00.000Z', '談了上市 and tax');
const older = version('2026-03-01T01:30:00.000Z', '談了');

function install(versions = [newer, older]) {
  return installBridge({
    records: [note, writer],
    answers: {
      'notes:versions': () =>
        versions.map(({ id, keptAt, writtenBy, blocks }, at) => ({
          id,
          keptAt,
          writtenBy,
          characters: blocks[0]?.markdown.length ?? 0,
          difference: at === 0 ? 7 : -1,
        })),
      'notes:version': ({ id }) => (id === newer.id ? newer : older),
      'notes:restore-version': () => note,
    },
  });
}

const differences = async (): Promise<HTMLElement> =>
  (await screen.findAllByRole('region', { name: 'Differences' })).at(-1) ?? document.body;

describe('the versions of a note', () => {
  it('are listed with who wrote them, and show word by word what was changed since', async () => {
    install();
    renderScreen(<NoteVersions subject={subject} onClose={() => undefined} />);
    const options = await screen.findAllByRole('option');
    expect(options.map((option) => option.getAttribute('aria-selected'))).toEqual(['true', 'false']);
    await waitFor(() => expect(options[0]?.textContent).toContain('Lok (sample) · 7 characters more'));
    expect(options[1]?.textContent).toContain('1 character fewer');
    await waitFor(async () => {
      expect(
        within(await differences())
          .getByText(/tax/)
          .closest('del'),
      ).not.toBeNull();
    });
    expect(
      within(await differences())
        .getByText(/land/)
        .closest('ins'),
    ).not.toBeNull();
    expect((await differences()).textContent).toContain('談了上市 and');
    expect((await differences()).textContent).toMatch(/Follow-up: send$/);
  });

  it('are gone through with the arrow keys, and compared with the one before', async () => {
    install();
    renderScreen(<NoteVersions subject={subject} onClose={() => undefined} />);
    const list = await screen.findByRole('listbox', { name: 'Versions of this note' });
    await waitFor(() => expect(document.activeElement).toBe(list));
    fireEvent.click(screen.getByRole('radio', { name: 'Changed up to then' }));
    await waitFor(async () =>
      expect(
        within(await differences())
          .getByText(/上市 and tax/)
          .closest('ins'),
      ).not.toBeNull(),
    );
    fireEvent.keyDown(list, { key: 'ArrowDown' });
    expect(screen.getAllByRole('option')[1]?.getAttribute('aria-selected')).toBe('true');
    fireEvent.keyDown(list, { key: 'ArrowUp', isComposing: true });
    expect(screen.getAllByRole('option')[1]?.getAttribute('aria-selected')).toBe('true');
    fireEvent.keyDown(list, { key: 'Home' });
    expect(screen.getAllByRole('option')[0]?.getAttribute('aria-selected')).toBe('true');
  });

  it('come back with one button', async () => {
    const onClose = jest.fn();
    const fake = install();
    renderScreen(<NoteVersions subject={subject} onClose={onClose} />);
    fireEvent.click((await screen.findAllByRole('option'))[1] ?? document.body);
    fireEvent.click(screen.getByRole('button', { name: 'Go back to this version' }));
    await waitFor(() => expect(fake.callsOf('notes:restore-version')).toEqual([{ id: older.id }]));
    await waitFor(() => expect(onClose).toHaveBeenCalled());
  });

  it('that are not there yet are explained', async () => {
    install([]);
    renderScreen(<NoteVersions subject={subject} onClose={() => undefined} />);
    expect(await screen.findByText('No earlier version yet')).toBeDefined();
  });
});

describe('the menu of a note', () => {
  it('moves the note to the Trash', async () => {
    const onTrashed = jest.fn();
    const fake = install();
    renderScreen(<NoteMenu subject={subject} onTrashed={onTrashed} />);
    fireEvent.click(await screen.findByRole('button', { name: 'More about this note' }));
    const entry = await screen.findByRole('menuitem', { name: 'Move to the Trash' });
    await waitFor(() => expect(entry.hasAttribute('disabled')).toBe(false));
    fireEvent.click(entry);
    await waitFor(() => expect(fake.callsOf('notes:trash')).toEqual([{ id: note.id }]));
    await waitFor(() => expect(onTrashed).toHaveBeenCalled());
  });

  it('writes what was just typed before the note goes', async () => {
    const order: string[] = [];
    const fake = installBridge({ records: [note, writer], answers: { 'notes:trash': () => void order.push('trash') } });
    const write = (): Promise<Result<unknown>> => {
      order.push('write');
      return Promise.resolve(success(null));
    };
    const autosave = new Autosave<string>({ stored: '', write });
    const letGo = holdUntilSaved(autosave);
    renderScreen(<NoteMenu subject={subject} onTrashed={() => undefined} />);
    fireEvent.click(await screen.findByRole('button', { name: 'More about this note' }));
    const entry = await screen.findByRole('menuitem', { name: 'Move to the Trash' });
    await waitFor(() => expect(entry.hasAttribute('disabled')).toBe(false));
    autosave.type('the last words');
    fireEvent.click(entry);
    await waitFor(() => expect(fake.callsOf('notes:trash')).toHaveLength(1));
    expect(order).toEqual(['write', 'trash']);
    letGo();
  });

  it('opens the versions', async () => {
    install();
    renderScreen(<NoteMenu subject={subject} onTrashed={() => undefined} />);
    fireEvent.click(await screen.findByRole('button', { name: 'More about this note' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Versions of this note…' }));
    expect(await screen.findByRole('listbox', { name: 'Versions of this note' })).toBeDefined();
  });
});
