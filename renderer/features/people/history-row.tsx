import type { ReactNode } from 'react';
import { Anchor, Checkbox, Text, UnstyledButton } from '@mantine/core';
import { IconMessages, IconNotes } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CalendarDate } from '@shared/dates';
import { isClosed, isOverdue } from '@shared/domain/follow-up/rules';
import type { FollowUp } from '@shared/domain/follow-up/schema';
import type { Meeting } from '@shared/domain/meeting/schema';
import type { Note } from '@shared/domain/note/schema';
import { useDirectory } from '../../lib/directory';
import { useFormat } from '../../lib/format';
import { useDo } from '../../lib/ipc';
import { notifyUndoable } from '../../lib/notices';
import { paths } from '../../lib/paths';
import { StatusBadge } from '../../ui/status-badge';
import type { HistoryEntry } from './history';
import type { HistorySubject } from './use-history';
import classes from './history.module.css';

interface HistoryRowProps {
  readonly entry: HistoryEntry;
  readonly subject: HistorySubject;
  readonly today: CalendarDate;
  readonly onOpenNotes: () => void;
}

/** One thing of the history: a meeting with its outcome, the beginning of a note, a follow-up to tick off. */
export function HistoryRow({ entry, subject, today, onOpenNotes }: HistoryRowProps) {
  switch (entry.kind) {
    case 'meetings':
      return <MeetingRow meeting={entry.meeting} subject={subject} />;
    case 'notes':
      return <NoteRow note={entry.note} day={entry.day} onOpen={onOpenNotes} />;
    case 'followUps':
      return <FollowUpRow followUp={entry.followUp} day={entry.day} today={today} />;
  }
}

interface RowProps {
  readonly day: CalendarDate;
  readonly sign: ReactNode;
  readonly isFaint?: boolean;
  readonly children: ReactNode;
}

function Row({ day, sign, isFaint = false, children }: RowProps) {
  const { day: inWords } = useFormat();
  return (
    <li className={classes.entry} data-faint={isFaint || undefined}>
      <time dateTime={day} className={classes.day}>
        {inWords(day, 'weekday')}
      </time>
      <span className={classes.sign}>{sign}</span>
      <div className={classes.words}>{children}</div>
    </li>
  );
}

function MeetingRow({ meeting, subject }: { readonly meeting: Meeting; readonly subject: HistorySubject }) {
  const { t } = useTranslation('terms');
  const { text, times } = useFormat();
  const { organisationName } = useDirectory();
  const others = meeting.organisationIds.filter((id) => id !== subject.id).map(organisationName);
  const detail = [
    t(`meetingKind.${meeting.kind}`),
    meeting.start !== null && (meeting.end === null ? meeting.start : times(meeting.start, meeting.end)),
    ...others,
  ];
  return (
    <Row day={meeting.day} sign={<IconMessages size={16} stroke={1.6} aria-hidden="true" />}>
      <div className={classes.head}>
        <Anchor component={Link} to={paths.meeting(meeting.id)} className={classes.title}>
          {text(meeting.title) || t('missing.unnamed')}
        </Anchor>
        {meeting.status === 'draft' && <StatusBadge label={t('meetingStatus.draft')} tone="attention" />}
      </div>
      <Text size="xs" c="dimmed" lineClamp={2} className={classes.detail}>
        {detail.filter(Boolean).join(' · ')}
      </Text>
      {(meeting.outcome || meeting.intention) !== '' && (
        <Text size="sm" lineClamp={3} className={classes.excerpt}>
          {joined(meeting.outcome || meeting.intention)}
        </Text>
      )}
    </Row>
  );
}

/** An excerpt has no room for empty lines. */
function joined(text: string): string {
  return text.trim().replace(/\n\s*\n/g, '\n');
}

const longestExcerpt = 600;

interface NoteRowProps {
  readonly note: Note;
  readonly day: CalendarDate;
  readonly onOpen: () => void;
}

function NoteRow({ note, day, onOpen }: NoteRowProps) {
  const { t } = useTranslation('people');
  const { personName } = useDirectory();
  const written = note.blocks.filter(({ markdown }) => markdown.trim() !== '');
  const authors = [...new Set(written.map(({ authorId }) => personName(authorId)))].filter(Boolean).join(', ');
  const words = written
    .map(({ markdown }) => markdown.trim())
    .join('\n')
    .slice(0, longestExcerpt);
  return (
    <Row day={day} sign={<IconNotes size={16} stroke={1.6} aria-hidden="true" />}>
      <UnstyledButton className={classes.title} onClick={onOpen}>
        {authors === '' ? t('history.note') : t('history.noteBy', { author: authors })}
      </UnstyledButton>
      <Text size="sm" lineClamp={4} className={classes.excerpt}>
        {joined(words)}
      </Text>
    </Row>
  );
}

interface FollowUpRowProps {
  readonly followUp: FollowUp;
  readonly day: CalendarDate;
  readonly today: CalendarDate;
}

function FollowUpRow({ followUp, day, today }: FollowUpRowProps) {
  const { t } = useTranslation(['people', 'terms']);
  const { day: inWords, nearDay } = useFormat();
  const { personName } = useDirectory();
  const { run } = useDo('follow-ups:update');
  const { title, status, due } = followUp;
  const isOver = isClosed(followUp);
  const isLate = isOverdue(followUp, today);
  const toggle = async (): Promise<void> => {
    const changed = await run({ id: followUp.id, patch: { status: isOver ? 'open' : 'done' } });
    if (changed.ok) notifyUndoable(t(isOver ? 'people:history.reopened' : 'people:history.done', { title }));
  };
  const when = due === null ? t('people:history.noDue') : t('people:history.due', { day: inWords(due) });
  return (
    <Row
      day={day}
      isFaint={isOver}
      sign={
        <Checkbox
          size="xs"
          checked={status === 'done'}
          aria-label={t('people:history.markDone', { title })}
          onChange={() => void toggle()}
        />
      }
    >
      <div className={classes.head}>
        <Anchor component={Link} to={paths.followUp(followUp.id)} className={classes.title}>
          {title}
        </Anchor>
        {isLate && due !== null && (
          <StatusBadge label={`${t('terms:overdue')} · ${nearDay(due, today)}`} tone="overdue" />
        )}
        {!isLate && status !== 'open' && <StatusBadge label={t(`terms:followUpStatus.${status}`)} tone="faint" />}
      </div>
      <Text size="xs" c="dimmed" className={classes.detail}>
        {[t('people:history.followUp'), personName(followUp.ownerId), when].filter(Boolean).join(' · ')}
      </Text>
    </Row>
  );
}
