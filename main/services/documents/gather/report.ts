import type { CalendarDate } from '@shared/dates';
import { strictest } from '@shared/domain/values';
import type { TripReport } from '../../../export/report/model';
import type { DocumentSources } from '../sources';
import { accountsOf } from './accounts';
import { chaptersOf } from './chapters';
import { delegationOf, headOf } from './delegation';
import { figuresOf } from './figures';
import { annexesOf, photographsOfTrip } from './files';
import { followUpsOf } from './follow-ups';
import { movesOf } from './pipeline';
import { programmeOf } from './programme';

/** All that a trip's report says; `today` is the day on the officer's calendar. */
export function gatherReport(sources: DocumentSources, today: CalendarDate): TripReport {
  const { trip, words } = sources;
  const followUps = followUpsOf(sources, today);
  const chapters = chaptersOf(sources, followUps);
  const printedFollowUps = followUps.map(({ printed }) => printed);
  const gathered = {
    reference: words.line(trip.reference),
    title: words.title(trip.title),
    firstDay: trip.firstDay,
    lastDay: trip.lastDay,
    cities: trip.cities.map((city) => words.name(city.name)),
    head: headOf(sources),
    madeOn: today,
    figures: figuresOf(sources, chapters, printedFollowUps),
    purpose: words.open(trip.purpose),
    objectives: objectivesOf(sources),
    delegation: delegationOf(sources),
    programme: programmeOf(sources),
    chapters,
    observations: words.open(trip.observations),
    conclusions: words.open(trip.conclusions),
    photographs: photographsOfTrip(sources),
    followUps: printedFollowUps,
    moves: movesOf(sources),
    accounts: accountsOf(sources),
    annexes: annexesOf(sources),
  };
  // Said last, when every record and text was read.
  return { ...gathered, classification: strictest(sources.markings()), leftOut: words.leftOut().sensitiveLines };
}

export function objectivesOf({ trip, words }: DocumentSources): string[] {
  return trip.objectives.map((objective) => words.open(objective)).filter((objective) => objective.trim() !== '');
}
