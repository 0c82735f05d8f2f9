import type { CalendarDate } from '@shared/dates';
import { isPicture } from '@shared/domain/attachment/rules';
import { markedLines } from '@shared/domain/note/marks';
import type { RecordId } from '@shared/domain/values';
import { plainWords } from '@shared/markdown/plain-words';
import type { CityInPress, PressFacts } from '../../../export/compose/models/press';
import type { PersonInDocument } from '../../../export/document/people';
import type { DocumentSources } from '../sources';
import { aboutTrip } from './about';
import { objectivesOf } from './report';
import { placedVisits } from './chapters';

/** What a release may say; of the notes nothing but lines marked as quotations, and those only when they are wanted. */
export function gatherPress(sources: DocumentSources, today: CalendarDate, isWithQuotations: boolean): PressFacts {
  const { trip, words } = sources;
  const gathered = {
    headAgain: headAgain(sources),
    hasPhotographs: hasPhotographs(sources),
    purpose:
      words
        .open(trip.purpose)
        .trim()
        .split(/\r?\n\s*\r?\n/)[0] ?? '',
    objectives: objectivesOf(sources),
    cities: citiesOf(sources),
    quotations: isWithQuotations ? quotationsOf(sources) : [],
  };
  return { ...gathered, about: aboutTrip(sources, today) };
}

function headAgain(sources: DocumentSources): PersonInDocument | null {
  const member = sources.members.find(({ role }) => role === 'head');
  const head = sources.live('person', member?.personId ?? null);
  const person = sources.person(head?.id ?? null);
  if (head === undefined || person === undefined) return null;
  const { familyName } = head;
  // Without a family name the whole name is said again.
  return familyName.en + familyName.zhHant + familyName.zhHans === '' || head.honorific === 'none'
    ? person
    : { ...person, name: sources.words.name(familyName), romanisation: '' };
}

function hasPhotographs(sources: DocumentSources): boolean {
  const meetings = new Set<RecordId>(sources.meetings.map((meeting) => meeting.id));
  return (
    sources.all(
      'attachment',
      (file) =>
        file.isInReport &&
        isPicture(file) &&
        (file.tripId === sources.trip.id || (file.meetingId !== null && meetings.has(file.meetingId))),
    ).length > 0
  );
}

/** What was visited where, by its kind alone. */
function citiesOf(sources: DocumentSources): CityInPress[] {
  const placed = placedVisits(sources)
    .filter(({ meeting }) => meeting?.kind !== 'call')
    .map(({ cityId, meeting, item }) => ({
      cityId,
      organisationIds: [...(meeting?.organisationIds ?? []), item?.hostOrganisationId ?? ''],
    }));
  return sources.trip.cities.map(({ id, name }) => {
    const ids = new Set(placed.filter((visit) => visit.cityId === id).flatMap((visit) => visit.organisationIds));
    const organisations = [...ids].flatMap((one) => sources.live('organisation', one) ?? []);
    const enterprises = organisations.filter(({ kind }) => kind === 'enterprise');
    const sectors = enterprises.flatMap((enterprise) => enterprise.sectors).filter((sector) => sector !== 'other');
    const others = organisations.map(({ kind }) => kind).filter((kind) => kind !== 'enterprise');
    return {
      name: sources.words.name(name),
      enterprises: enterprises.length,
      sectors: [...new Set(sectors)],
      others: [...new Set(others)],
    };
  });
}

function quotationsOf(sources: DocumentSources): string[] {
  return sources.meetings
    .flatMap((meeting) => sources.naming('note', 'meetingId', meeting.id))
    .flatMap((note) => note.blocks)
    .flatMap((block) => markedLines(sources.words.open(block.markdown)))
    .filter((line) => line.marker === 'quote' && !line.isSensitive)
    .map((line) => plainWords(line.words))
    .filter((said) => said !== '');
}
