import { useState } from 'react';
import type { ReactNode } from 'react';
import { Group, Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Subject } from '@shared/ipc/subject';
import { FileList } from '@renderer/features/files';
import type { FileMark } from '@renderer/features/files';
import { FollowUpList } from '@renderer/features/follow-ups';
import { NoteMenu } from '@renderer/features/note-history';
import { NoteEditor } from '@renderer/features/notes';
import type { Attachment } from '@shared/domain/attachment/schema';
import { useAsk } from '../../lib/ipc';
import { usePlace } from '../../lib/places';
import { HistoryList } from './history-list';
import classes from './record-layout.module.css';

const recordTabs = ['history', 'followUps', 'notes', 'files'] as const;
type RecordTab = (typeof recordTabs)[number];

function isTab(value: string): value is RecordTab {
  return recordTabs.some((each) => each === value);
}

interface RecordLayoutProps {
  readonly subject: Subject & { readonly type: 'organisation' | 'person' };
  /** What is known of them, at the right. */
  readonly aside: ReactNode;
  /** Of somebody on our side it shows what they own instead of what is about them. */
  readonly isOurs?: boolean;
  readonly markOf?: (file: Attachment) => FileMark | undefined;
}

/** The body of an organisation's or person's page: what happened and is kept at the left, who they are at the right. */
export function RecordLayout({ subject, aside, isOurs = false, markOf }: RecordLayoutProps) {
  // After its note went to the Trash the editor begins a new one.
  const [thrownAway, setThrownAway] = useState(0);
  const { t } = useTranslation('people');
  const [tab, setTab] = usePlace<RecordTab>(`${subject.type}-tab`, 'history', isTab);
  const files = useAsk('attachments:list', { [`${subject.type}Id`]: subject.id }).data?.length ?? 0;
  return (
    <div className={classes.columns}>
      <div className={classes.main}>
        <Tabs
          value={tab}
          onChange={(next) => {
            if (next !== null && isTab(next)) setTab(next);
          }}
        >
          <Tabs.List aria-label={t('tabs.label')} mb="md">
            {recordTabs.map((each) => (
              <Tabs.Tab key={each} value={each}>
                {t(`tabs.${each}`)}
                {each === 'files' && files > 0 && <span className={classes.count}>{files}</span>}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="history">
            <HistoryList subject={subject} onOpenNotes={() => setTab('notes')} />
          </Tabs.Panel>
          <Tabs.Panel value="followUps">
            <FollowUpList filter={{ [isOurs ? 'ownerId' : (`${subject.type}Id` as const)]: subject.id }} />
          </Tabs.Panel>
          <Tabs.Panel value="notes">
            <Group justify="flex-end" mb="xs">
              <NoteMenu subject={subject} onTrashed={() => setThrownAway(thrownAway + 1)} />
            </Group>
            <NoteEditor key={thrownAway} subject={subject} />
          </Tabs.Panel>
          <Tabs.Panel value="files">
            <FileList subject={subject} {...(markOf ? { markOf } : {})} />
          </Tabs.Panel>
        </Tabs>
      </div>
      <aside className={classes.aside}>{aside}</aside>
    </div>
  );
}
