import { useState } from 'react';
import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isWallTime, minutesOf, wallTimeAt } from '@shared/dates';
import type { WallTime } from '@shared/dates';
import { parseTime } from '../lib/day-entry';

interface TimeFieldProps {
  readonly label: string;
  readonly value: WallTime | null;
  /** Given a wrong time as it was typed too, so that the form's rules refuse it beside the field. */
  readonly onChange: (time: WallTime | null) => void;
  readonly error?: string | undefined;
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly required?: boolean;
  readonly disabled?: boolean;
}

const stepMinutes = 15;

/** A time on a 24-hour clock, typed quickly: 930 is 09:30, 2pm is 14:00; arrow up and down go by a quarter of an hour. */
export function TimeField({ label, value, onChange, ...input }: TimeFieldProps) {
  const { t } = useTranslation('ui');
  const [typed, setTyped] = useState<string | null>(null);

  const take = (text: string): void => {
    setTyped(null);
    // What is no time is handed on as it was typed: the record's own rules say so beside the field.
    onChange(text.trim() === '' ? null : (parseTime(text) ?? (text.trim() as WallTime)));
  };

  return (
    <TextInput
      {...input}
      label={label}
      value={typed ?? value ?? ''}
      placeholder={t('time.hint')}
      autoComplete="off"
      styles={{ input: { fontVariantNumeric: 'tabular-nums' } }}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => {
        if (typed !== null) take(typed);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && typed !== null) take(typed);
        const step = { ArrowUp: stepMinutes, ArrowDown: -stepMinutes }[event.key];
        if (step === undefined || typed !== null) return;
        event.preventDefault();
        onChange(isWallTime(value) ? wallTimeAt(minutesOf(value) + step) : wallTimeAt(9 * 60));
      }}
    />
  );
}
