import { relations } from '@shared/domain/relations';
import { recordTypes } from '@shared/domain/records';
import type { RecordType } from '@shared/domain/records';
import type { RecordId } from '@shared/domain/values';
import { storedIn } from '../backups/up-to-date';
import { keyOf } from './outline';
import type { Outline, Outlined } from './outline';

/**
 * What a trip takes along of what it only names. Whom one meets, whose house one is in, and what they intend must be known
 * on the road, with the pictures of their cards. Everything else that something names stays: it belongs to another trip, or
 * was written about a person or an organisation apart from this one, and has no business crossing a border with it. Such a
 * reference then names something that is not there, as it may at any time (a record that was set aside, or has not
 * arrived yet): the screens leave it out, and the store lets nobody make a new one.
 */
const followed: ReadonlySet<string> = new Set(['person', 'organisation', 'attachment', 'investment-project']);
const outward = relations.filter(({ to }) => followed.has(to));

/** Parts of parts that lead to a trip: its programme, its meetings, the notes and files of these, the notes' versions. */
const inward = relations.filter(({ kind, to }) => kind === 'part' && ['trip', 'meeting', 'note'].includes(to));

/**
 * The records that go along with a trip, in no order; none when there is no such trip.
 *
 * - The trip and every part of it, also what is in the Trash: a part that was deleted by mistake is missed on the road.
 * - Follow-ups that were made at one of its meetings and belong to no trip: they are shown with that meeting.
 * - The people, organisations, projects and files that any of these name, and what those name in turn: a post's
 *   organisation, its parent, who looks after it, a photograph. Of a person the posts, without which one does not know
 *   who it is; of an organisation nobody else. A file that belongs to another trip stays with it.
 * - Those who wrote something of all this, the officer who takes it among them, so that it can be said who.
 * - Conflicts about any of it: what somebody wrote waits there to be settled.
 */
export function wholeTrip(outline: Outline, tripId: RecordId, officerId: RecordId): Set<Outlined> {
  const going = partsOf(outline, tripId);
  if (going.size === 0) return going;
  const own = new Set([...going].map(({ key }) => key));
  const add = (type: string, id: string): void => {
    const record = outline.byKey.get(keyOf(type, id));
    if (record !== undefined && !isOfAnotherTrip(record, own)) going.add(record);
  };
  add('person', officerId);
  // What is added while a set is gone through is come by, too.
  for (const record of going) {
    for (const { field, to } of outward.filter(({ from }) => from === record.type)) {
      for (const id of record.named.get(field) ?? []) add(to, id);
    }
    for (const id of [...record.writers, ...authorsOf(record)]) add('person', id);
    if (record.type === 'person') {
      for (const post of outline.naming('affiliation', 'personId', record.id)) if (!post.isTrashed) going.add(post);
    }
    for (const conflict of outline.conflictsAbout(record.key)) going.add(conflict);
  }
  return going;
}

function partsOf(outline: Outline, tripId: RecordId): Set<Outlined> {
  const parts = new Set<Outlined>();
  const trip = outline.byKey.get(keyOf('trip', tripId));
  if (trip === undefined) return parts;
  parts.add(trip);
  for (const whole of parts) {
    for (const { from, field } of inward.filter(({ to }) => to === whole.type)) {
      for (const part of outline.naming(from, field, whole.id)) parts.add(part);
    }
    if (whole.type !== 'meeting') continue;
    for (const followUp of outline.naming('follow-up', 'meetingId', whole.id)) {
      if (!followUp.named.has('tripId')) parts.add(followUp);
    }
  }
  return parts;
}

/** A picture that a person is known by may have been taken on another trip: its caption tells of that one. */
function isOfAnotherTrip({ type, key, named }: Outlined, own: ReadonlySet<string>): boolean {
  if (type !== 'attachment' || own.has(key)) return false;
  const wholes = [
    ...(named.get('tripId') ?? []).map((id) => keyOf('trip', id)),
    ...(named.get('meetingId') ?? []).map((id) => keyOf('meeting', id)),
  ];
  return wholes.some((whole) => !own.has(whole));
}

/** Those who wrote the blocks of a note. */
function authorsOf({ type, json }: Outlined): string[] {
  const blocks = type === 'note' || type === 'note-version' ? storedIn(json)?.['blocks'] : null;
  if (!Array.isArray(blocks)) return [];
  return blocks.flatMap((block: unknown) =>
    typeof block === 'object' && block !== null && 'authorId' in block && typeof block.authorId === 'string'
      ? [block.authorId]
      : [],
  );
}

/** How many records of each kind there are, apart from what is in the Trash. */
export type Counts = Readonly<Record<RecordType, number>>;

export function countsOf(records: Iterable<Outlined>): Counts {
  const counts = Object.fromEntries(recordTypes.map((type) => [type, 0])) as Record<RecordType, number>;
  for (const { type, isTrashed } of records) {
    const known = recordTypes.find((each) => each === type);
    if (known !== undefined && !isTrashed) counts[known] += 1;
  }
  return counts;
}
