import { afterEach, describe, expect, it } from '@jest/globals';
import { begin, startSession } from './support/session';
import type { Session } from './support/session';

let session: Session;
afterEach(async () => {
  await session.close();
  session.removeUserData();
});

const boundsOf = ({ app }: Session): Promise<{ width: number; height: number; x: number; y: number }> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getBounds());

describe('the window', () => {
  it('comes back where and as large as it was left, in the colours that were chosen', async () => {
    session = await startSession();
    await begin(session, 'Chan Tai-man', 'Start empty');
    await session.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]!.setBounds({ x: 60, y: 40, width: 1100, height: 720 }),
    );
    const left = await boundsOf(session);
    await session.page.getByRole('link', { name: 'Settings' }).click();
    await session.page.getByText('Dark', { exact: true }).click();
    await session.page.locator('html[data-mantine-color-scheme="dark"]').waitFor({ state: 'attached' });
    await session.app.close();

    session = await startSession({ userDataDir: session.userDataDir });
    await session.page.getByRole('navigation', { name: 'Main' }).waitFor();
    expect(await boundsOf(session)).toEqual(left);
    await session.page.locator('html[data-mantine-color-scheme="dark"]').waitFor({ state: 'attached' });
  });

  it('has a menu whose commands do what they say', async () => {
    session = await startSession();
    await begin(session, 'Chan Tai-man', 'Start empty');
    const choose = (menu: string, entry: string): Promise<void> =>
      session.app.evaluate(
        ({ Menu }, path) => {
          const top = Menu.getApplicationMenu()!.items.find(({ label }) => label.replace('&', '') === path.menu);
          const item = top?.submenu?.items.find(({ label }) => label.replace('&', '').startsWith(path.entry));
          if (item === undefined) throw new Error(`There is no ${path.menu}, ${path.entry}`);
          // Electron types it as any function; it is called as the menu itself calls it.
          (item.click as () => void)();
        },
        { menu, entry },
      );
    await choose('Go', 'Organisations');
    await session.page.getByRole('heading', { level: 1, name: 'Organisations' }).waitFor();
    await choose('File', 'New Trip');
    await session.page.getByRole('dialog', { name: 'New trip' }).waitFor();
    await session.keyboard.press('Escape');
    await choose('Help', 'Keyboard Shortcuts');
    await session.page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  });

  it('stays open over a form with unsaved input until that is thrown away', async () => {
    session = await startSession();
    await begin(session, 'Chan Tai-man', 'Start empty');
    const { app, page } = session;
    const closeWindow = (): Promise<void> =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close());
    await page.getByRole('link', { name: 'Trips' }).click();
    await page.getByRole('button', { name: 'New trip' }).first().click();
    await page.getByRole('textbox', { name: 'Title, English' }).fill('Not saved yet');
    await closeWindow();
    await page.getByRole('button', { name: 'Throw away' }).click();
    await page.getByRole('dialog', { name: 'New trip' }).waitFor({ state: 'detached' });
    const ended = app.waitForEvent('close');
    await closeWindow();
    await ended;
  });

  it('reaches no network and opens no other window', async () => {
    session = await startSession();
    await begin(session, 'Chan Tai-man', 'Start empty');
    const fetched = await session.page.evaluate(() =>
      fetch('https://example.com/').then(
        () => 'answered',
        () => 'refused',
      ),
    );
    expect(fetched).toBe('refused');
    const opened = await session.page.evaluate(() => window.open('https://example.com/') === null);
    expect(opened).toBe(true);
  });
});
