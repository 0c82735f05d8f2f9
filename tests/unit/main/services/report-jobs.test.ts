import { describe, expect, it } from '@jest/globals';
import { keepReportJobs } from '@main/services/report-jobs';
import type { MakeReport } from '@main/services/report-jobs';
import type { AppEvent } from '@shared/ipc/events';
import { failed, success } from '@shared/result';
import { nextId } from '../../../builders/records';

const report = { pdf: new Uint8Array([37]), pages: 1, fileName: 'report.pdf', leftOut: 0 };

/** A press that waits until it is stopped or told to finish. */
function slowPress(): { make: MakeReport; finish: () => void } {
  let finish: () => void = () => undefined;
  const make: MakeReport = (_tripId, { signal, onProgress }) =>
    new Promise((resolve) => {
      onProgress('printing', 0.5);
      signal.addEventListener('abort', () => resolve(failed({ code: 'cancelled' })));
      finish = () => resolve(success(report));
    });
  return { make, finish: () => finish() };
}

describe('report jobs', () => {
  it('tell of their progress and keep the last report', async () => {
    const told: AppEvent[] = [];
    const press = slowPress();
    const jobs = keepReportJobs(
      press.make,
      (event) => told.push(event),
      () => undefined,
    );
    const jobId = nextId();
    const made = jobs.make(jobId, nextId());
    press.finish();
    expect(await made).toEqual(success(report));
    expect(told).toEqual([{ kind: 'report:progress', jobId, stage: 'printing', done: 0.5 }]);
    expect(jobs.made(jobId)).toBe(report);
    expect(jobs.made(nextId())).toBeUndefined();
  });

  it('are cancelled by their own id only, and by the next job', async () => {
    const jobs = keepReportJobs(
      slowPress().make,
      () => undefined,
      () => undefined,
    );
    const [first, second] = [nextId(), nextId()];
    const made = jobs.make(first, nextId());
    jobs.cancel(second);
    const next = jobs.make(second, nextId());
    expect(await made).toEqual(failed({ code: 'cancelled' }));
    jobs.cancel(second);
    expect(await next).toEqual(failed({ code: 'cancelled' }));
    expect(jobs.made(first)).toBeUndefined();
  });

  it('say that a press which broke down could not print, and tell the process why', async () => {
    const broken: unknown[] = [];
    const cause = new Error('The page died.');
    const jobs = keepReportJobs(
      () => Promise.reject(cause),
      () => undefined,
      (each) => broken.push(each),
    );
    expect(await jobs.make(nextId(), nextId())).toEqual(failed({ code: 'cannot-print' }));
    expect(broken).toEqual([cause]);
  });
});
