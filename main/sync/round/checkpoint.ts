import { z } from 'zod';
import { isRevision } from '@shared/domain/revision';
import { typeIn } from '../synced-record';

/** How far a round came that ended well. */
const checkpointSchema = z.object({
  session: z.string().max(100),
  /** The peer's place up to which everything was taken in; null for none. */
  pulled: z.string().max(100_000).nullable(),
  /** The device's count of changes up to which everything was sent. */
  pushed: z.int().min(0),
});
export type Checkpoint = z.infer<typeof checkpointSchema>;

const namedSchema = z.object({
  key: z.string().refine((key) => typeIn(key) !== null),
  revs: z.array(z.string().refine(isRevision)),
});

/** What a device remembers of a peer. */
const rememberedSchema = z.object({
  instance: z.string(),
  identity: z.string(),
  /** The last rounds, the newest first. */
  sessions: z.array(checkpointSchema),
  /** Records that are to be offered again: the peer would not take something of theirs. */
  refused: z.array(namedSchema),
  /** Leaves that could not be read, or that wait for one that could not be: they are asked for again. */
  again: z.array(namedSchema),
});
export type Remembered = z.infer<typeof rememberedSchema>;

/** What the peer keeps for a device. */
const keptThereSchema = z.object({ sessions: z.array(checkpointSchema).max(100) });

const mostSessions = 20;

/** From where a round goes on. */
export interface Beginning {
  readonly pulled: string | null;
  readonly pushed: number;
  readonly refused: Remembered['refused'];
  readonly again: Remembered['again'];
  readonly sessions: readonly Checkpoint[];
}

const fromNothing: Beginning = { pulled: null, pushed: 0, refused: [], again: [], sessions: [] };

/**
 * The last round that both sides know of is where they go on. A peer that was made anew or put back, a device that was
 * put back or copied: each shows itself as a round that only one side remembers. Where none is common, everything is
 * compared.
 */
export function beginningOf(here: unknown, there: unknown, now: { instance: string; identity: string }): Beginning {
  const mine = rememberedSchema.safeParse(here);
  const theirs = keptThereSchema.safeParse(there);
  if (!mine.success || mine.data.instance !== now.instance || mine.data.identity !== now.identity) return fromNothing;
  const { sessions, refused, again } = mine.data;
  const known = new Set(theirs.success ? theirs.data.sessions.map(({ session }) => session) : []);
  const at = sessions.findIndex(({ session }) => known.has(session));
  const common = sessions[at];
  if (common === undefined) return { ...fromNothing, refused, again };
  return { pulled: common.pulled, pushed: common.pushed, refused, again, sessions: sessions.slice(at) };
}

/** The rounds that are remembered after one more. */
export function withSession(sessions: readonly Checkpoint[], last: Checkpoint): Checkpoint[] {
  return [last, ...sessions].slice(0, mostSessions);
}
