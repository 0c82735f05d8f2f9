import type { PlannedChange } from '../planned-changes';
import type { SampleRecord } from '../sample-records';

export const storeNames = ['attache', 'locked', 'sqlite', 'nedb', 'pouchdb', 'lowdb'] as const;
export type StoreName = (typeof storeNames)[number];

/** The records of one trip, which is what one transaction takes in. */
export interface SampleGroup {
  readonly group: number;
  readonly records: readonly SampleRecord[];
}

/** A store that takes part. Each does what its own guide says is the ordinary way. */
export interface Contestant {
  /** Opens what is in the folder, or begins there. */
  readonly open: (folder: string) => Promise<OpenContestant>;
}

export interface OpenContestant {
  /** The title of every trip. */
  listTrips(): Promise<string[]>;
  /** The length of a note's text. */
  readNote(id: string): Promise<number>;
  /** Answers when the change is as safe as this store makes it. */
  change(change: PlannedChange): Promise<void>;
  /** Changes of different records that are asked for in one breath. */
  changeTogether(changes: readonly PlannedChange[]): Promise<void>;
  /** Takes in new records: a trip a transaction, where the store has transactions that do not write everything. */
  add(groups: readonly SampleGroup[]): Promise<void>;
  close(): Promise<void>;
}
