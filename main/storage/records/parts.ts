import type { AnyRecord, RecordType } from '@shared/domain/records';
import { idsAt, relations } from '@shared/domain/relations';
import type { RecordId } from '@shared/domain/values';
import type { EntrySource } from './record-table';

const partRelations = relations.filter((relation) => relation.kind === 'part');

/** The records that directly belong to this one, in the Trash or not. */
export function partsOf(source: EntrySource, type: RecordType, id: RecordId): AnyRecord[] {
  const found = new Set<AnyRecord>();
  for (const relation of partRelations) {
    if (relation.to !== type) continue;
    for (const { record } of source.referring(relation.from, relation.field, id)) found.add(record);
  }
  return [...found];
}

/** The records that this one directly belongs to, in the Trash or not. */
function wholesOf(source: EntrySource, record: AnyRecord): AnyRecord[] {
  return partRelations
    .filter((relation) => relation.from === record.type)
    .flatMap((relation) => idsAt(record, relation.field).map((id) => source.entry(relation.to, id)?.record))
    .filter((whole) => whole !== undefined);
}

/** The record and everything that belongs to it and is not in the Trash, whole before part. */
export function whatGoesAlong(
  source: EntrySource,
  record: AnyRecord,
): { going: AnyRecord[]; alreadyGone: AnyRecord[] } {
  const going = new Set([record]);
  const alreadyGone = new Set<AnyRecord>();
  for (const whole of going) {
    for (const part of partsOf(source, whole.type, whole.id)) (part.deletedAt === null ? going : alreadyGone).add(part);
  }
  return { going: [...going], alreadyGone: [...alreadyGone] };
}

/**
 * What leaves the Trash with a record: the record; what it belongs to, as far as that is in the Trash (a note whose
 * meeting stayed there could be seen nowhere, so a person who restores the note means the meeting too); and of each of
 * these the parts that went to the Trash with it, at the same moment. A part that also belongs to something else in the
 * Trash stays, and from now on comes back with that: `staying` names the moment that it is then taken to have gone.
 */
export function whatComesBack(
  source: EntrySource,
  record: AnyRecord,
): { coming: AnyRecord[]; staying: Map<AnyRecord, AnyRecord['deletedAt']> } {
  const named = new Set([record]);
  for (const each of named) for (const whole of wholesOf(source, each)) if (whole.deletedAt !== null) named.add(whole);

  const coming = new Set(named);
  for (const whole of coming) {
    for (const part of partsOf(source, whole.type, whole.id)) if (part.deletedAt === whole.deletedAt) coming.add(part);
  }

  const staying = new Map<AnyRecord, AnyRecord['deletedAt']>();
  let heldBack: number;
  do {
    heldBack = staying.size;
    for (const part of coming) {
      if (named.has(part)) continue;
      const whole = wholesOf(source, part).find((each) => each.deletedAt !== null && !coming.has(each));
      if (whole === undefined) continue;
      coming.delete(part);
      staying.set(part, staying.get(whole) ?? whole.deletedAt);
    }
  } while (staying.size > heldBack);
  return { coming: [...coming], staying };
}
