import { describe, expect, it } from '@jest/globals';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Protection } from '@renderer/features/lock';
import type { VaultStatus } from '@shared/ipc/vault-channels';
import { failed } from '@shared/result';
import { installBridge } from '../../../../builders/fake-bridge';
import type { FakeBridge } from '../../../../builders/fake-bridge';
import { renderScreen } from '../../../../builders/render-screen';
import { lockedStatus } from './statuses';

const recoveryKey = 'AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH-JJJJ';
const passphrase = 'nine sampans at dawn';

interface Shown {
  readonly fake: FakeBridge;
  readonly become: (status: Partial<VaultStatus>) => void;
}

function show(first: Partial<VaultStatus>, answers: Parameters<typeof installBridge>[0] = {}): Shown {
  const now = { status: { ...lockedStatus, ...first } };
  const fake = installBridge({
    answers: {
      'vault:status': () => now.status,
      'vault:begin': () => ({ recoveryKey }),
      'vault:protect': () => undefined,
      'vault:give-up': () => undefined,
      'vault:lock-after': () => undefined,
      'vault:use-keychain': () => undefined,
      'vault:renew-recovery-key': () => ({ recoveryKey }),
      'lock:ask': () => undefined,
      ...answers.answers,
    },
  });
  renderScreen(<Protection />);
  return {
    fake,
    become: (status) => {
      now.status = { ...now.status, ...status };
      act(() => fake.tell({ kind: 'vault' }));
    },
  };
}

function type(label: string | RegExp, value: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
}

async function click(name: string | RegExp): Promise<void> {
  fireEvent.click(await screen.findByRole('button', { name }));
}

/** The group that is asked for, by its number. */
async function askedGroup(): Promise<{ box: HTMLElement; right: string }> {
  const box = await screen.findByRole('textbox', { name: /type group \d/ });
  const number = Number(/type group (\d)/.exec(screen.getByText(/type group/).textContent ?? '')?.[1]);
  return { box, right: recoveryKey.split('-')[number - 1] ?? '' };
}

describe('setting a passphrase', () => {
  it('says what is missing, shows the recovery key, and goes on only when that was written down', async () => {
    const { fake, become } = show({ isSet: false });
    await click('Set a passphrase…');
    screen.getByText(/Without both of them nobody can read them again/);
    const next = screen.getByRole('button', { name: 'Next: the recovery key' });
    screen.getByText(/At least 10 characters/);
    type('New passphrase', 'nine samp');
    screen.getByText('1 more character is needed');
    type('New passphrase', passphrase);
    expect(next).toHaveProperty('disabled', true);
    type('The same once more', passphrase);
    fireEvent.click(next);

    const list = await screen.findByRole('list', { name: 'Recovery key' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(9);
    expect(fake.callsOf('vault:begin')).toEqual([{ passphrase }]);
    const submit = screen.getByRole('button', { name: /I have written it down/ });
    const { box, right } = await askedGroup();
    fireEvent.change(box, { target: { value: 'ZZZZ' } });
    screen.getByText(/Compare it with what you wrote down/);
    expect(submit).toHaveProperty('disabled', true);
    fireEvent.change(box, { target: { value: right.toLowerCase() } });
    screen.getByText('That is right.');
    expect(fake.callsOf('vault:protect')).toHaveLength(0);
    become({ isSet: true, work: { to: 'sealed', stage: 'files', done: 0.25, count: { done: 3, total: 12 } } });
    fireEvent.click(submit);

    await screen.findByText('Protecting your records');
    expect(screen.getAllByText('Files: 3 of 12').length).toBeGreaterThan(0);
    screen.getByText(/it goes on after the next unlocking/);
    become({ work: null, left: 0 });
    await screen.findByText('Your records are protected');
  });

  it('is taken back when somebody thinks better of it before', async () => {
    const { fake } = show({ isSet: false });
    await click('Set a passphrase…');
    type('New passphrase', passphrase);
    type('The same once more', passphrase);
    await click('Next: the recovery key');
    await screen.findByRole('list', { name: 'Recovery key' });
    await click('Cancel');
    await waitFor(() => expect(fake.callsOf('vault:give-up')).toHaveLength(1));
    expect(fake.callsOf('vault:protect')).toHaveLength(0);
  });

  it('says in its own place why it could not be done', async () => {
    show({ isSet: false }, { answers: { 'vault:begin': () => failed({ code: 'disk-full' }) } });
    await click('Set a passphrase…');
    type('New passphrase', passphrase);
    type('The same once more', passphrase);
    await click('Next: the recovery key');
    expect((await screen.findByRole('alert')).textContent).toMatch(/Free some space/);
  });
});

describe('a passphrase that is set', () => {
  it('locks, and sets after how long it locks by itself', async () => {
    const { fake } = show({});
    await click(/Lock now/);
    await waitFor(() => expect(fake.callsOf('lock:ask')).toHaveLength(1));
    fireEvent.click(screen.getByRole('combobox', { name: 'Lock by itself' }));
    fireEvent.click(await screen.findByRole('option', { name: 'after 15 minutes without use' }));
    await waitFor(() => expect(fake.callsOf('vault:lock-after')).toEqual([{ minutes: 15 }]));
  });

  it('offers the keychain only where there is a real one', async () => {
    const { fake, become } = show({ canUseKeychain: false });
    expect(await screen.findByRole('switch')).toHaveProperty('disabled', true);
    screen.getByText(/no keychain that really protects/);
    become({ canUseKeychain: true });
    await waitFor(() => expect(screen.getByRole('switch')).toHaveProperty('disabled', false));
    fireEvent.click(screen.getByRole('switch'));
    await waitFor(() => expect(fake.callsOf('vault:use-keychain')).toEqual([{ isWanted: true }]));
  });

  it('says when files could not be sealed, and when an older key still opens it', async () => {
    const { become } = show({ left: 2 });
    await screen.findByText(/2 files could not be sealed/);
    become({ left: 0, hasOlderKeys: true });
    await screen.findByText(/the old one still opens Attaché/);
    expect(screen.queryByText(/could not be sealed/)).toBeNull();
  });

  it('is changed for the old one, and without it after the recovery key', async () => {
    const given: unknown[] = [];
    const { become } = show(
      {},
      {
        answers: {
          'vault:change-passphrase': (input) => {
            given.push(input);
            return given.length === 1 ? failed({ code: 'wrong-passphrase', tries: 1, waitSeconds: 1 }) : undefined;
          },
        },
      },
    );
    await click('Change…');
    type('Present passphrase', 'forgotten');
    type('New passphrase', passphrase);
    type('The same once more', passphrase);
    await click('Change the passphrase');
    expect((await screen.findByRole('alert')).textContent).toMatch(/Nothing is lost/);
    await click('Cancel');
    become({ mayRenewPassphrase: true });
    await click('Change…');
    expect(screen.queryByLabelText('Present passphrase')).toBeNull();
    type('New passphrase', passphrase);
    type('The same once more', passphrase);
    await click('Change the passphrase');
    await screen.findByText('The passphrase was changed');
    expect(given).toEqual([
      { current: 'forgotten', next: passphrase },
      { current: null, next: passphrase },
    ]);
  });

  it('shows a new recovery key once, to be written down', async () => {
    const { fake } = show({});
    await click('New recovery key…');
    type('Present passphrase', passphrase);
    await click('Show a new recovery key');
    const { box, right } = await askedGroup();
    fireEvent.change(box, { target: { value: right } });
    await click('I have written it down');
    await screen.findByText('The new recovery key is in force');
    expect(fake.callsOf('vault:renew-recovery-key')).toEqual([{ passphrase }]);
  });

  it('is turned off after asking for it, and all the same only when that is said', async () => {
    const given: unknown[] = [];
    show(
      {},
      {
        answers: {
          'vault:turn-off': (input) => {
            given.push(input);
            return given.length === 1 ? failed({ code: 'still-sealed', left: 2 }) : undefined;
          },
        },
      },
    );
    await click('Turn protection off…');
    type('Present passphrase', passphrase);
    await click('Turn protection off');
    expect((await screen.findByRole('alert')).textContent).toMatch(/2 of the sealed files cannot be read/);
    await click('Turn it off all the same');
    await screen.findByText('Your records are not protected any more');
    expect(given).toEqual([
      { passphrase, isEvenSo: false },
      { passphrase, isEvenSo: true },
    ]);
  });
});
