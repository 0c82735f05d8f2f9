import { describe, expect, it } from '@jest/globals';
import { keepBackupJobs } from '@main/services/backup-jobs';
import type { AppEvent } from '@shared/ipc/events';
import { failed, success } from '@shared/result';

describe('a job with the backups', () => {
  it('tells the window how far it is, but not at every record', async () => {
    const told: AppEvent[] = [];
    const jobs = keepBackupJobs((event) => told.push(event));
    await jobs.run('job', ({ onProgress }) => {
      for (let step = 1; step <= 10_000; step += 1) onProgress(step / 10_000);
      return Promise.resolve(success(undefined));
    });
    expect(told.length).toBeLessThanOrEqual(100);
    expect(told.at(-1)).toMatchObject({ kind: 'backups:progress', jobId: 'job' });
  });

  it('stops when it is cancelled by its own name, and by no other', async () => {
    const jobs = keepBackupJobs(() => undefined);
    const running = jobs.run(
      'job',
      ({ signal }) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => resolve(failed({ code: 'cancelled' })));
        }),
    );
    jobs.cancel('another');
    jobs.cancel('job');
    expect(await running).toEqual({ ok: false, failure: { code: 'cancelled' } });
    jobs.cancel('job');
  });
});
