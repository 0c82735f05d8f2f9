import { useSyncExternalStore } from 'react';
import type { AppEvent } from '@shared/ipc/events';
import type { Result } from '@shared/result';
import { listenToMain, request } from '../../lib/ipc';

export type BackupWork = 'making' | 'restoring' | 'copying';

export interface BackupJob {
  readonly id: string;
  readonly work: BackupWork;
  /** From 0 to 1. */
  readonly done: number;
  /** It takes long enough for a person to wonder. */
  readonly isSlow: boolean;
}

const slowAfterMilliseconds = 700;

/** What is being done with the backups: one thing at a time, whatever screen the person is on meanwhile. */
let job: BackupJob | null = null;
const watchers = new Set<() => void>();

function set(next: BackupJob | null): void {
  job = next;
  for (const watcher of [...watchers]) watcher();
}

/** Does something with the backups, which can be followed and cancelled; undefined while something else is being done. */
export async function runBackupJob<V>(
  work: BackupWork,
  task: (jobId: string) => Promise<Result<V>>,
): Promise<Result<V> | undefined> {
  if (job !== null) return undefined;
  const id = crypto.randomUUID();
  set({ id, work, done: 0, isSlow: false });
  const timer = setTimeout(() => {
    if (job?.id === id) set({ ...job, isSlow: true });
  }, slowAfterMilliseconds);
  const stopListening = listenToMain((event: AppEvent) => {
    if (event.kind === 'backups:progress' && event.jobId === job?.id) set({ ...job, done: event.done });
  });
  try {
    return await task(id);
  } finally {
    clearTimeout(timer);
    stopListening();
    set(null);
  }
}

/** Stops what is being done. */
export function cancelBackupJob(): void {
  if (job !== null) void request('backups:cancel', { jobId: job.id });
}

export function useBackupJob(): BackupJob | null {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => job,
  );
}
