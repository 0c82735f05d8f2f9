import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instantOf } from '@shared/dates';
import { backupNameOf, backupsToDrop, localDayOf, newestFirst, stampOf } from '@main/storage/backups/backup-names';
import type { BackupName } from '@main/storage/backups/backup-names';

const backupAt = (moment: number): BackupName => backupNameOf(`attache-${stampOf(instantOf(moment))}-daily.json`)!;
const day = 24 * 60 * 60 * 1000;
const now = instantOf(Date.parse('2026-11-22T04:00:00.000Z'));

describe('the name of a backup', () => {
  it('says when it was made and why', () => {
    expect(backupNameOf('attache-20261122T031509Z-restore-2.json')).toEqual({
      name: 'attache-20261122T031509Z-restore-2.json',
      madeAt: '2026-11-22T03:15:09.000Z',
      reason: 'restore',
    });
  });

  it.each([
    'attache-20261122T031509Z-whim.json',
    'attache-20261340T031509Z-daily.json',
    '../attache-20261122T031509Z-daily.json',
    'attache-20261122T031509Z-daily.json.0123456789ab.tmp',
    'attache.json',
    '',
  ])('is not "%s"', (name) => {
    expect(backupNameOf(name)).toBeNull();
  });

  it('puts the newest first, and of one second the later', () => {
    const names = [
      '20260101T000000Z-asked',
      '20260102T000000Z-asked-9',
      '20260102T000000Z-asked-10',
      '20260102T000000Z-asked',
    ];
    const ordered = newestFirst(names.map((name) => backupNameOf(`attache-${name}.json`)!)).map(({ name }) =>
      name.slice(8, -5),
    );
    expect(ordered).toEqual([
      '20260102T000000Z-asked-10',
      '20260102T000000Z-asked-9',
      '20260102T000000Z-asked',
      '20260101T000000Z-asked',
    ]);
  });
});

describe('thinning backups', () => {
  const anyBackups = fc
    .array(fc.integer({ min: 0, max: 400 * 24 * 60 }), { maxLength: 120 })
    .map((minutes) => minutes.map((ago) => backupAt(Date.parse(now) - ago * 60_000)));

  it('keeps the last ten, one of each of thirty days, and one of each month', () => {
    fc.assert(
      fc.property(anyBackups, (backups) => {
        const dropped = new Set(backupsToDrop(backups, now));
        const kept = backups.filter((backup) => !dropped.has(backup));
        for (const backup of newestFirst(backups).slice(0, 10)) expect(kept).toContain(backup);
        const months = (all: BackupName[]): Set<string> =>
          new Set(all.map(({ madeAt }) => localDayOf(madeAt).slice(0, 7)));
        const recent = (all: BackupName[]): Set<string> =>
          new Set(
            all
              .filter(({ madeAt }) => madeAt >= instantOf(Date.parse(now) - 30 * day))
              .map(({ madeAt }) => localDayOf(madeAt)),
          );
        expect(months(kept)).toEqual(months(backups));
        expect(recent(kept)).toEqual(recent(backups));
        expect(kept.length).toBeLessThanOrEqual(10 + 31 + 15);
      }),
    );
  });

  it('drops none that it would keep when it is asked again', () => {
    fc.assert(
      fc.property(anyBackups, (backups) => {
        const dropped = new Set(backupsToDrop(backups, now));
        expect(
          backupsToDrop(
            backups.filter((backup) => !dropped.has(backup)),
            now,
          ),
        ).toEqual([]);
      }),
    );
  });

  it('drops the hourly ones of long ago', () => {
    const hourly = Array.from({ length: 24 * 60 }, (_, hours) => backupAt(Date.parse(now) - hours * 60 * 60_000));
    const kept = hourly.length - backupsToDrop(hourly, now).length;
    expect(kept).toBeLessThan(45);
    expect(kept).toBeGreaterThan(35);
  });
});
