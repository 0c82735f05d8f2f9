import { failed, success } from '@shared/result';
import type { ReportJobs } from '../services/report-jobs';
import type { FileDesk } from './file-desk';
import type { Handlers } from './router';

type ReportChannel = 'report:make' | 'report:cancel' | 'report:save' | 'report:open';

export function reportHandlers(jobs: ReportJobs, desk: FileDesk): Pick<Handlers, ReportChannel> {
  return {
    'report:make': ({ jobId, tripId, isWithSensitive }) => jobs.make(jobId, tripId, isWithSensitive),
    'report:cancel': ({ jobId }) => {
      jobs.cancel(jobId);
      return success(undefined);
    },
    'report:save': ({ jobId }) => {
      const report = jobs.made(jobId);
      return report === undefined
        ? failed({ code: 'not-found', type: 'report', id: jobId })
        : desk.saveReport(report.fileName, report.pdf);
    },
    'report:open': ({ path }) => desk.openSavedReport(path),
  };
}
