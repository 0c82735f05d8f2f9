import { useState } from 'react';
import { Button, Group, Loader, Modal, SegmentedControl } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { asReference } from '@shared/ipc/subject';
import type { Subject } from '@shared/ipc/subject';
import { useFormat } from '../../lib/format';
import { useAsk, useDo } from '../../lib/ipc';
import { notifyUndoable } from '../../lib/notices';
import { EmptyState } from '../../ui/empty-state';
import classes from './note-history.module.css';
import { VersionDifferences } from './version-differences';
import type { ComparedWith } from './version-differences';
import { VersionList } from './version-list';

interface NoteVersionsProps {
  readonly subject: Subject;
  readonly onClose: () => void;
}

/** The versions of the note about a subject: what was changed since each, word by word, and the way back to it. */
export function NoteVersions({ subject, onClose }: NoteVersionsProps) {
  const { t } = useTranslation('note-history');
  const { moment } = useFormat();
  const notes = useAsk('notes:list', asReference(subject)).data;
  const inOrder = [...(notes ?? [])].sort((one, other) => other.updatedAt.localeCompare(one.updatedAt));
  const [wanted, setWanted] = useState<string | null>(null);
  const noteId = wanted ?? inOrder[0]?.id;

  return (
    <Modal opened onClose={onClose} title={t('title')} size={1080} transitionProps={{ duration: 0 }}>
      {notes === undefined && <Loader />}
      {inOrder.length > 1 && (
        <SegmentedControl
          mb="sm"
          size="xs"
          aria-label={t('which')}
          value={noteId ?? ''}
          onChange={setWanted}
          data={inOrder.map(({ id, createdAt }) => ({ value: id, label: t('begun', { time: moment(createdAt) }) }))}
        />
      )}
      {notes !== undefined && noteId === undefined && <NoVersions />}
      {noteId !== undefined && <VersionsOfNote key={noteId} noteId={noteId} onClose={onClose} />}
    </Modal>
  );
}

function NoVersions() {
  const { t } = useTranslation('note-history');
  return <EmptyState icon={IconHistory} title={t('empty.title')} message={t('empty.message')} />;
}

function VersionsOfNote({ noteId, onClose }: { readonly noteId: string; readonly onClose: () => void }) {
  const { t } = useTranslation(['note-history', 'actions']);
  const { moment } = useFormat();
  const versions = useAsk('notes:versions', { noteId }).data;
  const restore = useDo('notes:restore-version', {});
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [comparedWith, setComparedWith] = useState<ComparedWith>('now');
  if (versions === undefined) return <Loader />;
  const chosen = versions.find(({ id }) => id === chosenId) ?? versions[0];
  if (chosen === undefined) return <NoVersions />;
  const before = versions[versions.indexOf(chosen) + 1];

  const goBack = async (): Promise<void> => {
    const restored = await restore.run({ id: chosen.id });
    if (!restored.ok) return;
    onClose();
    notifyUndoable(t('note-history:restored', { time: moment(chosen.keptAt) }));
  };

  return (
    <>
      <div className={classes.columns}>
        <VersionList versions={versions} chosenId={chosen.id} onChoose={setChosenId} />
        <section className={classes.right} aria-label={t('note-history:differences')}>
          <SegmentedControl
            size="xs"
            aria-label={t('note-history:compare')}
            value={comparedWith}
            onChange={(value) => setComparedWith(value === 'now' ? 'now' : 'before')}
            data={[
              { value: 'now', label: t('note-history:sinceThen') },
              { value: 'before', label: t('note-history:untilThen') },
            ]}
          />
          <VersionDifferences
            noteId={noteId}
            versionId={chosen.id}
            beforeId={before?.id ?? null}
            comparedWith={comparedWith}
          />
        </section>
      </div>
      <Group justify="space-between" mt="md" wrap="nowrap">
        <span className={classes.hint}>{t('note-history:restoreHint')}</span>
        <Group gap="xs" wrap="nowrap">
          <Button variant="default" onClick={onClose}>
            {t('actions:close')}
          </Button>
          <Button loading={restore.isRunning} onClick={() => void goBack()}>
            {t('note-history:restore')}
          </Button>
        </Group>
      </Group>
    </>
  );
}
