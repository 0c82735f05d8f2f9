import type { CalendarDate } from '@shared/dates';
import { isClosed, isOverdue, compareUrgency } from '@shared/domain/follow-up/rules';
import type { RecordOf } from '@shared/domain/records';
import { hasText } from '@shared/domain/values';
import type { RecordId } from '@shared/domain/values';
import type {
  BriefingPack,
  ContactBefore,
  OrganisationBrief,
  PersonToMeet,
  ProfileInBrief,
  ProjectInBrief,
  VisitAhead,
} from '../../../export/compose/models/briefing';
import { asksOf } from '../../open-asks';
import type { DocumentSources } from '../sources';
import { aboutTrip } from './about';
import { clockIn, mainZoneOf } from './clock';
import { organisationsOnTheWay } from './organisations';
import type { OrganisationOnTheWay } from './organisations';
import { postsOn } from './posts';
import { timesOf } from './programme';

type Organisation = RecordOf<'organisation'>;
type Meeting = RecordOf<'meeting'>;

const mostContacts = 5;
/** Of people whom the programme does not name: those who hold a post there may come too. */
const mostOthers = 6;

/** What to know of each organisation that is visited; only the parts that are wanted are read. */
export function gatherBriefing(
  sources: DocumentSources,
  today: CalendarDate,
  parts: ReadonlySet<string>,
): BriefingPack {
  const all = organisationsOnTheWay(sources);
  const visited = new Set(all.map(({ organisation }) => organisation?.id));
  const organisations = all.flatMap(({ organisation, ...met }) => {
    if (organisation === null) return [];
    // What only came along with its parent is told of there.
    const cameAlong = met.items.length === 0 && visited.has(organisation.parentId ?? '');
    return cameAlong ? [] : [briefOf(sources, { ...met, organisation }, today, parts)];
  });
  return { organisations, about: aboutTrip(sources, today) };
}

interface Met extends OrganisationOnTheWay {
  readonly organisation: Organisation;
}

function briefOf(
  sources: DocumentSources,
  met: Met,
  today: CalendarDate,
  parts: ReadonlySet<string>,
): OrganisationBrief {
  const { organisation, items } = met;
  const meetings = sources
    .naming('meeting', 'organisationIds', organisation.id)
    .filter((meeting) => sources.mayTell(meeting))
    .sort((one, other) => other.day.localeCompare(one.day) || (other.start ?? '').localeCompare(one.start ?? ''));
  const none = <T>(name: string, made: () => T[]): T[] => (parts.has(name) ? made() : []);
  return {
    id: `organisation-${organisation.id}`,
    name: sources.organisationName(organisation.id) ?? organisation.legalName,
    visits: visitsOf(sources, met),
    profile: profileOf(sources, organisation),
    people: none('people', () => peopleOf(sources, met)),
    contacts: none('last-contacts', () => contactsOf(sources, meetings, today)),
    asks: none('open-asks', () => openAsksOf(sources, organisation.id, meetings, today)),
    followUps: none('open-asks', () => followUpsWith(sources, organisation.id, meetings, today)),
    talkingPoints: none('talking-points', () =>
      items.map((item) => sources.words.open(item.talkingPoints)).filter((points) => points.trim() !== ''),
    ),
    projects: none('intentions', () => projectsOf(sources, organisation.id)),
    intention: parts.has('intentions') ? lastIntention(sources, meetings) : '',
  };
}

function visitsOf(sources: DocumentSources, { items, meetings }: Met): VisitAhead[] {
  const zone = mainZoneOf(sources);
  const { words } = sources;
  const planned = items.map((item) => ({
    title: words.title(sources.printed(item).title),
    day: item.day,
    times: timesOf(item, zone),
    place: words.title(hasText(item.place) ? item.place : item.address),
    isTentative: item.status === 'tentative',
  }));
  const ids = new Set(items.map((item) => item.id));
  const apart = meetings
    .filter((meeting) => !ids.has(meeting.itineraryItemId ?? '') && meeting.kind !== 'call')
    .map((meeting) => ({
      title: words.title(sources.printed(meeting).title),
      day: meeting.day,
      times:
        meeting.start === null
          ? null
          : {
              start: meeting.start,
              end: meeting.end ?? '',
              endDay: null,
              clock: clockIn(meeting.zone, zone, meeting.day, meeting.start),
            },
      place: { en: '', zhHant: '', zhHans: '' },
      isTentative: false,
    }));
  return [...planned, ...apart].sort(
    (one, other) =>
      one.day.localeCompare(other.day) || (one.times?.start ?? '99').localeCompare(other.times?.start ?? '99'),
  );
}

function profileOf(sources: DocumentSources, organisation: Organisation): ProfileInBrief {
  const { words } = sources;
  const { kind, sectors, tier, hongKongPresence, website } = organisation;
  return {
    kind,
    sectors,
    tier,
    hongKongPresence,
    website: words.line(website),
    shortNames: organisation.shortNames.map((name) => words.called(name)).filter((name) => name.trim() !== ''),
    seat: [organisation.city, organisation.province].filter(hasText).map((name) => words.name(name)),
    address: words.title(organisation.address),
    parent: sources.organisationName(organisation.parentId),
    size: words.line(organisation.size),
    revenue: words.line(organisation.revenue),
    listing: words.line(organisation.listing),
    words: words.open(organisation.profile),
    hongKongPresenceDetail: words.open(organisation.hongKongPresenceDetail),
    accountManager: sources.person(organisation.accountManagerId) ?? null,
  };
}

/** Whom the programme names, in order of precedence; then others who hold a post there on the first day of the trip. */
function peopleOf(sources: DocumentSources, { organisation, peopleIds }: Met): PersonToMeet[] {
  const day = sources.trip.firstDay;
  const others = sources
    .naming(
      'affiliation',
      'organisationId',
      organisation.id,
      (post) => (post.from ?? '') <= day && (post.to ?? '9999') >= day && !peopleIds.includes(post.personId),
    )
    .sort(
      (one, other) =>
        Number(other.isPrimary) - Number(one.isPrimary) ||
        (one.from ?? '').localeCompare(other.from ?? '') ||
        one.id.localeCompare(other.id),
    )
    .slice(0, mostOthers)
    .map((post) => post.personId);
  return [...new Set([...peopleIds, ...others])].flatMap((id) => {
    const record = sources.live('person', id);
    const person = sources.person(id, postsOn(sources, id, [organisation.id], day));
    if (record === undefined || person === undefined) return [];
    return [{ person, language: record.preferredLanguage, remarks: sources.words.open(record.remarks) }];
  });
}

/** What was held already: it is over, or somebody has written what came of it. */
function contactsOf(sources: DocumentSources, meetings: readonly Meeting[], today: CalendarDate): ContactBefore[] {
  return meetings
    .filter(({ day, status, outcome }) => day < today || status === 'complete' || outcome.trim() !== '')
    .slice(0, mostContacts)
    .map((meeting) => ({
      day: meeting.day,
      kind: sources.printed(meeting).kind,
      title: sources.words.title(meeting.title),
      by: sources.people(meeting.ourAttendeeIds),
      outcome: sources.words.open(meeting.outcome),
    }));
}

function openAsksOf(
  sources: DocumentSources,
  organisationId: RecordId,
  meetings: readonly Meeting[],
  today: CalendarDate,
): OrganisationBrief['asks'][number][] {
  return asksOf(
    sources,
    [organisationId],
    meetings.filter(({ day }) => day <= today),
  ).flatMap((ask) => {
    if (ask.isSensitive && !sources.words.isWithSensitive) {
      sources.words.leaveOutLine(ask.words);
      return [];
    }
    return [{ kind: ask.kind, words: sources.words.line(ask.words), day: ask.day }];
  });
}

function followUpsWith(
  sources: DocumentSources,
  organisationId: RecordId,
  meetings: readonly Meeting[],
  today: CalendarDate,
): OrganisationBrief['followUps'][number][] {
  const found = [
    ...sources.naming('follow-up', 'organisationId', organisationId),
    ...meetings.flatMap(({ id }) => sources.naming('follow-up', 'meetingId', id)),
  ].filter((followUp) => !isClosed(followUp));
  return [...new Map(found.map((followUp) => [followUp.id, followUp])).values()]
    .filter((followUp) => sources.mayAsk(followUp))
    .sort((one, other) => compareUrgency(one, other) || one.id.localeCompare(other.id))
    .map((followUp) => ({
      title: sources.words.line(sources.printed(followUp).title),
      owner: sources.holder(followUp.ownerId),
      due: followUp.due,
      isOverdue: isOverdue(followUp, today),
      status: followUp.status,
    }));
}

function projectsOf(sources: DocumentSources, organisationId: RecordId): ProjectInBrief[] {
  const { words } = sources;
  return sources
    .naming('investment-project', 'organisationId', organisationId)
    .sort((one, other) => one.createdAt.localeCompare(other.createdAt) || one.id.localeCompare(other.id))
    .map((project) => {
      const { kind, functions, likelihood, expectedOn, investmentInHkd, jobs, stage, standing } =
        sources.printed(project);
      return {
        ...{ kind, functions, likelihood, expectedOn, investmentInHkd, jobs, stage, standing },
        title: words.line(project.title),
        asks: words.open(project.asks),
        competingLocations: project.competingLocations
          .map((place) => words.line(place))
          .filter((place) => place.trim() !== ''),
        standingReason: words.open(project.standingReason),
      };
    });
}

function lastIntention(sources: DocumentSources, meetings: readonly Meeting[]): string {
  const said = meetings.find(({ intention }) => intention.trim() !== '');
  return said === undefined ? '' : sources.words.open(said.intention);
}
