import type { Instant } from '@shared/dates';
import type { SyncState } from '@shared/ipc/sync-channels';

/** How it stands with the office's server, in one thing: the one that a person has to know first. */
export type Standing =
  | { readonly kind: 'needs-password' }
  | { readonly kind: 'running'; readonly received: number; readonly sent: number }
  | { readonly kind: 'cannot-reach'; readonly since: Instant }
  | { readonly kind: 'trouble'; readonly since: Instant }
  | { readonly kind: 'never' }
  | { readonly kind: 'held-back'; readonly count: number }
  | { readonly kind: 'waiting'; readonly count: number }
  | { readonly kind: 'up-to-date'; readonly at: Instant };

/** Null while no server is set up. */
export function standingOf(state: SyncState): Standing | null {
  const { server, round, problem, upToDateAt, heldBack, waiting } = state;
  if (server === null) return null;
  if (server.needsPassword) return { kind: 'needs-password' };
  if (round !== null) return { kind: 'running', ...round };
  if (problem !== null) {
    return { kind: problem.code === 'cannot-reach' ? 'cannot-reach' : 'trouble', since: problem.since };
  }
  if (upToDateAt === null) return { kind: 'never' };
  // What the server would not take is not there: it would be a lie to call that up to date.
  if (heldBack.length > 0) return { kind: 'held-back', count: heldBack.length };
  return waiting > 0 ? { kind: 'waiting', count: waiting } : { kind: 'up-to-date', at: upToDateAt };
}
