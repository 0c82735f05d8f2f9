// What Mantine, TanStack Virtual, ProseMirror and React Router ask of a browser and jsdom does not have.

import { TextDecoder, TextEncoder } from 'node:util';

const noop = (): void => undefined;

class StillMediaQuery extends EventTarget {
  readonly matches = false;
  readonly onchange = null;
  readonly addListener = noop;
  readonly removeListener = noop;
  constructor(readonly media: string) {
    super();
  }
}

class StillResizeObserver {
  observe = noop;
  unobserve = noop;
  disconnect = noop;
}

// `??=` is not enough: the DOM's types say that these are always there.
if (!('matchMedia' in window)) Object.assign(window, { matchMedia: (query: string) => new StillMediaQuery(query) });
if (!('TextEncoder' in window)) Object.assign(window, { TextEncoder, TextDecoder });
if (!('ResizeObserver' in window)) Object.assign(window, { ResizeObserver: StillResizeObserver });
if (!('scrollIntoView' in HTMLElement.prototype)) Object.assign(HTMLElement.prototype, { scrollIntoView: noop });
if (!('scrollTo' in HTMLElement.prototype)) Object.assign(HTMLElement.prototype, { scrollTo: noop });
if (!('getClientRects' in Range.prototype)) {
  Object.assign(Range.prototype, { getClientRects: () => [], getBoundingClientRect: () => new DOMRect() });
}
