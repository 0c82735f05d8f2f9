import { useState } from 'react';
import type { DragEvent } from 'react';
import type { Attachment } from '@shared/domain/attachment/schema';

/** What is dragged within the window is known by this, and is no file that comes from outside. */
const kind = 'application/x-attache-file';

interface FileDrag {
  /** Where a line shows that the file would be put: before this one, or after it. */
  readonly mark: { readonly id: string; readonly isAfter: boolean } | null;
  readonly draggedId: string | null;
  /** For what a file is taken hold of by. */
  readonly handle: (file: Attachment) => {
    readonly draggable: true;
    readonly onDragStart: (event: DragEvent) => void;
    readonly onDragEnd: () => void;
  };
  /** For each file in the list. */
  readonly target: (
    file: Attachment,
    next: Attachment | null,
  ) => { readonly onDragOver: (event: DragEvent) => void; readonly onDrop: (event: DragEvent) => void };
}

/** Puts files into another order by dragging: along a list, or with `isAcross` along the lines of a grid. */
export function useFileDrag(
  files: readonly Attachment[],
  moveBefore: (file: Attachment, other: Attachment | null) => void,
  isAcross = false,
): FileDrag {
  const [draggedId, setDraggedId] = useState<string | null>(null);
  const [mark, setMark] = useState<FileDrag['mark']>(null);
  const end = (): void => {
    setDraggedId(null);
    setMark(null);
  };
  const isAfter = (event: DragEvent): boolean => {
    const box = event.currentTarget.getBoundingClientRect();
    return isAcross ? event.clientX > box.left + box.width / 2 : event.clientY > box.top + box.height / 2;
  };
  return {
    mark,
    draggedId,
    handle: (file) => ({
      draggable: true,
      onDragStart: (event) => {
        event.dataTransfer.setData(kind, file.id);
        event.dataTransfer.effectAllowed = 'move';
        setDraggedId(file.id);
      },
      onDragEnd: end,
    }),
    target: (file, next) => ({
      onDragOver: (event) => {
        if (draggedId === null || !event.dataTransfer.types.includes(kind)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'move';
        const to = { id: file.id, isAfter: isAfter(event) };
        setMark((now) => (now?.id === to.id && now.isAfter === to.isAfter ? now : to));
      },
      onDrop: (event) => {
        const dragged = files.find(({ id }) => id === draggedId);
        end();
        if (dragged === undefined) return;
        event.preventDefault();
        moveBefore(dragged, isAfter(event) ? next : file);
      },
    }),
  };
}
