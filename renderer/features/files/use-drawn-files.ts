import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';

/** In pixels; a file without a caption, or with one of a line. */
const usualHeight = 75;
const virtualFrom = 40;

interface DrawnFiles {
  readonly indexes: readonly number[];
  /** How much room, in pixels, the rows above and below take that are not drawn. */
  readonly before: number;
  readonly after: number;
  /** Takes the height of a row, which its caption makes larger. */
  readonly measure: (row: HTMLElement | null) => void;
}

/** Which files are drawn: all of a few, and of many those in view and some around them. The page scrolls, not the list. */
export function useDrawnFiles(
  list: RefObject<HTMLElement | null>,
  count: number,
  keyOf: (index: number) => string,
): DrawnFiles {
  const [around, setAround] = useState<{ readonly scroller: HTMLElement; readonly above: number } | null>(null);
  const isVirtual = count > virtualFrom;
  useLayoutEffect(() => {
    const element = list.current;
    const scroller = isVirtual ? scrollerOf(element) : null;
    if (element === null || scroller === null) return;
    const look = (): void => {
      const above = element.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
      setAround((now) => (now?.scroller === scroller && Math.abs(now.above - above) < 1 ? now : { scroller, above }));
    };
    look();
    // What stands above the list comes and goes: messages, how far the adding is.
    const observer = new ResizeObserver(look);
    for (let each = element.parentElement; each !== null && each !== scroller; each = each.parentElement) {
      observer.observe(each);
    }
    return () => observer.disconnect();
  }, [list, isVirtual]);
  // eslint-disable-next-line react-hooks/incompatible-library -- its functions are called here, in this render, and not handed on
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => around?.scroller ?? null,
    estimateSize: () => usualHeight,
    getItemKey: keyOf,
    scrollMargin: around?.above ?? 0,
    overscan: 6,
    enabled: isVirtual,
  });
  if (!isVirtual) {
    return {
      indexes: Array.from({ length: count }, (_, index) => index),
      before: 0,
      after: 0,
      measure: () => undefined,
    };
  }
  const items = virtualizer.getVirtualItems();
  const above = around?.above ?? 0;
  const total = virtualizer.getTotalSize();
  return {
    indexes: items.map(({ index }) => index),
    before: Math.max(0, (items[0]?.start ?? above) - above),
    after: Math.max(0, total - ((items.at(-1)?.end ?? above) - above)),
    measure: (row) => virtualizer.measureElement(row),
  };
}

function scrollerOf(element: HTMLElement | null): HTMLElement | null {
  for (let each = element?.parentElement ?? null; each !== null; each = each.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(each).overflowY)) return each;
  }
  return null;
}
