import { useMemo } from 'react';
import { describe, expect, it } from '@jest/globals';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { SyncLine, syncKeys, useSyncNow } from '@renderer/features/sync';
import { useShortcuts } from '@renderer/lib/shortcuts';
import type { SyncState } from '@shared/ipc/sync-channels';
import { installBridge } from '../../../../builders/fake-bridge';
import type { FakeBridge } from '../../../../builders/fake-bridge';
import { instant } from '../../../../builders/records';
import { renderScreen } from '../../../../builders/render-screen';
import { alone, joined } from './standings';

function WithKey() {
  const { syncNow } = useSyncNow();
  useShortcuts(useMemo(() => [{ keys: syncKeys, label: 'Sync now', run: () => void syncNow() }], [syncNow]));
  return (
    <ul>
      <SyncLine />
    </ul>
  );
}

function show(given: SyncState): FakeBridge & { become: (state: SyncState) => void } {
  let state = given;
  const fake = installBridge({ answers: { 'sync:state': () => state, 'sync:now': () => undefined } });
  renderScreen(<WithKey />, { at: '/today' });
  return {
    ...fake,
    become: (next) => {
      state = next;
      act(() => fake.tell({ kind: 'sync' }));
    },
  };
}

const press = (): void => {
  fireEvent.keyDown(window, { key: 'Y', ctrlKey: true, shiftKey: true });
};
const address = (): string => screen.getByRole('status', { name: 'address' }).textContent;

describe('the line at the foot of the navigation', () => {
  it('is not there without a server, and comes with one', async () => {
    const fake = show(alone);
    await waitFor(() => expect(fake.callsOf('sync:state').length).toBe(1));
    expect(screen.queryByRole('link')).toBeNull();
    fake.become(joined());
    await screen.findByRole('link', { name: 'Colleagues: Never synced' });
  });

  it('says what waits, or since when the server is away', async () => {
    const upToDateAt = instant('2020-11-20T10:20:00.000Z');
    const fake = show(joined({ upToDateAt, waiting: 3 }));
    await screen.findByText('3 changes waiting to be sent');
    fake.become(joined({ upToDateAt }));
    await screen.findByText(/^Up to date as of 20 Nov 2020, /);
    fake.become(joined({ problem: { code: 'cannot-reach', reason: '', since: upToDateAt } }));
    await screen.findByText(/^Cannot reach the server since 20 Nov 2020, /);
  });

  it('leads to the settings', async () => {
    show(joined());
    fireEvent.click(await screen.findByRole('link', { name: 'Colleagues: Never synced' }));
    expect(address()).toBe('/settings');
  });
});

describe('the key for a round now', () => {
  it('begins one', async () => {
    const fake = show(joined());
    press();
    await waitFor(() => expect(fake.callsOf('sync:now').length).toBe(1));
    await screen.findByText('You and your colleagues have the same now.');
  });

  it('leads to where a server is set up when there is none', async () => {
    const fake = show(alone);
    press();
    await waitFor(() => expect(address()).toBe('/settings'));
    expect(fake.callsOf('sync:now')).toEqual([]);
  });
});
