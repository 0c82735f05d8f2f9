import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { begin } from './session';
import type { Session } from './session';

/** What the officer of the main job writes down; the report must hold it again. */
export const job = {
  officer: 'Chan Tai-man',
  title: 'Visit to Chengdu and Chongqing (sample)',
  cities: ['Chengdu', '重慶'],
  head: 'Mary Lee (sample)',
  item: 'Meeting with Panda Robotics (sample)',
  host: 'Panda Robotics (sample)',
  contact: '王芳（示例）',
  note: '## 會面要點\n\n- They plan a Hong Kong office of twelve people.\n- 希望年底前註冊香港公司。',
  promise: 'Send the guide on company registration',
  outcome: 'Agreed to meet again in Hong Kong in spring.',
} as const;

/**
 * From the first start to a saved report with the keyboard alone: an empty book, a trip, its cities, its delegation, its
 * programme with a host made on the way, the meeting's note, a follow-up from the note that is then done, the report.
 */
export async function doMainJob(session: Session): Promise<{ pdf: string }> {
  await begin(session, job.officer, 'Start empty');
  await planTrip(session);
  await nameDelegation(session);
  await fillProgramme(session);
  await writeNote(session);
  await followUp(session);
  return { pdf: await printReport(session) };
}

async function planTrip({ page, keyboard }: Session): Promise<void> {
  await keyboard.press('Control+Shift+N');
  const form = page.getByRole('dialog', { name: 'New trip' });
  await keyboard.fill(form.getByRole('textbox', { name: 'Title, English' }), job.title);
  await keyboard.fill(form.getByLabel('First day'), '3/3/2027');
  await keyboard.fill(form.getByLabel('Last day'), '5/3/2027');
  await keyboard.tabTo(form.getByLabel('Cities'));
  for (const city of job.cities) {
    await page.keyboard.insertText(city);
    await keyboard.press('Enter');
  }
  await keyboard.fill(form.getByLabel('Purpose'), 'To meet robotics enterprises of the two cities.');
  await keyboard.press('Control+Enter');
  await page.getByRole('heading', { level: 1, name: job.title }).waitFor();
}

async function nameDelegation({ page, keyboard }: Session): Promise<void> {
  await keyboard.press('Alt+3');
  await page.getByRole('button', { name: 'Add member' }).waitFor();
  await keyboard.press('n');
  const form = page.getByRole('dialog', { name: 'New member' });
  await keyboard.choose(form.getByLabel('Person'), job.head);
  await keyboard.press('Control+Enter');
  await page.getByRole('row', { name: /1\. Mary Lee \(sample\), Head of delegation/ }).waitFor();
  await keyboard.press('n');
  await keyboard.choose(form.getByLabel('Person'), job.officer);
  await keyboard.press('Control+Enter');
  await page.getByRole('row', { name: /2\. Tai-man Chan/ }).waitFor();
}

async function fillProgramme({ page, keyboard }: Session): Promise<void> {
  await keyboard.press('Alt+2');
  await page.getByRole('button', { name: 'New item' }).waitFor();
  await keyboard.press('n');
  const form = page.getByRole('dialog', { name: 'New programme item' });
  await keyboard.fill(form.getByRole('textbox', { name: 'Title, English' }), job.item);
  await keyboard.fill(form.getByRole('textbox', { name: 'Day', exact: true }), '3/3/2027');
  await keyboard.fill(form.getByRole('textbox', { name: 'Start' }), '930');
  await keyboard.fill(form.getByRole('textbox', { name: 'End', exact: true }), '11');
  await keyboard.tabTo(form.getByLabel('City'));
  await keyboard.press('ArrowDown', 'Enter');
  await keyboard.choose(form.getByLabel('Host organisation'), job.host);
  await keyboard.choose(form.getByRole('combobox', { name: 'Host contacts' }), job.contact);
  await keyboard.press('Control+Enter');
  await form.waitFor({ state: 'hidden' });
}

async function writeNote({ page, keyboard }: Session): Promise<void> {
  // The new item has the focus: one key opens its meeting, and the caret stands in the note.
  await keyboard.isOn(page.getByRole('button', { name: job.item }));
  await keyboard.press('m');
  await keyboard.isOn(page.getByRole('textbox', { name: 'Your notes' }));
  await page.keyboard.insertText(`${job.note}\n`);
  await keyboard.type(job.promise);
  await keyboard.press('Control+Shift+F');
  // The line is a follow-up at once: its box can be ticked when there is a record of it.
  await page.getByRole('checkbox', { name: 'Done', exact: true, disabled: false }).waitFor();
  await keyboard.fill(page.getByLabel('Outcome'), job.outcome);
  await keyboard.activate(page.getByRole('button', { name: 'Mark complete' }));
  await page.getByRole('button', { name: 'Back to draft' }).waitFor();
}

async function followUp({ page, keyboard }: Session): Promise<void> {
  await keyboard.press('Control+5');
  const row = page.getByRole('row', { name: new RegExp(job.promise) });
  await keyboard.tabTo(row);
  await keyboard.press('x');
  await page.getByText(`“${job.promise}” is done`).waitFor();
}

async function printReport({ page, keyboard, savesTo }: Session): Promise<string> {
  await keyboard.press('Control+2');
  const trip = page.getByRole('row', { name: /Chengdu and Chongqing/ });
  await keyboard.tabTo(trip);
  await keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: job.title }).waitFor();
  await keyboard.press('Alt+7');
  await page.getByRole('region', { name: 'Pages of the document' }).waitFor({ timeout: 60_000 });
  await keyboard.press('Control+P');
  await page.getByText('The document was saved').waitFor();
  const [file] = readdirSync(savesTo);
  if (file === undefined) throw new Error('No document was saved.');
  return join(savesTo, file);
}
