import { randomUUID } from 'node:crypto';
import type { AnyRecord } from '@shared/domain/records';
import { daysLater } from '@shared/dates';
import { aRecord, day, english, instant, nextId, time } from '../../builders/records';
import { aBareTrip } from '../../builders/report-trip';

const days = 60;
const said =
  'They spoke of their plans and asked many things about Hong Kong. 雙方討論企業計劃，並就出口認證交換意見。 '.repeat(
    12,
  );

export interface LongTrip {
  readonly tripId: string;
  readonly records: readonly AnyRecord[];
  readonly photographIds: readonly string[];
}

/** A trip whose report has about this many pages, and this many photographs: a visit fills nearly two of them. */
export function longTrip(pages: number, photographs: number): LongTrip {
  const visits = Math.max(1, Math.round((pages - 5) / 1.72));
  const trip = aBareTrip({ firstDay: day('2026-01-01'), lastDay: daysLater(day('2026-01-01'), days - 1) });
  const records: AnyRecord[] = [trip];
  const photographIds: string[] = [];
  for (let at = 0; at < visits; at += 1) {
    const title = english(`Visit no. ${at + 1} (sample)`);
    const date = daysLater(trip.firstDay, Math.floor((at * days) / visits));
    const item = aRecord('itinerary-item', {
      tripId: trip.id,
      title,
      day: date,
      start: time('09:00'),
      end: time('11:00'),
      kind: 'site-visit',
      status: 'confirmed',
    });
    const meeting = aRecord('meeting', {
      tripId: trip.id,
      itineraryItemId: item.id,
      title,
      day: date,
      start: item.start,
    });
    const markdown = Array.from({ length: 4 }, () => said).join('\n\n');
    const blocks = [{ id: nextId(), authorId: nextId(), begunAt: instant('2026-02-24T01:00:00.000Z'), markdown }];
    records.push(item, meeting, aRecord('note', { meetingId: meeting.id, blocks }));
    while (photographIds.length < Math.floor((photographs * (at + 1)) / visits)) {
      const id = randomUUID();
      photographIds.push(id);
      records.push(
        aRecord(
          'attachment',
          {
            sha256: 'a'.repeat(64),
            name: 'photograph.jpg',
            mime: 'image/jpeg',
            size: 1,
            isInReport: true,
            meetingId: meeting.id,
            caption: `Photograph ${photographIds.length} (sample)`,
          },
          { id },
        ),
      );
    }
  }
  return { tripId: trip.id, records, photographIds };
}
