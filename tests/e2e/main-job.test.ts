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

describe('the main job of an officer', () => {
  it('is done with the keyboard alone, from the first start to the printed report', async () => {
    session = await startSession();
    const { pdf } = await doMainJob(session);
    const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
    for (const words of [
      job.title,
      job.head,
      job.item,
      job.host,
      job.contact,
      job.outcome,
      job.promise,
      '重慶',
      '希望年底前註冊香港公司',
    ]) {
      expect(text).toContain(words);
    }
    expect(session.problems).toEqual([]);
  });
});
