import { useMemo } from 'react';
import { Anchor, Checkbox, Text } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { daysLater } from '@shared/dates';
import type { CalendarDate } from '@shared/dates';
import { compareUrgency, isClosed, isOverdue } from '@shared/domain/follow-up/rules';
import type { FollowUp } from '@shared/domain/follow-up/schema';
import { useDirectory } from '../../lib/directory';
import { useFormat } from '../../lib/format';
import { useAsk, useDo } from '../../lib/ipc';
import { notifyUndoable } from '../../lib/notices';
import { paths } from '../../lib/paths';
import { EmptyState } from '../../ui/empty-state';
import { Section } from '../../ui/section';
import classes from './today.module.css';

const soonInDays = 7;

/** Follow-ups that are late, and those due within a week; each is done with its checkbox or with Space on its row. */
export function DueFollowUps({ today }: { readonly today: CalendarDate }) {
  const { t } = useTranslation('today');
  const { data, isSuccess } = useAsk('follow-ups:list', {});
  const { overdue, soon } = useMemo(() => {
    const open = (data ?? []).filter((each) => !isClosed(each)).sort(compareUrgency);
    const horizon = daysLater(today, soonInDays);
    return {
      overdue: open.filter((each) => isOverdue(each, today)),
      soon: open.filter(({ due }) => due !== null && due >= today && due <= horizon),
    };
  }, [data, today]);
  const all = (
    <Anchor component={Link} to={paths.followUps} size="sm">
      {t('followUps.all')}
    </Anchor>
  );
  if (isSuccess && overdue.length + soon.length === 0) {
    return (
      <Section title={t('followUps.title')} actions={all} frame="padded">
        <EmptyState isCompact icon={IconChecklist} title={t('followUps.none')} message={t('followUps.noneHint')} />
      </Section>
    );
  }
  return (
    <div>
      {overdue.length > 0 && (
        <Section title={t('followUps.overdue')} count={overdue.length} actions={all} frame="flush">
          <FollowUpList followUps={overdue} today={today} />
        </Section>
      )}
      {soon.length > 0 && (
        <Section title={t('followUps.soon')} count={soon.length} actions={overdue.length === 0 && all} frame="flush">
          <FollowUpList followUps={soon} today={today} />
        </Section>
      )}
    </div>
  );
}

function FollowUpList({ followUps, today }: { readonly followUps: readonly FollowUp[]; readonly today: CalendarDate }) {
  const { t } = useTranslation('today');
  const { nearDay } = useFormat();
  const { personName, organisationName } = useDirectory();
  const navigate = useNavigate();
  const { run } = useDo('follow-ups:update');
  const markDone = async ({ id, title }: FollowUp): Promise<void> => {
    const done = await run({ id, patch: { status: 'done' } });
    if (done.ok) notifyUndoable(t('followUps.done', { title }));
  };
  return (
    <ul className={classes.followUps}>
      {followUps.map((followUp) => (
        <li key={followUp.id} className={classes.followUp}>
          <Checkbox
            size="sm"
            checked={false}
            aria-label={t('followUps.markDone', { title: followUp.title })}
            onChange={() => void markDone(followUp)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') void navigate(paths.followUp(followUp.id));
            }}
          />
          <div className={classes.what}>
            <Anchor component={Link} to={paths.followUp(followUp.id)} className={classes.itemTitle}>
              {followUp.title}
            </Anchor>
            <Text size="xs" c="dimmed" className={classes.place}>
              {[personName(followUp.ownerId), organisationName(followUp.organisationId)].filter(Boolean).join(' · ')}
            </Text>
          </div>
          {followUp.due !== null && (
            <span className={classes.due} data-overdue={isOverdue(followUp, today) || undefined}>
              {nearDay(followUp.due, today)}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
