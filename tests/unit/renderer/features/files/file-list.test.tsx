import { afterEach, describe, expect, it } from '@jest/globals';
import { createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { FileList } from '@renderer/features/files';
import { largestFile } from '@shared/domain/attachment/schema';
import type { Attachment } from '@shared/domain/attachment/schema';
import type { AddedFile } from '@shared/ipc/file-channels';
import type { InputOf } from '@shared/ipc/contract';
import { installBridge } from '../../../../builders/fake-bridge';
import { aRecord, nextId } from '../../../../builders/records';
import { renderScreen } from '../../../../builders/render-screen';

const tripId = nextId();
const trip = { type: 'trip', id: tripId } as const;

function anAttachment(name: string, position: number): Attachment {
  return aRecord('attachment', {
    sha256: 'a'.repeat(64),
    name,
    mime: 'image/png',
    size: 1200,
    tripId,
    personId: tripId,
    position,
  });
}

function anAnswer(
  attachment: Attachment,
  { isThereAlready = false, place = 'none' }: Partial<AddedFile> = {},
): AddedFile {
  return { attachment, isThereAlready, place };
}

/** A file that says it has so many bytes without holding them. */
function aFile(name: string, size?: number): File {
  const file = new File(['sample'], name, { type: 'image/png' });
  if (size !== undefined) Object.defineProperty(file, 'size', { value: size });
  return file;
}

function asItem(file: File) {
  return { kind: 'file', type: file.type, getAsFile: () => file };
}

function drop(files: readonly File[]): void {
  const area = screen.getByRole('button', { name: /^Add files/ });
  fireEvent.drop(area, { dataTransfer: { files, items: files.map(asItem), types: ['Files'] } });
}

function names(): (string | null)[] {
  return within(screen.getByRole('list', { name: 'Files, in order' }))
    .getAllByRole('listitem')
    .map((row) => within(row).getByText(/\.png$/).textContent);
}

/** Waits until a run is over and says so: what it says must not come in the midst of the next test. */
async function hasBeenAdded(count: number): Promise<void> {
  await screen.findByText(count === 1 ? '1 file was added.' : `${String(count)} files were added.`);
}

describe('the files of a record', () => {
  afterEach(() => {
    // An offer to undo listens to main, and would go on listening to this test's.
    for (const close of screen.queryAllByRole('button', { name: 'Close', hidden: true })) fireEvent.click(close);
  });

  it('are added one after the other, and one that is too big is named with the reason', async () => {
    const added: string[] = [];
    installBridge({
      answers: {
        'attachments:add': ({ name }: InputOf<'attachments:add'>) => {
          added.push(name);
          return anAnswer(anAttachment(name, added.length));
        },
      },
    });
    renderScreen(<FileList subject={trip} />);
    await screen.findByText('No files yet');
    drop([aFile('gate.png'), aFile('film.png', largestFile + 1), aFile('hall.png')]);
    const refused = await screen.findByRole('alert');
    expect(within(refused).getByText('1 file was not added')).toBeDefined();
    expect(refused.textContent).toContain('film.png');
    expect(refused.textContent).toContain('200 MB');
    await waitFor(() => expect(added).toEqual(['gate.png', 'hall.png']));
    await hasBeenAdded(2);
  });

  it('that main refuses are named with what happened, and the others are still added', async () => {
    const fake = installBridge({
      answers: {
        'attachments:add': ({ name }: InputOf<'attachments:add'>) =>
          name === 'gate.png' ? { ok: false, failure: { code: 'disk-full' } } : anAnswer(anAttachment(name, 1)),
      },
    });
    renderScreen(<FileList subject={trip} />);
    await screen.findByText('No files yet');
    drop([aFile('gate.png'), aFile('hall.png')]);
    const refused = await screen.findByRole('alert');
    expect(refused.textContent).toContain('gate.png');
    expect(refused.textContent).toContain('Free some space');
    await waitFor(() => expect(fake.callsOf('attachments:add')).toHaveLength(2));
    await hasBeenAdded(1);
  });

  it('take a picture from the clipboard and give it a name of its own', async () => {
    const fake = installBridge({ answers: { 'attachments:add': () => anAnswer(anAttachment('pasted.png', 1)) } });
    renderScreen(<FileList subject={trip} />);
    await screen.findByText('No files yet');
    const paste = createEvent.paste(document.body, {
      clipboardData: { files: [aFile('image.png')], types: ['Files'] },
    });
    fireEvent(document.body, paste);
    await waitFor(() => expect(fake.callsOf('attachments:add')).toHaveLength(1));
    expect(fake.callsOf('attachments:add')[0]).toMatchObject({
      name: expect.stringMatching(/^Pasted picture .+\.png$/),
    });
    await hasBeenAdded(1);
  });

  it('are taken wherever in the window they are dropped', async () => {
    const fake = installBridge({ answers: { 'attachments:add': () => anAnswer(anAttachment('gate.png', 1)) } });
    renderScreen(<FileList subject={trip} />);
    await screen.findByText('No files yet');
    const files = [aFile('gate.png')];
    fireEvent.drop(document.body, { dataTransfer: { files, items: files.map(asItem), types: ['Files'] } });
    await waitFor(() => expect(fake.callsOf('attachments:add')).toHaveLength(1));
    await hasBeenAdded(1);
  });

  it('that were there already are said to be kept once', async () => {
    installBridge({
      answers: { 'attachments:add': () => anAnswer(anAttachment('gate.png', 1), { isThereAlready: true }) },
    });
    renderScreen(<FileList subject={trip} />);
    await screen.findByText('No files yet');
    drop([aFile('gate.png')]);
    expect(await screen.findByText('1 file was here already')).toBeDefined();
    expect(screen.queryByText('1 file was added.')).toBeNull();
  });

  it('that may still tell where they were taken are named', async () => {
    installBridge({
      answers: { 'attachments:add': () => anAnswer(anAttachment('gate.heic', 1), { place: 'may-remain' }) },
    });
    renderScreen(<FileList subject={trip} />);
    await screen.findByText('No files yet');
    drop([aFile('gate.heic')]);
    expect(await screen.findByText('1 file may still tell where it was taken')).toBeDefined();
    await hasBeenAdded(1);
  });

  it('lose the place where they were taken unless the person says to keep it', async () => {
    const fake = installBridge({ answers: { 'attachments:add': () => anAnswer(anAttachment('gate.png', 1)) } });
    renderScreen(<FileList subject={trip} />);
    await screen.findByText('No files yet');
    drop([aFile('gate.png')]);
    await waitFor(() => expect(fake.callsOf('attachments:add')).toHaveLength(1));
    await screen.findByText('1 file was added.');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Keep where photographs were taken' }));
    drop([aFile('hall.png')]);
    await waitFor(() => expect(fake.callsOf('attachments:add')).toHaveLength(2));
    expect(fake.callsOf('attachments:add')).toMatchObject([{ isPlaceKept: false }, { isPlaceKept: true }]);
    // The first one's words have given way to the second one's.
    await hasBeenAdded(1);
  });

  it('that cannot be shown are said to be kept, and other programs open them', async () => {
    const file = { ...anAttachment('gate.heic', 1), mime: 'image/heic' };
    const fake = installBridge({ records: [file], answers: { 'attachments:open': () => true } });
    renderScreen(<FileList subject={trip} />);
    expect(await screen.findByText(/cannot be shown here\. It is kept/)).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Open gate.heic in another program' }));
    await waitFor(() => expect(fake.callsOf('attachments:open')).toEqual([{ id: file.id }]));
  });

  it('keep their captions as they are typed', async () => {
    const file = anAttachment('gate.png', 1);
    const fake = installBridge({ records: [file] });
    renderScreen(<FileList subject={trip} />);
    fireEvent.change(await screen.findByRole('textbox', { name: 'Caption of gate.png' }), {
      target: { value: 'At the gate' },
    });
    await waitFor(() =>
      expect(fake.callsOf('attachments:update')).toEqual([{ id: file.id, patch: { caption: 'At the gate' } }]),
    );
  });

  it('are moved with Alt and an arrow key by one change, which one Undo takes back', async () => {
    const files = [anAttachment('a.png', 1), anAttachment('b.png', 2), anAttachment('c.png', 3)];
    const fake = installBridge({ records: files });
    renderScreen(<FileList subject={trip} />);
    await screen.findByText('a.png');
    fireEvent.keyDown(screen.getByRole('textbox', { name: 'Caption of c.png' }), { key: 'ArrowUp', altKey: true });
    await waitFor(() => expect(names()).toEqual(['a.png', 'c.png', 'b.png']));
    expect(fake.callsOf('attachments:update')).toHaveLength(1);
  });

  it('are chosen for the report with Alt+R, and how many are is said', async () => {
    const file = anAttachment('gate.png', 1);
    const fake = installBridge({ records: [file] });
    renderScreen(<FileList subject={trip} />);
    expect(await screen.findByText('1 file · 0 in the report')).toBeDefined();
    fireEvent.keyDown(screen.getByRole('textbox', { name: 'Caption of gate.png' }), { code: 'KeyR', altKey: true });
    expect(await screen.findByText('1 file · 1 in the report')).toBeDefined();
    expect(fake.callsOf('attachments:update')).toEqual([{ id: file.id, patch: { isInReport: true } }]);
  });

  it('go to the Trash with a way back', async () => {
    const file = anAttachment('gate.png', 1);
    const fake = installBridge({ records: [file] });
    renderScreen(<FileList subject={trip} />);
    fireEvent.click(await screen.findByRole('button', { name: 'More actions for gate.png' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Move to Trash' }));
    await screen.findByText('“gate.png” was moved to the Trash');
    expect(screen.getByRole('button', { name: 'Undo' })).toBeDefined();
    expect(fake.callsOf('attachments:trash')).toEqual([{ id: file.id }]);
  });

  it('can be put into a report only where a report is made from them', async () => {
    installBridge({ records: [anAttachment('gate.png', 1)] });
    const { unmount } = renderScreen(<FileList subject={trip} />);
    expect(await screen.findByRole('checkbox', { name: 'gate.png is in the report' })).toBeDefined();
    unmount();
    renderScreen(<FileList subject={{ type: 'person', id: tripId }} />);
    await screen.findByText('gate.png');
    expect(screen.queryByRole('checkbox', { name: /is in the report/ })).toBeNull();
  });
});
