import { Worker } from 'node:worker_threads';
import { makePrint } from './print';
import { SegmentWork } from './segment-work';

export type SegmentRequest =
  | { readonly ask: 'add'; readonly bytes: Uint8Array<ArrayBuffer>; readonly ends: Uint32Array<ArrayBuffer> }
  | { readonly ask: 'finish' };

/** Makes segments of the index, one after the other. */
export interface SegmentMaker {
  /** Takes in records one after the other in `bytes`, which are not to be used any more; `ends` is where each ends. */
  add(bytes: Uint8Array<ArrayBuffer>, ends: Uint32Array<ArrayBuffer>): void;
  /** A segment of all that was added since the last. Rejects when the thread has ended. */
  finish(): Promise<Uint8Array>;
  close(): void;
}

/** Works in a thread of its own, which is begun when there is something to do; `threadFile` is search-thread.ts as it was built. */
export function threadedMaker(threadFile: string): SegmentMaker {
  let thread: Worker | undefined;
  let waiting: { resolve: (segment: Uint8Array) => void; reject: (cause: Error) => void } | undefined;
  const end = (cause: Error): void => {
    thread = undefined;
    const waiter = waiting;
    waiting = undefined;
    waiter?.reject(cause);
  };
  const begin = (): Worker => {
    const made = new Worker(threadFile);
    made.on('message', (segment: Uint8Array) => {
      const waiter = waiting;
      waiting = undefined;
      waiter?.resolve(segment);
    });
    made.on('error', end);
    made.on('exit', () => {
      if (thread === made) end(new Error('The thread that makes the index ended.'));
    });
    // Nobody waits for it at the end of the program.
    made.unref();
    return made;
  };
  const post = (request: SegmentRequest, moved: readonly ArrayBuffer[]): void => {
    thread ??= begin();
    thread.postMessage(request, [...moved]);
  };
  return {
    add(bytes, ends) {
      post({ ask: 'add', bytes, ends }, [bytes.buffer, ends.buffer]);
    },
    finish: () =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        post({ ask: 'finish' }, []);
      }),
    close() {
      void thread?.terminate();
    },
  };
}

/** Works here and now: for a few records, and where there is no thread to be had. */
export function maker(): SegmentMaker {
  const work = makePrint().then((print) => new SegmentWork(print));
  let added = work;
  return {
    add(bytes, ends) {
      added = added.then((ready) => {
        ready.add(bytes, ends);
        return ready;
      });
    },
    finish: () => added.then((ready) => ready.finish()),
    close: () => undefined,
  };
}
