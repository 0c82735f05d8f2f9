import type { SyncState } from '@shared/ipc/sync-channels';

/** No server. */
export const alone: SyncState = {
  server: null,
  round: null,
  upToDateAt: null,
  waiting: 0,
  problem: null,
  heldBack: [],
  unreadable: 0,
  conflicts: 0,
};

/** A server that was reached before now. */
export function joined(changed: Partial<SyncState> = {}): SyncState {
  return { ...alone, server: aServer(), ...changed };
}

export function aServer(changed: Partial<NonNullable<SyncState['server']>> = {}): NonNullable<SyncState['server']> {
  return {
    address: 'https://sync.example/office',
    user: 'may',
    isPasswordKept: true,
    needsPassword: false,
    ...changed,
  };
}
