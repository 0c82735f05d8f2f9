import type { StoreName } from './contestants/contestant';
import type { Stall } from './stalls';

/** Which store a process of its own holds, and where. */
export interface TrialPlace {
  readonly store: StoreName;
  readonly folder: string;
  /** How many records. */
  readonly size: number;
  /** Where the libraries of other stores are installed. */
  readonly peers: string;
}

export interface SoakReport {
  /** The longest time for which nothing else could run, by what the store was doing. */
  readonly stalls: Readonly<Record<SoakPhase, Stall>>;
  readonly changes: number;
  readonly compactions: number;
  /** Bytes written for each byte of changed JSON. */
  readonly writeAmplification: number;
  /** Bytes of the folder right after a compaction, without backups, for each byte of JSON in it. */
  readonly diskOverRaw: number;
  /** In bytes. */
  readonly memoryAfterOpening: number;
  readonly memoryPeak: number;
}
export const soakPhases = ['opening', 'reading ahead', 'changes', 'compaction', 'backup'] as const;
export type SoakPhase = (typeof soakPhases)[number];

/** What a process is asked, and what it answers. Times are in milliseconds. */
export interface TrialCalls {
  fill(ask: null): null;
  /** From nothing open to: trips listed, a note read, a change made durable. */
  open(ask: { readonly seed: number }): { readonly usable: number };
  changes(ask: { readonly count: number; readonly seed: number }): { readonly times: readonly number[] };
  together(ask: { readonly count: number; readonly seed: number }): {
    readonly together: number;
    readonly oneByOne: number;
  };
  import(ask: { readonly firstGroup: number; readonly groups: number }): { readonly took: number };
  memory(ask: null): { readonly now: number; readonly peak: number };
  /** Attaché's alone: a new day's changes until compactions and backups have happened. */
  soak(ask: { readonly seed: number; readonly rawBytes: number }): SoakReport;
  close(ask: null): null;
  /** Writes the raw JSON of every record as one file. */
  writeRaw(ask: { readonly file: string }): { readonly bytes: number };
  /** Reads, decodes and parses such a file. */
  parseRaw(ask: { readonly file: string }): { readonly took: number };
}
export type TrialCall = keyof TrialCalls;
export type Ask<C extends TrialCall> = Parameters<TrialCalls[C]>[0];
export type Answer<C extends TrialCall> = ReturnType<TrialCalls[C]>;

export type TrialReply = { readonly answer: unknown } | { readonly broke: string };
