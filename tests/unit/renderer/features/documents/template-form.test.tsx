import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { TemplateForm } from '@renderer/features/documents/template-form';
import { failed } from '@shared/result';
import { installBridge } from '../../../../builders/fake-bridge';
import type { FakeBridge } from '../../../../builders/fake-bridge';
import { aRecord } from '../../../../builders/records';
import { renderScreen } from '../../../../builders/render-screen';

const template = aRecord('document-template', { name: 'Own', markdown: '# {{title}}' });
const picture = aRecord('attachment', {
  sha256: 'a'.repeat(64),
  name: 'Office.png',
  mime: 'image/png',
  size: 3,
  documentTemplateId: template.id,
});

const decode = jest.fn<(picture: Blob) => Promise<ImageBitmap>>();
beforeEach(() => {
  decode.mockReset().mockResolvedValue({ close: () => undefined } as ImageBitmap);
  Object.defineProperty(window, 'createImageBitmap', { value: decode, configurable: true });
});
afterEach(() => {
  Reflect.deleteProperty(window, 'createImageBitmap');
});

function show({ isThere = false, answer = () => failed({ code: 'not-a-letterhead' }) as never } = {}): FakeBridge {
  const shown = { ...template, letterheadId: isThere ? picture.id : null };
  const fake: FakeBridge = installBridge({
    records: isThere ? [shown, picture] : [shown],
    answers: {
      'document-templates:put-letterhead': ({ name }) => {
        if (name.startsWith('refused')) return answer();
        fake.records.set(picture.id, { ...picture, name });
        fake.records.set(template.id, { ...shown, letterheadId: picture.id });
        fake.tell({ kind: 'changed', types: ['attachment', 'document-template'] });
        return { ...picture, name };
      },
    },
  });
  renderScreen(<TemplateForm template={shown} onClose={() => undefined} />);
  return fake;
}

/** The window's files can be read; this one of the tests' window learns it here. */
function file(name: string): File {
  const made = new File([new Uint8Array([1, 2, 3])], name, { type: 'image/png' });
  return Object.assign(made, { arrayBuffer: () => Promise.resolve(new Uint8Array([1, 2, 3]).buffer) });
}

const putNames = (fake: FakeBridge): unknown[] =>
  fake.callsOf('document-templates:put-letterhead').map((input) => (input as { name: string }).name);

describe('the letterhead of a template', () => {
  it('is chosen from the files, and seen', async () => {
    const fake = show();
    const group = await screen.findByRole('group', { name: 'Letterhead' });
    expect(within(group).queryByRole('img')).toBeNull();
    fireEvent.change(within(group).getByLabelText('Choose a picture'), { target: { files: [file('Office.png')] } });
    const image = await screen.findByRole('img', { name: 'Letterhead: Office.png' });
    expect(image.getAttribute('src')).toContain(picture.id);
    expect(putNames(fake)).toEqual(['Office.png']);
    await screen.findByText('The letterhead was put in');
  });

  it('is dropped anywhere in the window', async () => {
    const fake = show();
    await screen.findByRole('group', { name: 'Letterhead' });
    const dropped = file('Dropped.png');
    const dataTransfer = { types: ['Files'], items: [{ kind: 'file', getAsFile: () => dropped }], files: [dropped] };
    fireEvent.dragOver(window, { dataTransfer });
    await screen.findByText('Let go to make it the letterhead');
    fireEvent.drop(window, { dataTransfer });
    await screen.findByRole('img', { name: 'Letterhead: Dropped.png' });
    expect(putNames(fake)).toEqual(['Dropped.png']);
  });

  it('is pasted, and text that is pasted stays the text’s', async () => {
    const fake = show();
    const text = await screen.findByRole('textbox', { name: 'Text' });
    fireEvent.paste(text, { clipboardData: { types: ['text/plain', 'Files'], files: [file('Chart.png')] } });
    fireEvent.paste(window, { clipboardData: { types: ['Files'], files: [file('Pasted.png')] } });
    await screen.findByRole('img', { name: 'Letterhead: Pasted.png' });
    expect(putNames(fake)).toEqual(['Pasted.png']);
  });

  it('is taken away, and that can be undone', async () => {
    const fake = show({ isThere: true });
    await screen.findByRole('img', { name: 'Letterhead: Office.png' });
    fireEvent.click(screen.getByRole('button', { name: 'Take away' }));
    await screen.findByText('The letterhead was taken away');
    expect(fake.callsOf('attachments:trash')).toEqual([{ id: picture.id }]);
    await waitFor(() => expect(screen.queryByRole('img')).toBeNull());
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Choose a picture/ }));
    expect(screen.getByRole('button', { name: 'Undo' })).toBeDefined();
  });

  it('that breaks off is refused in plain words, and the one before stays', async () => {
    const fake = show({ isThere: true });
    await screen.findByRole('img', { name: 'Letterhead: Office.png' });
    decode.mockRejectedValue(new Error('broken'));
    fireEvent.change(screen.getByLabelText('Choose a picture'), { target: { files: [file('half.png')] } });
    expect((await screen.findByRole('alert')).textContent).toBe(
      '“half.png” cannot be shown as a picture. Nothing was changed. Save it as PNG or JPEG and choose that.',
    );
    expect(putNames(fake)).toEqual([]);
    expect(screen.getByRole('img', { name: 'Letterhead: Office.png' })).toBeDefined();
  });

  it('that is no picture for print, or too large, is refused in plain words', async () => {
    const fake = show();
    const chooser = await screen.findByLabelText('Choose a picture');
    fireEvent.change(chooser, { target: { files: [file('refused.tif')] } });
    expect((await screen.findByRole('alert')).textContent).toMatch(/^A letterhead is a picture: PNG, JPEG/);
    const huge = file('huge.png');
    Object.defineProperty(huge, 'size', { value: 20_000_001 });
    fireEvent.change(chooser, { target: { files: [huge] } });
    await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(/“huge.png” has more than 20 MB/));
    expect(putNames(fake)).toEqual(['refused.tif']);
  });
});

it('the text of a template is saved with one kind of line end', async () => {
  const fake = show();
  const text = await screen.findByRole('textbox', { name: 'Text' });
  fireEvent.change(text, { target: { value: '# {{title}}\u2028\u2028{{dates}}' } });
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name: /^Save/ }));
    await Promise.resolve();
  });
  await waitFor(() =>
    expect(fake.callsOf('document-templates:update')).toEqual([
      { id: template.id, patch: { markdown: '# {{title}}\n\n{{dates}}' } },
    ]),
  );
});
