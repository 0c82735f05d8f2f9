import { describe, expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { CaptureDialog } from '@renderer/features/capture';
import type { AnyRecord } from '@shared/domain/records';
import { failed } from '@shared/result';
import { installBridge } from '../../../../builders/fake-bridge';
import type { FakeBridge } from '../../../../builders/fake-bridge';
import { aRecord, day, english } from '../../../../builders/records';
import { renderScreen } from '../../../../builders/render-screen';

const cloud = aRecord('organisation', {
  legalName: { en: 'Cloud Deep', zhHant: '雲深科技有限公司', zhHans: '' },
  shortNames: ['雲深科技'],
});
const meeting = aRecord('meeting', { day: day('2026-02-26'), organisationIds: [cloud.id] });

function Opener() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <textarea aria-label="note" />
      <button onClick={() => setOpen(true)}>open</button>
      {isOpen && <CaptureDialog meeting={meeting} onClose={() => setOpen(false)} />}
    </>
  );
}

async function open(records: AnyRecord[] = [], answers: Parameters<typeof installBridge>[0] = {}): Promise<FakeBridge> {
  const fake = installBridge({
    records: [cloud, meeting, ...records],
    ...answers,
    answers: {
      'people:capture': ({ personId }) => ({ personId, organisationId: null }),
      ...answers.answers,
    },
  });
  renderScreen(<Opener />);
  screen.getByRole('textbox', { name: 'note' }).focus();
  fireEvent.click(screen.getByRole('button', { name: 'open' }));
  await screen.findByRole('dialog', { name: 'Write somebody down' });
  return fake;
}

const type = (line: string): void => {
  fireEvent.change(screen.getByRole('textbox', { name: /^One line/ }), { target: { value: line } });
};
const field = (name: string): HTMLInputElement => screen.getByRole('textbox', { name });
const save = (): void => {
  fireEvent.submit(screen.getByRole('textbox', { name: /^One line/ }));
};

describe('writing somebody down in one line', () => {
  it('shows what it understood, and sends it with what was put right', async () => {
    const fake = await open();
    type('陳大文 David Chan, CTO, 雲深科技, 138 0000 0000');
    await waitFor(() => expect(field('Post').value).toBe('CTO'));
    expect(field('Name, Chinese').value).toBe('陳大文');
    expect(field('Phones').value).toBe('138 0000 0000');
    expect(screen.getByText('Known as Cloud Deep')).toBeDefined();
    fireEvent.change(field('Post'), { target: { value: 'Chief Technologist' } });
    save();
    await waitFor(() => expect(fake.callsOf('people:capture')).toHaveLength(1));
    expect(fake.callsOf('people:capture')[0]).toMatchObject({
      isKnown: false,
      meetingId: meeting.id,
      fields: {
        chineseName: '陳大文',
        latinName: 'David Chan',
        post: 'Chief Technologist',
        organisation: '雲深科技',
        phones: ['138 0000 0000'],
      },
    });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'note' })));
  });

  it('takes whoever is met for one of the organisation that is met', async () => {
    const fake = await open();
    type('Ada Wong');
    await screen.findByText('Of this meeting');
    save();
    await waitFor(() =>
      expect(fake.callsOf('people:capture')[0]).toMatchObject({ fields: { organisation: 'Cloud Deep' } }),
    );
  });

  it('says before it is saved that an organisation will be made', async () => {
    await open();
    type('Ada Wong, Engineer, Panda Robotics Ltd');
    await screen.findByText('New, will be made');
    save();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('offers somebody with the same number instead of a double', async () => {
    const known = aRecord('person', {
      givenName: english('Dave'),
      familyName: english('C'),
      phones: ['+86 13800000000'],
    });
    const fake = await open([known]);
    type('David Chan, 138 0000 0000');
    expect(await screen.findByRole('radio', { name: /Dave C · same phone/ })).toHaveProperty('checked', true);
    save();
    await waitFor(() => expect(fake.callsOf('people:capture')[0]).toMatchObject({ personId: known.id, isKnown: true }));
  });

  it('does not take a colleague of our own for a guest of the same name, unless told so', async () => {
    const ours = aRecord('person', { side: 'ours', givenName: english('David'), familyName: english('Chan') });
    const fake = await open([ours]);
    type('David Chan');
    expect(await screen.findByRole('radio', { name: 'Somebody new' })).toHaveProperty('checked', true);
    fireEvent.click(screen.getByRole('radio', { name: /David Chan/ }));
    save();
    await waitFor(() => expect(fake.callsOf('people:capture')[0]).toMatchObject({ personId: ours.id, isKnown: true }));
  });

  it('offers somebody whose name sounds so, and takes them only when they are chosen', async () => {
    const known = aRecord('person', { givenName: english('Tai-man'), familyName: english('Chan') });
    const fake = await open([known], { answers: { 'search:names': () => [known.id] } });
    type('陳大文');
    expect(await screen.findByRole('radio', { name: /Tai-man Chan/ })).toHaveProperty('checked', false);
    expect(screen.getByRole('radio', { name: 'Somebody new' })).toHaveProperty('checked', true);
    save();
    await waitFor(() => expect(fake.callsOf('people:capture')[0]).toMatchObject({ isKnown: false }));
  });

  it('keeps a photograph of the card with the person, as one step with them', async () => {
    const fake = await open([], { answers: { 'attachments:add': () => failed({ code: 'disk-full' }) } });
    type('Ada Wong');
    const card = new File([new Uint8Array([1, 2, 3])], 'card.png', { type: 'image/png' });
    Object.defineProperty(card, 'arrayBuffer', { value: () => Promise.resolve(new Uint8Array([1, 2, 3]).buffer) });
    URL.createObjectURL = () => 'blob:card';
    URL.revokeObjectURL = () => undefined;
    fireEvent.paste(screen.getByRole('textbox', { name: /^One line/ }), { clipboardData: { files: [card] } });
    await screen.findByRole('list', { name: 'Photographs of the card' });
    save();
    await waitFor(() => expect(fake.callsOf('attachments:add')).toHaveLength(1));
    const { personId } = fake.callsOf('people:capture')[0] as { personId: string };
    expect(fake.callsOf('attachments:add')[0]).toMatchObject({
      subject: { type: 'person', id: personId },
      run: personId,
      as: 'card',
      isPlaceKept: false,
    });
  });

  it('keeps the line when it could not be saved, and when it is closed by Escape', async () => {
    await open([], { answers: { 'people:capture': () => failed({ code: 'disk-full' }) } });
    type('Ada Wong, CTO');
    save();
    await screen.findByRole('alert');
    expect(field('Name, Latin letters').value).toBe('Ada Wong');
    fireEvent.keyDown(screen.getByRole('textbox', { name: /^One line/ }), { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    fireEvent.click(screen.getByRole('button', { name: 'open' }));
    const line = await screen.findByRole<HTMLInputElement>('textbox', { name: /^One line/ });
    expect(line.value).toBe('Ada Wong, CTO');
    type('');
  });

  it('asks for a name, and says which part is wrong', async () => {
    const fake = await open();
    type('138 0000 0000');
    save();
    expect((await screen.findByRole('alert')).textContent).toBe('Type at least a name.');
    type('Ada Wong');
    fireEvent.change(field('E-mail'), { target: { value: 'ada@' } });
    save();
    await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(/^E-mail: /));
    expect(fake.callsOf('people:capture')).toEqual([]);
    fireEvent.change(field('E-mail'), { target: { value: '' } });
    save();
    await waitFor(() => expect(fake.callsOf('people:capture')).toHaveLength(1));
  });
});
