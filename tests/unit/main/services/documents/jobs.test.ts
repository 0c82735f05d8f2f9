import { describe, expect, it } from '@jest/globals';
import { keepDocumentJobs } from '@main/services/documents/jobs';
import type { MakePages } from '@main/services/documents/jobs';
import { printLimitMs, TookTooLong } from '@main/export/print/time-limit';
import type { AppEvent } from '@shared/ipc/events';
import { usualChoices } from '@shared/documents/choices';
import { failed, success } from '@shared/result';
import { nextId } from '../../../../builders/records';

const choices = usualChoices('report');
const document = {
  pdf: new Uint8Array([37]),
  pages: 1,
  fileName: 'Visit',
  leftOut: { sensitiveLines: 0, restrictedRecords: 0, personalNumbers: 0 },
  placeholders: 0,
  templateGaps: [],
};

/** A press that waits until it is stopped or told to finish. */
function slowPress(): { make: MakePages; finish: () => void } {
  let finish: () => void = () => undefined;
  const make: MakePages = (_tripId, _choices, { signal, onProgress }) =>
    new Promise((resolve) => {
      onProgress('printing', 0.5);
      signal.addEventListener('abort', () => resolve(failed({ code: 'cancelled' })));
      finish = () => resolve(success(document));
    });
  return { make, finish: () => finish() };
}

describe('document jobs', () => {
  it('tell of their progress and keep the last document', async () => {
    const told: AppEvent[] = [];
    const press = slowPress();
    const jobs = keepDocumentJobs(
      press.make,
      (event) => told.push(event),
      () => undefined,
    );
    const jobId = nextId();
    const made = jobs.make(jobId, nextId(), choices);
    press.finish();
    expect(await made).toEqual(success(document));
    expect(told).toEqual([{ kind: 'documents:progress', jobId, stage: 'printing', done: 0.5 }]);
    expect(jobs.made(jobId)).toBe(document);
    expect(jobs.made(nextId())).toBeUndefined();
  });

  it('are cancelled by their own id only, and by the next job', async () => {
    const jobs = keepDocumentJobs(
      slowPress().make,
      () => undefined,
      () => undefined,
    );
    const [first, second] = [nextId(), nextId()];
    const made = jobs.make(first, nextId(), choices);
    jobs.cancel(second);
    const next = jobs.make(second, nextId(), choices);
    expect(await made).toEqual(failed({ code: 'cancelled' }));
    jobs.cancel(second);
    expect(await next).toEqual(failed({ code: 'cancelled' }));
    expect(jobs.made(first)).toBeUndefined();
  });

  it('say that a press which broke down could not print, and tell the process why', async () => {
    const broken: unknown[] = [];
    const cause = new Error('The page died.');
    const jobs = keepDocumentJobs(
      () => Promise.reject(cause),
      () => undefined,
      (each) => broken.push(each),
    );
    expect(await jobs.make(nextId(), nextId(), choices)).toEqual(failed({ code: 'cannot-print' }));
    expect(broken).toEqual([cause]);
  });

  it('say after how many minutes one was given up that took too long', async () => {
    const jobs = keepDocumentJobs(
      () => Promise.reject(new TookTooLong('print', printLimitMs(200))),
      () => undefined,
      () => undefined,
    );
    expect(await jobs.make(nextId(), nextId(), choices)).toEqual(failed({ code: 'print-took-too-long', minutes: 3 }));
  });
});
