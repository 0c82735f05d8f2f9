import type { RecordType } from '@shared/domain/records';
import type { SearchHit } from '@shared/ipc/app-channels';
import { findFolded, fold } from '@shared/search/fold';
import type { Reader } from '../storage/store';
import { searchableTexts, subjectOf, titleOf } from './searchable-texts';

/** The kinds that can be found, in the order in which they are shown. */
const searched = [
  'trip',
  'organisation',
  'person',
  'meeting',
  'note',
  'itinerary-item',
  'follow-up',
  'attachment',
] as const satisfies readonly RecordType[];

const mostPerKind = 50;
const excerptBefore = 40;
const excerptLength = 160;

/** Looks through every live record for a text, whatever its case, width or accents; at most 50 hits of a kind. */
export function searchAll(reader: Reader, text: string): SearchHit[] {
  const wanted = fold(text.trim());
  if (wanted === '') return [];
  return searched.flatMap((type) => {
    const hits: SearchHit[] = [];
    for (const record of reader.all(type)) {
      if (record.type === 'trip' && record.isTemplate) continue;
      for (const candidate of searchableTexts(record)) {
        const place = findFolded(candidate, wanted);
        if (place === null) continue;
        hits.push({
          type,
          id: record.id,
          title: titleOf(reader, record),
          subject: subjectOf(record),
          ...excerptAround(candidate, place),
        });
        break;
      }
      if (hits.length >= mostPerKind) break;
    }
    return hits;
  });
}

function excerptAround(
  text: string,
  place: { start: number; length: number },
): Pick<SearchHit, 'excerpt' | 'start' | 'length'> {
  const from = Math.max(0, place.start - excerptBefore);
  // The ellipsis is one character, and newlines become blanks one for one, so that the place stays right.
  const before = from > 0 ? '…' : '';
  const excerpt = before + text.slice(from, from + excerptLength).replace(/\s/g, ' ');
  return { excerpt, start: place.start - from + before.length, length: place.length };
}
