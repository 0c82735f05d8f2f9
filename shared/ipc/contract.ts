import type { z } from 'zod';
import type { RecordType } from '../domain/records';
import { appChannels } from './app-channels';
import { backupChannels } from './backup-channels';
import { documentChannels } from './document-channels';
import { fileChannels } from './file-channels';
import { handOverChannels } from './hand-over-channels';
import { meetingChannels } from './meeting-channels';
import { noteChannels } from './note-channels';
import { recordChannels } from './record-channels';
import { searchChannels } from './search-channels';
import { conflictChannels, newsChannels, syncChannels } from './sync-channels';
import { travelChannels } from './travel-channels';
import { tripChannels } from './trip-channels';
import { vaultChannels } from './vault-channels';

/**
 * One channel: what it takes, what it gives, and the kinds of record whose change makes its answer stale. An answer
 * comes from main and is trusted, so it has a type only; what is taken is parsed at the border.
 */
export interface ChannelSpec {
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  /** Set for a channel that only reads: the renderer keeps its answer until one of these changes. */
  readonly reads?: readonly RecordType[];
}

/** Every channel, written once; handlers, the preload's bridge and the renderer's client follow from it. */
export const contract = {
  ...recordChannels,
  ...tripChannels,
  ...meetingChannels,
  ...noteChannels,
  ...appChannels,
  ...searchChannels,
  ...conflictChannels,
  ...newsChannels,
  ...syncChannels,
  ...handOverChannels,
  ...documentChannels,
  ...fileChannels,
  ...backupChannels,
  ...travelChannels,
  ...vaultChannels,
} as const satisfies Record<string, ChannelSpec>;

export type Contract = typeof contract;
export type Channel = keyof Contract;
export type InputOf<C extends Channel> = z.input<Contract[C]['input']>;
export type ParsedInputOf<C extends Channel> = z.output<Contract[C]['input']>;
export type OutputOf<C extends Channel> = z.output<Contract[C]['output']>;

/** The channels that only read. */
export type QueryChannel = {
  [C in Channel]: Contract[C] extends { reads: readonly RecordType[] } ? C : never;
}[Channel];
