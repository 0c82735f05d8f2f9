import type { Block, Row, Table, Words } from '../../document/blocks';
import { cell, paragraph, quiet, strong } from '../../document/building';
import { longDay, spanOfDays } from '../../document/days';
import { shortenedWords } from '../../document/shortened';
import { timesInWords } from '../../document/times';
import type { Voice } from '../../document/voice';
import { asTyped, isBlank, joined, looking } from '../../document/writing';
import type { ProgrammeDay, ProgrammeInReport, ProgrammeItem } from '../models/report';

/** The head of a table stands again on each page: a name of a hundred letters would leave no room for the day. */
const mostOfCity = 48;

/** The programme, a table for each day; the day's name stands at the head of its table on every page. */
export function programmeBlocks(voice: Voice, { days, cancelled }: ProgrammeInReport): Block[] {
  const blocks: Block[] =
    days.length === 0
      ? [paragraph(voice.nothing('programme.none'), 'none')]
      : days.map((day) => (day.items.length === 0 ? quietDays(voice, day) : busyDay(voice, day)));
  if (cancelled > 0) blocks.push(paragraph(voice.label('programme.cancelled', { count: cancelled }), 'remark'));
  return blocks;
}

/** Days on which nothing was arranged, in one line. */
function quietDays(voice: Voice, { first, last }: ProgrammeDay): Block {
  const days = voice.inBoth((_say, form) => (first === last ? longDay(first, form) : spanOfDays(first, last, form)));
  return paragraph(joined([strong(days), voice.label('programme.nothing')], '  '), 'remark');
}

function busyDay(voice: Voice, { first, cities, items }: ProgrammeDay): Table {
  const day = voice.inBoth((_say, form) => longDay(first, form));
  const where = joined(
    cities.map((city) => shortenedWords(voice.shortName(city), mostOfCity)),
    ' – ',
  );
  return {
    kind: 'table',
    name: 'day',
    columns: [{ width: 18 }, { width: 53 }, { width: 29 }],
    head: [{ ...cell(day), span: 2 }, cell(where)],
    rows: items.map((item) => row(voice, item)),
  };
}

function row(voice: Voice, item: ProgrammeItem): Row {
  const title = strong(voice.name(item.title));
  const tag = item.isTentative ? looking('alert', voice.label('programme.tentative')) : [];
  const names = item.attending.map((person) => voice.plainPerson(person)).join(voice.word('listComma'));
  const what = cell(
    joined([title, tag], '  '),
    quiet(details(voice, item)),
    names === '' ? [] : quiet(voice.sentence('programme.attending', { names })),
  );
  const place = voice.name(item.place);
  // Without a place the room is the title's.
  const cells = place.length === 0 ? [{ ...what, span: 2 }] : [what, cell(place)];
  return { cells: [cell(timesInWords(voice, item.times)), ...cells] };
}

/** "Site visit, Example Robotics (sample)"; "Train, G7501, Hangzhou East to Shenzhen North". */
function details(voice: Voice, { kind, host, transport, title }: ProgrammeItem): Words {
  const words: Words[] = [];
  if (transport === null) words.push(voice.label(`programme.kinds.${kind}`));
  else {
    const { mode, number, from, to } = transport;
    words.push(voice.label(`programme.modes.${mode}`));
    if (!isBlank(number)) words.push(asTyped(number));
    if (!isBlank(from) && !isBlank(to)) words.push(voice.sentence('programme.route', { from, to }));
    else if (!isBlank(from + to)) words.push(asTyped(from + to));
  }
  if (host !== null && voice.plainName(host) !== voice.plainName(title)) words.push(voice.shortName(host));
  return joined(words, voice.word('comma'));
}
