import type { DocumentChoices } from '@shared/documents/choices';
import { cell, paragraph, quiet, section, strong } from '../document/building';
import type { Block, Row, Words } from '../document/blocks';
import { longDay, spanOfDays } from '../document/days';
import type { PaperDocument, Section } from '../document/document';
import { shortenedWords } from '../document/shortened';
import { timesInWords } from '../document/times';
import type { Voice } from '../document/voice';
import { asTyped, isBlank, joined, looking, plain } from '../document/writing';
import { contactTable } from './contacts';
import { cover, frame } from './frame';
import type { BookletDay, BookletItem, ProgrammeBooklet } from './models/booklet';
import { ordered } from './ordered';

/** The head of a table stands again on each page. */
const mostOfCity = 48;

/** The programme as it is carried in a pocket: day by day, with everything that one needs to know on the way. */
export function composeBooklet(voice: Voice, booklet: ProgrammeBooklet, choices: DocumentChoices): PaperDocument {
  const { about, bearer } = booklet;
  const facts = [
    {
      label: voice.label('booklet.for'),
      value: bearer === null ? voice.label('booklet.everybody') : voice.person(bearer),
      aside: [],
    },
  ];
  return {
    ...frame(voice, about, 'booklet', choices.paper),
    cover: cover(voice, about, 'booklet', { pictureId: choices.coverPictureId, facts }),
    letterhead: null,
    contents: null,
    sections: ordered(choices.sections, {
      delegation: () => delegation(booklet, voice),
      programme: () => programme(booklet, voice),
      contacts: () => contacts(booklet, voice),
    }),
  };
}

function delegation({ delegation: members }: ProgrammeBooklet, voice: Voice): Section {
  const title = voice.label('delegation.title');
  if (members.length === 0) return section('delegation', title, [paragraph(voice.nothing('delegation.none'), 'none')]);
  const rows = members.map(({ person, role }, at): Row => ({
    cells: [
      cell(asTyped(String(at + 1))),
      cell(strong(voice.person(person)), ...person.posts.map((post) => quiet(voice.shortName(post.title)))),
      cell(voice.label(`delegation.roles.${role}`)),
    ],
  }));
  const head = [
    cell(voice.label('delegation.number')),
    cell(voice.label('delegation.name')),
    cell(voice.label('delegation.role')),
  ];
  const columns = [{ width: 1 }, { width: 7 }, { width: 3 }];
  return section('delegation', title, [{ kind: 'table', name: 'booklet-delegation', columns, head, rows }], {
    lead: voice.label('delegation.order'),
    startsPage: true,
  });
}

function programme({ days, cancelled, bearer }: ProgrammeBooklet, voice: Voice): Section {
  const none = bearer === null ? 'programme.none' : 'booklet.nothing';
  const blocks: Block[] =
    days.length === 0
      ? [paragraph(voice.nothing(none), 'none')]
      : days.map((day) => (day.items.length === 0 ? quietDays(day, voice) : busyDay(day, voice)));
  const remark = cancelled === 0 ? [] : [paragraph(voice.label('programme.cancelled', { count: cancelled }), 'remark')];
  return section('programme', voice.label('programme.title'), [...blocks, ...remark], {
    lead: days.length === 0 ? null : voice.label('programme.localTimes'),
    startsPage: true,
  });
}

/** Nobody in a booklet for readers outside: then there is no such page. */
function contacts({ contacts: people }: ProgrammeBooklet, voice: Voice): Section | null {
  if (people.length === 0) return null;
  return section('contacts', voice.label('booklet.contacts'), [contactTable(people, voice, 'booklet-contacts')], {
    startsPage: true,
  });
}

function quietDays({ first, last }: BookletDay, voice: Voice): Block {
  const day = voice.inBoth((_say, form) => (first === last ? longDay(first, form) : spanOfDays(first, last, form)));
  return paragraph(joined([strong(day), quiet(voice.label('programme.nothing'))], '  '));
}

/** The day's name stands at the head of its table on every page. */
function busyDay(day: BookletDay, voice: Voice): Block {
  const cities = joined(
    day.cities.map((city) => shortenedWords(voice.name(city, 'one'), mostOfCity)),
    ' – ',
  );
  const title = voice.inBoth((_say, form) => longDay(day.first, form));
  return {
    kind: 'table',
    name: 'day',
    columns: [{ width: 2 }, { width: 7 }],
    head: [{ blocks: [paragraph(joined([title, quiet(cities)], '  '))], span: 2 }],
    rows: day.items.map((item): Row => ({
      cells: [cell(timesInWords(voice, item.times)), { blocks: itemBlocks(item, voice) }],
    })),
  };
}

function itemBlocks(item: BookletItem, voice: Voice): Block[] {
  const comma = voice.word('comma');
  const title = strong(voice.shortName(item.title));
  const tentative = item.isTentative ? looking('alert', voice.label('programme.tentative')) : [];
  const people = (all: BookletItem['hosts']): Words =>
    joined(
      all.map((person) => voice.shortPerson(person)),
      voice.word('listComma'),
    );
  const lines: Words[] = [
    joined([title, tentative], '  '),
    quiet(kindOf(item, voice)),
    joined([voice.shortName(item.place), voice.shortName(item.address)], comma),
    labelled(
      voice,
      'booklet.host',
      item.host === null || isSame(item.host, item, voice) ? [] : voice.shortName(item.host),
    ),
    labelled(voice, 'booklet.meeting', people(item.hosts)),
    labelled(voice, 'booklet.interpreter', item.interpreter === null ? [] : voice.shortPerson(item.interpreter)),
    labelled(voice, 'booklet.attending', people(item.attending)),
    labelled(voice, 'booklet.dress', typed(item.dress)),
    labelled(voice, 'booklet.gifts', typed(item.gifts)),
  ];
  const order = typed(item.runningOrder.trim());
  return [
    ...lines.filter((line) => line.length > 0).map((line) => paragraph(line)),
    ...(order.length === 0 ? [] : [paragraph(quiet(voice.label('booklet.runningOrder'))), paragraph(order)]),
  ];
}

function isSame(host: BookletItem['title'], { title }: BookletItem, voice: Voice): boolean {
  return plain(voice.shortName(host)) === plain(voice.shortName(title));
}

/** "Site visit"; "Train, G7501, Hangzhou East to Shenzhen North, seats 11A to 11E". */
function kindOf({ kind, transport }: BookletItem, voice: Voice): Words {
  if (transport === null) return voice.label(`programme.kinds.${kind}`);
  const { mode, number, from, to, seat, booking } = transport;
  const route = isBlank(from) || isBlank(to) ? typed(from + to) : voice.sentence('programme.route', { from, to });
  return joined(
    [
      voice.label(`programme.modes.${mode}`),
      typed(number),
      route,
      isBlank(seat) ? [] : voice.sentence('booklet.seat', { seat: seat.trim() }),
      isBlank(booking) ? [] : voice.sentence('booklet.booking', { booking: booking.trim() }),
    ],
    voice.word('comma'),
  );
}

function typed(text: string): Words {
  return isBlank(text) ? [] : asTyped(text.trim());
}

type BookletLabel = `booklet.${'host' | 'meeting' | 'interpreter' | 'attending' | 'dress' | 'gifts'}`;

function labelled(voice: Voice, key: BookletLabel, value: Words): Words {
  return value.length === 0 ? [] : joined([quiet(voice.label(key)), value], voice.word('colon'));
}
