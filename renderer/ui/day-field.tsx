import { useEffect, useRef, useState } from 'react';
import { ActionIcon, Popover, TextInput } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { daysLater, isCalendarDate } from '@shared/dates';
import type { CalendarDate } from '@shared/dates';
import { useToday } from '../lib/clock';
import { parseDay } from '../lib/day-entry';
import { useFormat } from '../lib/format';

interface DayFieldProps {
  readonly label: string;
  readonly value: CalendarDate | null;
  /** Given a wrong day as it was typed too, so that the form's rules refuse it beside the field. */
  readonly onChange: (day: CalendarDate | null) => void;
  readonly error?: string | undefined;
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly min?: CalendarDate | undefined;
  readonly max?: CalendarDate | undefined;
  /** The month the calendar opens at while there is no day yet. */
  readonly near?: CalendarDate | undefined;
}

/** A day, typed in any usual way (26 feb, 26/2, +3) or picked from a calendar; arrow up and down go day by day. */
export function DayField({ label, value, onChange, min, max, near, ...input }: DayFieldProps) {
  const { t } = useTranslation('ui');
  const { day: inWords } = useFormat();
  const today = useToday();
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  const shown = typed ?? (value === null ? '' : isCalendarDate(value) ? inWords(value) : String(value));

  useEffect(() => {
    // A day that is filled in from elsewhere while one stands in the field is replaced by typing, too.
    if (typed === null && document.activeElement === box.current) box.current?.select();
  }, [shown, typed]);

  const take = (text: string): void => {
    setTyped(null);
    // What is no day is handed on as it was typed: the record's own rules say so beside the field.
    onChange(text.trim() === '' ? null : (parseDay(text, today) ?? (text.trim() as CalendarDate)));
  };

  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus returnFocus shadow="md">
      <Popover.Target>
        <TextInput
          {...input}
          ref={box}
          label={label}
          value={shown}
          placeholder={t('day.hint')}
          autoComplete="off"
          onChange={(event) => setTyped(event.currentTarget.value)}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={() => {
            if (typed !== null) take(typed);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && typed !== null) take(typed);
            const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
            if (step === undefined || typed !== null || event.altKey) return;
            event.preventDefault();
            onChange(value !== null && isCalendarDate(value) ? daysLater(value, step) : (near ?? today));
          }}
          rightSection={
            <ActionIcon
              size={26}
              tabIndex={-1}
              disabled={input.disabled ?? false}
              aria-label={t('day.choose')}
              onClick={() => setOpen(!isOpen)}
            >
              <IconCalendar size={16} stroke={1.6} />
            </ActionIcon>
          }
        />
      </Popover.Target>
      <Popover.Dropdown>
        <DatePicker
          value={value !== null && isCalendarDate(value) ? value : null}
          defaultDate={value !== null && isCalendarDate(value) ? value : (near ?? today)}
          {...(min === undefined ? {} : { minDate: min })}
          {...(max === undefined ? {} : { maxDate: max })}
          ariaLabels={{ previousMonth: t('day.previous'), nextMonth: t('day.next') }}
          onChange={(day) => {
            setOpen(false);
            if (isCalendarDate(day)) onChange(day);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
