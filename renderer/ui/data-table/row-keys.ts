import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';

const page = 10;

/** Where a key takes the focus from row `at`; undefined for a key that is not about rows. */
function target(key: string, at: number, last: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return Math.min(last, at + 1);
    case 'ArrowUp':
    case 'k':
      return at - 1;
    case 'PageDown':
      return Math.min(last, at + page);
    case 'PageUp':
      return Math.max(0, at - page);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}

interface RowKeysOptions {
  readonly ids: readonly string[];
  readonly body: RefObject<HTMLElement | null>;
  /** Brings a row that is not drawn yet into view. */
  readonly reveal: (index: number) => void;
  readonly onOpen: (index: number) => void;
  /** Above the first row: the filter. */
  readonly onLeaveTop: () => void;
  readonly onKey?: ((event: KeyboardEvent, index: number) => void) | undefined;
}

/** One row at a time has the focus; arrow keys move it, Enter opens. It stays with its row when the order changes. */
export function useRowKeys({ ids, body, reveal, onOpen, onLeaveTop, onKey }: RowKeysOptions) {
  const [currentId, setCurrentId] = useState<string | undefined>(undefined);
  const found = currentId === undefined ? -1 : ids.indexOf(currentId);
  const current = Math.max(0, found);

  const focusRow = (index: number): void => {
    setCurrentId(ids[index]);
    reveal(index);
    // A row far away is drawn only after the scrolling.
    requestAnimationFrame(() => body.current?.querySelector<HTMLElement>(`[data-row="${index}"]`)?.focus());
  };

  const onRowKey = (event: KeyboardEvent<HTMLElement>, index: number): void => {
    if (event.target !== event.currentTarget) return;
    onKey?.(event, index);
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      onOpen(index);
      return;
    }
    const to = target(event.key, index, ids.length - 1);
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (to < 0) onLeaveTop();
    else focusRow(to);
  };

  return { current, focusRow, onRowKey, onRowFocus: (index: number) => setCurrentId(ids[index]) };
}

/** While nothing has the focus, arrow down goes into the rows of the table that fills the screen. */
export function useArrowIntoRows(isWholeScreen: boolean, focusRows: () => void): void {
  const latest = useRef(focusRows);
  useEffect(() => {
    latest.current = focusRows;
  });
  useEffect(() => {
    if (!isWholeScreen) return;
    const onKey = (event: globalThis.KeyboardEvent): void => {
      const isIdle = ['BODY', 'MAIN'].includes(document.activeElement?.tagName ?? 'BODY');
      if (event.key !== 'ArrowDown' || event.defaultPrevented || !isIdle) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [isWholeScreen]);
}
