import { Worker } from 'node:worker_threads';
import type { BinderAnswer, BinderRequest, ReadPages } from './binder-work';
import type { DocumentFacts } from './finish';

/** Reads and binds printed files in a thread, so that the window stays alive meanwhile. One question at a time. */
export interface Binder {
  /** Rejects when the file cannot be read. What was read last is what `bind` binds. */
  read(pdf: Uint8Array): Promise<ReadPages>;
  /** The file with the sheets laid over its pages, with its bookmarks and with what it says about itself. */
  bind(sheets: Uint8Array, facts: DocumentFacts): Promise<Uint8Array>;
  /** Ends the thread, whatever it does; who waits for it is rejected. */
  close(): void;
}

/** `threadFile` is binder-thread.ts as it was built. */
export function openBinder(threadFile: string): Binder {
  const thread = new Worker(threadFile);
  let waiting: { resolve: (answer: BinderAnswer) => void; reject: (cause: Error) => void } | undefined;
  let endedBy: Error | undefined;
  const settle = (how: (waiter: NonNullable<typeof waiting>) => void): void => {
    const waiter = waiting;
    waiting = undefined;
    if (waiter !== undefined) how(waiter);
  };
  const end = (cause: Error): void => {
    endedBy ??= cause;
    settle(({ reject }) => {
      reject(cause);
    });
  };
  thread.on('message', (answer: BinderAnswer) => {
    settle(({ resolve }) => {
      resolve(answer);
    });
  });
  thread.on('error', end);
  thread.on('exit', () => {
    end(new Error('The thread that works on printed files ended.'));
  });
  const ask = (request: BinderRequest): Promise<BinderAnswer> =>
    new Promise((resolve, reject) => {
      if (endedBy !== undefined) {
        reject(endedBy);
        return;
      }
      waiting = { resolve, reject };
      thread.postMessage(request);
    });
  return {
    async read(pdf) {
      const answer = await ask({ ask: 'read', pdf });
      if ('bound' in answer) throw new Error('The thread answered another question.');
      return answer;
    },
    async bind(sheets, facts) {
      const answer = await ask({ ask: 'bind', sheets, facts });
      if (!('bound' in answer)) throw new Error('The thread answered another question.');
      return answer.bound;
    },
    close() {
      void thread.terminate();
    },
  };
}
