import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { begin, startSession } from './support/session';
import type { Session } from './support/session';

const latin = 'Wolfeschlegelsteinhausenbergerdorffvoralternwarengewissenhaf';
const chinese = '杭州江濱創新區人工智能與機器人產業發展促進中心'.repeat(3).slice(0, 60);
const longName = { en: latin, zhHant: chinese, zhHans: chinese };

let session: Session;
beforeAll(async () => {
  session = await startSession();
  await begin(session, 'Chan Tai-man (sample)', 'Explore the sample trip');
  await session.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
  await session.page.evaluate(giveLongNames, longName);
}, 60_000);
afterAll(async () => {
  await session.close();
});

/** Runs in the window: everything of the sample is called by names of sixty characters. */
async function giveLongNames(name: Record<string, string>): Promise<void> {
  interface Listing {
    readonly ok: boolean;
    readonly value: readonly { readonly id: string }[];
  }
  const { attache } = { attache: Reflect.get(window, 'attache') } as {
    attache: { call: (channel: string, input: unknown) => Promise<Listing> };
  };
  const fields = {
    trips: { title: name },
    itinerary: { title: name },
    meetings: { title: name },
    organisations: { legalName: name },
    people: { familyName: name },
    'follow-ups': { title: name['en'] },
  };
  for (const [kind, patch] of Object.entries(fields)) {
    const { value } = await attache.call(`${kind}:list`, {});
    for (const { id } of value) {
      const { ok } = await attache.call(`${kind}:update`, { id, patch });
      if (!ok) throw new Error(`${kind} did not take the long name`);
    }
  }
}

/** Runs in the window: what is wider than its place and cannot be read or reached in any way. */
function lostAtTheEdges(): string[] {
  const lost: string[] = [];
  const wide = document.documentElement.scrollWidth;
  if (wide > innerWidth + 1) lost.push(`the page is ${wide} wide`);
  const moves = (element: Element | null): boolean =>
    element !== null &&
    ((/auto|scroll/.test(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth) ||
      moves(element.parentElement));
  for (const element of document.querySelectorAll('body *')) {
    const style = getComputedStyle(element);
    const { left, right, width, height } = element.getBoundingClientRect();
    if (width <= 2 || height <= 2 || style.visibility === 'hidden' || element.closest('[aria-hidden=true]')) continue;
    const words = (element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40);
    const isCut = /hidden|clip/.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
    if (isCut && element.clientWidth > 0 && style.textOverflow !== 'ellipsis' && words && !element.matches('input')) {
      lost.push(`cut off: ${words}`);
    }
    const isControl = element.matches('button, a[href], input, textarea, [role=combobox], [role=tab]');
    if (isControl && (right > innerWidth + 1 || left < -1) && !moves(element)) lost.push(`outside: ${words}`);
  }
  return lost;
}

async function expectItHolds(screen: string): Promise<void> {
  for (const zoom of [1, 2]) {
    await session.app.evaluate(({ BrowserWindow }, factor) => {
      BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(factor);
    }, zoom);
    await session.page.waitForTimeout(250);
    expect({ screen, zoom, lost: await session.page.evaluate(lostAtTheEdges) }).toEqual({ screen, zoom, lost: [] });
  }
}

describe.each(['English', '繁體中文（香港）', '简体中文'])(
  'the layout in %s, with names of 60 characters',
  (language) => {
    it('loses nothing at the edges of any screen at 100 and 200 % zoom', async () => {
      const { page, keyboard } = session;
      await keyboard.press('Control+Comma');
      await page.getByRole('combobox', { name: /^(Language|語言|语言)$/ }).click();
      await page.getByRole('option', { name: language }).click();
      for (const keys of ['Control+1', 'Control+2', 'Control+3', 'Control+4', 'Control+5', 'Control+Comma']) {
        await keyboard.press(keys);
        await expectItHolds(keys);
      }
      for (const keys of ['Control+Shift+n', 'Control+Shift+f', 'Control+Shift+p', 'Control+Shift+o', 'Control+K']) {
        await keyboard.press(keys);
        await page.getByRole('dialog').waitFor();
        await expectItHolds(keys);
        await keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'hidden' });
      }
      await keyboard.press('Control+2');
      await page.getByRole('row').nth(1).click();
      for (let tab = 1; tab <= 7; tab += 1) {
        await keyboard.press(`Alt+${tab}`);
        await expectItHolds(`tab ${tab}`);
      }
      for (const keys of ['Control+3', 'Control+4']) {
        await keyboard.press(keys);
        await page.getByRole('row').nth(2).click();
        await expectItHolds(`record after ${keys}`);
      }
    }, 60_000);
  },
);
