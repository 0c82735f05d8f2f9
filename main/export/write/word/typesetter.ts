import { Worker } from 'node:worker_threads';
import { Typesetting } from './typesetting';
import type { TypesettingRequest } from './typesetting';
import type { PlacedPicture } from './pictures';
import type { WordPaper } from './word-paper';
import type { PackedPart } from './zip';

/** Sets one document as the parts of a Word file: `begin`, then `finish`, one question at a time. */
export interface Typesetter {
  /** What opens the file. */
  begin(paper: WordPaper): Promise<readonly PackedPart[]>;
  /** All the rest, but for the pictures. */
  finish(pictures: ReadonlyMap<string, PlacedPicture>): Promise<readonly PackedPart[]>;
  /** Ends it, whatever it does; who waits for it is rejected. */
  close(): void;
}

/** Sets it in a thread, so that the window stays alive meanwhile. `threadFile` is typesetting-thread.ts as it was built. */
export function openTypesetter(threadFile: string): Typesetter {
  const thread = new Worker(threadFile);
  let waiting: { resolve: (parts: PackedPart[]) => void; reject: (cause: Error) => void } | undefined;
  let endedBy: Error | undefined;
  const end = (cause: Error): void => {
    endedBy ??= cause;
    waiting?.reject(endedBy);
    waiting = undefined;
  };
  thread.on('message', (parts: PackedPart[]) => {
    waiting?.resolve(parts);
    waiting = undefined;
  });
  thread.on('error', end);
  thread.on('exit', () => {
    end(new Error('The thread that sets Word files ended.'));
  });
  const ask = (request: TypesettingRequest): Promise<PackedPart[]> =>
    new Promise((resolve, reject) => {
      if (endedBy !== undefined) {
        reject(endedBy);
        return;
      }
      waiting = { resolve, reject };
      thread.postMessage(request);
    });
  return {
    begin: (paper) => ask({ ask: 'begin', paper }),
    finish: (pictures) => ask({ ask: 'finish', pictures }),
    close: () => {
      void thread.terminate();
    },
  };
}

/** Sets it here, while nothing else goes on. */
export function typesetterHere(): Typesetter {
  const typesetting = new Typesetting();
  return {
    begin: (paper) => typesetting.answer({ ask: 'begin', paper }),
    finish: (pictures) => typesetting.answer({ ask: 'finish', pictures }),
    close: () => undefined,
  };
}
