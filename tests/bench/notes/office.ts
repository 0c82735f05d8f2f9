import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { openStore } from '@main/storage/open-store';
import type { Store, Transaction } from '@main/storage/store';
import { instantOf } from '@shared/dates';
import type { CalendarDate, WallTime } from '@shared/dates';
import type { RecordId } from '@shared/domain/values';
import { groupSize, idAt, sampleTrip } from '../store/sample-records';
import { longNote } from './long-note';

/** A trip of our own among those of the sample: meetings one after another, each with a note of one's own. */
export interface Office {
  readonly tripId: RecordId;
  /** In the order in which the app goes from one to the next. */
  readonly meetingIds: readonly RecordId[];
  /** The first one's note is this long, the others' are as notes are. */
  readonly longest: number;
}

const notesOfTrip = 40;
const day = '2026-03-02' as CalendarDate;

/**
 * Fills the data folder of an app that has been started once and ended: so many notes in all, and a trip whose meetings
 * are opened one after another. Answers once all of it is on the disk.
 */
export async function furnish(
  userData: string,
  { notes, meetings, longest }: { notes: number; meetings: number; longest: number },
): Promise<Office> {
  const folder = join(userData, 'data');
  const opened = await openStore({ folder, clock: () => instantOf(Date.now()), newId: randomUUID });
  if (!opened.ok) throw new Error(`The store does not open: ${opened.failure.code}`);
  const { store } = opened.value;
  try {
    const me = store.all('person').find(({ side }) => side === 'ours');
    if (me === undefined) throw new Error('Nobody is known yet');
    for (let group = 0; group < notes / notesOfTrip; group += 1) {
      await write(store, (tx) => {
        for (const { type, fields, id } of sampleTrip(group)) tx.create(type, fields, id);
      });
    }
    const tripId = randomUUID();
    const meetingIds: RecordId[] = [];
    await write(store, (tx) => {
      tx.create('trip', { title: title('Notes (sample)'), firstDay: day, lastDay: day }, tripId);
      for (let n = 0; n < meetings; n += 1) {
        const meetingId = idAt(1_000_000 + n, groupSize);
        meetingIds.push(meetingId);
        const start = `${String(8 + Math.floor(n / 6)).padStart(2, '0')}:${(n % 6) * 10 || '00'}` as WallTime;
        tx.create('meeting', { tripId, title: title(`Meeting ${n + 1} (sample)`), day, start }, meetingId);
        const markdown = `${mark(n)}\n\n${longNote(n === 0 ? longest : 4000, n)}`;
        const block = { id: randomUUID(), authorId: me.id, begunAt: instantOf(Date.now()), markdown };
        tx.create('note', { meetingId, blocks: [block] });
      }
    });
    return { tripId, meetingIds, longest };
  } finally {
    await store.close();
  }
}

/** The first words of the n-th meeting's note, by which it is seen that it is there. */
export function mark(n: number): string {
  return `Opened as number ${n + 1}.`;
}

function title(en: string): { en: string; zhHant: string; zhHans: string } {
  return { en, zhHant: '', zhHans: '' };
}

async function write(store: Store, work: (tx: Transaction) => void): Promise<void> {
  const done = await store.transact({ by: idAt(0, 0), verb: 'import', type: 'trip' }, work);
  if (!done.ok) throw new Error(`The store answered ${done.failure.code}`);
}
