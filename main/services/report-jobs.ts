import type { RecordId } from '@shared/domain/values';
import type { AppEvent } from '@shared/ipc/events';
import type { PrintedReport } from '@shared/ipc/trip-channels';
import { failed } from '@shared/result';
import type { Result } from '@shared/result';

export type ReportStage = Extract<AppEvent, { kind: 'report:progress' }>['stage'];

/** Makes one trip's report; it stops when the signal says so and then answers `cancelled`. */
export type MakeReport = (
  tripId: RecordId,
  options: {
    isWithSensitive: boolean;
    signal: AbortSignal;
    onProgress: (stage: ReportStage, done: number) => void;
  },
) => Promise<Result<PrintedReport>>;

export interface ReportJobs {
  make(jobId: RecordId, tripId: RecordId, isWithSensitive?: boolean): Promise<Result<PrintedReport>>;
  cancel(jobId: RecordId): void;
  /** The report that a job made, while it is the last one: only that is kept. */
  made(jobId: RecordId): PrintedReport | undefined;
}

/** Runs one report at a time: a new one cancels the one before. */
export function keepReportJobs(
  makeReport: MakeReport,
  tell: (event: AppEvent) => void,
  onBroken: (cause: unknown) => void,
): ReportJobs {
  let running: { jobId: RecordId; stop: AbortController } | undefined;
  let last: { jobId: RecordId; report: PrintedReport } | undefined;
  return {
    async make(jobId, tripId, isWithSensitive = false) {
      running?.stop.abort();
      const job = { jobId, stop: new AbortController() };
      running = job;
      const report = await makeReport(tripId, {
        isWithSensitive,
        signal: job.stop.signal,
        onProgress: (stage, done) => {
          tell({ kind: 'report:progress', jobId, stage, done });
        },
      }).catch((cause: unknown) => {
        // A page that dies while it is printed is the report's misfortune and nobody else's.
        onBroken(cause);
        return failed({ code: 'cannot-print' });
      });
      if (running === job) running = undefined;
      if (job.stop.signal.aborted) return failed({ code: 'cancelled' });
      if (report.ok) last = { jobId, report: report.value };
      return report;
    },
    cancel(jobId) {
      if (running?.jobId === jobId) running.stop.abort();
    },
    made: (jobId) => (last?.jobId === jobId ? last.report : undefined),
  };
}
