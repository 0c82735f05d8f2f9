import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { folderNames } from '@main/services/folder-names';
import { Session } from '@main/services/session';
import { TravelDesk } from '@main/services/travel';
import { diskFiles } from '@main/storage/disk/disk-files';
import type { DiskFiles } from '@main/storage/disk/disk-files';
import type { CalendarDate } from '@shared/dates';
import type { Result } from '@shared/result';
import { FailingFiles } from '../failing-files';
import { officer, opened, steadyClock, valueOf } from '../opened';
import { everyFile, temporaryFolder } from '../temporary-folder';
import { cheap, keychainOf, passphrase, stopwatch } from '../vaults';
import { travelOf } from './travel-of';
import { roadWord, withTwoTrips } from './two-trips';

const watch = stopwatch();

async function sessionIn(folder: string, files: DiskFiles = diskFiles): Promise<Session> {
  const { ticks } = watch;
  const told = { onChanged: () => undefined, onBroken: () => undefined };
  return Session.start({
    ...{ folder, files, clock: steadyClock(), newId: randomUUID, keychain: keychainOf(7), cost: cheap, ticks, ...told },
  });
}

function deskOf({ stage }: Session): TravelDesk {
  if (stage.kind !== 'open') throw new Error('This folder is not open');
  const { office, protection } = stage;
  return new TravelDesk({
    office,
    adopt: (keys, how) => protection.adopt(keys, how),
    names: folderNames(() => '2026-11-22' as CalendarDate),
  });
}

/** A trip that was packed under a passphrase. */
async function packed(): Promise<{ folder: string; recoveryKey: string }> {
  const here = await temporaryFolder();
  const home = await opened(here);
  const trips = await withTwoTrips(home);
  const to = { into: await temporaryFolder(), name: 'Trip', passphrase };
  const trip = { id: trips.tripId, title: 'Taken (sample)', officerId: officer };
  const { folder, recoveryKey } = valueOf(await travelOf(home, here, diskFiles).take(trip, to));
  return { folder, recoveryKey: recoveryKey ?? '' };
}

async function open(session: Session, folder: string, secret: string): Promise<Result<unknown>> {
  const desk = deskOf(session);
  const chosen = await desk.chooseTripFolder(folder);
  return chosen.ok ? desk.openTripFolder(secret, {}) : chosen;
}

describe('a protected trip folder on an empty computer', () => {
  it.each(['passphrase', 'recovery key'] as const)('protects it, when it is opened by its %s', async (by) => {
    const { folder, recoveryKey } = await packed();
    const here = await temporaryFolder();
    const session = await sessionIn(here);
    valueOf(await open(session, folder, by === 'passphrase' ? passphrase : recoveryKey));
    expect(session.status()).toMatchObject({ isSet: true, work: null, left: 0 });
    if (session.stage.kind !== 'open') throw new Error('This folder is not open');
    expect(session.stage.office.context.me()).toBe(officer);
    await session.close();
    for (const content of Object.values(await everyFile(here))) expect(content).not.toContain('PLANTED');

    const again = await sessionIn(here);
    expect(again.stage.kind).toBe('locked');
    valueOf(await again.unlock({ by: 'passphrase', passphrase }));
    if (again.stage.kind !== 'open') throw new Error('This folder is not open');
    const { context, notices } = again.stage.office;
    expect(context.store.all('trip').map(({ purpose }) => purpose)).toEqual([roadWord]);
    expect(context.me()).toBe(officer);
    expect(notices()).toEqual([]);
    await again.close();
  });

  it('changes nothing when the passphrase is wrong', async () => {
    const { folder } = await packed();
    const session = await sessionIn(await temporaryFolder());
    expect(await open(session, folder, 'a wrong passphrase')).toMatchObject({ failure: { code: 'wrong-passphrase' } });
    expect(session.status().isSet).toBe(false);
    await session.close();
  });

  it('leaves, at whichever call the disk fails, an empty folder or the whole trip, and never a word in the open', async () => {
    const { folder } = await packed();
    for (let at = 1; ; at += 7) {
      const here = await temporaryFolder();
      const files = new FailingFiles({ at, how: 'before', code: 'EIO' });
      const session = await sessionIn(here, files);
      const taken = session.stage.kind === 'open' ? await open(session, folder, passphrase) : null;
      await session.close();
      for (const content of Object.values(await everyFile(here))) expect(content).not.toContain('PLANTED');

      // The lock of a process that has ended is stale; this one goes on.
      await rm(join(here, 'attache.lock'), { force: true });
      const again = await sessionIn(here);
      // A try that was right counts as wrong when the disk fails at that very moment; then one has to wait.
      watch.pass(60);
      if (again.stage.kind === 'locked') valueOf(await again.unlock({ by: 'passphrase', passphrase }));
      if (again.stage.kind !== 'open') throw new Error('This folder is not open');
      expect(again.stage.office.notices()).toEqual([]);
      const trips = again.stage.office.context.store.all('trip').length;
      expect(trips === 1 || taken?.ok !== true).toBe(true);
      // What failed can be tried again.
      if (trips === 0) valueOf(await open(again, folder, passphrase));
      expect(again.stage.office.context.store.all('note')).toHaveLength(1);
      await again.close();
      if (!files.hasFailed) break;
    }
  });
});
