import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { instantOf } from '@shared/dates';
import type { DiskFiles } from '@main/storage/disk/disk-files';
import { openStore } from '@main/storage/open-store';
import type { OpenedStore, StoreOptions } from '@main/storage/open-store';
import type { Result } from '@shared/result';
import type { Chance } from './chance';
import { perform } from './deeds';
import type { Deed } from './deeds';
import { holdingOf } from './labels';
import type { Ledger } from './ledger';
import type { Said } from './said';
import { Session } from './session';
import { simulatedFolder } from './simulated-disk';
import type { SimulatedDisk } from './simulated-disk';
import { optionsOf, sealsOf } from './store-kinds';
import type { StoreKind } from './store-kinds';

/** What happens on one data folder, one thing after another. `reopen` closes it and sets the clock on, or back. */
export type Happening = Deed | { readonly do: 'reopen'; readonly clockMoves: number };

export interface WorkdayParts {
  readonly files: DiskFiles;
  readonly folder?: string;
  readonly kind: StoreKind;
  readonly chance: Chance;
  readonly ledger: Ledger;
  readonly firstStep: number;
  /** In bytes of journal; few unless it is given. */
  readonly compactAt?: number;
  /** Whether the disk has failed so far; a sound one unless it is given. */
  readonly hasFailed?: () => boolean;
}

const day = 24 * 60 * 60 * 1000;
const noon = Date.parse('2026-11-22T04:00:00.000Z');

type OpeningParts = Pick<WorkdayParts, 'files' | 'folder' | 'kind' | 'compactAt'> & Pick<StoreOptions, 'migrations'>;

/** Opens a store with a clock of its own, which begins so many milliseconds from a noon and goes on by a second a look. */
export function openWith(
  { files, folder = simulatedFolder, kind, compactAt, migrations }: OpeningParts,
  clockMoves = 0,
): Promise<Result<OpenedStore>> {
  let now = noon + clockMoves;
  return openStore({
    folder,
    clock: () => instantOf((now += 1000)),
    newId: randomUUID,
    files,
    ...optionsOf(kind, compactAt),
    ...(migrations === undefined ? {} : { migrations }),
  });
}

/**
 * The lock of a process that is no more, as the next one finds it. Every process of a simulated disk is this one, so
 * that the lock has to be given to another.
 */
export function orphanLock(disk: SimulatedDisk): void {
  const lock = disk.files(simulatedFolder).get('attache.lock')?.toString('utf8') ?? '';
  const orphaned = nobodysLock(lock);
  if (orphaned !== lock) disk.place(`${simulatedFolder}/attache.lock`, Buffer.from(orphaned, 'utf8'));
}

/** The same lock as if a process had made it whose number no process can have. */
export function nobodysLock(lock: string): string {
  return lock.replace(`"pid":${process.pid},`, `"pid":${2 ** 22 + 1},`);
}

/** What a session on a failing disk came to. */
export interface Worked {
  /** At how many of the happenings something was refused. */
  readonly refusing: number;
  /** It could not even be opened a second time. */
  readonly gaveUp: boolean;
}

/** A session that opens the store, does what is to be done, and closes it. */
export async function workThrough(parts: WorkdayParts, happenings: readonly Happening[]): Promise<Worked> {
  const { ledger, chance, hasFailed = () => false } = parts;
  const say = (said: Said): void => ledger.hear(said);
  let step = parts.firstStep;
  let clockMoves = 0;
  let refusing = 0;

  /** Tries it a second time when the disk has failed: a fault may have passed. */
  async function begin(tries = 2): Promise<{ opened: OpenedStore; session: Session } | null> {
    const result = await settled(openWith(parts, clockMoves), ledger);
    if (result?.ok !== true) {
      if (result !== null) ledger.couldNotOpen(result.failure, !hasFailed());
      return hasFailed() && tries > 1 ? begin(tries - 1) : null;
    }
    const opened = result.value;
    say({ say: 'found', holding: [...holdingOf(opened.store)], notices: [...opened.notices] });
    return {
      opened,
      session: new Session({ opened, say, chance, firstStep: step, mostRecords: 30, seals: sealsOf(parts.kind) }),
    };
  }

  let present = await begin();
  for (const happening of happenings) {
    if (present === null) return { refusing, gaveUp: true };
    const refusedBefore = ledger.figures.refused;
    if (happening.do === 'reopen') {
      await settled(present.opened.store.close(), ledger);
      step = present.session.nextStep;
      clockMoves += happening.clockMoves;
      present = await begin();
    } else {
      await perform(present.session, happening);
      if (happening.do !== 'pause') present.session.sayHolding();
    }
    if (ledger.figures.refused > refusedBefore) refusing += 1;
  }
  if (present !== null) await settled(present.opened.store.close(), ledger);
  return { refusing, gaveUp: present === null };
}

/** Nothing that the disk does may throw. */
async function settled<V>(work: Promise<V>, ledger: Ledger): Promise<V | null> {
  try {
    return await work;
  } catch (cause) {
    const text = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
    ledger.hear({ say: 'wrong', what: `Thrown instead of answered: ${text}` });
    return null;
  }
}

/** Notes are eight times as long: a few of the longest fill a bucket. */
const length = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom(20, 300, 700, 1500, 5000) },
  { weight: 1, arbitrary: fc.constant(15_000) },
);
const change = fc.record({ do: fc.constant('change' as const), records: fc.integer({ min: 1, max: 4 }), length });
const changes = fc.integer({ min: 1, max: 6 });

/** Something that may happen in a day's work, most of it changes. */
export const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 8, arbitrary: change },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('burst' as const), changes, length }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('keep-file' as const), length }) },
  { weight: 2, arbitrary: fc.constant<Happening>({ do: 'back-up' }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('back-up-amid' as const), changes, length }) },
  { weight: 2, arbitrary: fc.constant<Happening>({ do: 'restore' }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restore-amid' as const), changes, length }) },
  { weight: 1, arbitrary: fc.constant<Happening>({ do: 'compact' }) },
  { weight: 1, arbitrary: fc.constant<Happening>({ do: 'reseal' }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('pause' as const), turns: fc.integer({ min: 1, max: 30 }) }) },
  {
    weight: 2,
    // An hour, a day, and years back or on: a clock is set, or its battery is empty.
    arbitrary: fc.record({
      do: fc.constant('reopen' as const),
      clockMoves: fc.constantFrom(day / 24, day / 24, day, -day, -7 * 365 * day, 10 * 365 * day),
    }),
  },
);
