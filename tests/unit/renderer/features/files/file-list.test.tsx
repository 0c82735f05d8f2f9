import { describe, expect, it } from '@jest/globals';
import { createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { FileList } from '@renderer/features/files';
import { largestFile } from '@shared/domain/attachment/schema';
import type { Attachment } from '@shared/domain/attachment/schema';
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

describe('the files of a record', () => {
  it('are added one after the other, and one that is too big is named with the reason', async () => {
    const added: string[] = [];
    installBridge({
      answers: {
        'attachments:add': ({ name }: InputOf<'attachments:add'>) => {
          added.push(name);
          return anAttachment(name, added.length);
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
  });

  it('that main refuses are named with what happened, and the others are still added', async () => {
    const fake = installBridge({
      answers: {
        'attachments:add': ({ name }: InputOf<'attachments:add'>) =>
          name === 'gate.png' ? { ok: false, failure: { code: 'disk-full' } } : anAttachment(name, 1),
      },
    });
    renderScreen(<FileList subject={trip} />);
    await screen.findByText('No files yet');
    drop([aFile('gate.png'), aFile('hall.png')]);
    const refused = await screen.findByRole('alert');
    expect(refused.textContent).toContain('gate.png');
    expect(refused.textContent).toContain('Free some space');
    await waitFor(() => expect(fake.callsOf('attachments:add')).toHaveLength(2));
  });

  it('take a picture from the clipboard and give it a name of its own', async () => {
    const fake = installBridge({ answers: { 'attachments:add': () => anAttachment('pasted.png', 1) } });
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
    expect(screen.queryByRole('checkbox')).toBeNull();
  });
});
