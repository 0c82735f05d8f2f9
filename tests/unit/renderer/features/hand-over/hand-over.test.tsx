import { describe, expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { HandingOver, HandOver, TakingIn } from '@renderer/features/hand-over';
import type { HandOverPreview } from '@shared/ipc/hand-over-channels';
import { failed } from '@shared/result';
import { installBridge } from '../../../../builders/fake-bridge';
import { aRecord, day, english, instant } from '../../../../builders/records';
import { renderScreen } from '../../../../builders/render-screen';

const trip = aRecord('trip', {
  title: english('Spring visit'),
  firstDay: day('2026-03-02'),
  lastDay: day('2026-03-04'),
});
const words = 'seven ferries at noon';
const chosen = { name: 'Attaché trip.attache', bytes: 2_400_000 };
const nothing = { added: 0, updated: 0, merged: 0, disputed: 0, known: 0, unreadable: 0 };
const preview: HandOverPreview = {
  ...{ name: chosen.name, madeBy: 'Wong Mei-ling (sample)', isOwn: false, madeAt: instant('2026-03-03T10:00:00.000Z') },
  ...{ holds: 'trip', tripTitle: english('Spring visit'), lacking: 0, isStranger: false },
  counts: { ...nothing, added: 12, merged: 2, disputed: 1, known: 40 },
  merged: [{ type: 'organisation', title: 'Harbour Robotics (sample)' }],
  disputed: [{ type: 'meeting', title: 'Call with Lantern (sample)' }],
  files: { count: 5, bytes: 12_000_000 },
};

const press = (name: string | RegExp): boolean => fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string, value: string): boolean =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

function takingIn(look: HandOverPreview | ReturnType<typeof failed>) {
  const fake = installBridge({
    answers: {
      'hand-over:choose': () => chosen,
      'hand-over:look': () => look,
      'hand-over:take': () => ({ counts: preview.counts, files: 5, lacking: 0, isBackedUp: true }),
    },
  });
  renderScreen(
    <>
      <HandingOver />
      <TakingIn />
    </>,
  );
  return fake;
}

async function lookInto(): Promise<void> {
  press('Take a file in…');
  await screen.findByText(/“Attaché trip\.attache” \(2\.4 MB\) is locked/);
  type('The passphrase of this file', words);
  press('Look into it');
}

describe('handing a trip over', () => {
  it('takes a passphrase twice, and says where the file is and what is in it', async () => {
    const fake = installBridge({
      answers: {
        'hand-over:write': () => ({ path: '/stick/trip.attache', bytes: 2_400_000, records: 41, files: 3, lacking: 1 }),
      },
    });
    renderScreen(<HandOver trip={trip} onClose={() => undefined} />);
    const submit = screen.getByRole<HTMLButtonElement>('button', { name: 'Save the file…' });
    expect(submit.disabled).toBe(true);
    type('New passphrase', words);
    type('The same once more', words);
    fireEvent.click(submit);
    await screen.findByText('41 records and 3 files, 2.4 MB');
    await screen.findByText('/stick/trip.attache');
    await screen.findByText(/1 file cannot be read on this computer/);
    expect(fake.callsOf('hand-over:write')).toMatchObject([{ tripId: trip.id, passphrase: words }]);
  });

  it('stays where it was when the person chose no place, and says why nothing was saved', async () => {
    const answers = [null, failed({ code: 'no-room-for-file' })];
    installBridge({ answers: { 'hand-over:write': () => answers.shift() ?? null } });
    renderScreen(<HandOver trip={null} onClose={() => undefined} />);
    type('New passphrase', words);
    type('The same once more', words);
    press('Save the file…');
    await waitFor(() => expect(answers).toHaveLength(1));
    fireEvent.click(await screen.findByRole('button', { name: 'Save the file…' }));
    await screen.findByText('There is no room for the file');
    expect(screen.getByLabelText<HTMLInputElement>('New passphrase').value).toBe(words);
  });
});

describe('taking a file in', () => {
  it('shows what it would change before anything is changed, then a receipt and the way to what disagrees', async () => {
    const fake = takingIn(preview);
    await lookInto();
    const would = await screen.findByRole('region', { name: 'What taking it in does' });
    const lines = within(would)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(lines).toEqual([
      expect.stringMatching(/^12New/),
      expect.stringMatching(/^2Brought together.*Harbour Robotics/),
      expect.stringMatching(/^1In disagreement.*Call with Lantern/),
      expect.stringMatching(/^40Known already/),
      expect.stringMatching(/^5Files12 MB/),
    ]);
    await screen.findByText(/From Wong Mei-ling \(sample\)/);
    expect(fake.callsOf('hand-over:take')).toEqual([]);
    press('Take it in');
    await screen.findByText(/A backup was made before/);
    expect(fake.callsOf('hand-over:take')).toMatchObject([{ wantsStrangers: false }]);
    press('Settle what disagrees');
    await waitFor(() => expect(screen.getByLabelText('address').textContent).toBe('/conflicts'));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('is offered for records that nobody has met only once somebody says that they want them', async () => {
    const fake = takingIn({ ...preview, isStranger: true });
    await lookInto();
    const submit = await screen.findByRole<HTMLButtonElement>('button', { name: 'Take it in' });
    expect(submit.disabled).toBe(true);
    fireEvent.click(screen.getByRole('checkbox', { name: /I know whom it is from/ }));
    press('Take it in');
    await screen.findByText('It is taken in');
    expect(fake.callsOf('hand-over:take')).toMatchObject([{ wantsStrangers: true }]);
  });

  it('says that there is nothing new, and offers nothing else', async () => {
    takingIn({ ...preview, counts: { ...nothing, known: 53 }, files: { count: 0, bytes: 0 } });
    await lookInto();
    await screen.findByText('There is nothing new in this file: all of it is here already.');
    expect(screen.queryByRole('button', { name: 'Take it in' })).toBeNull();
  });

  it('keeps the passphrase that was wrong, to be mended', async () => {
    takingIn(failed({ code: 'bundle-wrong-passphrase' }));
    await lookInto();
    await screen.findByText('That passphrase does not open this file');
    expect(screen.getByLabelText<HTMLInputElement>('The passphrase of this file').value).toBe(words);
  });

  it('begins by itself with a file that was dropped or opened from outside', async () => {
    const offered: (typeof chosen | null)[] = [null, chosen];
    const fake = installBridge({ answers: { 'hand-over:offered': () => offered.shift() ?? null } });
    renderScreen(<TakingIn />);
    await waitFor(() => expect(offered).toHaveLength(1));
    expect(screen.queryByRole('dialog')).toBeNull();
    fake.tell({ kind: 'hand-over:offered' });
    await screen.findByText(/is locked/);
    press('Cancel');
  });
});
