import { describe, expect, it } from '@jest/globals';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Colleagues } from '@renderer/features/sync';
import type { SyncState } from '@shared/ipc/sync-channels';
import { failed } from '@shared/result';
import type { Failure } from '@shared/result';
import { installBridge } from '../../../../builders/fake-bridge';
import type { FakeBridge } from '../../../../builders/fake-bridge';
import { instant } from '../../../../builders/records';
import { renderScreen } from '../../../../builders/render-screen';
import { aServer, alone, joined } from './standings';

const since = instant('2020-11-20T10:20:00.000Z');

interface Shown extends FakeBridge {
  /** Main says that it stands otherwise now. */
  readonly become: (state: SyncState) => void;
}

function show(first: SyncState, refusal?: Failure): Shown {
  let state = first;
  const fake = installBridge({
    answers: {
      'sync:state': () => state,
      'sync:connect': ({ address, user }) => {
        if (refusal !== undefined) return failed(refusal);
        state = joined({ server: aServer({ address, user }) });
        fake.tell({ kind: 'sync' });
        return undefined;
      },
      'sync:now': () => (refusal === undefined ? undefined : failed(refusal)),
      'sync:stop': () => undefined,
      'sync:forget': () => {
        state = alone;
        fake.tell({ kind: 'sync' });
        return undefined;
      },
    },
  });
  renderScreen(<Colleagues />, { at: '/settings' });
  return {
    ...fake,
    become: (next) => {
      state = next;
      act(() => fake.tell({ kind: 'sync' }));
    },
  };
}

async function typeAll(address = 'https://sync.example/office'): Promise<void> {
  fireEvent.change(await screen.findByRole('textbox', { name: 'Address' }), { target: { value: address } });
  fireEvent.change(screen.getByRole('textbox', { name: 'Name' }), { target: { value: ' may ' } });
  fireEvent.change(screen.getByLabelText('Password'), { target: { value: ' a secret ' } });
  fireEvent.click(screen.getByRole('button', { name: 'Connect' }));
}

describe('setting the office’s server up', () => {
  it('signs in with what was typed, the password as it is, and then shows how it stands', async () => {
    const fake = show(alone);
    await typeAll();
    await screen.findByText('Never synced');
    expect(fake.callsOf('sync:connect')).toEqual([
      { address: 'https://sync.example/office', user: 'may', password: ' a secret ' },
    ]);
    expect(screen.queryByRole('textbox', { name: 'Address' })).toBeNull();
  });

  it('asks for what is missing, there, and tells the server nothing', async () => {
    const fake = show(alone);
    const address = await screen.findByRole('textbox', { name: 'Address' });
    fireEvent.click(screen.getByRole('button', { name: 'Connect' }));
    await waitFor(() => expect(document.activeElement).toBe(address));
    expect(screen.getAllByText('This is needed.').length).toBe(3);
    expect(fake.callsOf('sync:connect')).toEqual([]);
  });

  it('says beside the address why a line that anybody can read is not taken', async () => {
    show(alone, { code: 'not-a-server-address' });
    await typeAll('http://sync.example/office');
    const why = await screen.findByText(/anybody on the network could read the password/);
    expect(why).toBeTruthy();
    expect(screen.getByRole('textbox', { name: 'Address' }).getAttribute('aria-invalid')).toBe('true');
  });

  const refusals: [Failure, string][] = [
    [{ code: 'cannot-reach', reason: 'ENOTFOUND' }, 'The server cannot be reached'],
    [{ code: 'not-trusted', reason: 'self-signed' }, 'The server cannot prove that it is the right one'],
    [{ code: 'not-signed-in' }, 'The server does not take this name and password'],
    [{ code: 'not-allowed' }, 'You are not let into this space'],
    [{ code: 'no-space-there' }, 'There is no space at this address'],
    [{ code: 'not-couchdb' }, 'Something else answered'],
    [{ code: 'server-trouble', status: 503 }, 'The server has trouble of its own'],
  ];
  it.each(refusals)(
    'says in words what went wrong, that nothing is lost, and keeps what was typed: %j',
    async (why, title) => {
      show(alone, why);
      await typeAll();
      const alert = await screen.findByRole('alert');
      within(alert).getByText(title);
      within(alert).getByText(/Everything written here stays here\./);
      expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Address' }).value).toBe(
        'https://sync.example/office',
      );
      expect(screen.getByLabelText<HTMLInputElement>('Password').value).toBe(' a secret ');
    },
  );

  it('says what everybody has to know', async () => {
    show(alone);
    const known = await screen.findByRole('list', { name: 'Good to know' });
    expect(within(known).getAllByRole('listitem').length).toBe(3);
  });
});

describe('a server that is set up', () => {
  it('shows what waits, and since when the server is away, why, and that it is tried again', async () => {
    show(joined({ waiting: 3, problem: { code: 'cannot-reach', reason: 'ENOTFOUND', since } }));
    await screen.findByText(/^Cannot reach the server since 20 Nov 2020/);
    screen.getByText(/3 changes wait here\./);
    screen.getByText(/\(ENOTFOUND\).*Attaché tries again by itself\./);
  });

  it('follows a round with its counts and stops it when asked', async () => {
    const fake = show(joined());
    await screen.findByText('Never synced');
    expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull();
    fake.become(joined({ round: { received: 1200, sent: 4 } }));
    await screen.findByText('1,200 received, 4 sent');
    fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
    await waitFor(() => expect(fake.callsOf('sync:stop').length).toBe(1));
  });

  it('says nothing aloud of a round that nobody asked for', async () => {
    const fake = show(joined());
    await screen.findByText('Never synced');
    fake.become(joined({ round: { received: 1, sent: 0 } }));
    await screen.findByText('1 received, 0 sent');
    expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).not.toContain(
      'Exchanging changes with colleagues…',
    );
  });

  it('syncs now and says how it ended', async () => {
    const fake = show(joined());
    fireEvent.click(await screen.findByRole('button', { name: /^Sync now/ }));
    await screen.findByText('You and your colleagues have the same now.');
    expect(fake.callsOf('sync:now').length).toBe(1);
  });

  it('does not say that all is the same while the server has not taken something', async () => {
    show(joined({ heldBack: [{ type: 'meeting', title: 'Courtesy call (sample)', why: 'not-allowed' }] }));
    fireEvent.click(await screen.findByRole('button', { name: /^Sync now/ }));
    await screen.findByText(/^Synced, but the server did not take 1 record/);
    const held = screen.getByRole('list', { name: 'The server did not take 1 record' });
    within(held).getByText('Courtesy call (sample)');
    within(held).getByText('Meeting: you may not change this there');
  });

  it('tells a reason that it does not know as one that was not given', async () => {
    show(joined({ heldBack: [{ type: '', title: '', why: 'something-new' }] }));
    const held = await screen.findByRole('list', { name: 'The server did not take 1 record' });
    within(held).getByText('Untitled');
    within(held).getByText('the server did not say why');
  });

  it('names what could not be read and leads to what disagrees', async () => {
    show(joined({ unreadable: 2, conflicts: 1 }));
    await screen.findByText('2 changes of colleagues could not be read');
    expect(screen.getByRole('link', { name: 'Choose' }).getAttribute('href')).toBe('/conflicts');
  });

  it('asks for the password alone when it is not known any more', async () => {
    const fake = show(joined({ server: aServer({ needsPassword: true, isPasswordKept: false }) }));
    const form = await screen.findByRole('form', { name: 'Your password is asked for again' });
    expect(screen.queryByRole('button', { name: /^Sync now/ })).toBeNull();
    screen.getByText('The password is not kept');
    fireEvent.change(within(form).getByLabelText('Password of may'), { target: { value: 'new' } });
    fireEvent.click(within(form).getByRole('button', { name: 'Sign in' }));
    await waitFor(() =>
      expect(fake.callsOf('sync:connect')).toEqual([
        { address: 'https://sync.example/office', user: 'may', password: 'new' },
      ]),
    );
  });

  it('can be changed, with what is known typed already', async () => {
    show(joined());
    fireEvent.click(await screen.findByRole('button', { name: 'Change…' }));
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Address' }).value).toBe(
      'https://sync.example/office',
    );
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Address' })).toBeNull());
  });

  it('is forgotten after a question that says what stays', async () => {
    const fake = show(joined({ waiting: 1 }));
    fireEvent.click(await screen.findByRole('button', { name: 'Forget this server…' }));
    const question = await screen.findByRole('dialog', { name: 'Forget this server?' });
    within(question).getByText(/^Nothing is deleted/);
    within(question).getByText(/^1 change has not been sent yet/);
    expect(fake.callsOf('sync:forget')).toEqual([]);
    fireEvent.click(within(question).getByRole('button', { name: 'Forget the server' }));
    await screen.findByRole('button', { name: 'Connect' });
    expect(fake.callsOf('sync:forget').length).toBe(1);
  });
});
