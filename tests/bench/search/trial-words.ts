import type { QuestionScript } from './long-texts';

/** What a process of the bench is to do. */
export type TrialOrder =
  | { readonly of: 'attache'; readonly notes: number; readonly folder: string; readonly thread: string }
  | { readonly of: 'names'; readonly names: number; readonly thread: string; readonly pairs: string }
  | { readonly of: 'minisearch' | 'fuse'; readonly notes: number; readonly peers: string; readonly questions: number };

export interface QueryTimes {
  readonly p50: number;
  readonly p99: number;
}

/** Times in milliseconds, sizes in bytes. */
export interface TrialFigures {
  readonly textBytes: number;
  /** Processor time of building, that of the thread with it. */
  readonly buildCpu: number;
  readonly buildTime: number;
  readonly memory: number;
  readonly all: QueryTimes;
  readonly byScript: Partial<Record<QuestionScript, QueryTimes>>;
  readonly update: QueryTimes;
}

export interface AttacheFigures extends TrialFigures {
  /** The longest that the main thread was held up while the index was made, and while questions were answered. */
  readonly longestStall: { readonly building: number; readonly asking: number };
  readonly whileBuilding: QueryTimes;
  readonly sizeOnDisk: number;
  /** From opening until everything can be found, when the index was kept. */
  readonly reopening: number;
  /** Of what a plain scan finds, how much is found; and how many answers named something that it does not. */
  readonly recall: number;
  readonly wrong: number;
}

export interface NamesFigures {
  readonly names: number;
  readonly buildTime: number;
  readonly all: QueryTimes;
  readonly change: QueryTimes;
  /** From each form of a name to each other: the share that is among the first five. */
  readonly pairs: number;
  readonly crossScriptRecall: number;
  /** Some of those that were not found: what was asked, and what was to be found. */
  readonly missed: readonly string[];
}
