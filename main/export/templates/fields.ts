import type { Block, Words } from '../document/blocks';
import { longDay, plainDay, spanOfDays } from '../document/days';
import { fromNote } from '../document/from-markdown';
import type { PersonInDocument } from '../document/people';
import type { Voice } from '../document/voice';
import { asTyped, joined } from '../document/writing';
import { composeReport } from '../compose/report';
import type { ChapterInReport, ProgrammeDay, TimesInReport, TripReport, VisitInReport } from '../compose/models/report';
import { titleOfVisit, visitBlocks } from '../compose/parts/visit';
import type { FilledScope } from './fill';

type Fields = Readonly<Record<string, Words>>;

function scope(
  words: Fields,
  lists: Readonly<Record<string, readonly FilledScope[]>> = {},
  parts: Readonly<Record<string, () => readonly Block[]>> = {},
): FilledScope {
  // Maps, because a template's names come from anybody: `constructor` is a name like any other, and not there.
  return {
    words: new Map(Object.entries(words)),
    lists: new Map(Object.entries(lists)),
    parts: new Map(Object.entries(parts).map(([name, blocks]) => [name, once(blocks)])),
  };
}

/** A part is laid out when it is asked for, and then once. */
function once(blocks: () => readonly Block[]): () => readonly Block[] {
  let made: readonly Block[] | undefined;
  return () => (made ??= blocks());
}

/** What a template's names stand for in one trip, said in the document's language. `templateFields` lists the names. */
export function fieldsOf(voice: Voice, report: TripReport): FilledScope {
  const { figures } = report;
  const count = (number: number): Words => asTyped(String(number));
  const cities = (all: readonly Parameters<Voice['shortName']>[0][]): Words =>
    joined(
      all.map((city) => voice.shortName(city)),
      voice.word('listComma'),
    );
  const day = (date: TripReport['firstDay']): Words => voice.inBoth((_say, form) => plainDay(date, form));
  const sections = [
    ...['purpose', 'delegation', 'programme', 'visits', 'observations', 'conclusions', 'photographs'],
    ...['follow-ups', 'charts', 'pipeline', 'accounts', 'annexes'],
  ];
  return scope(
    {
      title: voice.shortName(report.title),
      reference: asTyped(report.reference),
      classification: voice.label(`classification.${report.classification}`),
      dates: voice.inBoth((_say, form) => spanOfDays(report.firstDay, report.lastDay, form)),
      firstDay: day(report.firstDay),
      lastDay: day(report.lastDay),
      today: day(report.madeOn),
      cities: cities(report.cities),
      head: report.head === null ? [] : voice.shortPerson(report.head),
      headPost: report.head === null ? [] : postOf(voice, report.head),
      purpose: asTyped(report.purpose),
      observations: asTyped(report.observations),
      conclusions: asTyped(report.conclusions),
      dayCount: count(figures.days),
      cityCount: count(figures.cities),
      visitCount: count(figures.visits),
      organisationCount: count(figures.organisations),
      peopleMetCount: count(figures.peopleMet),
      memberCount: count(report.delegation.length),
      followUpCount: count(figures.followUps),
    },
    {
      objectives: report.objectives.map((objective) => scope({ objective: asTyped(objective) })),
      delegation: report.delegation.map(({ person, role }) =>
        scope({ ...personFields(voice, person), role: voice.label(`delegation.roles.${role}`) }),
      ),
      programme: report.programme.days.map((each) => dayFields(voice, each, cities)),
      visits: report.chapters.flatMap((chapter) => chapter.visits.map((visit) => visitFields(voice, chapter, visit))),
      followUps: report.followUps.map((followUp) =>
        scope({
          number: count(followUp.number),
          action: asTyped(followUp.title),
          owner: followUp.owner === null ? [] : voice.shortPerson(followUp.owner),
          due: followUp.due === null ? [] : day(followUp.due),
          status: voice.label(`followUps.statuses.${followUp.status}`),
          organisation: followUp.organisation === null ? [] : voice.shortName(followUp.organisation),
        }),
      ),
    },
    Object.fromEntries(sections.map((name) => [name, () => sectionBlocks(voice, report, name)])),
  );
}

function dayFields(voice: Voice, each: ProgrammeDay, cities: (all: ProgrammeDay['cities']) => Words): FilledScope {
  const { first, last, items } = each;
  return scope(
    {
      day: voice.inBoth((_say, form) => (first === last ? longDay(first, form) : spanOfDays(first, last, form))),
      cities: cities(each.cities),
    },
    {
      items: items.map(({ title, times, place, host, kind }) => {
        const name = voice.shortName(title);
        return scope({
          time: timeIn(times),
          title: name.length > 0 ? name : voice.label(`programme.kinds.${kind}`),
          place: voice.shortName(place),
          host: host === null ? [] : voice.shortName(host),
        });
      }),
    },
  );
}

function visitFields(voice: Voice, { city }: ChapterInReport, visit: VisitInReport): FilledScope {
  return scope(
    {
      title: titleOfVisit(voice, visit, 'one'),
      kind: voice.label(`visit.kinds.${visit.kind}`),
      day: voice.inBoth((_say, form) => longDay(visit.day, form)),
      time: visit.times === null ? [] : timeIn(visit.times),
      place: voice.shortName(visit.place),
      city: city === null ? [] : voice.shortName(city),
      organisations: joined(
        visit.organisations.map((name) => voice.shortName(name)),
        voice.word('listComma'),
      ),
      outcome: asTyped(visit.outcome),
      intention: asTyped(visit.intention),
    },
    {
      theirs: visit.theirs.map((person) => scope(personFields(voice, person))),
      ours: visit.ours.map((person) => scope(personFields(voice, person))),
    },
    {
      visit: () => visitBlocks(voice, visit),
      discussion: () => visit.notes.flatMap(({ markdown }) => fromNote(markdown, voice)),
    },
  );
}

/** A section as the report has it, without its own title: a template gives its headings itself. */
function sectionBlocks(voice: Voice, report: TripReport, name: string): Block[] {
  const { sections } = composeReport(voice, report, { sections: [name], paper: 'A4', coverPictureId: null });
  return sections.flatMap(({ title, blocks }) =>
    sections.length === 1 ? blocks : [{ kind: 'heading', level: 2, words: title } as const, ...blocks],
  );
}

function personFields(voice: Voice, person: PersonInDocument): Fields {
  return { name: voice.shortPerson(person), post: postOf(voice, person) };
}

function postOf(voice: Voice, { posts }: PersonInDocument): Words {
  const [post] = posts;
  return post === undefined ? [] : voice.shortName(post.title);
}

function timeIn({ start, end }: TimesInReport): Words {
  return asTyped([start, end].filter((time) => time !== '').join('–'));
}
