/**
 * A process that uses a store until it is killed: `<program> <folder>`. It says on its standard output, line by line,
 * what the store has acknowledged, and nothing before.
 */
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { instantOf } from '@shared/dates';
import type { CalendarDate } from '@shared/dates';
import type { RecordId } from '@shared/domain/values';
import { openStore } from '@main/storage/open-store';
import type { Intent } from '@main/storage/store';

/** One acknowledged change: a pair of records that carry one number. */
export interface Acknowledged {
  readonly tripId: RecordId;
  readonly taskId: RecordId;
  readonly count: number;
  readonly blob?: string;
}

const folder = process.argv[2];
if (folder === undefined) throw new Error('No folder is given');
const by = randomUUID();
const intent: Intent = { by, verb: 'edit', type: 'trip' };

const opened = await openStore({ folder, clock: () => instantOf(Date.now()), newId: randomUUID });
if (!opened.ok) throw new Error(`The store does not open: ${JSON.stringify(opened.failure)}`);
const { store, blobs, backups, notices } = opened.value;
if (notices.length > 0) throw new Error(`The store was damaged: ${JSON.stringify(notices)}`);
say({ opened: store.all('trip').length });

for (let count = 1; ; count += 1) {
  await Promise.all(Array.from({ length: 1 + (count % 3) }, () => makePair(count)));
  if (count % 7 === 0) await backups.make();
}

/** A trip and a follow-up of it in one change, then both with a higher number in another. */
async function makePair(count: number): Promise<void> {
  const bytes = Buffer.from(`file ${randomUUID()}`);
  const blob = await blobs.put(bytes);
  const made = await store.transact(intent, (tx) => {
    const trip = tx.create('trip', {
      title: { en: 'Trip (sample)', zhHant: '訪問（樣本）', zhHans: '' },
      firstDay: '2026-03-02' as CalendarDate,
      lastDay: '2026-03-04' as CalendarDate,
      purpose: String(count),
    });
    return {
      tripId: trip.id,
      taskId: tx.create('follow-up', { title: 'Task (sample)', detail: String(count), tripId: trip.id }).id,
    };
  });
  if (!made.ok || !blob.ok) throw new Error('A change was refused');
  say({ ...made.value, count, blob: blob.value });
  const raised = await store.transact(intent, (tx) => {
    tx.update('trip', made.value.tripId, { purpose: String(count + 1) });
    tx.update('follow-up', made.value.taskId, { detail: String(count + 1) });
  });
  if (!raised.ok) throw new Error('A change was refused');
  say({ ...made.value, count: count + 1 });
}

function say(what: Acknowledged | { opened: number }): void {
  writeSync(1, `${JSON.stringify(what)}\n`);
}
