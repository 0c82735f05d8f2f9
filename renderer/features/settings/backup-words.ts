import { useTranslation } from 'react-i18next';
import { recordTypes } from '@shared/domain/records';
import type { RecordType } from '@shared/domain/records';
import type { BackupLook, Becoming } from '@shared/ipc/backup-channels';
import { useFormat } from '../../lib/format';

type Changes = Extract<BackupLook, { kind: 'good' }>['changes'];

/** In the order in which a person wants to hear of it. */
export const becomings = ['changed', 'added', 'trashed', 'brought-back', 'gone'] as const satisfies readonly Becoming[];

/** What differs from a backup in words: "4 notes and 2 people changed, 1 meeting added"; empty when nothing does. */
export function useChangesInWords(): (changes: Changes) => string {
  const { t } = useTranslation('settings');
  const { locale } = useFormat();
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return (changes) =>
    becomings
      .map((became) => {
        const kinds: readonly (RecordType | 'other')[] = [...recordTypes, 'other'];
        const counted = kinds
          .map((kind) => {
            const ofKind = changes.filter((change) => change.became === became && kindOf(change.type) === kind);
            return { kind, count: ofKind.reduce((sum, { count }) => sum + count, 0) };
          })
          .filter(({ count }) => count > 0)
          .map(({ kind, count }) => t(`backups.counted.${kind}`, { count }));
        return counted.length === 0 ? '' : t(`backups.became.${became}`, { what: list.format(counted) });
      })
      .filter((part) => part !== '')
      .join(t('backups.between'));
}

/** `other`: a kind that only a newer Attaché knows. */
export function kindOf(type: string): RecordType | 'other' {
  return recordTypes.find((each) => each === type) ?? 'other';
}
