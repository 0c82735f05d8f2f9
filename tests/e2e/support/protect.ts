import type { Page } from 'playwright-core';
import type { Session } from './session';

export const passphrase = 'nine sampans at dawn';

/** Sets a passphrase in Settings, as a person would who writes the recovery key down; answers that key. */
export async function protect({ page, keyboard }: Session): Promise<string> {
  await keyboard.press('Control+,');
  await page.getByRole('button', { name: 'Set a passphrase…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('New passphrase').fill(passphrase);
  await dialog.getByLabel('The same once more').fill(passphrase);
  await keyboard.press('Enter');
  const key = dialog.getByRole('list', { name: 'Recovery key' });
  await key.waitFor();
  // Each group stands after its number.
  const groups = (await key.getByRole('listitem').allTextContents()).map((text) => text.slice(1));
  const confirm = dialog.getByRole('textbox', { name: /type group/ });
  const asked = Number(/type group (\d)/.exec((await dialog.getByText(/type group/).textContent()) ?? '')?.[1]);
  await confirm.fill(groups[asked - 1] ?? '');
  await keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Your records are protected' }).waitFor();
  await dialog.getByRole('button', { name: 'Done' }).click();
  return groups.join('-');
}

/** Locks, by key unless told otherwise, and answers the page that took the place of the one that ended. */
export async function lock(
  { app, page, problems }: Session,
  ask: () => Promise<unknown> = () => page.keyboard.press('Control+L'),
): Promise<Page> {
  const opened = app.waitForEvent('window');
  // The page may end before the driver has heard that its key was pressed; without a lock no window comes.
  await ask().catch(() => undefined);
  const locked = await opened;
  locked.setDefaultTimeout(10_000);
  locked.on('pageerror', (error) => (problems as string[]).push(error.message));
  await locked.getByRole('heading', { name: 'Attaché is locked' }).waitFor();
  return locked;
}

export async function unlock(page: Page): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
}
