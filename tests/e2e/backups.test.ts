import { afterEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { begin, startSession } from './support/session';
import type { Session } from './support/session';

let session: Session;
const sticks: string[] = [];

afterEach(async () => {
  await session.close();
  session.removeUserData();
  for (const stick of sticks.splice(0)) rmSync(stick, { recursive: true, force: true });
});

/** A folder that stands for another disk. */
function aStick(): string {
  const stick = mkdtempSync(join(tmpdir(), 'attache-stick-'));
  sticks.push(stick);
  return stick;
}

async function withSample(env: Readonly<Record<string, string>> = {}): Promise<void> {
  session = await startSession({ env });
  await begin(session, 'Chan Tai-man', 'Explore the sample trip');
}

async function goToSettings(): Promise<void> {
  const { page } = session;
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('heading', { name: 'Backups' }).waitFor();
}

async function makeBackup(): Promise<void> {
  await goToSettings();
  await session.page.getByRole('button', { name: 'Make a backup now' }).click();
  await session.page.getByText('A backup was made').last().waitFor();
}

const newestRow = () => session.page.getByRole('list', { name: 'Backups' }).getByRole('listitem').first();

async function trashTrip(): Promise<void> {
  const { page, keyboard } = session;
  await keyboard.press('Control+2');
  await page.getByRole('row', { name: /Duty visit to Hangzhou/ }).click();
  await page.getByRole('heading', { level: 1, name: /Duty visit to Hangzhou/ }).waitFor();
  await keyboard.pick(page.getByRole('button', { name: 'More actions', exact: true }), 'Move to Trash');
  await page.getByRole('heading', { level: 1, name: 'Trips', exact: true }).waitFor();
}

async function isTripListed(): Promise<boolean> {
  const { page, keyboard } = session;
  await keyboard.press('Control+2');
  await page.getByRole('heading', { level: 1, name: 'Trips', exact: true }).waitFor();
  return page
    .getByRole('row', { name: /Duty visit to Hangzhou/ })
    .waitFor({ timeout: 3000 })
    .then(
      () => true,
      () => false,
    );
}

describe('backups', () => {
  it('are made by themselves, tell what differs, are restored by one click, and that is undone by another', async () => {
    await withSample();
    await makeBackup();
    await session.page.getByText('Daily', { exact: true }).waitFor();
    await trashTrip();
    await goToSettings();
    await newestRow()
      .getByText(/Since then: 1 trip.*moved to the Trash/)
      .waitFor();
    await newestRow()
      .getByRole('button', { name: /^Restore the backup/ })
      .click();
    await session.page.getByText(/This takes back what was done since: 1 trip/).waitFor();
    await session.page.getByRole('button', { name: 'Restore', exact: true }).click();
    await session.page.getByText(/^Everything is as it was on/).waitFor();
    await session.page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await isTripListed()).toBe(true);

    // What was done before it cannot be undone any more, and is not offered.
    const notices = session.page.getByRole('status');
    await notices.filter({ hasText: 'moved to the Trash' }).waitFor({ state: 'detached', timeout: 4000 });
    await notices.filter({ hasText: 'Everything is as it was on' }).getByRole('button', { name: 'Undo' }).click();
    await session.page.getByText('What was here before is back.').waitFor();
    expect(await isTripListed()).toBe(false);
    await goToSettings();
    await session.page.getByText('Before restoring').first().waitFor();
    expect(session.problems).toEqual([]);
  });

  it('that cannot be read are shown as damaged, and the others go on', async () => {
    await withSample();
    await makeBackup();
    const folder = join(session.userDataDir, 'data', 'backups');
    const asked = readdirSync(folder).find((name) => name.includes('-asked-'));
    writeFileSync(join(folder, asked ?? 'none'), 'damaged');
    await session.keyboard.press('Control+1');
    await makeBackup();
    const row = session.page.getByRole('listitem').filter({ hasText: 'This backup cannot be read' });
    await row.waitFor();
    expect(await row.getByRole('button', { name: /^Restore the backup/ }).isDisabled()).toBe(true);
    await newestRow().getByText('Nothing has changed since then.').waitFor();
  });

  it('are copied to another disk, which may be away, and bring a fresh laptop everything back', async () => {
    const stick = aStick();
    await withSample({ ATTACHE_OPEN: stick });
    await goToSettings();
    const { page } = session;
    await page.getByRole('button', { name: 'Choose a folder…' }).click();
    await page.getByText(/It is there, and each backup is copied to it/).waitFor();
    await page.getByText('Both places').first().waitFor();
    const [inside = 'nothing'] = readdirSync(stick);
    const [kept = 'nothing'] = readdirSync(join(stick, inside)).filter((name) => name.endsWith('.json.gz'));

    const away = `${stick}-unplugged`;
    sticks.push(away);
    renameSync(stick, away);
    await makeBackup();
    await page.getByText(/It is not there now/).waitFor();
    await newestRow().getByText('Beside your data').waitFor();
    await session.close();
    session.removeUserData();

    session = await startSession({ env: { ATTACHE_OPEN: join(away, inside, kept) } });
    await session.page.getByRole('button', { name: 'Restore a backup' }).click();
    await session.page.getByText(/^The backup is restored: \d+ records/).waitFor();
    expect(await isTripListed()).toBe(true);
    expect(session.problems).toEqual([]);
  });
});
