import { useState } from 'react';
import { TextInput } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isCreditCode } from '@shared/domain/organisation/credit-code';
import { issueInWords } from '../../lib/failure-words';
import type { FieldProps } from '../../lib/forms';

interface CreditCodeFieldProps extends FieldProps<string> {
  /** Who has this code already. */
  readonly takenBy: string | undefined;
}

/** A Unified Social Credit Code, checked when the field is left or as soon as it has all its characters. */
export function CreditCodeField({ value, onChange, error, name, takenBy }: CreditCodeFieldProps) {
  const { t } = useTranslation('organisations');
  const [isLeft, setLeft] = useState(false);
  const isRight = isCreditCode(value);
  const isWrong = !isRight && value !== '' && (isLeft || value.length >= 18);
  const words = isRight ? t('form.creditCodeRight') : t('form.creditCodeHint');
  return (
    <TextInput
      name={name}
      label={t('form.creditCode')}
      description={takenBy === undefined ? words : t('form.creditCodeKnown', { name: takenBy })}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      autoComplete="off"
      spellCheck={false}
      value={value}
      error={error ?? (isWrong ? issueInWords({ path: name, code: 'bad-credit-code' }) : undefined)}
      rightSection={isRight && <IconCircleCheck size={16} stroke={1.6} color="var(--at-good)" aria-hidden="true" />}
      styles={{ input: { fontVariantNumeric: 'tabular-nums' } }}
      // Codes are copied with spaces and typed in small letters; they have neither.
      onChange={(event) => onChange(event.currentTarget.value.replace(/\s/g, '').toUpperCase())}
      onFocus={() => setLeft(false)}
      onBlur={() => setLeft(true)}
    />
  );
}
