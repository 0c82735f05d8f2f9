import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '@shared/domain/attachment/schema';
import type { Subject } from '@shared/ipc/subject';
import { useAsk, useDo } from '../../lib/ipc';
import { notifyDone, notifyUndoable } from '../../lib/notices';
import { inOrder, inOrderOfTime, placeAt } from './order';

export interface FileActions {
  /** Answers when it is on the disk, or is not to be. */
  readonly setInReport: (file: Attachment, isInReport: boolean) => Promise<void>;
  /** One place up (-1) or down (1). */
  readonly move: (file: Attachment, by: -1 | 1) => void;
  /** Before another file; to the end when that is null. */
  readonly moveBefore: (file: Attachment, other: Attachment | null) => void;
  /** Asks whether another program is to open it. */
  readonly open: (file: Attachment) => void;
  readonly saveCopy: (file: Attachment) => void;
  readonly trash: (file: Attachment) => void;
}

interface Files {
  readonly files: readonly Attachment[];
  readonly isLoading: boolean;
  /** When the store was heard, in milliseconds. */
  readonly heardAt: number;
  readonly arrangeByTime: () => void;
  readonly actions: FileActions;
}

/** The files of a record in their order, and what can be done with one. */
export function useFiles(subject: Subject): Files {
  const { t } = useTranslation('files');
  const { data, isPending, dataUpdatedAt } = useAsk('attachments:list', { [`${subject.type}Id`]: subject.id });
  const { run: arrange } = useDo('attachments:arrange');
  const files = useMemo(() => inOrder(data ?? []), [data]);
  const actions = useFileActions(files);
  return {
    files,
    isLoading: isPending,
    heardAt: dataUpdatedAt,
    arrangeByTime: () =>
      void arrange({ ids: inOrderOfTime(files).map(({ id }) => id) }).then((arranged) => {
        if (arranged.ok) notifyUndoable(t('arranged'));
      }),
    actions,
  };
}

/** What can be done with each of these files, which stand in their order. */
export function useFileActions(files: readonly Attachment[]): FileActions {
  const { t } = useTranslation(['files', 'actions']);
  const { run: update } = useDo('attachments:update');
  const { run: arrange } = useDo('attachments:arrange');
  const { run: trash } = useDo('attachments:trash');
  const { run: saveCopy } = useDo('attachments:save-copy');
  const { run: open } = useDo('attachments:open');

  const moveTo = (file: Attachment, index: number): void => {
    const others = files.filter(({ id }) => id !== file.id);
    if (files.indexOf(file) === index || index < 0 || index > others.length) return;
    const position = placeAt(others, index);
    if (position !== null) void update({ id: file.id, patch: { position } });
    else void arrange({ ids: others.toSpliced(index, 0, file).map(({ id }) => id) });
  };
  return {
    setInReport: async (file, isInReport) => {
      await update({ id: file.id, patch: { isInReport } });
    },
    move: (file, by) => moveTo(file, files.indexOf(file) + by),
    moveBefore: (file, other) => {
      if (other?.id === file.id) return;
      const others = files.filter(({ id }) => id !== file.id);
      moveTo(file, other === null ? others.length : others.indexOf(other));
    },
    open: (file) => void open({ id: file.id }),
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
