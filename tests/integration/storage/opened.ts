import { randomUUID } from 'node:crypto';
import { afterEach } from '@jest/globals';
import { instantOf } from '@shared/dates';
import type { CalendarDate, Instant } from '@shared/dates';
import type { NewFields, RecordOf } from '@shared/domain/records';
import type { RecordId } from '@shared/domain/values';
import type { Result } from '@shared/result';
import { openStore } from '@main/storage/open-store';
import type { OpenedStore, StoreOptions } from '@main/storage/open-store';
import type { Intent, Store } from '@main/storage/store';

export const officer: RecordId = '5a1b0f5e-0f5b-4c55-9a39-0d6d3f6f3d01';
export const intent: Intent = { by: officer, verb: 'edit', type: 'trip' };

const open: OpenedStore[] = [];

afterEach(async () => {
  for (const { store } of open.splice(0)) await store.close();
});

/** A clock that goes on by a second at each look, from a noon of its own. */
export function steadyClock(start = '2026-11-22T04:00:00.000Z'): () => Instant {
  let now = Date.parse(start);
  return () => {
    now += 1000;
    return instantOf(now);
  };
}

export function tryOpening(folder: string, options: Partial<StoreOptions> = {}): Promise<Result<OpenedStore>> {
  return openStore({ folder, clock: steadyClock(), newId: randomUUID, ...options });
}

/** Opens a store that must open; it is closed when the test ends. */
export async function opened(folder: string, options: Partial<StoreOptions> = {}): Promise<OpenedStore> {
  const value = valueOf(await tryOpening(folder, options));
  open.push(value);
  return value;
}

export function valueOf<V>(result: Result<V>): V {
  if (!result.ok) throw new Error(`Failed: ${JSON.stringify(result.failure)}`);
  return result.value;
}

export function tripFields(name: string): NewFields<'trip'> {
  return {
    title: { en: name, zhHant: '深圳訪問（樣本）', zhHans: '' },
    firstDay: '2026-03-02' as CalendarDate,
    lastDay: '2026-03-04' as CalendarDate,
  };
}

export async function makeTrip(store: Store, name = 'Shenzhen visit (sample)'): Promise<RecordOf<'trip'>> {
  return valueOf(await store.transact({ ...intent, verb: 'create' }, (tx) => tx.create('trip', tripFields(name))));
}
