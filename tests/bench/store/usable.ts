import { setImmediate } from 'node:timers/promises';
import type { OpenContestant } from './contestants/contestant';
import type { PlannedChange } from './planned-changes';
import { groupSize, idAt } from './sample-records';

/**
 * What a person needs who opens a store: every trip is listed, one note is read, one change is made and durable. Each is
 * asked in a turn of its own, as they come from a window.
 */
export async function becomeUsable(store: OpenContestant, size: number, change: PlannedChange): Promise<void> {
  const groups = size / groupSize;
  const trips = await store.listTrips();
  if (trips.length < groups) throw new Error(`Only ${trips.length} of ${groups} trips are there`);
  await setImmediate();
  const length = await store.readNote(idAt(Math.floor(groups / 2), groupSize - 1));
  if (length === 0) throw new Error('The note is empty');
  await setImmediate();
  await store.change(change);
}
