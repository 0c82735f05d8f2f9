import { useRef, useState } from 'react';
import { Button, Center, Group, Loader, Stack, Text } from '@mantine/core';
import { IconClock, IconPaperclip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '@shared/domain/attachment/schema';
import type { Subject } from '@shared/ipc/subject';
import { usePlace } from '../../lib/places';
import { EmptyState } from '../../ui/empty-state';
import { AddingNotices, AddingProgress } from './adding-state';
import { DropArea } from './drop-area';
import type { FileMark } from './file-mark';
import { FileRow } from './file-row';
import { PictureViewer } from './picture-viewer';
import { isPicture } from '@shared/domain/attachment/rules';
import { useAdding } from './use-adding';
import { useDrawnFiles } from './use-drawn-files';
import { useDroppedFiles } from './use-dropped-files';
import { useFileDrag } from './use-file-drag';
import { useFileKeys } from './use-file-keys';
import { useFiles } from './use-files';
import { usePastedFiles } from './use-pasted-files';
import classes from './files.module.css';

interface FileListProps {
  readonly subject: Subject;
  readonly markOf?: (file: Attachment) => FileMark | undefined;
}

/** The files of a trip, meeting, organisation or person: dropped, picked or pasted, with captions and in order. */
export function FileList({ subject, markOf }: FileListProps) {
  // Another subject is another list: nothing half-typed or half-added may reach it.
  return <Files key={`${subject.type}:${subject.id}`} subject={subject} {...(markOf ? { markOf } : {})} />;
}

function isAnswer(value: string): value is 'yes' | 'no' {
  return value === 'yes' || value === 'no';
}

function Files({ subject, markOf }: FileListProps) {
  const { t } = useTranslation('files');
  const { files, isLoading, heardAt, arrangeByTime, actions } = useFiles(subject);
  const [isPlaceKept, setPlaceKept] = usePlace<'yes' | 'no'>('files-keep-place', 'no', isAnswer);
  const adding = useAdding(subject, { isPlaceKept: isPlaceKept === 'yes' });
  const [viewedId, setViewedId] = useState<string | null>(null);
  const isOver = useDroppedFiles(adding.add);
  const list = useRef<HTMLOListElement>(null);
  const drawn = useDrawnFiles(list, files.length, (index) => files[index]?.id ?? String(index));
  const drag = useFileDrag(files, actions.moveBefore);
  usePastedFiles(adding.add);
  // Only what belongs to a trip or one of its meetings can be in a trip's report.
  const hasReport = subject.type === 'trip' || subject.type === 'meeting';
  useFileKeys(hasReport);

  return (
    <Stack gap="sm">
      <DropArea
        onFiles={adding.add}
        isOver={isOver}
        isPlaceKept={isPlaceKept === 'yes'}
        onPlaceKept={(isKept) => setPlaceKept(isKept ? 'yes' : 'no')}
      />
      {adding.isAdding && <AddingProgress progress={adding.progress} onStop={adding.stop} />}
      <AddingNotices notices={adding.notices} onDismiss={adding.dismiss} />
      {isLoading && (
        <Center py="lg">
          <Loader />
        </Center>
      )}
      {!isLoading && files.length === 0 && !adding.isAdding && (
        <EmptyState isCompact icon={IconPaperclip} title={t('empty.title')} message={t('empty.message')} />
      )}
      {files.length > 0 && (
        <div>
          <Group justify="space-between" mb={6}>
            <Text size="sm" c="dimmed" role="status">
              {t('count', { count: files.length })}
              {hasReport && ` · ${t('countInReport', { count: files.filter((file) => file.isInReport).length })}`}
            </Text>
            {files.length > 1 && files.some(({ takenAt }) => takenAt !== null) && (
              <Button
                size="compact-sm"
                variant="subtle"
                leftSection={<IconClock size={14} stroke={1.6} />}
                onClick={arrangeByTime}
              >
                {t('arrangeByTime')}
              </Button>
            )}
          </Group>
          <ol
            ref={list}
            className={classes.list}
            aria-label={t('list')}
            style={{ paddingBlock: `${String(drawn.before)}px ${String(drawn.after)}px` }}
          >
            {drawn.indexes.map((index) => {
              const file = files[index];
              return (
                file && (
                  <FileRow
                    key={file.id}
                    file={file}
                    index={index}
                    count={files.length}
                    next={files[index + 1] ?? null}
                    hasReport={hasReport}
                    mark={markOf?.(file)}
                    actions={actions}
                    drag={drag}
                    measure={drawn.measure}
                    heardAt={heardAt}
                    onView={() => setViewedId(file.id)}
                  />
                )
              );
            })}
          </ol>
        </div>
      )}
      {viewedId !== null && (
        <PictureViewer
          pictures={files.filter(isPicture)}
          shownId={viewedId}
          onShow={setViewedId}
          onClose={() => setViewedId(null)}
          onOpen={actions.open}
        />
      )}
    </Stack>
  );
}
