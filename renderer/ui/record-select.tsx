import { useMemo, useState } from 'react';
import { Combobox, InputBase, CloseButton, useCombobox } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SearchedKind } from '@shared/ipc/search-channels';
import { fold } from '@shared/search/fold';
import type { Option } from '../lib/directory';
import { useNamesFound } from '../lib/names-found';
import { takeWhenMade } from './being-made';
import classes from './record-select.module.css';
import { useFirstChoice } from './use-first-choice';

const mostShown = 60;

/** The choices that hold every typed word in their name or keywords, and then those that main found by the sound of it. */
export function matching(options: readonly Option[], typed: string, found: readonly string[] = []): readonly Option[] {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return options.slice(0, mostShown);
  const held = options.filter(({ label, keywords }) => {
    const text = fold(`${label} ${keywords}`);
    return words.every((word) => text.includes(word));
  });
  const others = found.flatMap((id) => {
    const option = options.find(({ value }) => value === id);
    return option === undefined || held.includes(option) ? [] : [option];
  });
  return [...held, ...others].slice(0, mostShown);
}

interface RecordSelectProps {
  readonly label: string;
  readonly options: readonly Option[];
  /** The kind of record that is chosen, so that it is found by its name in any script. */
  readonly kinds?: readonly SearchedKind[];
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
  readonly error?: string | undefined;
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly required?: boolean;
  /** Makes a record of that name and answers with its id; null when it was not made. Offered when nothing fits. */
  readonly onCreate?: ((name: string) => Promise<string | null>) | undefined;
}

/** One record out of many, found by typing part of any of its names. */
export function RecordSelect({
  label,
  options,
  kinds,
  value,
  onChange,
  placeholder,
  onCreate,
  ...input
}: RecordSelectProps) {
  const { t } = useTranslation('ui');
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [typed, setTyped] = useState<string | null>(null);
  const chosen = useMemo(() => options.find((option) => option.value === value), [options, value]);
  const found = matching(options, typed ?? '', useNamesFound(kinds, typed ?? ''));
  useFirstChoice(combobox, typed ?? '');
  const canCreate =
    onCreate !== undefined && (typed ?? '').trim() !== '' && !found.some(({ label }) => label === typed?.trim());

  const pick = (picked: string): void => {
    const text = (typed ?? '').trim();
    setTyped(null);
    combobox.closeDropdown();
    if (picked !== createValue) onChange(picked);
    else takeWhenMade(onCreate?.(text), onChange);
  };

  return (
    <Combobox store={combobox} onOptionSubmit={pick} withinPortal>
      <Combobox.Target withExpandedAttribute>
        <InputBase
          {...input}
          role="combobox"
          label={label}
          value={typed ?? chosen?.label ?? ''}
          {...(placeholder === undefined ? {} : { placeholder })}
          autoComplete="off"
          rightSection={
            value !== null && !input.required ? (
              <CloseButton
                size="sm"
                tabIndex={-1}
                aria-label={t('select.clear', { label })}
                onClick={() => onChange(null)}
              />
            ) : (
              <Combobox.Chevron />
            )
          }
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onClick={() => combobox.openDropdown()}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={() => {
            combobox.closeDropdown();
            if (typed?.trim() === '' && !input.required) onChange(null);
            setTyped(null);
          }}
        />
      </Combobox.Target>
      <ChoiceList found={found} typed={typed ?? ''} canCreate={canCreate} />
    </Combobox>
  );
}

export const createValue = '+create';

interface ChoiceListProps {
  readonly found: readonly Option[];
  readonly typed: string;
  readonly canCreate: boolean;
}

/** The list under a box that chooses records, with the offer to make a new one at its end. */
export function ChoiceList({ found, typed, canCreate }: ChoiceListProps) {
  const { t } = useTranslation('ui');
  return (
    <Combobox.Dropdown>
      <Combobox.Options mah={280} className={classes.options}>
        {found.map(({ value, label }) => (
          <Combobox.Option key={value} value={value}>
            {label}
          </Combobox.Option>
        ))}
        {canCreate && (
          <Combobox.Option value={createValue} className={classes.create}>
            <IconPlus size={14} aria-hidden="true" /> {t('select.create', { name: typed.trim() })}
          </Combobox.Option>
        )}
        {found.length === 0 && !canCreate && <Combobox.Empty>{t('select.nothingFound')}</Combobox.Empty>}
      </Combobox.Options>
    </Combobox.Dropdown>
  );
}
