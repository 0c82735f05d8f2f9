import { describe, expect, it } from '@jest/globals';
import { act, fireEvent, screen } from '@testing-library/react';
import { displayName } from '@shared/domain/person/rules';
import { failed } from '@shared/result';
import { useAsk, useDo } from '@renderer/lib/ipc';
import { installBridge } from '../../../builders/fake-bridge';
import { aRecord, english } from '../../../builders/records';
import { renderScreen } from '../../../builders/render-screen';

const ada = aRecord('person', { givenName: english('Ada (sample)') });

function People() {
  const { data } = useAsk('people:list', {});
  return <p>{data?.map((person) => displayName(person, 'en')).join(', ')}</p>;
}

function TrashButton({ isInForm = false }: { readonly isInForm?: boolean }) {
  const { run } = useDo('people:trash', { isInForm });
  return (
    <button type="button" onClick={() => void run({ id: ada.id })}>
      Go
    </button>
  );
}

describe('asking main', () => {
  it('shows the answer, and asks again when main says that it has changed', async () => {
    const fake = installBridge({ records: [ada] });
    renderScreen(<People />);
    await screen.findByText('Ada (sample)');

    fake.records.set(ada.id, { ...ada, givenName: english('Grace (sample)') });
    act(() => fake.tell({ kind: 'changed', types: ['person'] }));
    await screen.findByText('Grace (sample)');
  });

  it('keeps its answer when something else has changed', async () => {
    const fake = installBridge({ records: [ada] });
    renderScreen(<People />);
    await screen.findByText('Ada (sample)');
    act(() => fake.tell({ kind: 'changed', types: ['trip'] }));
    expect(fake.callsOf('people:list')).toHaveLength(1);
  });
});

describe('asking main to do something', () => {
  it('says what failed, what is safe and what to do next', async () => {
    installBridge({ answers: { 'people:trash': () => failed({ code: 'disk-full' }) } });
    renderScreen(<TrashButton />);
    fireEvent.click(screen.getByRole('button', { name: 'Go' }));
    const notice = await screen.findByRole('alert');
    expect(notice.textContent).toMatch(/The disk is full.*not saved.*safe.*try again/);
  });

  it('leaves wrong input to the form that it came from', async () => {
    const fake = installBridge({
      answers: { 'people:trash': () => failed({ code: 'invalid-input', issues: [{ path: 'id', code: 'invalid' }] }) },
    });
    renderScreen(<TrashButton isInForm />);
    fireEvent.click(screen.getByRole('button', { name: 'Go' }));
    await act(async () => Promise.resolve());
    expect(fake.callsOf('people:trash')).toHaveLength(1);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('tells wrong input that came from no form', async () => {
    installBridge({
      answers: { 'people:trash': () => failed({ code: 'invalid-input', issues: [{ path: 'id', code: 'required' }] }) },
    });
    renderScreen(<TrashButton />);
    fireEvent.click(screen.getByRole('button', { name: 'Go' }));
    expect((await screen.findByRole('alert')).textContent).toMatch(/This is needed\./);
  });
});
