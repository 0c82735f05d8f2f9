import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instantOf } from '@shared/dates';
import { backupNameOf, backupsToDrop, fileOf, localDayOf, newestFirst } from '@main/storage/backups/backup-names';
import { nameFor } from '@main/storage/backups/backup-names';
import type { BackupName } from '@main/storage/backups/backup-names';

const device = 'aaaaaaaa';
const day = 24 * 60 * 60 * 1000;
const now = Date.parse('2026-11-22T04:00:00.000Z');

function backupAt(moment: number, seq: number, number = 1): BackupName {
  const name = nameFor({ madeAt: instantOf(moment), reason: 'daily', seq, device, number });
  return backupNameOf(name)!;
}

describe('the name of a backup', () => {
  it('says when it was made and why, of which store, and after how many changes', () => {
    expect(backupNameOf('attache-20261122T031509Z-restore-1042-0a1b2c3d-2.json.gz')).toEqual({
      name: 'attache-20261122T031509Z-restore-1042-0a1b2c3d-2.json.gz',
      isSealed: false,
      madeAt: '2026-11-22T03:15:09.000Z',
      reason: 'restore',
      seq: 1042,
      device: '0a1b2c3d',
      number: 2,
    });
  });

  it('is the same sealed or not, and only its file tells', () => {
    const file = 'attache-20261122T031509Z-asked-1-0a1b2c3d.json.gz.sealed';
    const sealed = backupNameOf(file)!;
    expect([sealed.name, sealed.isSealed]).toEqual(['attache-20261122T031509Z-asked-1-0a1b2c3d.json.gz', true]);
    expect(fileOf(sealed)).toBe(file);
  });

  it('of the first version told no more than when and why', () => {
    expect(backupNameOf('attache-20261122T031509Z-restore-2.json')).toMatchObject({
      reason: 'restore',
      seq: 0,
      device: null,
      number: 2,
    });
  });

  it.each([
    'attache-20261122T031509Z-whim-1-0a1b2c3d.json.gz',
    'attache-20261340T031509Z-daily-1-0a1b2c3d.json.gz',
    '../attache-20261122T031509Z-daily-1-0a1b2c3d.json.gz',
    'attache-20261122T031509Z-daily-1-0a1b2c3d.json.gz.0123456789ab.tmp',
    'attache-20261122T031509Z-daily-1.json.gz',
    'attache.json',
    '',
  ])('is not "%s"', (name) => {
    expect(backupNameOf(name)).toBeNull();
  });
});

describe('the order of backups', () => {
  it('follows the count of changes, and the clock only where nothing was changed in between', () => {
    const [first, second, third, fourth] = [
      backupAt(now, 1),
      backupAt(now - 9 * 365 * day, 2),
      backupAt(now - 8 * 365 * day, 2),
      backupAt(now - 8 * 365 * day, 2, 2),
    ];
    expect(newestFirst([second, third, first, fourth], device)).toEqual([fourth, third, second, first]);
  });

  it('puts the own before those of other laptops, and both before those of the first version', () => {
    const others = backupNameOf('attache-20301122T031509Z-daily-99-bbbbbbbb.json.gz')!;
    const first = backupNameOf('attache-20311122T031509Z-daily.json')!;
    const own = backupAt(now, 1);
    expect(newestFirst([first, others, own], device)).toEqual([own, others, first]);
  });
});

describe('thinning backups', () => {
  const anyBackups = fc
    .array(fc.integer({ min: 0, max: 400 * 24 * 60 }), { maxLength: 120 })
    .map((minutes) =>
      [...minutes].sort((one, other) => other - one).map((ago, index) => backupAt(now - ago * 60_000, index + 1)),
    );
  const anyClock = fc
    .array(fc.integer({ min: -4000 * 24 * 60, max: 4000 * 24 * 60 }), { maxLength: 60 })
    .map((minutes) => minutes.map((ago, index) => backupAt(now - ago * 60_000, index + 1)));

  it('keeps the last ten, one of each of thirty days, and one of each month', () => {
    fc.assert(
      fc.property(anyBackups, (backups) => {
        const dropped = new Set(backupsToDrop(backups));
        const kept = backups.filter((backup) => !dropped.has(backup));
        for (const backup of newestFirst(backups).slice(0, 10)) expect(kept).toContain(backup);
        const months = (all: BackupName[]): Set<string> =>
          new Set(all.map(({ madeAt }) => localDayOf(madeAt).slice(0, 7)));
        const recent = (all: BackupName[]): Set<string> =>
          new Set(
            all.filter(({ madeAt }) => madeAt >= instantOf(now - 30 * day)).map(({ madeAt }) => localDayOf(madeAt)),
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
        const dropped = new Set(backupsToDrop(backups));
        expect(backupsToDrop(backups.filter((backup) => !dropped.has(backup)))).toEqual([]);
      }),
    );
  });

  it('keeps the latest whatever the clock showed', () => {
    fc.assert(
      fc.property(anyClock, (backups) => {
        const dropped = new Set(backupsToDrop(backups));
        for (const backup of backups.slice(-10)) expect(dropped.has(backup)).toBe(false);
      }),
    );
  });

  it('never lets go of the newest sound one, and lets damaged ones take nobody’s place', () => {
    const hourly = Array.from({ length: 40 }, (_, index) => backupAt(now - (40 - index) * 60_000, index + 1));
    const oldest = hourly[0]!;
    expect(backupsToDrop(hourly)).toContain(oldest);
    const newest = new Set(hourly.slice(1).map(({ name }) => name));
    expect(backupsToDrop(hourly, { newestGood: oldest.name })).not.toContain(oldest);
    expect(backupsToDrop(hourly, { isDamaged: (name) => newest.has(name) })).toEqual([]);
  });

  it('thins the backups of each store by themselves', () => {
    const own = Array.from({ length: 3 }, (_, index) => backupAt(now, index + 1));
    const others = Array.from({ length: 30 }, (_, index) =>
      backupNameOf(`attache-20261122T031509Z-daily-${900 + index}-bbbbbbbb.json.gz`)!,
    );
    const dropped = backupsToDrop([...own, ...others]);
    expect([dropped.length, dropped.some((backup) => own.includes(backup))]).toEqual([20, false]);
  });

  it('drops the hourly ones of long ago', () => {
    const hourly = Array.from({ length: 24 * 60 }, (_, hours) => backupAt(now - hours * 60 * 60_000, 2000 - hours));
    const kept = hourly.length - backupsToDrop(hourly).length;
    expect(kept).toBeLessThan(45);
    expect(kept).toBeGreaterThan(35);
  });
});
