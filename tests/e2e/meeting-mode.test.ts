import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { begin, startSession } from './support/session';
import type { Session } from './support/session';

const titleNow = 'Meeting with Panda Robotics (sample)';
const titleNext = 'Working lunch with Panda Robotics (sample)';

/** Plans a visit that is on today, with a meeting that began 25 minutes ago and one that begins in 50 minutes. */
async function planAroundNow(page: Page): Promise<void> {
  await page.evaluate(
    async ([now, next]) => {
      const zone = 'Asia/Shanghai';
      const made = async (channel: string, fields: object): Promise<{ id: string }> => {
        const answer = await window.attache.call(channel, { fields });
        if (!answer.ok) throw new Error(`${channel}: ${answer.failure.code}`);
        return answer.value as { id: string };
      };
      const clockAt = (moment: number): { day: string; time: string } => {
        const parts = new Intl.DateTimeFormat('en-CA', {
          timeZone: zone,
          hourCycle: 'h23',
          ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
        }).formatToParts(moment);
        const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
        return { day: `${of('year')}-${of('month')}-${of('day')}`, time: `${of('hour')}:${of('minute')}` };
      };
      const english = (en: string): object => ({ en, zhHant: '', zhHans: '' });
      const spanOf = (from: number, to: number): object => {
        const [start, end] = [from, to].map((minutes) => clockAt(Date.now() + minutes * 60_000));
        const endDay = start?.day === end?.day ? null : end?.day;
        return { day: start?.day, start: start?.time, end: end?.time, endDay, zone };
      };
      const trip = await made('trips:create', {
        title: english('Visit to Chengdu (sample)'),
        firstDay: clockAt(Date.now() - 86_400_000).day,
        lastDay: clockAt(Date.now() + 86_400_000).day,
      });
      const panda = await made('organisations:create', { legalName: english('Panda Robotics (sample)') });
      const planned = { tripId: trip.id, hostOrganisationId: panda.id, talkingPoints: '1. A laboratory in Hong Kong' };
      await made('itinerary:create', { ...planned, title: english(now ?? ''), ...spanOf(-25, 35) });
      await made('itinerary:create', { ...planned, title: english(next ?? ''), ...spanOf(50, 110) });
    },
    [titleNow, titleNext],
  );
}

const countOf = (page: Page, channel: string): Promise<number> =>
  page.evaluate(async (name) => {
    const answer = await window.attache.call(name, {});
    return answer.ok ? (answer.value as unknown[]).length : -1;
  }, channel);

describe('meeting mode', () => {
  let session: Session;
  beforeAll(async () => {
    session = await startSession();
    await begin(session, 'Ada Lovelace (sample)', 'Start empty');
    await planAroundNow(session.page);
  });
  afterAll(() => session.close());

  it('is one key away from anywhere, alone in the window, and makes one meeting however often it is pressed', async () => {
    const { page, keyboard } = session;
    await keyboard.press('Control+1');
    await page.getByText('On now').waitFor();
    await keyboard.press('F8', 'F8', 'F8');
    await page.getByRole('heading', { level: 1, name: titleNow }).waitFor();
    await keyboard.isOn(page.getByRole('textbox', { name: 'Your notes' }));
    expect(await page.getByRole('navigation', { name: 'Main' }).isVisible()).toBe(false);
    await page.getByText('1. A laboratory in Hong Kong').waitFor();
    expect(await countOf(page, 'meetings:list')).toBe(1);
  });

  it('writes somebody down in one line, and the caret is back in the note', async () => {
    const { page, keyboard } = session;
    await keyboard.type('They ask for a desk');
    await keyboard.press('F9');
    const form = page.getByRole('dialog', { name: 'Write somebody down' });
    await keyboard.isOn(form.getByRole('textbox', { name: /^One line/ }));
    await page.keyboard.insertText('陳大文 David Chan, CTO, 雲深科技, 138 0000 0000, wechat: dwchan');
    await form.getByText('New, will be made').waitFor();
    expect(await form.getByRole('textbox', { name: 'WeChat', exact: true }).inputValue()).toBe('dwchan');
    await keyboard.press('Enter');
    await form.waitFor({ state: 'hidden' });
    await page
      .getByRole('region', { name: /Across the table/ })
      .getByText('David Chan')
      .waitFor();
    await keyboard.isOn(page.getByRole('textbox', { name: 'Your notes' }));
    await keyboard.type(' until spring');
    await page.getByText('They ask for a desk until spring').waitFor();
    expect(await countOf(page, 'organisations:list')).toBe(2);
    expect(await countOf(page, 'affiliations:list')).toBe(1);
  });

  it('keeps the line of a capture that was closed, and one undo takes all of a capture back', async () => {
    const { page, keyboard } = session;
    const form = page.getByRole('dialog', { name: 'Write somebody down' });
    await keyboard.press('F9');
    await keyboard.isOn(form.getByRole('textbox', { name: /^One line/ }));
    await page.keyboard.insertText('Grace Hopper, Admiral');
    await keyboard.press('Escape');
    await form.waitFor({ state: 'hidden' });
    await keyboard.press('F9');
    await keyboard.isOn(form.getByRole('textbox', { name: /^One line/ }));
    expect(await form.getByRole('textbox', { name: /^One line/ }).inputValue()).toBe('Grace Hopper, Admiral');
    await keyboard.press('Enter');
    await form.waitFor({ state: 'hidden' });
    const theirs = page.getByRole('region', { name: /Across the table/ });
    await theirs.getByText('Grace Hopper').waitFor();
    const notice = page.getByRole('status').filter({ hasText: 'Grace Hopper is written down' });
    await notice.getByRole('button', { name: 'Undo' }).click();
    await theirs.getByText('Grace Hopper').waitFor({ state: 'detached' });
    expect(await countOf(page, 'people:list')).toBe(2);
  });

  it('is left by Escape, but not by one that ends a composition, and nothing is lost', async () => {
    const { page, keyboard } = session;
    const note = page.getByRole('textbox', { name: 'Your notes' });
    await note.focus();
    await keyboard.press('Control+End');
    const input = await page.context().newCDPSession(page);
    await input.send('Input.imeSetComposition', { text: 'ni', selectionStart: 2, selectionEnd: 2 });
    await keyboard.press('Escape', 'Escape');
    await page.getByRole('heading', { level: 1, name: titleNow }).waitFor();
    await input.send('Input.insertText', { text: '你好' });
    await page.getByText('They ask for a desk until spring你好').waitFor();
    await keyboard.press('Escape');
    await page.getByText('Press Esc once more to leave meeting mode').waitFor();
    await keyboard.press('Escape');
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
    await keyboard.press('F8');
    await page.getByText('They ask for a desk until spring你好').waitFor();
  });

  it('goes to the next meeting and back by key, each with its own note', async () => {
    const { page, keyboard } = session;
    await keyboard.press('Control+PageDown');
    await page.getByRole('heading', { level: 1, name: titleNext }).waitFor();
    await keyboard.isOn(page.getByRole('textbox', { name: 'Your notes' }));
    expect(await page.getByText('They ask for a desk').isVisible()).toBe(false);
    await keyboard.press('Control+PageUp');
    await page.getByText('They ask for a desk until spring你好').waitFor();
  });

  it('is one key away from a half-filled form too, whose words are there again afterwards', async () => {
    const { page, keyboard } = session;
    await keyboard.press('Escape', 'Escape');
    await page.getByRole('navigation', { name: 'Main' }).waitFor();
    await keyboard.press('Control+Shift+F');
    const form = page.getByRole('dialog', { name: 'New follow-up' });
    await form.getByLabel('What is to be done').first().fill('Ask for the lease terms');
    await keyboard.press('F9');
    const capture = page.getByRole('dialog', { name: 'Write somebody down' });
    await keyboard.isOn(capture.getByRole('textbox', { name: /^One line/ }));
    await keyboard.press('Escape');
    await capture.waitFor({ state: 'detached' });
    await form.waitFor();
    await keyboard.press('F8');
    await page.getByRole('heading', { level: 1, name: titleNow }).waitFor();
    expect(await form.isVisible()).toBe(false);
    await keyboard.press('Escape', 'Escape');
    await page.getByRole('region', { name: 'Your unsaved input was kept' }).waitFor();
    await keyboard.press('Control+Shift+F');
    expect(await form.getByLabel('What is to be done').first().inputValue()).toBe('Ask for the lease terms');
    await keyboard.press('Control+Enter');
    await form.waitFor({ state: 'detached' });
    await page.getByRole('region', { name: 'Your unsaved input was kept' }).waitFor({ state: 'detached' });
  });

  it('does all that without an error in the window', () => {
    expect(session.problems).toEqual([]);
  });
});

describe('meeting mode without a programme', () => {
  let session: Session;
  beforeAll(async () => {
    session = await startSession();
    await begin(session, 'Ada Lovelace (sample)', 'Start empty');
  });
  afterAll(() => session.close());

  it('says that nothing is on, and begins a meeting that nobody planned', async () => {
    const { page, keyboard } = session;
    await keyboard.press('F8');
    await page.getByRole('heading', { name: 'No meeting is on now' }).waitFor();
    await keyboard.isOn(page.getByRole('button', { name: 'Begin a meeting now' }));
    await keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'What is it about?' }).waitFor();
    await keyboard.isOn(page.getByRole('textbox', { name: 'Your notes' }));
    await keyboard.fill(page.getByRole('textbox', { name: 'What is it about?' }), '与熊猫机器人通话');
    await page
      .getByText(/^Saved \d/)
      .first()
      .waitFor();
    await keyboard.press('Escape', 'Escape');
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
    await keyboard.press('F8');
    await page.getByRole('heading', { level: 1, name: '与熊猫机器人通话' }).waitFor();
    expect(await countOf(page, 'meetings:list')).toBe(1);
  });
});
