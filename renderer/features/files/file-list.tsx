import { useState } from 'react';
import { Center, Loader, Stack } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '@shared/domain/attachment/schema';
import type { Subject } from '@shared/ipc/subject';
import { EmptyState } from '../../ui/empty-state';
import { AddingProgress, Refusals } from './adding-state';
import { DropArea } from './drop-area';
import type { FileMark } from './file-mark';
import { FileRow } from './file-row';
import { PictureViewer } from './picture-viewer';
import { isPicture } from './pictures';
import { useAdding } from './use-adding';
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

function Files({ subject, markOf }: FileListProps) {
  const { t } = useTranslation('files');
  const { files, isLoading, heardAt, ...actions } = useFiles(subject);
  const adding = useAdding(subject);
  const [viewedId, setViewedId] = useState<string | null>(null);
  usePastedFiles(adding.add);
  // Only what belongs to a trip or one of its meetings can be in a trip's report.
  const hasReport = subject.type === 'trip' || subject.type === 'meeting';

  return (
    <Stack gap="sm">
      <DropArea onFiles={adding.add} />
      {adding.progress !== null && <AddingProgress progress={adding.progress} onStop={adding.stop} />}
      {adding.refusals.length > 0 && <Refusals refusals={adding.refusals} onDismiss={adding.dismiss} />}
      {isLoading && (
        <Center py="lg">
          <Loader />
        </Center>
      )}
      {!isLoading && files.length === 0 && adding.progress === null && (
        <EmptyState isCompact icon={IconPaperclip} title={t('empty.title')} message={t('empty.message')} />
      )}
      {files.length > 0 && (
        <ol className={classes.list} aria-label={t('list')}>
          {files.map((file, index) => (
            <FileRow
              key={file.id}
              file={file}
              isFirst={index === 0}
              isLast={index === files.length - 1}
              hasReport={hasReport}
              mark={markOf?.(file)}
              actions={actions}
              heardAt={heardAt}
              onView={() => setViewedId(file.id)}
            />
          ))}
        </ol>
      )}
      {viewedId !== null && (
        <PictureViewer
          pictures={files.filter(isPicture)}
          shownId={viewedId}
          onShow={setViewedId}
          onClose={() => setViewedId(null)}
        />
      )}
    </Stack>
  );
}
