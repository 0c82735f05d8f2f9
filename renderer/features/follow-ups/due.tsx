import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isClosed, isOverdue } from '@shared/domain/follow-up/rules';
import type { FollowUp } from '@shared/domain/follow-up/schema';
import { useToday } from '../../lib/clock';
import { useFormat } from '../../lib/format';
import classes from './follow-ups.module.css';

/** When it is due; what is overdue says so in words and colour. */
export function Due({ followUp }: { readonly followUp: FollowUp }) {
  const { t } = useTranslation(['follow-ups', 'terms']);
  const { day, nearDay } = useFormat();
  const today = useToday();
  const { due } = followUp;
  if (due === null) return <span className={classes.quiet}>{t('terms:missing.noDate')}</span>;
  if (isClosed(followUp)) return <>{day(due)}</>;
  if (!isOverdue(followUp, today)) return <span title={day(due, 'long')}>{nearDay(due, today)}</span>;
  return (
    <span className={classes.overdue} title={day(due, 'long')}>
      <IconAlertTriangle size={14} stroke={1.8} aria-hidden="true" />
      {t('follow-ups:overdueSince', { day: nearDay(due, today) })}
    </span>
  );
}
