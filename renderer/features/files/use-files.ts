import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '@shared/domain/attachment/schema';
import type { Subject } from '@shared/ipc/subject';
import { useAsk, useDo } from '../../lib/ipc';
import { notifyDone, notifyUndoable } from '../../lib/notices';

interface Files {
  readonly files: readonly Attachment[];
  readonly isLoading: boolean;
  /** When the store was heard, in milliseconds. */
  readonly heardAt: number;
  /** Answers when it is on the disk, or is not to be. */
  readonly setInReport: (file: Attachment, isInReport: boolean) => Promise<void>;
  /** One place up (-1) or down (1). */
  readonly move: (file: Attachment, by: -1 | 1) => void;
  readonly saveCopy: (file: Attachment) => void;
  readonly trash: (file: Attachment) => void;
}

/** The files of a record in their order, and what can be done with one. */
export function useFiles(subject: Subject): Files {
  const { t } = useTranslation(['files', 'actions']);
  const { data, isPending, dataUpdatedAt } = useAsk('attachments:list', { [`${subject.type}Id`]: subject.id });
  const { run: update } = useDo('attachments:update');
  const { run: trash } = useDo('attachments:trash');
  const { run: saveCopy } = useDo('attachments:save-copy');
  const files = useMemo(
    () => [...(data ?? [])].sort((a, b) => a.position - b.position || a.createdAt.localeCompare(b.createdAt)),
    [data],
  );
  return {
    files,
    isLoading: isPending,
    heardAt: dataUpdatedAt,
    setInReport: async (file, isInReport) => {
      await update({ id: file.id, patch: { isInReport } });
    },
    move: (file, by) => {
      const position = positionBeside(files, files.indexOf(file), by);
      if (position !== undefined) void update({ id: file.id, patch: { position } });
    },
    saveCopy: (file) =>
      void saveCopy({ id: file.id }).then((saved) => {
        if (saved.ok && saved.value !== null) notifyDone(t('files:savedTo', { path: saved.value.path }));
      }),
    trash: (file) =>
      void trash({ id: file.id }).then((trashed) => {
        if (trashed.ok) notifyUndoable(t('actions:movedToTrash', { name: file.name }));
      }),
  };
}

/** A place between two neighbours, so that one record changes and one Undo takes it back; undefined at the end of the list. */
function positionBeside(files: readonly Attachment[], from: number, by: -1 | 1): number | undefined {
  const near = files[from + by];
  if (near === undefined) return undefined;
  const far = files[from + by * 2];
  return far === undefined ? near.position + by : (near.position + far.position) / 2;
}
