import type { DocumentChoices } from '@shared/documents/choices';
import type { RecordId } from '@shared/domain/values';
import type { MadeDocument } from '@shared/ipc/document-channels';
import type { AppEvent } from '@shared/ipc/events';
import { failed } from '@shared/result';
import type { Result } from '@shared/result';

export type MakingStage = Extract<AppEvent, { kind: 'documents:progress' }>['stage'];

/** Makes the pages of a document; it stops when the signal says so and then answers `cancelled`. */
export type MakePages = (
  tripId: RecordId,
  choices: DocumentChoices,
  options: { signal: AbortSignal; onProgress: (stage: MakingStage, done: number) => void },
) => Promise<Result<MadeDocument>>;

export interface DocumentJobs {
  make(jobId: RecordId, tripId: RecordId, choices: DocumentChoices): Promise<Result<MadeDocument>>;
  cancel(jobId: RecordId): void;
  /** The document that a job made, while it is the last one: only that is kept. */
  made(jobId: RecordId): MadeDocument | undefined;
}

/** Makes one document at a time: a new one cancels the one before. */
export function keepDocumentJobs(
  makePages: MakePages,
  tell: (event: AppEvent) => void,
  onBroken: (cause: unknown) => void,
): DocumentJobs {
  let running: { jobId: RecordId; stop: AbortController } | undefined;
  let last: { jobId: RecordId; document: MadeDocument } | undefined;
  return {
    async make(jobId, tripId, choices) {
      running?.stop.abort();
      const job = { jobId, stop: new AbortController() };
      running = job;
      const document = await makePages(tripId, choices, {
        signal: job.stop.signal,
        onProgress: (stage, done) => {
          tell({ kind: 'documents:progress', jobId, stage, done });
        },
      }).catch((cause: unknown) => {
        // A page that dies while it is printed is the document's misfortune and nobody else's.
        onBroken(cause);
        return failed({ code: 'cannot-print' });
      });
      if (running === job) running = undefined;
      if (job.stop.signal.aborted) return failed({ code: 'cancelled' });
      if (document.ok) last = { jobId, document: document.value };
      return document;
    },
    cancel(jobId) {
      if (running?.jobId === jobId) running.stop.abort();
    },
    made: (jobId) => (last?.jobId === jobId ? last.document : undefined),
  };
}
