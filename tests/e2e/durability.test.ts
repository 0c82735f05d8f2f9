import { afterEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { commandLine } from './support/launch';
import { openNote } from './support/note';
import { begin, startSession } from './support/session';
import type { Session } from './support/session';

let session: Session;
afterEach(async () => {
  await session.close();
  session.removeUserData();
});

/** Starts the app again on the data of the one that has ended. */
async function startAgain(): Promise<void> {
  session = await startSession({ userDataDir: session.userDataDir });
  await session.page.getByRole('navigation', { name: 'Main' }).waitFor();
}

async function withSample(): Promise<void> {
  session = await startSession();
  await begin(session, 'Chan Tai-man', 'Explore the sample trip');
}

describe('a note that is being typed', () => {
  it('is there again after the process was killed, but for the last moment', async () => {
    await withSample();
    await openNote(session);
    await session.page.keyboard.type('They gather for the talent. 人才最要緊。');
    // What was typed longer ago than this is promised to be on the disk.
    await session.page.waitForTimeout(300);
    await session.page.keyboard.type(' And');
    await session.kill();

    await startAgain();
    expect(await (await openNote(session)).innerText()).toContain('They gather for the talent. 人才最要緊。');
    expect(session.problems).toEqual([]);
  });

  it('loses nothing when the window is closed in mid-word', async () => {
    await withSample();
    await openNote(session);
    await session.page.keyboard.type('Every last charac');
    const ended = once(session.app.process(), 'exit');
    await session.app.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) window.close();
    });
    await ended;

    await startAgain();
    expect(await (await openNote(session)).innerText()).toContain('Every last charac');
  });
});

describe('a second start', () => {
  it('gives way to the first, which goes on', async () => {
    await withSample();
    const { executable, args, env } = commandLine({ userDataDir: session.userDataDir });
    const [code] = (await once(spawn(executable, args, { stdio: 'ignore', env }), 'exit')) as [number | null];
    expect(code).toBe(0);
    await session.keyboard.press('Control+1');
    await session.page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  });
});

describe('a store that was damaged while the app was closed', () => {
  it('is told plainly and kept, and the newest backup takes its place', async () => {
    await withSample();
    const { page } = session;
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Make a backup now' }).click();
    await page.getByText('A backup was made').waitFor();
    await session.app.close();
    rmSync(inData('store-1'), { recursive: true });
    writeFileSync(inData('attache.json'), '{"damaged');

    await startAgain();
    const notices = session.page.getByRole('region', { name: 'About your data' });
    await notices.getByText('Your data was damaged and has been restored').waitFor();
    const [, quarantined = 'nothing'] = /kept as (\S+)\./.exec(await notices.innerText()) ?? [];
    expect(readFileSync(inData(quarantined), 'utf8')).toBe('{"damaged');
    await session.page.getByRole('button', { name: 'Understood' }).click();
    await notices.waitFor({ state: 'detached' });
    await session.keyboard.press('Control+2');
    await session.page.getByRole('row', { name: /Duty visit to Hangzhou/ }).waitFor();
  });

  it('is told plainly when there is no backup either', async () => {
    await withSample();
    await session.app.close();
    for (const folder of ['store-1', 'backups']) rmSync(inData(folder), { recursive: true });
    writeFileSync(inData('attache.json'), '');
    session = await startSession({ userDataDir: session.userDataDir });
    const notices = session.page.getByRole('region', { name: 'About your data' });
    await notices.getByText('Your data was damaged').first().waitFor();
    await session.page.getByRole('button', { name: 'Start empty' }).waitFor();
  });

  it('opens with all but the record that was damaged, which the newest backup has', async () => {
    await withSample();
    const { page } = session;
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Make a backup now' }).click();
    await page.getByText('A backup was made').waitFor();
    await session.app.close();
    const journal = inData('store-1/journal-1.jsonl');
    writeFileSync(
      journal,
      readFileSync(journal, 'latin1').replace('Duty visit to Hangzhou', 'Duty visit to Hbngzhou'),
      'latin1',
    );

    await startAgain();
    const notices = session.page.getByRole('region', { name: 'About your data' });
    await notices.getByText('1 record was damaged on the disk').waitFor();
    await notices.getByText(/One of them is shown as it was in the backup/).waitFor();
    await session.keyboard.press('Control+2');
    await session.page.getByRole('row', { name: /Duty visit to Hangzhou/ }).waitFor();
  });
});

function inData(path: string): string {
  return join(session.userDataDir, 'data', path);
}
