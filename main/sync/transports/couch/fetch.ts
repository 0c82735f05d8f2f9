/** The part of `fetch` that is used here: Electron's and Node's both have it. */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchAnswer>;

export type Bytes = Uint8Array<ArrayBuffer>;

export interface FetchInit {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: Bytes;
  /** What carries a password follows nobody's word to another place. */
  readonly redirect: 'manual';
  /** The system's own cookies stay out of it. */
  readonly credentials: 'omit';
  readonly signal: AbortSignal;
}

export interface FetchAnswer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: AnswerBody | null;
}

interface AnswerBody {
  getReader(): {
    read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
    cancel(): Promise<void>;
  };
}

/** How long a server may take, and how much it may say. Milliseconds and bytes. */
export interface Limits {
  /** Until an answer begins, once everything was sent. */
  readonly answer: number;
  /** The slowest line that a large request is waited for, in bytes a second. */
  readonly slowest: number;
  /** Between two pieces of an answer. */
  readonly stall: number;
  /** From the beginning of an answer to its end. */
  readonly whole: number;
  readonly wholeFile: number;
  readonly mostBytes: number;
  readonly mostFileBytes: number;
}

export const usualLimits: Limits = {
  answer: 45_000,
  slowest: 4_000,
  stall: 30_000,
  whole: 10 * 60_000,
  wholeFile: 2 * 60 * 60_000,
  mostBytes: 64_000_000,
  mostFileBytes: 1_000_000_000,
};
