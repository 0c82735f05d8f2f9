import { bareText, mountBare, unmountBare } from './bare-tiptap';

/** What the bench calls inside the window. Times are in milliseconds. */
export interface InWindow {
  readonly mountBare: (markdown: string) => void;
  /** Mounts a bare editor whose text is handed to `benchSave` at each change. */
  readonly mountSavingBare: (markdown: string) => void;
  readonly unmountBare: () => void;
  /** Begins to note for each key how long it takes until what it does has been painted. */
  readonly watchKeys: () => void;
  readonly keyTimes: () => number[];
  /** From the next key on: how long until these words stand in the editor and have been painted. */
  readonly fromKeyTo: (words: string) => void;
  /** The same for a bare editor, which is mounted with the text at that key. */
  readonly fromKeyToBare: (markdown: string) => void;
  /** From the next key on: how long until the app says that it is saved. */
  readonly fromKeyToSaved: () => void;
  /** From the next key on: how long until `benchSave` has answered for a text with it. */
  readonly fromKeyToBareSaved: () => void;
  /** Answers when what was begun last has come about. */
  readonly result: () => Promise<number>;
}

declare global {
  interface Window {
    attacheBench: InWindow;
    /** Writes and syncs a file in the bench's own process. */
    benchSave?: (text: string) => Promise<void>;
  }
}

let times: number[] = [];
let isWatching = false;
let result: Promise<number> = Promise.resolve(0);
let onBareSaved: (() => void) | null = null;

function afterPaint(then: () => void): void {
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = then;
    channel.port2.postMessage(null);
  });
}

function onNextKey(begin: (pressedAt: number, done: (took: number) => void) => void): void {
  result = new Promise((resolve) => {
    const listen = (event: KeyboardEvent): void => {
      if (['Control', 'Shift', 'Alt', 'Meta'].includes(event.key)) return;
      window.removeEventListener('keydown', listen, true);
      begin(event.timeStamp, resolve);
    };
    window.addEventListener('keydown', listen, true);
  });
}

function whenTrue(isSo: () => boolean, then: () => void): void {
  if (isSo()) then();
  else requestAnimationFrame(() => whenTrue(isSo, then));
}

function editorHas(words: string): boolean {
  return [...document.querySelectorAll('[contenteditable="true"]')].some((each) => each.textContent.includes(words));
}

function saidSaved(): boolean {
  const states = [...document.querySelectorAll('[role="status"]')].map((each) => each.textContent);
  return states.some((words) => /^Saved/.test(words)) && !states.some((words) => /^(Saving|Not saved)/.test(words));
}

window.attacheBench = {
  mountBare: (markdown) => mountBare(markdown, null),
  mountSavingBare(markdown) {
    mountBare(markdown, () => {
      void window.benchSave?.(bareText()).then(() => onBareSaved?.());
    });
  },
  unmountBare,
  watchKeys() {
    times = [];
    if (isWatching) return;
    isWatching = true;
    window.addEventListener(
      'keydown',
      ({ timeStamp }) => afterPaint(() => times.push(performance.now() - timeStamp)),
      true,
    );
  },
  keyTimes: () => times,
  fromKeyTo(words) {
    onNextKey((pressedAt, done) =>
      whenTrue(
        () => editorHas(words),
        () => afterPaint(() => done(performance.now() - pressedAt)),
      ),
    );
  },
  fromKeyToBare(markdown) {
    onNextKey((pressedAt, done) => {
      mountBare(markdown, null);
      afterPaint(() => done(performance.now() - pressedAt));
    });
  },
  fromKeyToSaved() {
    onNextKey((pressedAt, done) =>
      whenTrue(
        () => !saidSaved(),
        () => whenTrue(saidSaved, () => done(performance.now() - pressedAt)),
      ),
    );
  },
  fromKeyToBareSaved() {
    onNextKey((pressedAt, done) => {
      onBareSaved = () => {
        onBareSaved = null;
        done(performance.now() - pressedAt);
      };
    });
  },
  result: () => result,
};
