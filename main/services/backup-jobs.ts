import type { RecordId } from '@shared/domain/values';
import type { AppEvent } from '@shared/ipc/events';
import type { Result } from '@shared/result';

interface Watch {
  readonly signal: AbortSignal;
  /** From 0 to 1. */
  readonly onProgress: (done: number) => void;
}

export interface BackupJobs {
  /** Runs a task under the window's name for it, which then can follow and cancel it. */
  run<V>(jobId: RecordId, task: (watch: Watch) => Promise<Result<V>>): Promise<Result<V>>;
  cancel(jobId: RecordId): void;
}

type JobProgress = 'backups:progress' | 'travel:progress' | 'hand-over:progress';

export function keepBackupJobs(tell: (event: AppEvent) => void, kind: JobProgress = 'backups:progress'): BackupJobs {
  const running = new Map<RecordId, AbortController>();
  return {
    async run(jobId, task) {
      const stop = new AbortController();
      running.set(jobId, stop);
      let told = 0;
      const onProgress = (done: number): void => {
        // A window that is told of each of a hundred thousand records does nothing else.
        if (done < told + 0.01) return;
        told = done;
        tell({ kind, jobId, done });
      };
      try {
        return await task({ signal: stop.signal, onProgress });
      } finally {
        running.delete(jobId);
      }
    },
    cancel: (jobId) => running.get(jobId)?.abort(),
  };
}
