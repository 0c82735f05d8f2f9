import { Worker } from 'node:worker_threads';
import type { RecordId } from '@shared/domain/values';
import type { SearchedKind } from '@shared/ipc/search-channels';
import { NamesWork } from './names-work';
import type { FoundName } from './names-work';
import { makePrint } from './print';
import type { Print } from './print';

type NamesTask =
  | { readonly ask: 'take'; readonly bytes: Uint8Array; readonly ends: Uint32Array }
  | { readonly ask: 'drop'; readonly kind: SearchedKind; readonly id: RecordId }
  | { readonly ask: 'load'; readonly saved: Uint8Array | null }
  | { readonly ask: 'keep-only'; readonly ids: ReadonlySet<RecordId> };

interface Asked {
  /** Answered in its turn, after everything that was asked before. */
  readonly compare: {
    readonly input: { readonly ids: readonly RecordId[]; readonly prints: BigUint64Array };
    readonly output: readonly number[];
  };
  readonly save: { readonly input: null; readonly output: Uint8Array };
  /** Answers how many records are there. */
  readonly settle: { readonly input: null; readonly output: number };
  /** Answered at once, from what is known by then. */
  readonly search: {
    readonly input: { readonly query: string; readonly kinds: readonly SearchedKind[]; readonly most: number };
    readonly output: readonly FoundName[];
  };
}
type Question = {
  [Q in keyof Asked]: { readonly ask: Q; readonly turn: number; readonly input: Asked[Q]['input'] };
}[keyof Asked];
export type NamesRequest = NamesTask | Question;

/** `broke` names the kind of error that a question ended with. */
export interface NamesAnswer {
  readonly turn: number;
  readonly output: unknown;
  readonly broke: string | null;
}

/** Where the names are kept and looked up. What is asked rejects when the thread has ended. */
export interface NamesKeeper {
  /** Takes in records one after the other in `bytes`, which are not to be used any more; `ends` is where each ends. */
  add(bytes: Uint8Array<ArrayBuffer>, ends: Uint32Array<ArrayBuffer>): void;
  drop(kind: SearchedKind, id: RecordId): void;
  /** Takes in what was saved in the place of what is there; null for nothing. */
  load(saved: Uint8Array | null): void;
  keepOnly(ids: ReadonlySet<RecordId>): void;
  ask<Q extends keyof Asked>(question: Q, input: Asked[Q]['input']): Promise<Asked[Q]['output']>;
  /** Its thread has ended: nothing is answered any more. */
  readonly hasEnded: boolean;
  close(): void;
}

/** Does what it is asked in order, a little at a time, and looks names up in between. */
export class NamesQueue {
  readonly #work: NamesWork;
  readonly #waiting: NamesRequest[] = [];
  #isRunning = false;

  constructor(
    print: Print,
    private readonly answer: (answer: NamesAnswer) => void,
  ) {
    this.#work = new NamesWork(print);
  }

  ask(request: NamesRequest): void {
    if (request.ask === 'search') {
      this.#do(request);
      return;
    }
    this.#waiting.push(request);
    if (this.#isRunning) return;
    this.#isRunning = true;
    setImmediate(() => {
      this.#run();
    });
  }

  #run(): void {
    const next = this.#waiting.shift();
    if (next === undefined) {
      this.#isRunning = false;
      return;
    }
    this.#do(next);
    setImmediate(() => {
      this.#run();
    });
  }

  /** What goes wrong with one request must not keep the others from being answered. */
  #do(request: NamesRequest): void {
    const turn = 'turn' in request ? request.turn : 0;
    try {
      const output = this.#outputOf(request);
      if (turn > 0) this.answer({ turn, output, broke: null });
    } catch (cause) {
      this.answer({ turn, output: null, broke: cause instanceof Error ? cause.name : typeof cause });
    }
  }

  #outputOf(request: NamesRequest): unknown {
    const work = this.#work;
    switch (request.ask) {
      case 'take':
        work.take(request.bytes, request.ends);
        return null;
      case 'drop':
        work.drop(request.kind, request.id);
        return null;
      case 'load':
        if (request.saved === null) work.clear();
        else work.load(request.saved);
        return null;
      case 'keep-only':
        work.keepOnly(request.ids);
        return null;
      case 'compare':
        return work.compare(request.input.ids, request.input.prints);
      case 'save':
        return work.save();
      case 'settle':
        return work.count;
      case 'search':
        return work.search(request.input.query, request.input.kinds, request.input.most);
    }
  }
}

/** A broken request of the names, without words of anybody's. */
export class NamesBroke extends Error {
  constructor(what: string, options?: ErrorOptions) {
    super(`The names broke off: ${what}`, options);
    this.name = what;
  }
}

/** The near side of a keeper: sends, and hands answers to who waits for them. */
class Correspondence implements NamesKeeper {
  #turn = 0;
  #endedBy: Error | undefined;
  readonly #waiting = new Map<number, { resolve: (output: never) => void; reject: (cause: Error) => void }>();

  constructor(
    private readonly send: (request: NamesRequest, moved: readonly ArrayBuffer[]) => void,
    private readonly endThread: () => void,
  ) {}

  add(bytes: Uint8Array<ArrayBuffer>, ends: Uint32Array<ArrayBuffer>): void {
    this.send({ ask: 'take', bytes, ends }, [bytes.buffer, ends.buffer]);
  }

  drop(kind: SearchedKind, id: RecordId): void {
    this.send({ ask: 'drop', kind, id }, []);
  }

  load(saved: Uint8Array | null): void {
    this.send({ ask: 'load', saved }, []);
  }

  keepOnly(ids: ReadonlySet<RecordId>): void {
    this.send({ ask: 'keep-only', ids }, []);
  }

  ask<Q extends keyof Asked>(question: Q, input: Asked[Q]['input']): Promise<Asked[Q]['output']> {
    if (this.#endedBy !== undefined) return Promise.reject(this.#endedBy);
    this.#turn += 1;
    const turn = this.#turn;
    return new Promise((resolve, reject) => {
      this.#waiting.set(turn, { resolve, reject });
      this.send({ ask: question, turn, input } as Question, []);
    });
  }

  get hasEnded(): boolean {
    return this.#endedBy !== undefined;
  }

  take({ turn, output, broke }: NamesAnswer): void {
    const waiting = this.#waiting.get(turn);
    this.#waiting.delete(turn);
    if (broke !== null) waiting?.reject(new NamesBroke(broke));
    // What answers a question is its own output, which the wire carries without a type.
    else waiting?.resolve(output as never);
  }

  end(cause: Error): void {
    this.#endedBy ??= cause;
    for (const { reject } of this.#waiting.values()) reject(cause);
    this.#waiting.clear();
  }

  close(): void {
    this.end(new NamesBroke('Closed'));
    this.endThread();
  }
}

/** Keeps the names in a thread of their own, so that neither making keys nor looking them up holds up the window. */
export function threadedNames(threadFile: string): NamesKeeper {
  const thread = new Worker(threadFile, { workerData: 'names' });
  const letters = new Correspondence(
    (request, moved) => {
      thread.postMessage(request, [...moved]);
    },
    () => void thread.terminate(),
  );
  thread.on('message', (answer: NamesAnswer) => {
    letters.take(answer);
  });
  thread.on('error', (cause) => {
    letters.end(new NamesBroke('Thread', { cause }));
  });
  thread.on('exit', () => {
    letters.end(new NamesBroke('Thread'));
  });
  // Nobody waits for it at the end of the program.
  thread.unref();
  return letters;
}

/** The same, here. */
export function namesHere(): NamesKeeper {
  const queue = makePrint().then(
    (print) =>
      new NamesQueue(print, (answer) => {
        letters.take(answer);
      }),
  );
  const letters = new Correspondence(
    (request) => {
      void queue.then((ready) => {
        ready.ask(request);
      });
    },
    () => undefined,
  );
  return letters;
}
