import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { FailingFiles } from './failing-files';
import type { FaultPlan } from './failing-files';
import { intent, makeTrip, opened, tryOpening, valueOf } from './opened';
import { temporaryFolder } from './temporary-folder';

describe('a backup of the real store', () => {
  it('is made by itself, restored, undone, and is what a later start finds', async () => {
    const folder = await temporaryFolder();
    const { store, backups } = await opened(folder);
    const trip = await makeTrip(store);
    await backups.settled();
    const [daily] = valueOf(await backups.list());
    expect(daily).toMatchObject({ reason: 'daily', isOwn: true });
    const later = await makeTrip(store, 'Later (sample)');
    let told = 0;
    store.onReplaced(() => (told += 1));

    const { undo } = valueOf(await backups.restore(daily!.name));
    expect([store.all('trip'), told]).toEqual([[trip], 1]);
    valueOf(await backups.restore(undo!));
    expect(store.get('trip', later.id)).toEqual(later);
    await store.close();
    expect((await opened(folder)).store.all('trip')).toHaveLength(2);
  });

  it('lets changes follow what may have been shared since it was made', async () => {
    const { store, backups } = await opened(await temporaryFolder());
    const trip = await makeTrip(store);
    const { name } = valueOf(await backups.make());
    valueOf(await backups.restore(name));
    const edited = valueOf(await store.transact(intent, (tx) => tx.update('trip', trip.id, { purpose: 'x' })));
    expect(edited.revision).toMatch(/^2-/);
  });

  it('takes in a file of another laptop, and stays this one', async () => {
    const elsewhere = await temporaryFolder();
    const from = await opened(elsewhere);
    const trip = await makeTrip(from.store);
    const { name } = valueOf(await from.backups.make());
    const { store, backups } = await opened(await temporaryFolder());
    expect(valueOf(await backups.restoreFile(join(elsewhere, 'backups', name)))).toMatchObject({
      records: 1,
      undo: null,
    });
    expect(store.get('trip', trip.id)).toEqual(trip);
    const own = valueOf(await backups.make());
    const markIn = (backup: string): string | undefined => backup.split('-')[4];
    expect(markIn(own.name)).not.toBe(markIn(name));
  });
});

describe('restoring on a failing disk', () => {
  const plans: Omit<FaultPlan, 'at'>[] = [
    { how: 'before', code: 'EIO' },
    { how: 'half', code: 'ENOSPC', forGood: true },
    { how: 'after', code: 'EIO', forGood: true },
  ];

  it.each(plans)('leaves all of it as it was, or as the backup has it, at whatever call: %o', async (plan) => {
    for (let after = 1; ; after += 1) {
      const folder = await temporaryFolder();
      const setUp = await opened(folder);
      const trip = await makeTrip(setUp.store);
      const { name } = valueOf(await setUp.backups.make());
      const later = await makeTrip(setUp.store, 'Later (sample)');
      await setUp.store.close();

      const fault = { at: 0, ...plan };
      const files = new FailingFiles(fault);
      const opening = valueOf(await tryOpening(folder, { files }));
      fault.at = files.calls + after;
      const answer = await opening.backups.restore(name);
      const seen = opening.store.all('trip').map(({ id }) => id);
      expect(new Set(seen)).toEqual(new Set(answer.ok ? [trip.id] : [trip.id, later.id]));
      const { hasFailed } = files;
      fault.at = 0;
      await opening.store.close();

      const again = await opened(folder);
      const kept = again.store.all('trip').map(({ id }) => id);
      const listed = valueOf(await again.backups.list());
      expect(kept).toContain(trip.id);
      if (answer.ok) expect(kept).toEqual([trip.id]);
      // The disk went away after the last step and before its answer: what was there before is in the backup.
      if (!kept.includes(later.id)) expect(listed.map(({ reason }) => reason)).toContain('restore');
      for (const each of listed) {
        expect(valueOf(await again.backups.look(each.name))).toMatchObject({ kind: 'good' });
      }
      await again.store.close();
      if (!hasFailed) break;
    }
  });
});
