import { describe, expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { SettingsPage } from '@renderer/features/settings';
import type { BackupLook, BackupSummary, BackupsState } from '@shared/ipc/backup-channels';
import type { InputOf, OutputOf } from '@shared/ipc/contract';
import { failed } from '@shared/result';
import { installBridge } from '../../../../builders/fake-bridge';
import type { FakeBridge } from '../../../../builders/fake-bridge';
import { instant } from '../../../../builders/records';
import { renderScreen } from '../../../../builders/render-screen';

const about = { version: '0.1.0', electron: '25', chromium: '114', folder: '/data' };

function aBackup(fields: Partial<BackupSummary> = {}): BackupSummary {
  return {
    name: 'b1',
    madeAt: instant('2026-11-21T08:00:00.000Z'),
    bytes: 14_000,
    reason: 'daily',
    places: ['here'],
    isSealed: false,
    isOwn: true,
    isDamaged: false,
    ...fields,
  };
}

interface Shown {
  readonly backups?: BackupSummary[];
  readonly look?: BackupLook;
  readonly state?: BackupsState;
  readonly restore?: (input: InputOf<'backups:restore'>) => OutputOf<'backups:restore'> | ReturnType<typeof failed>;
}

const unchanged: BackupLook = { kind: 'good', records: 214, changes: [] };

function show({ backups = [aBackup()], look = unchanged, state, restore }: Shown = {}): FakeBridge {
  const fake = installBridge({
    answers: {
      'app:about': () => about,
      'backups:list': () => backups,
      'backups:state': () => state ?? { problem: null, other: null },
      'backups:look': () => look,
      'backups:differences': () => [
        { type: 'trip', id: 't1', became: 'changed', title: 'Ningbo visit (sample)' },
        { type: 'meeting', id: 'm1', became: 'gone', title: 'Courtesy call (sample)' },
      ],
      'backups:make': () => aBackup(),
      'backups:restore': restore ?? (() => ({ records: 214, undo: 'undo', missingFiles: 0 })),
    },
  });
  renderScreen(<SettingsPage />);
  return fake;
}

const row = (): Promise<HTMLElement> => screen.findByRole('listitem', { name: /21 Nov 2026/ });

describe('the backups in Settings', () => {
  it('say in words what differs from each', async () => {
    show({
      look: {
        kind: 'good',
        records: 214,
        changes: [
          { type: 'note', became: 'changed', count: 4 },
          { type: 'person', became: 'changed', count: 2 },
          { type: 'meeting', became: 'added', count: 1 },
        ],
      },
    });
    await within(await row()).findByText('Since then: 2 people and 4 notes changed, 1 meeting added.');
  });

  it('name the records that differ when a row is opened', async () => {
    show({ look: { kind: 'good', records: 214, changes: [{ type: 'trip', became: 'changed', count: 7 }] } });
    fireEvent.click(within(await row()).getByRole('button', { name: /^What differs/ }));
    const changed = await screen.findByRole('region', { name: 'Changed since then' });
    expect(within(changed).getByRole('link', { name: 'Ningbo visit (sample)' })).toBeTruthy();
    expect(within(screen.getByRole('region', { name: 'No longer here' })).queryByRole('link')).toBeNull();
    screen.getByText('and 5 more');
  });

  it('show one that cannot be read as damaged, and do not offer to restore it', async () => {
    show({ look: { kind: 'damaged' } });
    await within(await row()).findByText(/This backup cannot be read/);
    expect(screen.getByRole('button', { name: /^Restore the backup of/ })).toHaveProperty('disabled', true);
  });

  it('ask before going back to one, with what that takes back, and offer to undo it', async () => {
    const fake = show({
      look: { kind: 'good', records: 214, changes: [{ type: 'note', became: 'added', count: 3 }] },
    });
    fireEvent.click(within(await row()).getByRole('button', { name: /^Restore the backup of/ }));
    await screen.findByText(/This takes back what was done since: 3 notes added/);
    screen.getByText(/What is here now is backed up first/);
    expect(fake.callsOf('backups:restore')).toHaveLength(0);
    fireEvent.click(screen.getByRole('button', { name: 'Restore' }));
    await screen.findByText(/^Everything is as it was on 21 Nov 2026/);
    expect(fake.callsOf('backups:restore')).toMatchObject([{ name: 'b1', secret: null }]);
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await screen.findByText('What was here before is back.');
    expect(fake.callsOf('backups:restore')).toMatchObject([{ name: 'b1' }, { name: 'undo' }]);
  });

  it('ask for the passphrase of one that was made under another', async () => {
    const fake = show({
      look: { kind: 'locked' },
      restore: ({ secret }) =>
        secret === 'the right one'
          ? { records: 3, undo: null, missingFiles: 2 }
          : failed(
              secret === null ? { code: 'backup-locked' } : { code: 'wrong-passphrase', tries: 1, waitSeconds: 1 },
            ),
    });
    fireEvent.click(within(await row()).getByRole('button', { name: /^Restore the backup of/ }));
    fireEvent.click(await screen.findByRole('button', { name: 'Restore' }));
    for (const secret of ['a wrong one', 'the right one']) {
      fireEvent.change(await screen.findByLabelText('Passphrase or recovery key'), { target: { value: secret } });
      fireEvent.click(screen.getByRole('button', { name: 'Open and restore' }));
      await waitFor(() => expect(fake.callsOf('backups:restore').at(-1)).toMatchObject({ secret }));
      await waitFor(() => expect(screen.queryByDisplayValue(secret)).toBeNull());
    }
    await screen.findByText(/2 attached files were not found beside the backup/);
  });

  it('show the older ones when they are asked for', async () => {
    const backups = Array.from({ length: 9 }, (_, index) => aBackup({ name: `b${index}` }));
    show({ backups });
    const list = await screen.findByRole('list', { name: 'Backups' });
    expect(within(list).getAllByRole('button', { name: /^Restore the backup/ })).toHaveLength(6);
    fireEvent.click(screen.getByRole('button', { name: 'Show 3 older backups' }));
    expect(within(list).getAllByRole('button', { name: /^Restore the backup/ })).toHaveLength(9);
  });

  it('say why the one of today could not be made', async () => {
    show({ state: { problem: { code: 'disk-full' }, other: null } });
    await screen.findByText(/because the disk is full/);
  });

  it('are made when asked', async () => {
    const fake = show({ backups: [] });
    await screen.findByText('There is no backup yet');
    fireEvent.click(screen.getByRole('button', { name: 'Make a backup now' }));
    await screen.findByText('A backup was made');
    expect(fake.callsOf('backups:make')).toHaveLength(1);
  });
});

describe('the second place for backups', () => {
  const other = { folder: '/media/stick', isThere: true, files: { files: 12, missing: 0 }, problem: null };

  it.each<[string, BackupsState['other'], RegExp]>([
    ['is not chosen yet', null, /on the same disk\. Choose a folder on another disk/],
    ['is there', other, /It is there.*Your 12 attached files are copied too/],
    ['lacks some files', { ...other, files: { files: 12, missing: 3 } }, /3 attached files are not copied yet/],
    ['is not there now', { ...other, isThere: false, files: null }, /It is not there now/],
    ['is full', { ...other, problem: { code: 'disk-full' } }, /its disk is full/],
    ['cannot be written to', { ...other, problem: { code: 'cannot-write' } }, /could not be written to/],
  ])('says so when it %s', async (_name, shown, words) => {
    show({ state: { problem: null, other: shown } });
    await screen.findByText(words);
  });

  it('tells of each backup in which place it lies', async () => {
    show({
      backups: [aBackup({ places: ['here', 'there'] }), aBackup({ name: 'b2', places: ['there'], isOwn: false })],
      state: { problem: null, other },
    });
    await screen.findByText('Both places');
    expect(screen.getAllByText('Second place').length).toBeGreaterThan(1);
    screen.getByText('Another laptop');
  });
});
