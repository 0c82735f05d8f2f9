import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { begin, startSession } from '../support/session';
import type { Session } from '../support/session';
import { screens } from './screens';

const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;
const schemes = ['light', 'dark'] as const;

/** Makes the sample trip in the real app, prints its report, and takes pictures of each main screen; answers with the files. */
export async function runDemo({ outputFolder }: { readonly outputFolder: string }): Promise<readonly string[]> {
  const session = await startSession();
  const files: string[] = [];
  try {
    files.push(await pictureOf(session, outputFolder, 'first-start'));
    await begin(session, 'Chan Tai-man 陳大文', 'Explore the sample trip');
    await session.page.getByRole('heading', { level: 1, name: /Duty visit/ }).waitFor();
    files.push(await printReport(session, outputFolder));
    for (const { width, height } of sizes) {
      await session.app.evaluate(
        ({ BrowserWindow }, size) => {
          BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height);
        },
        { width, height },
      );
      for (const screen of screens) {
        await screen.open(session);
        for (const scheme of schemes) {
          await session.page.emulateMedia({ colorScheme: scheme });
          files.push(await pictureOf(session, join(outputFolder, `${width}x${height}-${scheme}`), screen.name));
        }
      }
    }
    if (session.problems.length > 0) throw new Error(`The window told of errors:\n${session.problems.join('\n')}`);
    return files;
  } finally {
    await session.close();
  }
}

async function printReport({ page, keyboard, savesTo }: Session, outputFolder: string): Promise<string> {
  await keyboard.press('Alt+7');
  await page.getByRole('region', { name: 'Pages of the document' }).waitFor({ timeout: 60_000 });
  await keyboard.press('Control+P');
  const notice = page.getByRole('status').or(page.getByRole('alert')).filter({ hasText: 'The document was saved' });
  await notice.getByRole('button', { name: 'Close' }).click();
  await notice.waitFor({ state: 'detached' });
  const [name] = readdirSync(savesTo);
  if (name === undefined) throw new Error('The report was not saved.');
  const file = join(outputFolder, name);
  copyFileSync(join(savesTo, name), file);
  return file;
}

async function pictureOf({ page }: Session, folder: string, name: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.mouse.move(0, 0);
  // What was loaded for the screen is drawn a moment after it has come.
  await page.waitForTimeout(350);
  await page.screenshot({ path, animations: 'disabled' });
  return path;
}
