import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { emptyComputer, goOnEmptying } from '@main/services/emptying';
import { folderNames } from '@main/services/folder-names';
import type { Office } from '@main/services/office';
import { Session } from '@main/services/session';
import { TravelDesk } from '@main/services/travel';
import { diskEmptier } from '@main/storage/travel/emptying';
import type { CalendarDate } from '@shared/dates';
import { intent, officer, steadyClock, tripFields, valueOf } from '../opened';
import { temporaryFolder } from '../temporary-folder';
import { keychainOf } from '../vaults';

interface Computer {
  readonly folders: { readonly userData: string; readonly data: string };
  readonly session: Session;
  readonly office: Office;
  readonly desk: TravelDesk;
  close(): Promise<void>;
}

async function computer(userData: string): Promise<Computer> {
  const folders = { userData, data: join(userData, 'data') };
  const told = { onChanged: () => undefined, onBroken: () => undefined };
  const keychain = keychainOf(7);
  const session = await Session.start({
    folder: folders.data,
    clock: steadyClock(),
    newId: randomUUID,
    keychain,
    ...told,
  });
  if (session.stage.kind !== 'open') throw new Error('This folder is not open');
  const { office, protection } = session.stage;
  const desk = new TravelDesk({
    office,
    adopt: (keys, how) => protection.adopt(keys, how),
    names: folderNames(() => '2026-11-22' as CalendarDate),
  });
  return { folders, session, office, desk, close: () => session.close() };
}

async function checkedComputer(): Promise<Computer> {
  const here = await computer(await temporaryFolder());
  await here.office.context.store.transact(intent, (tx) => tx.create('trip', tripFields('One: “two”/three (sample)')));
  here.desk.setDestination(await temporaryFolder());
  const { folder } = valueOf(await here.desk.copyEverything(null, {}));
  expect(folder).toMatch(/Attaché copy of 2026-11-22$/);
  valueOf(await here.desk.chooseArrival(folder));
  expect(valueOf(await here.desk.check(null, {}))).toEqual({
    isComplete: true,
    records: 1,
    files: 0,
    missing: [],
    lost: [],
  });
  return here;
}

describe('a computer of which everything has arrived elsewhere', () => {
  it('is emptied and starts afresh, and can take in what it gave away', async () => {
    const { folders, office, desk, close } = await checkedComputer();
    const copy = desk.packed ?? '';
    valueOf(await emptyComputer({ close, isStillSo: () => office.travel.isStillSo(), folders }));
    expect(await readdir(folders.userData)).toEqual(['emptying.json']);
    expect(goOnEmptying(folders)).toBeNull();
    const anew = await computer(folders.userData);
    expect(anew.office.notices()).toEqual([]);
    valueOf(await anew.desk.chooseTripFolder(copy));
    expect(valueOf(await anew.desk.openTripFolder(null, {}))).toEqual({ what: 'everything', records: 1, files: 0 });
    await anew.close();
  });

  it('keeps everything when something was written at the very last moment', async () => {
    const { folders, office, close } = await checkedComputer();
    const written = office.context.store.transact(intent, (tx) => tx.create('trip', tripFields('Late (sample)')));
    const emptied = await emptyComputer({ close, isStillSo: () => office.travel.isStillSo(), folders });
    expect((await written).ok).toBe(true);
    expect(emptied).toEqual({ ok: false, failure: { code: 'not-checked' } });
    expect(goOnEmptying(folders)).toBeNull();
    const again = await computer(folders.userData);
    expect(again.office.context.store.all('trip')).toHaveLength(2);
    await again.close();
  });

  it('keeps everything when it cannot be noted that it is to go', async () => {
    const { folders, office, close } = await checkedComputer();
    const write = (): never => {
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    };
    const disk = { ...diskEmptier, write };
    const emptied = await emptyComputer({ close, isStillSo: () => office.travel.isStillSo(), folders, disk });
    expect(emptied).toEqual({ ok: false, failure: { code: 'disk-full' } });
    const again = await computer(folders.userData);
    expect(again.office.context.store.all('trip')).toHaveLength(1);
    await again.close();
  });

  it('does not open what could not be removed yet', async () => {
    const { folders, office, close } = await checkedComputer();
    const remove = (): never => {
      throw Object.assign(new Error('busy'), { code: 'EBUSY' });
    };
    const disk = { ...diskEmptier, remove };
    valueOf(await emptyComputer({ close, isStillSo: () => office.travel.isStillSo(), folders, disk }));
    expect(goOnEmptying(folders, disk)).toMatchObject({ code: 'EBUSY' });
    expect(goOnEmptying(folders)).toBeNull();
    expect(await readdir(folders.userData)).toEqual([]);
  });

  it('names a folder by its trip only where everybody may read it', async () => {
    const { desk, office, close } = await checkedComputer();
    const [trip] = office.context.store.all('trip');
    const open = valueOf(await desk.take(trip?.id ?? '', null, {}));
    expect(open.folder).toMatch(/Attaché trip - One “two” three \(sample\)$/);
    const sealed = valueOf(await desk.take(trip?.id ?? '', 'nine sampans at dawn', {}));
    expect(sealed.folder).toMatch(/Attaché trip$/);
    expect(office.context.me()).not.toBe(officer);
    await close();
  });
});
