import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServiceContext } from '@main/services/context';
import { openStore } from '@main/storage/open-store';
import type { Instant } from '@shared/dates';
import { instant, nextId } from './records';

export interface TemporaryStore {
  readonly context: ServiceContext;
  /** Sets the clock that the store and the use cases read. */
  readonly setClock: (now: string) => void;
  readonly remove: () => Promise<void>;
}

/** The real store in a temporary folder, with a clock and ids that a test sets; the officer's person is not made yet. */
export async function aTemporaryStore(now = '2026-03-01T01:30:00.000Z'): Promise<TemporaryStore> {
  let clock: Instant = instant(now);
  const folder = await mkdtemp(join(tmpdir(), 'attache-store-'));
  const opened = await openStore({ folder, clock: () => clock, newId: nextId });
  if (!opened.ok) throw new Error(`The temporary store did not open: ${opened.failure.code}`);
  const { store } = opened.value;
  const me = nextId();
  return {
    context: { store, now: () => clock, newId: nextId, me: () => me },
    setClock: (to) => {
      clock = instant(to);
    },
    remove: async () => {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
