import type { NoteBlock } from '@shared/domain/note/schema';
import type { LocalisedText } from '@shared/domain/values';
import type { PlainRecord } from '../sample-records';

export function titleOf(trip: PlainRecord): string {
  return (trip['title'] as LocalisedText).en;
}

export function noteLength(note: PlainRecord): number {
  return (note['blocks'] as readonly NoteBlock[]).reduce((length, { markdown }) => length + markdown.length, 0);
}
