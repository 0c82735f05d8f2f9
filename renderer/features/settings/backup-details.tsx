import { Anchor, Loader, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { BackupLook, BackupSummary, DifferingRecord } from '@shared/ipc/backup-channels';
import { useAsk } from '../../lib/ipc';
import { pathOf } from '../../lib/paths';
import { becomings, kindOf } from './backup-words';
import classes from './backups.module.css';

const mostShown = 60;

interface BackupDetailsProps {
  readonly backup: BackupSummary;
  readonly look: BackupLook | undefined;
}

/** The records that are not as they were in a backup, by name. */
export function BackupDetails({ backup, look }: BackupDetailsProps) {
  const { t } = useTranslation('settings');
  const isGood = look?.kind === 'good';
  const differing = useAsk('backups:differences', { name: backup.name }, { enabled: isGood });
  const all = differing.data ?? [];
  const shown = all.slice(0, mostShown);
  const more = isGood ? look.changes.reduce((sum, { count }) => sum + count, 0) - shown.length : 0;
  return (
    <div className={classes.details}>
      {isGood && differing.isPending && <Loader size="xs" aria-label={t('backups.comparing')} />}
      {becomings.map((became) => (
        <Differing key={became} became={became} records={shown.filter((one) => one.became === became)} />
      ))}
      {more > 0 && (
        <Text size="sm" c="dimmed">
          {t('backups.andMore', { count: more })}
        </Text>
      )}
      <Text size="xs" c="dimmed" className={classes.file}>
        {isGood
          ? t('backups.holds', { records: t('backups.holdsRecords', { count: look.records }), file: backup.name })
          : backup.name}
      </Text>
    </div>
  );
}

interface DifferingProps {
  readonly became: DifferingRecord['became'];
  readonly records: readonly DifferingRecord[];
}

function Differing({ became, records }: DifferingProps) {
  const { t } = useTranslation(['settings', 'terms']);
  if (records.length === 0) return null;
  return (
    <section aria-label={t(`settings:backups.heads.${became}`)}>
      <Text size="xs" fw={600} c="dimmed">
        {t(`settings:backups.heads.${became}`)}
      </Text>
      <ul className={classes.records}>
        {records.map((record) => (
          <li key={`${record.type}/${record.id}`}>
            <Title record={record} />
            <span className={classes.quiet}>{kindInWords(t, record.type)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function kindInWords(t: ReturnType<typeof useTranslation<['settings', 'terms']>>['t'], type: string): string {
  const kind = kindOf(type);
  return kind === 'other' ? t('settings:backups.otherKind') : t(`terms:record.${kind}`);
}

function Title({ record }: { readonly record: DifferingRecord }) {
  const { t } = useTranslation('terms');
  const { type, id, became, title } = record;
  const kind = kindOf(type);
  const words = title === '' ? t('missing.unnamed') : title;
  const path = kind === 'other' || became === 'gone' || became === 'trashed' ? null : pathOf({ type: kind, id });
  return path === null ? (
    <span>{words}</span>
  ) : (
    <Anchor component={Link} to={path} size="sm">
      {words}
    </Anchor>
  );
}
