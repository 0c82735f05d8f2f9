import { describe, expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { TakeTrip, Travelling } from '@renderer/features/travel';
import { recordTypes } from '@shared/domain/records';
import type { RecordType } from '@shared/domain/records';
import type { ArrivalShown, LuggageShown } from '@shared/ipc/travel-channels';
import { failed } from '@shared/result';
import { installBridge } from '../../../../builders/fake-bridge';
import { aRecord, day, english } from '../../../../builders/records';
import { renderScreen } from '../../../../builders/render-screen';

const trip = aRecord('trip', {
  title: english('Spring visit'),
  firstDay: day('2026-03-02'),
  lastDay: day('2026-03-04'),
});

function counts(some: Partial<Record<RecordType, number>>): LuggageShown['going'] {
  const none = Object.fromEntries(recordTypes.map((type) => [type, 0])) as Record<RecordType, number>;
  return { ...none, ...some };
}

const luggage: LuggageShown = {
  going: counts({ trip: 1, meeting: 2, note: 3, person: 5 }),
  staying: counts({ trip: 4, note: 7 }),
  inTrash: 1,
  files: { count: 2, bytes: 3_400_000 },
};
const status = { isSet: false } as never;
const packed = { folder: '/stick/Attaché trip', records: 11, files: 2, missingFiles: 0, recoveryKey: null };
const place = { kind: 'copy' as const, folder: '/stick/copy', isProtected: false };
const arrival: ArrivalShown = { isComplete: true, records: 20, files: 3, missing: [], lost: [] };
const before = { otherBackupFolder: '/office/backups', drafts: 0 };

const press = (name: string | RegExp): boolean => fireEvent.click(screen.getByRole('button', { name }));

describe('taking a trip', () => {
  it('says what goes and what stays, and packs under the passphrase that was typed twice', async () => {
    const fake = installBridge({
      answers: {
        'travel:look': () => luggage,
        'vault:status': () => status,
        'travel:choose-destination': () => ({ folder: '/stick' }),
        'travel:take': () => packed,
      },
    });
    renderScreen(<TakeTrip trip={trip} onClose={() => undefined} />);
    const goes = await screen.findByRole('region', { name: 'Goes along' });
    expect(goes.textContent).toMatch(
      /The trip with 2 meetings and 3 notes.*5 people.*2 files, 3\.4 MB.*1 of its records/,
    );
    expect(screen.getByRole('region', { name: 'Stays here' }).textContent).toMatch(/4 other trips.*7 notes/);
    press('Choose a folder…');
    await screen.findByText('/stick');
    const submit = screen.getByRole<HTMLButtonElement>('button', { name: 'Take this trip' });
    expect(submit.disabled).toBe(true);
    for (const label of ['New passphrase', 'The same once more']) {
      fireEvent.change(screen.getByLabelText(label), { target: { value: 'seven ferries at noon' } });
    }
    fireEvent.click(submit);
    await screen.findByText('11 records and 2 files, read back and found whole');
    expect(fake.callsOf('travel:take')).toMatchObject([{ tripId: trip.id, passphrase: 'seven ferries at noon' }]);
  });

  it('goes without a passphrase only where there is none here, and says what that means', async () => {
    const fake = installBridge({
      answers: {
        'travel:look': () => luggage,
        'vault:status': () => status,
        'travel:choose-destination': () => ({ folder: '/stick' }),
        'travel:take': () => failed({ code: 'not-enough-room', neededMegabytes: 90, freeMegabytes: 12 }),
      },
    });
    renderScreen(<TakeTrip trip={trip} onClose={() => undefined} />);
    await screen.findByRole('region', { name: 'Goes along' });
    press('Choose a folder…');
    await screen.findByText('/stick');
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Protect it with a passphrase' }));
    await screen.findByText(/Everybody who gets hold of this folder/);
    press('Take this trip');
    expect((await screen.findByText(/About 90 MB are needed/)).textContent).toMatch(/12 MB are free/);
    expect(fake.callsOf('travel:take')).toMatchObject([{ passphrase: null }]);
  });

  it('offers no way without a passphrase where the records are protected', async () => {
    installBridge({ answers: { 'travel:look': () => luggage, 'vault:status': () => ({ isSet: true }) as never } });
    renderScreen(<TakeTrip trip={trip} onClose={() => undefined} />);
    await screen.findByText(/leave this computer under a passphrase only/);
    expect(screen.queryByRole('checkbox')).toBeNull();
  });
});

describe('emptying the laptop', () => {
  async function check(answer: ArrivalShown) {
    const fake = installBridge({
      answers: {
        'vault:status': () => status,
        'travel:choose-arrival': () => place,
        'travel:check': () => answer,
        'travel:before-emptying': () => before,
        'travel:empty': () => failed({ code: 'not-checked' }),
      },
    });
    renderScreen(<Travelling />);
    press('Empty this laptop…');
    press('Choose a folder…');
    await screen.findByText('/stick/copy');
    press('Check that everything is there');
    return fake;
  }

  it('lists what has not arrived by kind and title, and offers to copy everything', async () => {
    const fake = await check({
      ...{ ...arrival, isComplete: false },
      missing: [
        { type: 'meeting', count: 1, titles: [{ title: 'Call with Lantern (sample)', why: 'older' }] },
        { type: 'file', count: 3, titles: [{ title: 'photograph.jpg', why: 'missing' }] },
      ],
    });
    const list = await screen.findByRole('region', { name: 'What is missing there' });
    expect(within(list).getByRole('region', { name: '1 meeting' }).textContent).toMatch(
      /Lantern.*an older state is there/,
    );
    expect(within(list).getByRole('region', { name: 'Content of 3 files' }).textContent).toMatch(
      /photograph\.jpg.*and 2 more/,
    );
    expect(screen.queryByRole('button', { name: 'Remove everything' })).toBeNull();
    expect(fake.callsOf('travel:empty')).toEqual([]);
  });

  it('removes after the word was typed, names the other backups, and says when something was changed meanwhile', async () => {
    const fake = await check(arrival);
    await screen.findByText('All of it is there: 20 records and 3 files');
    await screen.findByText(/\/office\/backups/);
    const remove = screen.getByRole<HTMLButtonElement>('button', { name: 'Remove everything' });
    fireEvent.change(screen.getByLabelText('Type “empty” to go on'), { target: { value: 'emty' } });
    expect(remove.disabled).toBe(true);
    fireEvent.change(screen.getByLabelText('Type “empty” to go on'), { target: { value: 'Empty ' } });
    fireEvent.click(remove);
    await waitFor(() => expect(fake.callsOf('travel:empty')).toHaveLength(1));
    expect((await screen.findByRole('alert')).textContent).toMatch(/changed since the check.*Nothing was removed/);
  });
});
