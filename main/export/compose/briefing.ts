import type { DocumentChoices } from '@shared/documents/choices';
import type { Block, Words } from '../document/blocks';
import { heading, list, paragraph, prose, quiet, section, strong } from '../document/building';
import { longDay, shortDay } from '../document/days';
import { fromNote } from '../document/from-markdown';
import type { PaperDocument, Section } from '../document/document';
import { shortened } from '../document/shortened';
import { timesInWords } from '../document/times';
import type { Voice } from '../document/voice';
import { asTyped, isBlank, joined, looking } from '../document/writing';
import { cover, frame } from './frame';
import type { BriefingPack, ContactBefore, OrganisationBrief, VisitAhead } from './models/briefing';
import { orderedParts } from './ordered';
import { intentions } from './briefing/intentions';
import { people } from './briefing/people';
import { profile } from './briefing/profile';

/**
 * More than this of one kind is counted, so that an organisation stays on a page or two; in two languages each takes the
 * room of two.
 */
const most = {
  one: { visits: 5, contacts: 4, asks: 8, followUps: 6 },
  two: { visits: 4, contacts: 3, asks: 6, followUps: 4 },
} as const;
/** Of those who were there on our side. */
const mostNames = 3;
/** What came of a contact, in Latin letters: the meeting itself has the whole of it. */
const mostOfOutcome = 320;

function mostOf({ beside }: Voice): (typeof most)['one' | 'two'] {
  return beside === null ? most.one : most.two;
}

/** A page or two on each organisation that is to be visited, in the order of the programme. */
export function composeBriefing(voice: Voice, pack: BriefingPack, choices: DocumentChoices): PaperDocument {
  const { about, organisations } = pack;
  const none = paragraph(voice.nothing('briefing.none'), 'none');
  const sections = organisations.map((one) => organisation(voice, one, choices.sections));
  return {
    ...frame(voice, about, 'briefing', choices.paper),
    cover: cover(voice, about, 'briefing', { pictureId: choices.coverPictureId }),
    letterhead: null,
    isClose: true,
    contents: sections.length > 1 ? voice.label('contents') : null,
    sections:
      sections.length > 0
        ? sections
        : [section('briefing', voice.label('documents.briefing'), [none], { startsPage: true })],
  };
}

function organisation(voice: Voice, one: OrganisationBrief, chosen: readonly string[]): Section {
  const blocks = orderedParts(chosen, {
    profile: () => profile(voice, one),
    people: () => people(voice, one),
    'last-contacts': () => contacts(voice, one),
    'open-asks': () => openAsks(voice, one),
    'talking-points': () => talkingPoints(voice, one),
    intentions: () => intentions(voice, one),
  });
  return section(one.id, voice.name(one.name), [...when(voice, one.visits), ...blocks], {
    startsPage: true,
    isNumbered: true,
  });
}

/** When it is visited, a line for each time. */
function when(voice: Voice, visits: readonly VisitAhead[]): Block[] {
  const lines = visits.slice(0, mostOf(voice).visits).map((visit) => visitLine(voice, visit));
  if (lines.length === 0) return [];
  const others = visits.length - lines.length;
  const rest = others === 0 ? [] : [quiet(voice.label('briefing.more', { count: others }))];
  return [paragraph(joined([...lines, ...rest], '\n'), 'when')];
}

/** "Tuesday 24 February 2026, 14:00–15:30, Level 9". */
function visitLine(voice: Voice, visit: VisitAhead): Words {
  const words = joined(
    [
      voice.inBoth((_say, form) => longDay(visit.day, form)),
      visit.times === null ? [] : timesInWords(voice, visit.times),
      voice.shortName(visit.place),
    ],
    voice.word('comma'),
  );
  const tentative = visit.isTentative ? looking('alert', voice.label('programme.tentative')) : [];
  return joined([words, tentative], '  ');
}

function contacts(voice: Voice, { contacts: all }: OrganisationBrief): Block[] {
  const title = heading(2, voice.label('briefing.contacts'));
  if (all.length === 0) return [title, paragraph(voice.nothing('briefing.contactsNone'), 'none')];
  const newest = all.slice(0, mostOf(voice).contacts);
  return [title, ...newest.map((contact): Block => ({ kind: 'together', blocks: contactBlocks(voice, contact) }))];
}

function contactBlocks(voice: Voice, { day, kind, title, by, outcome }: ContactBefore): Block[] {
  const comma = voice.word('comma');
  const first = by.slice(0, mostNames).map((person) => voice.plainPerson(person));
  const others = by.length - first.length;
  const rest = others === 0 ? [] : [voice.word('briefing.moreNames', { count: others })];
  const names = [...first, ...rest].join(voice.word('listComma'));
  const head = joined(
    [
      voice.inBoth((_say, form) => shortDay(day, form)),
      voice.label(`visit.kinds.${kind}`),
      strong(voice.name(title, 'one')),
    ],
    comma,
  );
  const said = prose(shortened(outcome, mostOfOutcome));
  return [
    paragraph(head),
    ...(names === '' ? [] : [paragraph(quiet(voice.sentence('briefing.by', { names })))]),
    ...(said.length > 0 ? said : [paragraph(voice.nothing('briefing.noOutcome'), 'none')]),
  ];
}

function openAsks(voice: Voice, { asks, followUps }: OrganisationBrief): Block[] {
  const askedItems = asks
    .slice(0, mostOf(voice).asks)
    .map(({ kind, words, day }) => [
      paragraph(
        joined(
          [
            joined([strong(voice.label(`briefing.askKinds.${kind}`)), asTyped(words)], voice.word('colon')),
            day === null ? [] : quiet(voice.inBoth((_say, form) => shortDay(day, form))),
          ],
          '  ',
        ),
      ),
    ]);
  const asked: Block[] =
    askedItems.length === 0
      ? [paragraph(voice.nothing('briefing.asksNone'), 'none')]
      : [list(askedItems), ...more(voice, asks.length - askedItems.length)];
  return [heading(2, voice.label('briefing.asks')), ...asked, ...ourFollowUps(voice, followUps)];
}

function ourFollowUps(voice: Voice, all: OrganisationBrief['followUps']): Block[] {
  if (all.length === 0) return [];
  const items = all.slice(0, mostOf(voice).followUps).map(({ title, owner, due, isOverdue }) => {
    const day = due === null ? [] : voice.inBoth((_say, form) => shortDay(due, form));
    const overdue = isOverdue ? looking('alert', voice.label('followUps.overdue')) : [];
    const whose = owner === null ? [] : voice.person(owner, 'one');
    const aside = joined([whose, day], voice.word('comma'));
    return [paragraph(joined([asTyped(title), quiet(aside), overdue], '  '))];
  });
  return [heading(3, voice.label('briefing.followUps')), list(items), ...more(voice, all.length - items.length)];
}

function talkingPoints(voice: Voice, { talkingPoints: all }: OrganisationBrief): Block[] {
  const points = all.filter((words) => !isBlank(words)).flatMap((words) => fromNote(words, voice));
  return [
    heading(2, voice.label('briefing.talkingPoints')),
    ...(points.length > 0 ? points : [paragraph(voice.nothing('briefing.talkingPointsNone'), 'none')]),
  ];
}

function more(voice: Voice, count: number): Block[] {
  return count > 0 ? [paragraph(voice.label('briefing.more', { count }), 'remark')] : [];
}
