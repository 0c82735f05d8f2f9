import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SecretField } from './secret-field';

/** In characters; main has the last word. */
export const leastLength = 10;
const goodLength = 14;
const strongLength = 20;

export interface TypedTwice {
  readonly first: string;
  readonly second: string;
}

export const nothingTyped: TypedTwice = { first: '', second: '' };

/** Long enough, and twice the same. */
export function isAgreed({ first, second }: TypedTwice): boolean {
  return lengthOf(first) >= leastLength && first === second;
}

/** As main counts: what an input method made wide counts as what it stands for. */
function lengthOf(passphrase: string): number {
  return [...passphrase.normalize('NFKC')].length;
}

interface NewPassphraseProps {
  readonly typed: TypedTwice;
  readonly onType: (typed: TypedTwice) => void;
  readonly isFirst?: boolean;
}

/** A new passphrase, typed twice, with what its length is worth. */
export function NewPassphrase({ typed, onType, isFirst = false }: NewPassphraseProps) {
  const { t } = useTranslation('lock');
  const length = lengthOf(typed.first);
  const worth = (): string => {
    if (length === 0) return t('fields.least', { count: leastLength });
    if (length < leastLength) return t('fields.short', { count: leastLength - length });
    if (length < goodLength) return t('fields.fair');
    return length < strongLength ? t('fields.good') : t('fields.strong');
  };
  const isDifferent = typed.second !== '' && !typed.first.startsWith(typed.second);
  return (
    <Stack gap="sm">
      <SecretField
        label={t('fields.new')}
        value={typed.first}
        onType={(first) => onType({ ...typed, first })}
        description={<span role="status">{worth()}</span>}
        data-autofocus={isFirst || undefined}
        autoFocus={isFirst}
      />
      <SecretField
        label={t('fields.again')}
        value={typed.second}
        onType={(second) => onType({ ...typed, second })}
        error={isDifferent && t('fields.different')}
      />
    </Stack>
  );
}
