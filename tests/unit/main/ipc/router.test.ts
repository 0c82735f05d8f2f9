import { describe, expect, it } from '@jest/globals';
import { answerCalls } from '@main/ipc/router';
import type { Answers, Handlers } from '@main/ipc/router';
import { success } from '@shared/result';

const mainFrame = { url: 'app://attache/index.html' };
const ownPage = { mainFrame };
const nothingFound = { groups: [], recent: [], isComplete: true };

/** The wire with nothing behind it but these handlers; calls come from the window's own page unless told otherwise. */
function wire(handlers: Partial<Handlers> | (() => Answers), broken: unknown[] = []) {
  const answersNow = typeof handlers === 'function' ? handlers : () => ({ handlers });
  type Listener = (event: unknown, ...args: unknown[]) => unknown;
  let listener: Listener | undefined;
  answerCalls({ handle: (_name: string, given: unknown) => (listener = given as Listener) }, answersNow, {
    trusted: () => ownPage as never,
    isOwnPage: (url) => url.startsWith('app://attache/'),
    onBroken: (channel, cause) => broken.push([channel, cause]),
  });
  return (channel: unknown, input: unknown, event: unknown = { sender: ownPage, senderFrame: mainFrame }) =>
    Promise.resolve(listener?.(event, channel, input));
}

describe('the border between the processes', () => {
  it('gives a handler its parsed input and the caller its answer', async () => {
    const call = wire({
      'search:all': ({ text }) => success({ groups: [], recent: [{ title: text } as never], isComplete: true }),
    });
    expect(await call('search:all', { text: 'Hangzhou' })).toMatchObject({
      ok: true,
      value: { recent: [{ title: 'Hangzhou' }] },
    });
  });

  it('answers wrong input with what is wrong, without calling the handler', async () => {
    let calls = 0;
    const call = wire({
      'trips:create': () => {
        calls += 1;
        return success({} as never);
      },
    });
    expect(await call('trips:create', { fields: { firstDay: '2026-02-30' } })).toMatchObject({
      ok: false,
      failure: {
        code: 'invalid-input',
        issues: expect.arrayContaining([{ path: 'fields.firstDay', code: 'not-a-date' }]),
      },
    });
    expect(await call('trips:create', undefined)).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
    expect(calls).toBe(0);
  });

  it.each(['trips:nothing', '__proto__', 'toString', 42, null])('does not know the channel %p', async (channel) => {
    expect(await wire({})(channel, {})).toMatchObject({ ok: false, failure: { code: 'unknown-channel' } });
  });

  it('does not answer another page, a frame within the page, or a page that went elsewhere', async () => {
    const call = wire({ 'search:all': () => success(nothingFound) });
    const strangers = [
      { sender: { mainFrame }, senderFrame: mainFrame },
      { sender: ownPage, senderFrame: { url: 'app://attache/index.html' } },
      { sender: ownPage, senderFrame: null },
    ];
    for (const event of strangers) {
      expect(await call('search:all', { text: 'x' }, event)).toEqual({ ok: false, failure: { code: 'forbidden' } });
    }
    mainFrame.url = 'https://example.com/';
    expect(await call('search:all', { text: 'x' })).toEqual({ ok: false, failure: { code: 'forbidden' } });
    mainFrame.url = 'app://attache/index.html';
  });

  it('tells a thrown error to the process and not to the window', async () => {
    const broken: unknown[] = [];
    const cause = new Error('secret words');
    const call = wire(
      {
        'search:all': () => {
          throw cause;
        },
      },
      broken,
    );
    expect(await call('search:all', { text: 'x' })).toEqual({ ok: false, failure: { code: 'internal' } });
    expect(broken).toEqual([['search:all', cause]]);
  });

  it('asks at each call who answers now, and lets a locked folder say so', async () => {
    let answers: Answers = { handlers: { 'search:all': () => success(nothingFound) } };
    const call = wire(() => answers);
    expect(await call('search:all', { text: 'x' })).toEqual({ ok: true, value: nothingFound });
    answers = { handlers: {}, otherwise: { code: 'locked' } };
    expect(await call('search:all', { text: 'x' })).toEqual({ ok: false, failure: { code: 'locked' } });
    expect(await call('trips:nothing', {})).toMatchObject({ ok: false, failure: { code: 'unknown-channel' } });
  });
});
