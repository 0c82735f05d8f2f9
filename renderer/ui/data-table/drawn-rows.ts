import type { RefObject } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';

const rowHeight = 38;
const virtualFrom = 100;

export interface DrawnRows {
  readonly indexes: readonly number[];
  /** How much room, in pixels, the rows above and below take that are not drawn. */
  readonly before: number;
  readonly after: number;
  readonly reveal: (index: number) => void;
}

/** Which rows are drawn: all of a short table, and of a long one those in view and some around them. */
export function useDrawnRows(scroller: RefObject<HTMLElement | null>, count: number, canScroll: boolean): DrawnRows {
  const isVirtual = canScroll && count > virtualFrom;
  // eslint-disable-next-line react-hooks/incompatible-library -- its functions are called here, in this render, and not handed on
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    enabled: isVirtual,
  });
  if (!isVirtual) {
    return {
      indexes: Array.from({ length: count }, (_, index) => index),
      before: 0,
      after: 0,
      reveal: () => undefined,
    };
  }
  const items = virtualizer.getVirtualItems();
  return {
    indexes: items.map(({ index }) => index),
    before: items[0]?.start ?? 0,
    after: virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0),
    reveal: (index) => virtualizer.scrollToIndex(index),
  };
}
