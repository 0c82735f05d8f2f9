import { useId, useState } from 'react';
import { Badge, Button, Skeleton, Text, UnstyledButton } from '@mantine/core';
import { IconChevronRight, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { BackupLook, BackupSummary } from '@shared/ipc/backup-channels';
import { useFormat } from '../../lib/format';
import { useAsk } from '../../lib/ipc';
import { BackupDetails } from './backup-details';
import { useChangesInWords } from './backup-words';
import classes from './backups.module.css';

interface BackupRowProps {
  readonly backup: BackupSummary;
  /** There are two places, so that it is worth saying in which. */
  readonly hasPlaces: boolean;
  readonly isBusy: boolean;
  readonly onRestore: () => void;
}

/** One backup: when and why it was made, where it lies, what differs from it now, and the way back to it. */
export function BackupRow({ backup, hasPlaces, isBusy, onRestore }: BackupRowProps) {
  const { t } = useTranslation('settings');
  const { moment, bytes } = useFormat();
  const [isOpen, setOpen] = useState(false);
  const detailsId = useId();
  const look = useAsk('backups:look', { name: backup.name });
  const when = moment(backup.madeAt);
  const isDamaged = backup.isDamaged || look.data?.kind === 'damaged';
  const place = backup.places.length > 1 ? 'both' : (backup.places[0] ?? 'here');
  return (
    <li className={classes.backup} aria-label={when}>
      <div className={classes.row}>
        <UnstyledButton
          className={classes.opener}
          aria-expanded={isOpen}
          aria-controls={detailsId}
          aria-label={t('backups.details', { when })}
          onClick={() => setOpen(!isOpen)}
        >
          <IconChevronRight size={16} stroke={1.6} aria-hidden="true" data-open={isOpen || undefined} />
          <span className={classes.when}>{when}</span>
          <span className={classes.quiet}>{t(`backups.reasons.${backup.reason}`)}</span>
          {backup.isSealed && <IconLock size={14} aria-label={t('backups.sealed')} />}
          {!backup.isOwn && (
            <Badge variant="default" size="sm">
              {t('backups.otherLaptop')}
            </Badge>
          )}
        </UnstyledButton>
        {hasPlaces && <span className={classes.quiet}>{t(`backups.places.${place}`)}</span>}
        <span className={classes.size}>{bytes(backup.bytes)}</span>
        <Button
          size="compact-sm"
          variant="default"
          disabled={isBusy || isDamaged || look.data?.kind === 'newer'}
          aria-label={t('backups.restoreOf', { when })}
          onClick={onRestore}
        >
          {t('backups.restore')}
        </Button>
      </div>
      <Since look={look.data} isDamaged={isDamaged} />
      <div id={detailsId}>{isOpen && <BackupDetails backup={backup} look={look.data} />}</div>
    </li>
  );
}

function Since({ look, isDamaged }: { readonly look: BackupLook | undefined; readonly isDamaged: boolean }) {
  const { t } = useTranslation('settings');
  const inWords = useChangesInWords();
  if (isDamaged) {
    return (
      <Text size="sm" c="cinnabar" className={classes.since}>
        {t('backups.damaged')}
      </Text>
    );
  }
  if (look === undefined) return <Skeleton height={10} width="45%" className={classes.since} my={6} />;
  const changes = look.kind === 'good' ? inWords(look.changes) : '';
  const words = {
    good: changes === '' ? t('backups.sinceNothing') : t('backups.since', { changes }),
    newer: t('backups.newer'),
    locked: t('backups.lockedHere'),
    damaged: t('backups.damaged'),
  };
  return (
    <Text size="sm" c="dimmed" className={classes.since}>
      {words[look.kind]}
    </Text>
  );
}
