import { useState } from 'react';
import { ActionIcon, Combobox, Input, InputBase, useCombobox } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDirectory } from '../lib/directory';
import type { Option } from '../lib/directory';
import { useNamesFound } from '../lib/names-found';
import { takeWhenMade } from './being-made';
import { ChoiceList, createValue, matching } from './record-select';
import classes from './record-select.module.css';
import { useFirstChoice } from './use-first-choice';

const people = ['person'] as const;

interface PeopleSelectProps {
  readonly label: string;
  /** In order of precedence. */
  readonly value: readonly string[];
  readonly onChange: (ids: string[]) => void;
  /** From `useDirectory`: `ourOptions`, `theirOptions` or `peopleOptions`. */
  readonly options: readonly Option[];
  readonly error?: string | undefined;
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  /** Makes a person of that name and answers with the id; null when none was made. */
  readonly onCreate?: ((name: string) => Promise<string | null>) | undefined;
}

/** Several people in order of precedence: typed or picked, moved up and down with buttons or Alt+arrow, taken out again. */
export function PeopleSelect({
  label,
  value,
  onChange,
  options,
  error,
  description,
  onCreate,
  name,
}: PeopleSelectProps) {
  const { t } = useTranslation('ui');
  const { personName } = useDirectory();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [typed, setTyped] = useState('');
  const found = matching(
    options.filter((option) => !value.includes(option.value)),
    typed,
    useNamesFound(people, typed),
  );
  useFirstChoice(combobox, typed);
  const canCreate = onCreate !== undefined && typed.trim() !== '';

  const pick = (picked: string): void => {
    const text = typed.trim();
    setTyped('');
    combobox.resetSelectedOption();
    if (picked !== createValue) onChange([...value, picked]);
    else takeWhenMade(onCreate?.(text), (id) => onChange([...value, id]));
  };
  const move = (from: number, by: number): void => {
    const next = [...value];
    const [id] = next.splice(from, 1);
    if (id === undefined || from + by < 0 || from + by > next.length) return;
    next.splice(from + by, 0, id);
    onChange(next);
  };

  return (
    <Input.Wrapper label={label} error={error} description={description} labelElement="div">
      {value.length > 0 && (
        <ol className={classes.chosen} aria-label={label}>
          {value.map((id, index) => {
            const person = personName(id);
            return (
              <li
                key={id}
                className={classes.person}
                onKeyDown={(event) => {
                  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
                  if (step === undefined || !event.altKey) return;
                  event.preventDefault();
                  move(index, step);
                }}
              >
                <span className={classes.number}>{index + 1}</span>
                <span className={classes.name}>{person}</span>
                <ActionIcon
                  size={24}
                  disabled={index === 0}
                  aria-label={t('select.moveUp', { name: person })}
                  onClick={() => move(index, -1)}
                >
                  <IconArrowUp size={14} />
                </ActionIcon>
                <ActionIcon
                  size={24}
                  disabled={index === value.length - 1}
                  aria-label={t('select.moveDown', { name: person })}
                  onClick={() => move(index, 1)}
                >
                  <IconArrowDown size={14} />
                </ActionIcon>
                <ActionIcon
                  size={24}
                  aria-label={t('select.remove', { name: person })}
                  onClick={() => onChange(value.filter((other) => other !== id))}
                >
                  <IconX size={14} />
                </ActionIcon>
              </li>
            );
          })}
        </ol>
      )}
      <Combobox store={combobox} onOptionSubmit={pick} withinPortal>
        <Combobox.Target withExpandedAttribute>
          <InputBase
            {...(name === undefined ? {} : { name })}
            role="combobox"
            aria-label={label}
            placeholder={t('select.addPerson')}
            autoComplete="off"
            value={typed}
            error={error !== undefined}
            rightSection={<Combobox.Chevron />}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              combobox.openDropdown();
            }}
            onKeyDown={(event) => {
              if (event.key === 'Backspace' && typed === '' && value.length > 0) onChange(value.slice(0, -1));
            }}
            onClick={() => combobox.openDropdown()}
            onBlur={() => {
              combobox.closeDropdown();
              setTyped('');
            }}
          />
        </Combobox.Target>
        <ChoiceList found={found} typed={typed} canCreate={canCreate} />
      </Combobox>
    </Input.Wrapper>
  );
}
