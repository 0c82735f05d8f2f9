import { useTranslation } from 'react-i18next';
import type { SignName } from './document/marked-paragraph';

/** What stands before a marked line. */
export function useSignLabels(): Readonly<Record<SignName, string>> {
  const { t } = useTranslation('notes');
  return {
    ask: t('signs.ask'),
    ours: t('signs.ours'),
    theirs: t('signs.theirs'),
    'follow-up': t('signs.follow-up'),
    quote: t('signs.quote'),
    sensitive: t('signs.sensitive'),
  };
}
