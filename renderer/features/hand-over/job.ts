import { useSyncExternalStore } from 'react';
import type { Result } from '@shared/result';
import { listenToMain, request } from '../../lib/ipc';

interface Job {
  readonly id: string;
  /** From 0 to 1. */
  readonly done: number;
}

/** What is being written, looked at or taken in: one thing at a time. */
let job: Job | null = null;
const watchers = new Set<() => void>();

function set(next: Job | null): void {
  job = next;
  for (const watcher of [...watchers]) watcher();
}

/** Does something that can be followed and cancelled. */
export async function runJob<V>(task: (jobId: string) => Promise<Result<V>>): Promise<Result<V>> {
  const id = crypto.randomUUID();
  set({ id, done: 0 });
  const stopListening = listenToMain((event) => {
    if (event.kind === 'hand-over:progress' && event.jobId === id) set({ id, done: event.done });
  });
  try {
    return await task(id);
  } finally {
    stopListening();
    set(null);
  }
}

/** Stops what is being done. */
export function cancelJob(): void {
  if (job !== null) void request('hand-over:cancel', { jobId: job.id });
}

export function useJob(): Job | null {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => job,
  );
}
