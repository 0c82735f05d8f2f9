import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ConflictShown } from '@shared/ipc/sync-channels';
import { useFormat } from '../../lib/format';
import { paths } from '../../lib/paths';
import classes from './conflicts.module.css';

interface ConflictListProps {
  readonly conflicts: readonly ConflictShown[];
  readonly shownId: string | undefined;
}

/** The records that wait: what they are, who wrote, and when the later of them did. */
export function ConflictList({ conflicts, shownId }: ConflictListProps) {
  const { t } = useTranslation(['conflicts', 'terms']);
  const { moment } = useFormat();
  const writersOf = (names: readonly string[]): string => {
    const [one, other] = [...new Set(names)].map((name) => (name === '' ? t('conflicts:list.unknownWriter') : name));
    if (one === undefined) return '';
    return other === undefined ? one : t('conflicts:list.writers', { one, other });
  };
  return (
    <nav className={classes.list} aria-label={t('conflicts:list.label')}>
      {conflicts.map((conflict) => (
        <Link
          key={`${conflict.type}/${conflict.id}`}
          to={paths.conflict(conflict)}
          className={classes.item}
          aria-current={conflict.id === shownId ? 'page' : undefined}
        >
          <b className={classes.itemTitle}>{conflict.title === '' ? t('terms:missing.unnamed') : conflict.title}</b>
          <span className={classes.dim}>
            {[t(`terms:record.${conflict.type}`), conflict.place].filter((part) => part !== '').join(' · ')}
          </span>
          <span className={classes.dim}>{writersOf(conflict.writers)}</span>
          <time dateTime={conflict.at} className={classes.dim}>
            {moment(conflict.at)}
          </time>
        </Link>
      ))}
    </nav>
  );
}
