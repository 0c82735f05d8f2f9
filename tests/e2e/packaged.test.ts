import { afterEach, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { doMainJob, job } from './support/main-job';
import { startSession } from './support/session';
import type { Session } from './support/session';

let session: Session | undefined;
afterEach(async () => {
  await session?.close();
  session = undefined;
});

describe('the packaged app', () => {
  it('does the main job too', async () => {
    session = await startSession({ packaged: true });
    const { pdf } = await doMainJob(session);
    const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
    expect(text).toContain(job.title);
    expect(text).toContain(job.contact);
    expect(session.problems).toEqual([]);
  });
});
