import type { CalendarDate } from '@shared/dates';
import { sectionsOf } from '@shared/documents/choices';
import { strictest } from '@shared/domain/values';
import type { ReportNeed, TripReport } from '../../../export/compose/models/report';
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
  // Its cover and its figures say these, whatever its sections are.
  return gatherNeeded(sources, today, new Set([...parts, 'head', 'outline', 'delegation', 'follow-ups']));
}

/** The same, of which nothing is read but what is needed: everything else is as in a trip that has none of it. */
export function gatherNeeded(sources: DocumentSources, today: CalendarDate, needs: ReadonlySet<string>): TripReport {
  const { trip, words } = sources;
  const needed = (...names: readonly ReportNeed[]): boolean => names.some((name) => needs.has(name));
  const open = (name: ReportNeed, text: string): string => (needed(name) ? words.open(text) : '');
  const wanted = <T>(name: ReportNeed, made: () => readonly T[]): readonly T[] => (needed(name) ? made() : []);
  const followUps = needed('follow-ups') ? followUpsOf(sources, today) : [];
  const chapters = needed('visits', 'outline')
    ? chaptersOf(sources, followUps, needed('visits') ? 'whole' : 'outline')
    : [];
  const printedFollowUps = followUps.map(({ printed }) => printed);
  const gathered = {
    reference: words.line(trip.reference),
    title: words.title(trip.title),
    firstDay: trip.firstDay,
    lastDay: trip.lastDay,
    cities: trip.cities.map((city) => words.name(city.name)),
    head: needed('head') ? headOf(sources) : null,
    madeOn: today,
    figures: figuresOf(sources, chapters, printedFollowUps),
    purpose: open('purpose', trip.purpose),
    objectives: wanted('purpose', () => objectivesOf(sources)),
    delegation: wanted('delegation', () => delegationOf(sources)),
    programme: needed('programme') ? programmeOf(sources) : { days: [], cancelled: 0 },
    chapters,
    observations: open('observations', trip.observations),
    conclusions: open('conclusions', trip.conclusions),
    photographs: wanted('photographs', () => photographsOfTrip(sources)),
    followUps: printedFollowUps,
    moves: needed('pipeline', 'charts') ? movesOf(sources) : [],
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
