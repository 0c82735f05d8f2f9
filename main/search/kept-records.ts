import type { AnyRecord } from '@shared/domain/records';
import type { RecordId } from '@shared/domain/values';
import { searchedKinds } from '@shared/ipc/search-channels';
import type { SearchedKind } from '@shared/ipc/search-channels';
import { fold } from '@shared/search/fold';
import { piecesOf } from './pieces';
import { searchedTexts } from './searched-texts';
import type { Segment } from './segment';

const nameAtStart = /^\{"type":"([a-z][a-z-]{0,40})","id":"([\w-]{1,64})"[,}]/;

/** The kind and id that a record's JSON begins with; null when it is none that is searched. */
export function searchedName(json: Uint8Array): { kind: SearchedKind; id: RecordId } | null {
  const start = Buffer.from(json.buffer, json.byteOffset, Math.min(json.length, 160)).toString('latin1');
  const [, type, id] = nameAtStart.exec(start) ?? [];
  const kind = searchedKinds.find((each) => each === type);
  return kind === undefined || id === undefined ? null : { kind, id };
}

/** Whether a segment would find a record by a few of its words. */
export function isTrueTo(segment: Segment, document: number, json: Uint8Array): boolean {
  const record = JSON.parse(Buffer.from(json.buffer, json.byteOffset, json.length).toString('utf8')) as AnyRecord;
  if (record.deletedAt !== null) return true;
  const words = searchedTexts(record)
    .flatMap(({ text }) => fold(text.slice(0, 2000)).split(/\s+/))
    .filter((word) => word !== '');
  // The middle of a text that was cut may not be a word of it; its beginning is.
  const some = words.slice(0, 1).concat(words.slice(0, -1).filter(() => Math.random() < 4 / words.length));
  return piecesOf(some).pieces.every((piece) => segment.has(document, piece));
}
