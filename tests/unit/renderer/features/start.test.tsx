import { describe, expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { StartScreen, StoreNotices } from '@renderer/features/start';
import type { StartState } from '@shared/ipc/app-channels';
import { failed } from '@shared/result';
import { installBridge } from '../../../builders/fake-bridge';
import { instant, nextId } from '../../../builders/records';
import { renderScreen } from '../../../builders/render-screen';

const fresh: Extract<StartState, { kind: 'fresh' }> = { kind: 'fresh', suggestedName: 'Siu-ming Chan', notices: [] };

describe('the first start', () => {
  it('makes the sample trip for the officer and goes to it', async () => {
    const tripId = nextId();
    const fake = installBridge({ answers: { 'start:explore-sample': () => ({ tripId }) } });
    renderScreen(<StartScreen state={fresh} />);
    fireEvent.click(screen.getByRole('button', { name: 'Explore the sample trip' }));
    await waitFor(() => expect(window.location.hash).toBe(`#/trips/${tripId}/overview`));
    expect(fake.callsOf('start:explore-sample')).toEqual([{ name: 'Siu-ming Chan' }]);
  });

  it('asks for a name before it starts empty', async () => {
    const fake = installBridge({ answers: { 'start:empty': () => undefined } });
    renderScreen(<StartScreen state={{ ...fresh, suggestedName: '' }} />);
    fireEvent.click(screen.getByRole('button', { name: 'Start empty' }));
    expect(screen.getByText('Please give your name first.')).toBeDefined();
    const name = screen.getByRole('textbox', { name: 'Your name' });
    expect(document.activeElement).toBe(name);
    fireEvent.change(name, { target: { value: ' 陳小明 ' } });
    fireEvent.click(screen.getByRole('button', { name: 'Start empty' }));
    await waitFor(() => expect(fake.callsOf('start:empty')).toEqual([{ name: '陳小明' }]));
  });

  it('restores a backup without a name, and stays when the person thought better of it', async () => {
    const fake = installBridge({ answers: { 'backups:restore-file': () => null } });
    renderScreen(<StartScreen state={{ ...fresh, suggestedName: '' }} />);
    fireEvent.click(screen.getByRole('button', { name: 'Restore a backup' }));
    await waitFor(() => expect(fake.callsOf('backups:restore-file')).toHaveLength(1));
    expect(screen.getByRole('textbox', { name: 'Your name' })).toBeDefined();
  });

  it('says why a file is not a backup', async () => {
    installBridge({ answers: { 'backups:restore-file': () => failed({ code: 'not-a-backup', reason: 'no JSON' }) } });
    renderScreen(<StartScreen state={fresh} />);
    fireEvent.click(screen.getByRole('button', { name: 'Restore a backup' }));
    expect((await screen.findByRole('alert')).textContent).toMatch(/not a backup of Attaché.*Nothing was changed/);
  });
});

describe('data that cannot be opened', () => {
  it('from a newer Attaché is left alone, and says what to do', () => {
    installBridge();
    renderScreen(<StartScreen state={{ kind: 'newer-version', found: 9, known: 1, folder: '/data' }} />);
    expect(screen.getByRole('alert').textContent).toMatch(
      /newer Attaché.*version 9.*up to 1.*Nothing was changed.*\/data/,
    );
  });

  it('that cannot be read says why and where it is', () => {
    installBridge();
    renderScreen(<StartScreen state={{ kind: 'unreadable', reason: 'EACCES', folder: '/data' }} />);
    expect(screen.getByRole('alert').textContent).toMatch(/EACCES.*Nothing was changed or deleted.*\/data/);
    expect(screen.getByRole('button', { name: 'Restore a backup' })).toBeDefined();
  });
});

describe('what happened to the data', () => {
  it('is said above the screens until it is understood', async () => {
    installBridge({
      answers: {
        'start:state': () => ({
          kind: 'ready',
          notices: [
            {
              kind: 'restored-after-damage',
              quarantined: 'damaged.json',
              backup: 'b',
              madeAt: instant('2026-11-21T08:00:00.000Z'),
            },
            {
              kind: 'set-aside',
              count: 2,
              missing: 0,
              file: 'aside.txt',
              fetched: 1,
              madeAt: instant('2026-11-21T08:00:00.000Z'),
            },
            { kind: 'read-only-folder' },
          ],
        }),
      },
    });
    renderScreen(<StoreNotices />);
    await screen.findByText('Your data was damaged and has been restored');
    expect(screen.getByText('2 records were damaged on the disk')).toBeDefined();
    expect(screen.getByText(/One of them is shown as it was in the backup.* is kept in aside\.txt/)).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Understood' }));
    // What is still so is still said.
    expect(screen.getByRole('alert').textContent).toMatch(/You can read, but not change anything/);
  });
});
