import type { CalendarDate } from '@shared/dates';
import { strictest } from '@shared/domain/values';
import type { RecordId } from '@shared/domain/values';
import { failed, success } from '@shared/result';
import type { Result } from '@shared/result';
import type { TripReport } from '../export/report/model';
import type { Reader } from '../storage/store';
import { accountsOf } from './trip-report/accounts';
import { chaptersOf } from './trip-report/chapters';
import { delegationOf, headOf } from './trip-report/delegation';
import { figuresOf } from './trip-report/figures';
import { annexesOf, photographsOfTrip } from './trip-report/files';
import { followUpsOf } from './trip-report/follow-ups';
import { movesOf } from './trip-report/pipeline';
import { programmeOf } from './trip-report/programme';
import { ReportSources } from './trip-report/sources';

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

  const sources = new ReportSources(reader, trip, options.isWithSensitive === true);
  const followUps = followUpsOf(sources, options.today);
  const chapters = chaptersOf(sources, followUps);
  const delegation = delegationOf(sources);
  const programme = programmeOf(sources);
  const moves = movesOf(sources);
  const photographs = photographsOfTrip(sources);
  const annexes = annexesOf(sources);
  const printedFollowUps = followUps.map(({ printed }) => printed);

  return success({
    classification: strictest(sources.markings()),
    reference: trip.reference,
    title: trip.title,
    firstDay: trip.firstDay,
    lastDay: trip.lastDay,
    cities: trip.cities.map((city) => city.name),
    head: headOf(sources),
    madeOn: options.today,
    figures: figuresOf(sources, chapters, printedFollowUps),
    purpose: sources.open(trip.purpose),
    objectives: trip.objectives.filter((objective) => objective.trim() !== ''),
    delegation,
    programme,
    chapters,
    observations: sources.open(trip.observations),
    conclusions: sources.open(trip.conclusions),
    photographs,
    followUps: printedFollowUps,
    moves,
    accounts: accountsOf(trip),
    annexes,
    // Said last, when every text was read.
    leftOut: sources.leftOut(),
  });
}
