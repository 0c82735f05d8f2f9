import { useState } from 'react';
import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ConflictNotice } from '@renderer/features/conflicts';
import { FileList } from '@renderer/features/files';
import { FollowUpList } from '@renderer/features/follow-ups';
import { NewsNotice } from '@renderer/features/news';
import { NoteMenu } from '@renderer/features/note-history';
import { NoteEditor } from '@renderer/features/notes';
import type { Meeting } from '@shared/domain/meeting/schema';
import { Page } from '../../ui/page';
import { Section } from '../../ui/section';
import { MeetingDetails } from './meeting-details';
import { MeetingHeader } from './meeting-header';
import classes from './meetings.module.css';
import { together } from './use-meeting-part';
import { useMeetingParts } from './use-meeting-parts';

interface MeetingViewProps {
  readonly meeting: Meeting;
  /** When the meeting was heard from the store, in milliseconds. */
  readonly heardAt: number;
}

/** A meeting: its note in the middle, what came of it below, who and when beside it. */
export function MeetingView({ meeting, heardAt }: MeetingViewProps) {
  const { t } = useTranslation(['meetings', 'notes', 'terms']);
  // After its note went to the Trash the editor begins a new one.
  const [thrownAway, setThrownAway] = useState(0);
  const parts = useMeetingParts(meeting, heardAt);
  const saving = together(Object.values(parts).map((part) => part.saving));

  return (
    <Page header={<MeetingHeader meeting={meeting} saving={saving} status={parts.status} />}>
      <ConflictNotice type="meeting" id={meeting.id} />
      <div className={classes.columns}>
        <div className={classes.main}>
          <NewsNotice type="meeting" id={meeting.id} />
          <Section
            title={t('meetings:note')}
            actions={
              <NoteMenu subject={{ type: 'meeting', id: meeting.id }} onTrashed={() => setThrownAway(thrownAway + 1)} />
            }
          >
            <NoteEditor key={thrownAway} subject={{ type: 'meeting', id: meeting.id }} isFocusedFirst />
          </Section>
          <Section title={t('meetings:result')}>
            <div className={classes.result}>
              <Textarea
                label={t('meetings:outcome')}
                placeholder={t('meetings:outcomeHint')}
                {...parts.outcome.text('outcome')}
              />
              <Textarea
                label={t('meetings:intention')}
                placeholder={t('meetings:intentionHint')}
                {...parts.intention.text('intention')}
              />
            </div>
          </Section>
          <FollowUpList filter={{ meetingId: meeting.id }} />
          <Section title={t('terms:records.attachment')}>
            <FileList subject={{ type: 'meeting', id: meeting.id }} />
          </Section>
        </div>
        <aside className={classes.aside} aria-label={t('meetings:details')}>
          <MeetingDetails parts={parts} zone={meeting.zone} />
        </aside>
      </div>
    </Page>
  );
}
