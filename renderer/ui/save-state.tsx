import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Instant } from '@shared/dates';
import type { Failure } from '@shared/result';
import { failureInWords } from '../lib/failure-words';
import { useFormat } from '../lib/format';

/** How far the writing of a text is. */
export type Saving =
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at?: Instant }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Says whether what was typed is on the disk: saving, saved at a time, or not, and why. */
export function SaveState({ saving }: { readonly saving: Saving }) {
  const { t } = useTranslation('ui');
  const { clock } = useFormat();
  const words = {
    unsaved: () => t('save.unsaved'),
    saving: () => t('save.saving'),
    saved: () =>
      saving.kind === 'saved' && saving.at ? t('save.savedAt', { time: clock(saving.at) }) : t('save.saved'),
    failed: () => (saving.kind === 'failed' ? t('save.failed', { why: failureInWords(saving.failure).message }) : ''),
  }[saving.kind]();
  return (
    <Text
      role="status"
      size="xs"
      c={saving.kind === 'failed' ? 'var(--at-overdue)' : 'dimmed'}
      style={{ fontVariantNumeric: 'tabular-nums' }}
    >
      {words}
    </Text>
  );
}
