import { useEffect, useRef, useState } from 'react';
import type { PointerEvent as ReactPointerEvent, RefObject } from 'react';

interface RowDrag {
  readonly id: string;
  /** The row before which it would stand; the number of rows for the end. */
  readonly before: number;
}

/** Where among the rows a height is: before the first whose middle lies below it. */
function rowAt(list: HTMLElement, y: number): number {
  const rows = [...list.querySelectorAll('[data-member]')];
  const at = rows.findIndex((row) => {
    const { top, height } = row.getBoundingClientRect();
    return y < top + height / 2;
  });
  return at === -1 ? rows.length : at;
}

/** Takes a row to another place by its handle; Escape leaves it where it was. */
export function useRowDrag(list: RefObject<HTMLElement | null>, onDrop: (id: string, before: number) => void) {
  const [drag, setDrag] = useState<RowDrag | null>(null);
  const stop = useRef<(() => void) | undefined>(undefined);
  useEffect(() => () => stop.current?.(), []);

  const onHandleDown = (event: ReactPointerEvent, id: string): void => {
    if (event.button !== 0 || !list.current) return;
    event.preventDefault();
    const rows = list.current;
    let current: RowDrag | null = null;
    const onMove = (move: PointerEvent): void => {
      current = { id, before: rowAt(rows, move.clientY) };
      setDrag(current);
    };
    const end = (): void => {
      stop.current = undefined;
      setDrag(null);
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', end);
      window.removeEventListener('keydown', onKey, true);
    };
    const onUp = (): void => {
      const done = current;
      end();
      if (done) onDrop(done.id, done.before);
    };
    const onKey = (key: KeyboardEvent): void => {
      if (key.key !== 'Escape') return;
      key.preventDefault();
      key.stopPropagation();
      end();
    };
    stop.current = end;
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', end);
    window.addEventListener('keydown', onKey, true);
  };
  return { drag, onHandleDown };
}
