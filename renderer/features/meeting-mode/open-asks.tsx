import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isOverdue } from '@shared/domain/follow-up/rules';
import type { FollowUp } from '@shared/domain/follow-up/schema';
import type { Meeting } from '@shared/domain/meeting/schema';
import { useToday } from '../../lib/clock';
import { useDirectory } from '../../lib/directory';
import { useFormat } from '../../lib/format';
import { useAsk, useDo } from '../../lib/ipc';
import { notifyUndoable } from '../../lib/notices';
import { RoomSection } from './room-section';
import classes from './room.module.css';

/** What is still open with those who are met: follow-ups, what was asked and promised before, what their projects want. */
export function OpenAsks({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useTranslation('room');
  const { day } = useFormat();
  const { data } = useAsk('meetings:asks', { id: meeting.id });
  const { asks = [], followUps = [], projects = [] } = data ?? {};
  const count = asks.length + followUps.length + projects.length;
  return (
    <RoomSection title={t('asks')} count={count}>
      {data && count === 0 && <p className={classes.quiet}>{t('noAsks')}</p>}
      <ul className={classes.asks}>
        {followUps.map((followUp) => (
          <OpenFollowUp key={followUp.id} followUp={followUp} />
        ))}
        {asks.map((ask, index) => (
          <li key={`${ask.noteId}-${index}`} className={classes.ask}>
            <span className={classes.askKind} data-kind={ask.kind}>
              {t(`kind.${ask.kind}`)}
            </span>
            <span className={classes.askWords}>
              {ask.words}
              <span className={classes.askWhen}>
                {[ask.day === null ? '' : day(ask.day), ask.isSensitive ? t('sensitive') : '']
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
          </li>
        ))}
        {projects.map((project) => (
          <li key={project.id} className={classes.ask}>
            <span className={classes.askKind} data-kind="project">
              {t('kind.project')}
            </span>
            <span className={classes.askWords}>
              {project.asks}
              <span className={classes.askWhen}>{project.title}</span>
            </span>
          </li>
        ))}
      </ul>
    </RoomSection>
  );
}

function OpenFollowUp({ followUp }: { readonly followUp: FollowUp }) {
  const { t } = useTranslation('room');
  const { nearDay } = useFormat();
  const { personName } = useDirectory();
  const today = useToday();
  const { run } = useDo('follow-ups:update');
  const { id, title, due } = followUp;
  const markDone = async (): Promise<void> => {
    const done = await run({ id, patch: { status: 'done' } });
    if (done.ok) notifyUndoable(t('done', { title }), { type: 'follow-up', id });
  };
  const when = due === null ? '' : t('due', { when: nearDay(due, today) });
  return (
    <li className={classes.ask}>
      <Checkbox
        size="xs"
        checked={false}
        aria-label={t('markDone', { title })}
        className={classes.askCheck}
        onChange={() => void markDone()}
      />
      <span className={classes.askWords}>
        {title}
        <span className={classes.askWhen} data-overdue={isOverdue(followUp, today) || undefined}>
          {[personName(followUp.ownerId), when].filter(Boolean).join(' · ')}
        </span>
      </span>
    </li>
  );
}
