import type { CalendarDate } from '@shared/dates';
import type { RecordId } from '@shared/domain/values';
import { failed, success } from '@shared/result';
import type { Result } from '@shared/result';
import type { TripReport } from '../export/report/model';
import type { Reader } from '../storage/store';
import { gatherReport } from './documents/gather/report';
import { DocumentSources } from './documents/sources';

export interface ReportOptions {
  /** The day on the officer's calendar: what is overdue, and the date on the cover, go by it. */
  readonly today: CalendarDate;
  /** Lines marked as sensitive are printed too; they are left out otherwise. */
  readonly isWithSensitive?: boolean | undefined;
}

/** All that a trip's report says. What is in the Trash is not in it; a trip in the Trash is not found. */
export function gatherTripReport(reader: Reader, tripId: RecordId, options: ReportOptions): Result<TripReport> {
  const trip = reader.get('trip', tripId);
  if (trip === undefined || trip.deletedAt !== null) return failed({ code: 'not-found', type: 'trip', id: tripId });
  const sources = new DocumentSources(reader, trip, {
    audience: 'internal',
    isWithSensitive: options.isWithSensitive === true,
  });
  return success(gatherReport(sources, options.today));
}
