import { afterEach, describe, expect, it } from '@jest/globals';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { TextInput } from '@mantine/core';
import { Cover, KeptDrafts, LockButton, useLocking } from '@renderer/features/lock';
import { beforeClose } from '@renderer/lib/before-close';
import { recallDrafts, useDraftPart } from '@renderer/lib/drafts';
import { failed } from '@shared/result';
import { installBridge } from '../../../../builders/fake-bridge';
import type { FakeBridge } from '../../../../builders/fake-bridge';
import { instant } from '../../../../builders/records';
import { renderScreen } from '../../../../builders/render-screen';
import { lockedStatus } from './statuses';

const undo: (() => void)[] = [];
afterEach(() => {
  for (const each of undo.splice(0)) each();
  document.body.inert = false;
});

function Screen({ typed = 'words' }: { readonly typed?: string }) {
  useLocking();
  useDraftPart('trip/new', 'fields', () => ({ purpose: typed }));
  return (
    <>
      <TextInput label="Purpose" defaultValue={typed} />
      <LockButton className={undefined} nameClassName={undefined} />
      <Cover />
    </>
  );
}

function show(answers: Parameters<typeof installBridge>[0] = {}): FakeBridge {
  const fake = installBridge({
    answers: {
      'vault:status': () => lockedStatus,
      'lock:ask': () => undefined,
      'lock:kept': () => undefined,
      'lock:ready': () => ({ isLocked: true }),
      'drafts:keep': () => undefined,
      ...answers.answers,
    },
  });
  window.location.hash = '#/meetings/00000000-0000-4000-8000-000000000001?q=secret words';
  renderScreen(<Screen />);
  return fake;
}

describe('when Attaché is about to lock', () => {
  it('the screen is covered, everything is written and handed over, and where it was is told without words', async () => {
    const order: string[] = [];
    undo.push(
      beforeClose(() => {
        order.push('written');
        return Promise.resolve(true);
      }),
    );
    const fake = show();
    act(() => fake.tell({ kind: 'locking' }));
    await waitFor(() => expect(fake.callsOf('lock:ready')).toHaveLength(1));
    expect(order).toEqual(['written', 'written']);
    const place = '/meetings/00000000-0000-4000-8000-000000000001';
    expect(fake.callsOf('drafts:keep')).toEqual([
      { place, drafts: [{ key: 'trip/new', values: { fields: { purpose: 'words' } } }] },
    ]);
    expect(fake.callsOf('lock:ready')).toEqual([{ place }]);
    screen.getByText('Locking…');
    expect(document.body.inert).toBe(true);
  });

  it('it stays open, and says why, while words cannot be written', async () => {
    const disk = { isFull: true };
    undo.push(beforeClose(() => Promise.resolve(!disk.isFull)));
    const fake = show();
    act(() => fake.tell({ kind: 'locking' }));
    await screen.findByText('Attaché cannot lock yet');
    expect(fake.callsOf('lock:kept')).toHaveLength(1);
    expect(fake.callsOf('lock:ready')).toHaveLength(0);
    expect(document.body.inert).toBe(false);
    disk.isFull = false;
    act(() => fake.tell({ kind: 'locking' }));
    await waitFor(() => expect(fake.callsOf('lock:ready')).toHaveLength(1));
  });

  it('it stays open when unsaved input cannot be kept', async () => {
    const fake = show({ answers: { 'drafts:keep': () => failed({ code: 'disk-full' }) } });
    act(() => fake.tell({ kind: 'locking' }));
    await screen.findByText('Attaché cannot lock yet');
    expect(fake.callsOf('lock:ready')).toHaveLength(0);
    expect(screen.queryByText('Locking…')).toBeNull();
  });

  it('the screen is uncovered when it is not locked after all', async () => {
    const fake = show({ answers: { 'lock:ready': () => ({ isLocked: false }) } });
    act(() => fake.tell({ kind: 'locking' }));
    await waitFor(() => expect(fake.callsOf('lock:ready')).toHaveLength(1));
    await waitFor(() => expect(document.body.inert).toBe(false));
  });
});

describe('asking for it', () => {
  it('is a key that works in a text field too, a menu command, and a button', async () => {
    const fake = show();
    fireEvent.keyDown(screen.getByLabelText('Purpose'), { key: 'l', ctrlKey: true });
    await waitFor(() => expect(fake.callsOf('lock:ask')).toHaveLength(1));
    act(() => fake.tell({ kind: 'menu', command: 'lock' }));
    await waitFor(() => expect(fake.callsOf('lock:ask')).toHaveLength(2));
    fireEvent.click(await screen.findByRole('button', { name: 'Lock Attaché' }));
    await waitFor(() => expect(fake.callsOf('lock:ask')).toHaveLength(3));
  });

  it('says that there is no passphrase yet, and offers no button then', async () => {
    const fake = show({
      answers: {
        'lock:ask': () => failed({ code: 'not-protected' }),
        'vault:status': () => ({ ...lockedStatus, isSet: false }),
      },
    });
    fireEvent.keyDown(window, { key: 'l', ctrlKey: true });
    await screen.findByText('There is no passphrase yet');
    expect(fake.callsOf('vault:status')).toHaveLength(1);
    expect(screen.queryByRole('button', { name: 'Lock Attaché' })).toBeNull();
  });
});

describe('input that was kept', () => {
  const keptAt = instant('2026-03-01T01:30:00.000Z');

  it('is told of, can be read where its form is not found, and thrown away', async () => {
    const fake = installBridge({ answers: { 'drafts:keep': () => undefined } });
    const id = '00000000-0000-4000-8000-000000000001';
    recallDrafts([
      {
        key: 'trip/new',
        place: '/trips',
        keptAt,
        values: { fields: { purpose: 'To see the arms', firstDay: '2026-03-03', ownerId: id } },
      },
    ]);
    renderScreen(<KeptDrafts />);
    screen.getByText('Your unsaved input was kept');
    screen.getByText(/New trip\./);
    expect(screen.getByRole('link', { name: 'Go there' }).getAttribute('href')).toBe('/trips');
    fireEvent.click(screen.getByRole('button', { name: 'Show what you typed' }));
    expect(screen.getByText('To see the arms').textContent).toBe('To see the arms');
    fireEvent.click(screen.getByRole('button', { name: 'Throw away: New trip' }));
    await waitFor(() => expect(screen.queryByText('Your unsaved input was kept')).toBeNull());
    expect(fake.callsOf('drafts:keep')).toEqual([{ place: '/', drafts: [{ key: 'trip/new', values: null }] }]);
  });
});
