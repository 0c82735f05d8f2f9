import type { DocumentChoices } from '@shared/documents/choices';
import type { RecordId } from '@shared/domain/values';
import type { MadeDocument } from '@shared/ipc/document-channels';
import type { AppEvent } from '@shared/ipc/events';
import { failed } from '@shared/result';
import type { Result } from '@shared/result';
import { TookTooLong } from '../../export/print/time-limit';

export type MakingStage = Extract<AppEvent, { kind: 'documents:progress' }>['stage'];

/** How a job is stopped, and how it says how far it is. */
export interface JobOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (stage: MakingStage, done: number) => void;
}

/** Makes the pages of a document; it stops when the signal says so and then answers `cancelled`. */
export type MakePages = (
  tripId: RecordId,
  choices: DocumentChoices,
  options: JobOptions,
) => Promise<Result<MadeDocument>>;

export interface DocumentJobs {
  make(jobId: RecordId, tripId: RecordId, choices: DocumentChoices): Promise<Result<MadeDocument>>;
  /** Other work that is stopped, and says how far it is, in the same way. */
  run<T>(jobId: RecordId, work: (options: JobOptions) => Promise<Result<T>>): Promise<Result<T>>;
  cancel(jobId: RecordId): void;
  /** The document that a job made, while it is the last one: only that is kept. */
  made(jobId: RecordId): MadeDocument | undefined;
}

/** Does one job at a time: a new one cancels the one before. */
export function keepDocumentJobs(
  makePages: MakePages,
  tell: (event: AppEvent) => void,
  onBroken: (cause: unknown) => void,
): DocumentJobs {
  let running: { jobId: RecordId; stop: AbortController } | undefined;
  let last: { jobId: RecordId; document: MadeDocument } | undefined;
  const run: DocumentJobs['run'] = async (jobId, work) => {
    running?.stop.abort();
    const job = { jobId, stop: new AbortController() };
    running = job;
    const { signal } = job.stop;
    const onProgress: JobOptions['onProgress'] = (stage, done) => {
      tell({ kind: 'documents:progress', jobId, stage, done });
    };
    const done = await work({ signal, onProgress }).catch((cause: unknown) => {
      // A page that dies while it is printed is the document's misfortune and nobody else's.
      if (!signal.aborted) onBroken(cause);
      return failed(
        cause instanceof TookTooLong
          ? { code: 'print-took-too-long', minutes: Math.ceil(cause.limitMs / 60_000) }
          : { code: 'cannot-print' },
      );
    });
    if (running === job) running = undefined;
    return signal.aborted ? failed({ code: 'cancelled' }) : done;
  };
  return {
    run,
    async make(jobId, tripId, choices) {
      const document = await run(jobId, (options) => makePages(tripId, choices, options));
      if (document.ok) last = { jobId, document: document.value };
      return document;
    },
    cancel(jobId) {
      if (running?.jobId === jobId) running.stop.abort();
    },
    made: (jobId) => (last?.jobId === jobId ? last.document : undefined),
  };
}
