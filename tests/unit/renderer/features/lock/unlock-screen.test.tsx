import { describe, expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { UnlockScreen } from '@renderer/features/lock';
import type { VaultStatus } from '@shared/ipc/vault-channels';
import { failed } from '@shared/result';
import type { Failure } from '@shared/result';
import { installBridge } from '../../../../builders/fake-bridge';
import type { FakeBridge } from '../../../../builders/fake-bridge';
import { renderScreen } from '../../../../builders/render-screen';
import { lockedStatus } from './statuses';

function show(
  answer: Failure | { place: string | null; mayRenewPassphrase: boolean },
  status: Partial<VaultStatus> = {},
): FakeBridge {
  const fake = installBridge({
    answers: {
      'vault:status': () => ({ ...lockedStatus, ...status }),
      'vault:unlock': () => ('code' in answer ? failed(answer) : answer),
      'vault:change-passphrase': () => undefined,
      'drafts:list': () => [],
    },
  });
  renderScreen(<UnlockScreen />);
  return fake;
}

async function give(passphrase: string): Promise<HTMLElement> {
  const box = await screen.findByLabelText('Passphrase');
  fireEvent.change(box, { target: { value: passphrase } });
  fireEvent.submit(box);
  return box;
}

describe('the locked screen', () => {
  it('has the focus in the box and sends what is typed', async () => {
    const fake = show({ place: '/people', mayRenewPassphrase: false });
    const box = await screen.findByLabelText('Passphrase');
    await waitFor(() => expect(document.activeElement).toBe(box));
    await give('nine sampans at dawn');
    await waitFor(() => expect(window.location.hash).toBe('#/people'));
    expect(fake.callsOf('vault:unlock')).toEqual([{ by: 'passphrase', passphrase: 'nine sampans at dawn' }]);
    expect(fake.callsOf('settings:get')).toHaveLength(1);
  });

  it('tells of a wrong passphrase, counts, and lets the next one be typed meanwhile', async () => {
    const fake = show({ code: 'wrong-passphrase', tries: 2, waitSeconds: 2 });
    const box = await give('ten lanterns at dusk');
    await screen.findByText('That is not the passphrase.');
    screen.getByText(/2 wrong tries; next in 2 s\. Nothing is ever deleted/);
    fireEvent.change(box, { target: { value: 'nine sampans' } });
    expect(screen.queryByText('That is not the passphrase.')).toBeNull();
    expect(screen.getByRole('button', { name: 'Unlock' })).toHaveProperty('disabled', true);
    fireEvent.submit(box);
    expect(fake.callsOf('vault:unlock')).toHaveLength(1);
    await waitFor(() => expect(screen.getByRole('button', { name: 'Unlock' })).toHaveProperty('disabled', false), {
      timeout: 4000,
    });
    screen.getByText(/^2 wrong tries\. Nothing/);
  });

  it('says how many tries were wrong before it was started', async () => {
    show({ code: 'locked' }, { wrongTries: 3, waitSeconds: 4 });
    await screen.findByText(/3 wrong tries; next in 4 s/);
  });

  it('tells of Caps Lock', async () => {
    show({ code: 'locked' });
    const box = await screen.findByLabelText('Passphrase');
    fireEvent.keyDown(box, { key: 'A', modifierCapsLock: true });
    await screen.findByText('Caps Lock is on');
    fireEvent.keyUp(box, { key: 'CapsLock', modifierCapsLock: false });
    await waitFor(() => expect(screen.queryByText('Caps Lock is on')).toBeNull());
  });

  it('shows what is typed when asked to', async () => {
    show({ code: 'locked' });
    const box = await screen.findByLabelText('Passphrase');
    expect(box).toHaveProperty('type', 'password');
    fireEvent.mouseDown(screen.getByRole('button', { name: 'Show what is typed' }));
    await waitFor(() => expect(box).toHaveProperty('type', 'text'));
  });

  it('offers the account of this computer only where that opens it', async () => {
    const fake = show({ place: null, mayRenewPassphrase: false }, { isInKeychain: true, canUseKeychain: true });
    fireEvent.click(await screen.findByRole('button', { name: 'Unlock with this computer’s account' }));
    await waitFor(() => expect(fake.callsOf('vault:unlock')).toEqual([{ by: 'keychain' }]));
  });

  it('does not offer it where it does not', async () => {
    show({ code: 'locked' }, { isInKeychain: true, canUseKeychain: false });
    await screen.findByLabelText('Passphrase');
    expect(screen.queryByRole('button', { name: /account/ })).toBeNull();
  });

  it('takes the recovery key and asks for a new passphrase', async () => {
    const fake = show({ place: null, mayRenewPassphrase: true });
    fireEvent.click(await screen.findByRole('button', { name: 'Use the recovery key' }));
    const box = screen.getByRole('textbox', { name: 'Recovery key' });
    fireEvent.change(box, { target: { value: '7k3m q2fx' } });
    fireEvent.submit(box);
    await screen.findByRole('heading', { name: 'Choose a new passphrase' });
    expect(fake.callsOf('vault:unlock')).toEqual([{ by: 'recovery-key', recoveryKey: '7k3m q2fx' }]);
    const submit = screen.getByRole('button', { name: 'Set the new passphrase' });
    fireEvent.change(screen.getByLabelText('New passphrase'), { target: { value: 'nine sampans at dawn' } });
    fireEvent.change(screen.getByLabelText('The same once more'), { target: { value: 'nine lanterns' } });
    screen.getByText('The two are not the same');
    expect(submit).toHaveProperty('disabled', true);
    fireEvent.change(screen.getByLabelText('The same once more'), { target: { value: 'nine sampans at dawn' } });
    fireEvent.click(submit);
    await waitFor(() =>
      expect(fake.callsOf('vault:change-passphrase')).toEqual([{ current: null, next: 'nine sampans at dawn' }]),
    );
  });

  it('says that a mistyped recovery key was no try', async () => {
    show({ code: 'not-a-recovery-key' });
    fireEvent.click(await screen.findByRole('button', { name: 'Use the recovery key' }));
    const box = screen.getByRole('textbox', { name: 'Recovery key' });
    fireEvent.change(box, { target: { value: 'no key' } });
    fireEvent.submit(box);
    await screen.findByText(/It did not count as a try/);
  });
});
