import type { CalendarDate } from '@shared/dates';
import { sectionsOf } from '@shared/documents/choices';
import { strictest } from '@shared/domain/values';
import type { TripReport } from '../../../export/compose/models/report';
import type { DocumentSources } from '../sources';
import { accountsOf } from './accounts';
import { chaptersOf } from './chapters';
import { delegationOf, headOf } from './delegation';
import { figuresOf, sectorsOf } from './figures';
import { annexesOf, photographsOfTrip } from './files';
import { followUpsOf } from './follow-ups';
import { movesOf } from './pipeline';
import { programmeOf } from './programme';

/** What a trip's report says; of sections that are not wanted nothing is read. `today` is the day on the officer's calendar. */
export function gatherReport(
  sources: DocumentSources,
  today: CalendarDate,
  parts: ReadonlySet<string> = new Set(sectionsOf.report),
): TripReport {
  const { trip, words } = sources;
  const open = (name: string, text: string): string => (parts.has(name) ? words.open(text) : '');
  const wanted = <T>(name: string, made: () => readonly T[]): readonly T[] => (parts.has(name) ? made() : []);
  const followUps = followUpsOf(sources, today);
  const chapters = chaptersOf(sources, followUps, parts.has('visits') ? 'whole' : 'outline');
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
    purpose: open('purpose', trip.purpose),
    objectives: wanted('purpose', () => objectivesOf(sources)),
    delegation: delegationOf(sources),
    programme: parts.has('programme') ? programmeOf(sources) : { days: [], cancelled: 0 },
    chapters,
    observations: open('observations', trip.observations),
    conclusions: open('conclusions', trip.conclusions),
    photographs: wanted('photographs', () => photographsOfTrip(sources)),
    followUps: printedFollowUps,
    moves: parts.has('pipeline') || parts.has('charts') ? movesOf(sources) : [],
    sectors: wanted('charts', () => sectorsOf(sources, chapters)),
    accounts: wanted('accounts', () => accountsOf(sources)),
    annexes: wanted('annexes', () => annexesOf(sources)),
  };
  // Said last, when every record and text was read.
  return { ...gathered, classification: strictest(sources.markings()), leftOut: words.leftOut().sensitiveLines };
}

export function objectivesOf({ trip, words }: DocumentSources): string[] {
  return trip.objectives.map((objective) => words.open(objective)).filter((objective) => objective.trim() !== '');
}
