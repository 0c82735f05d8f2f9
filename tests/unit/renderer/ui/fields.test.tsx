import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { useState } from 'react';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { CalendarDate, WallTime } from '@shared/dates';
import { noText } from '@shared/domain/values';
import type { LocalisedText } from '@shared/domain/values';
import { useDirectory } from '@renderer/lib/directory';
import { DayField } from '@renderer/ui/day-field';
import { LocalisedTextField } from '@renderer/ui/localised-text-field';
import { PeopleSelect } from '@renderer/ui/people-select';
import { PersonSelect } from '@renderer/ui/person-select';
import { TimeField } from '@renderer/ui/time-field';
import { installBridge } from '../../../builders/fake-bridge';
import { aRecord, day, time } from '../../../builders/records';
import { renderScreen } from '../../../builders/render-screen';

const lee = aRecord('person', {
  side: 'ours',
  familyName: { en: 'Lee', zhHant: '李', zhHans: '李' },
  givenName: { en: 'Ka-yan', zhHant: '嘉欣', zhHans: '嘉欣' },
});
const chan = aRecord('person', {
  side: 'ours',
  familyName: { ...noText, en: 'Chan' },
  givenName: { ...noText, en: 'Siu-ming' },
});

function Day({
  initial = null,
  onChange,
}: {
  readonly initial?: CalendarDate | null;
  readonly onChange: (day: unknown) => void;
}) {
  const [value, setValue] = useState(initial);
  return (
    <DayField
      label="Day"
      value={value}
      onChange={(next) => {
        setValue(next);
        onChange(next);
      }}
    />
  );
}

function Time({ initial = null }: { readonly initial?: WallTime | null }) {
  const [value, setValue] = useState(initial);
  return <TimeField label="Start" value={value} onChange={setValue} />;
}

function Title({
  initial,
  onChange,
}: {
  readonly initial: LocalisedText;
  readonly onChange?: (text: LocalisedText) => void;
}) {
  const [value, setValue] = useState(initial);
  return (
    <LocalisedTextField
      label="Title"
      value={value}
      onChange={(next) => {
        setValue(next);
        onChange?.(next);
      }}
    />
  );
}

function People({
  initial,
  onCreate,
}: {
  readonly initial: readonly string[];
  readonly onCreate?: (name: string) => Promise<string>;
}) {
  const [ids, setIds] = useState(initial);
  const { ourOptions } = useDirectory();
  return <PeopleSelect label="Attendees" value={ids} onChange={setIds} options={ourOptions} onCreate={onCreate} />;
}

function Owner({ onChange }: { readonly onChange: (id: string | null) => void }) {
  return <PersonSelect label="Owner" side="ours" value={null} onChange={onChange} />;
}

const box = (name: string): HTMLElement => screen.getByRole('textbox', { name });
const type = (name: string, text: string): void => {
  fireEvent.change(box(name), { target: { value: text } });
  fireEvent.blur(box(name));
};
const valueOf = (name: string): string | undefined => (box(name) as HTMLInputElement).value;
const inOrder = (): (string | null | undefined)[] =>
  within(screen.getByRole('list', { name: 'Attendees' }))
    .getAllByRole('listitem')
    .map((item) => item.textContent);

beforeEach(() => void installBridge({ records: [lee, chan] }));

describe('a field for a day', () => {
  it('takes a day as it is usually typed and shows it in words', () => {
    const onChange = jest.fn();
    renderScreen(<Day onChange={onChange} />);
    type('Day', '26/2/2026');
    expect(onChange).toHaveBeenCalledWith('2026-02-26');
    expect(valueOf('Day')).toBe('26 Feb 2026');
  });

  it('hands a wrong day on as it was typed, so that the form can refuse it', () => {
    const onChange = jest.fn();
    renderScreen(<Day onChange={onChange} />);
    type('Day', '30 feb 2026');
    expect(onChange).toHaveBeenCalledWith('30 feb 2026');
    expect(valueOf('Day')).toBe('30 feb 2026');
  });

  it('becomes empty when its text is removed', () => {
    const onChange = jest.fn();
    renderScreen(<Day initial={day('2026-02-26')} onChange={onChange} />);
    type('Day', '');
    expect(onChange).toHaveBeenCalledWith(null);
  });

  it('goes to the next and the previous day with the arrow keys', () => {
    const onChange = jest.fn();
    renderScreen(<Day initial={day('2026-02-28')} onChange={onChange} />);
    fireEvent.keyDown(box('Day'), { key: 'ArrowUp' });
    expect(onChange).toHaveBeenLastCalledWith('2026-03-01');
    fireEvent.keyDown(box('Day'), { key: 'ArrowDown' });
    expect(onChange).toHaveBeenLastCalledWith('2026-02-28');
  });
});

describe('a field for a time', () => {
  it('takes 930 as 09:30', () => {
    renderScreen(<Time />);
    type('Start', '930');
    expect(valueOf('Start')).toBe('09:30');
  });

  it('goes by quarters of an hour with the arrow keys', () => {
    renderScreen(<Time initial={time('09:30')} />);
    fireEvent.keyDown(box('Start'), { key: 'ArrowUp' });
    expect(valueOf('Start')).toBe('09:45');
  });
});

describe('a field for a text in three scripts', () => {
  it('shows one script at first and all three when asked', () => {
    renderScreen(<Title initial={noText} />);
    expect(screen.getAllByRole('textbox')).toHaveLength(1);
    fireEvent.click(screen.getByRole('button', { name: 'Show every script of Title' }));
    expect(screen.getAllByRole('textbox')).toHaveLength(3);
    expect(box('Title, Simplified Chinese')).toBeDefined();
  });

  it('shows every script that is filled', () => {
    renderScreen(<Title initial={{ en: 'Visit', zhHant: '訪問', zhHans: '' }} />);
    expect(valueOf('Title, Traditional Chinese')).toBe('訪問');
  });

  it('shows the filled script when only that one is', () => {
    renderScreen(<Title initial={{ ...noText, zhHans: '访问' }} />);
    expect(valueOf('Title, Simplified Chinese')).toBe('访问');
  });

  it('changes one script and leaves the others', () => {
    const onChange = jest.fn();
    renderScreen(<Title initial={{ en: 'Visit', zhHant: '訪問', zhHans: '' }} onChange={onChange} />);
    type('Title, English', 'Call');
    expect(onChange).toHaveBeenLastCalledWith({ en: 'Call', zhHant: '訪問', zhHans: '' });
  });
});

describe('a field for one person', () => {
  it('finds somebody by a name in another script', async () => {
    const onChange = jest.fn();
    renderScreen(<Owner onChange={onChange} />);
    fireEvent.change(screen.getByRole('combobox', { name: 'Owner' }), { target: { value: '嘉欣' } });
    fireEvent.click(await screen.findByRole('option', { name: 'Ka-yan Lee' }));
    expect(screen.queryByRole('option', { name: 'Siu-ming Chan' })).toBeNull();
    expect(onChange).toHaveBeenCalledWith(lee.id);
  });

  it('finds them by names that main knows in another script', async () => {
    installBridge({ records: [lee, chan], answers: { 'search:names': () => [chan.id] } });
    const onChange = jest.fn();
    renderScreen(<Owner onChange={onChange} />);
    const box = await screen.findByRole('combobox', { name: 'Owner' });
    fireEvent.change(box, { target: { value: '陳小明' } });
    fireEvent.click(await screen.findByRole('option', { name: /Chan/ }));
    expect(onChange).toHaveBeenCalledWith(chan.id);
  });
});

describe('a field for several people', () => {
  it('keeps them in order of precedence, and moves them', async () => {
    renderScreen(<People initial={[lee.id, chan.id]} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Move Siu-ming Chan up' }));
    expect(inOrder()).toEqual(['1Siu-ming Chan', '2Ka-yan Lee']);
    fireEvent.click(screen.getByRole('button', { name: 'Remove Siu-ming Chan' }));
    expect(inOrder()).toEqual(['1Ka-yan Lee']);
  });

  it('adds somebody who was typed', async () => {
    renderScreen(<People initial={[lee.id]} />);
    await screen.findByText('Ka-yan Lee');
    fireEvent.change(screen.getByRole('combobox', { name: 'Attendees' }), { target: { value: 'chan' } });
    fireEvent.click(await screen.findByRole('option', { name: 'Siu-ming Chan' }));
    expect(inOrder()).toEqual(['1Ka-yan Lee', '2Siu-ming Chan']);
  });

  it('offers to make a person whom it does not know', async () => {
    const onCreate = jest.fn((_name: string) => Promise.resolve(chan.id));
    renderScreen(<People initial={[lee.id]} onCreate={onCreate} />);
    await screen.findByText('Ka-yan Lee');
    fireEvent.change(screen.getByRole('combobox', { name: 'Attendees' }), { target: { value: 'Siu' } });
    fireEvent.click(await screen.findByRole('option', { name: 'Add “Siu”' }));
    await waitFor(() => expect(inOrder()).toHaveLength(2));
    expect(onCreate).toHaveBeenCalledWith('Siu');
  });
});
