import { Worker } from 'node:worker_threads';
import type { RecordId } from '@shared/domain/values';
import type { SearchedKind } from '@shared/ipc/search-channels';
import { NamesWork } from './names-work';
import type { FoundName } from './names-work';

export type NamesRequest =
  | { readonly ask: 'take'; readonly bytes: Uint8Array<ArrayBuffer>; readonly ends: Uint32Array<ArrayBuffer> }
  | { readonly ask: 'drop'; readonly kind: SearchedKind; readonly id: RecordId }
  | { readonly ask: 'clear' }
  /** Answered once everything before it was done. */
  | { readonly ask: 'settle'; readonly turn: number }
  /** Answered at once, from what is known by then. */
  | {
      readonly ask: 'search';
      readonly turn: number;
      readonly query: string;
      readonly kinds: readonly SearchedKind[];
      readonly most: number;
    };

export interface NamesAnswer {
  readonly turn: number;
  readonly found: readonly FoundName[];
}

/** Where the names are kept and looked up. */
export interface NamesKeeper {
  add(bytes: Uint8Array<ArrayBuffer>, ends: Uint32Array<ArrayBuffer>): void;
  drop(kind: SearchedKind, id: RecordId): void;
  clear(): void;
  /** Answers when everything that was added is there to be found. */
  settled(): Promise<void>;
  /** Rejects when the thread has ended. */
  search(query: string, kinds: readonly SearchedKind[], most: number): Promise<readonly FoundName[]>;
  close(): void;
}

/** Does what it is asked in order, a little at a time, and answers questions in between. */
export class NamesQueue {
  readonly #work = new NamesWork();
  readonly #waiting: NamesRequest[] = [];
  #isRunning = false;

  constructor(private readonly answer: (answer: NamesAnswer) => void) {}

  ask(request: NamesRequest): void {
    if (request.ask === 'search') {
      this.answer({ turn: request.turn, found: this.#work.search(request.query, request.kinds, request.most) });
      return;
    }
    this.#waiting.push(request);
    if (this.#isRunning) return;
    this.#isRunning = true;
    setImmediate(() => this.#run());
  }

  #run(): void {
    const next = this.#waiting.shift();
    if (next === undefined) {
      this.#isRunning = false;
      return;
    }
    if (next.ask === 'take') this.#work.take(next.bytes, next.ends);
    else if (next.ask === 'drop') this.#work.drop(next.kind, next.id);
    else if (next.ask === 'clear') this.#work.clear();
    else if (next.ask === 'settle') this.answer({ turn: next.turn, found: [] });
    setImmediate(() => this.#run());
  }
}

/** Asks and waits for answers by their turn. */
class Correspondence {
  #turn = 0;
  readonly #waiting = new Map<
    number,
    { resolve: (found: readonly FoundName[]) => void; reject: (cause: Error) => void }
  >();

  ask(send: (turn: number) => void): Promise<readonly FoundName[]> {
    this.#turn += 1;
    const turn = this.#turn;
    return new Promise((resolve, reject) => {
      this.#waiting.set(turn, { resolve, reject });
      send(turn);
    });
  }

  take({ turn, found }: NamesAnswer): void {
    this.#waiting.get(turn)?.resolve(found);
    this.#waiting.delete(turn);
  }

  end(cause: Error): void {
    for (const { reject } of this.#waiting.values()) reject(cause);
    this.#waiting.clear();
  }
}

/** Keeps the names in a thread of their own, so that neither making keys nor looking them up holds up the window. */
export function threadedNames(threadFile: string): NamesKeeper {
  const thread = new Worker(threadFile, { workerData: 'names' });
  const letters = new Correspondence();
  let endedBy: Error | undefined;
  const end = (cause: Error): void => {
    endedBy ??= cause;
    letters.end(cause);
  };
  thread.on('message', (answer: NamesAnswer) => {
    letters.take(answer);
  });
  thread.on('error', end);
  thread.on('exit', () => {
    end(new Error('The thread that keeps the names ended.'));
  });
  thread.unref();
  const ask = (request: NamesRequest, moved: readonly ArrayBuffer[] = []): void => {
    thread.postMessage(request, [...moved]);
  };
  return keeperOf(
    ask,
    letters,
    () => endedBy,
    () => void thread.terminate(),
  );
}

/** The same, here. */
export function namesHere(): NamesKeeper {
  const letters = new Correspondence();
  const queue = new NamesQueue((answer) => {
    letters.take(answer);
  });
  let endedBy: Error | undefined;
  return keeperOf(
    (request) => {
      queue.ask(request);
    },
    letters,
    () => endedBy,
    () => {
      endedBy = new Error('The names are closed.');
      letters.end(endedBy);
    },
  );
}

function keeperOf(
  ask: (request: NamesRequest, moved?: readonly ArrayBuffer[]) => void,
  letters: Correspondence,
  endedBy: () => Error | undefined,
  close: () => void,
): NamesKeeper {
  const question = (send: (turn: number) => void): Promise<readonly FoundName[]> => {
    const cause = endedBy();
    return cause === undefined ? letters.ask(send) : Promise.reject(cause);
  };
  return {
    add(bytes, ends) {
      ask({ ask: 'take', bytes, ends }, [bytes.buffer, ends.buffer]);
    },
    drop(kind, id) {
      ask({ ask: 'drop', kind, id });
    },
    clear() {
      ask({ ask: 'clear' });
    },
    async settled() {
      await question((turn) => {
        ask({ ask: 'settle', turn });
      });
    },
    search: (query, kinds, most) =>
      question((turn) => {
        ask({ ask: 'search', turn, query, kinds, most });
      }),
    close,
  };
}
