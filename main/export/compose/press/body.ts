import type { CityInPress, PressFacts } from '../models/press';
import { dayInPress } from './days';
import type { PressWords } from './press-words';

/** A release written before the visit announces it; afterwards it tells of it. */
function isAhead({ about }: PressFacts): boolean {
  return about.today < about.firstDay;
}

export function headlineOf(words: PressWords, facts: PressFacts): string {
  const values = { post: postOf(words, facts), cities: citiesOf(words, facts) };
  const headline = words.say(isAhead(facts) ? 'press.headlineAhead' : 'press.headline', values);
  return facts.hasPhotographs && !isAhead(facts) ? words.say('press.withPhotographs', { headline }) : headline;
}

/** Who, when and what for; a paragraph for each city; the objectives; quotations; and how it ended. */
export function bodyOf(words: PressWords, facts: PressFacts): string[] {
  return [
    [openingOf(words, facts), purposeOf(words, facts)].join(words.form === 'en' ? ' ' : ''),
    ...facts.cities.map((city) => cityOf(words, facts, city)),
    objectivesOf(words, facts),
    ...facts.quotations.map((said) => quotationOf(words, said)),
    isAhead(facts) ? '' : closingOf(words, facts),
  ];
}

/** "Director-General, Office for …" is "Director-General of Office for …" in running text. */
function postOf(words: PressWords, { about }: PressFacts): string {
  const [post] = about.head?.posts ?? [];
  const title = post === undefined ? '' : words.name(post.title);
  if (title === '') return words.say('press.fill.post');
  if (!words.isOurs(title)) return words.say('press.fill.postIn', { words: title });
  return words.form === 'en' && title.split(', ').length === 2 ? title.replace(', ', ' of ') : title;
}

function citiesOf(words: PressWords, { about }: PressFacts): string {
  const names = [...new Set(about.cities.map((city) => words.name(city)))].filter((name) => name !== '');
  return names.length === 0 ? words.say('press.fill.cities') : words.listed(names);
}

function openingOf(words: PressWords, facts: PressFacts): string {
  const { about } = facts;
  const values = {
    post: postOf(words, facts),
    name: nameOf(words, facts),
    cities: citiesOf(words, facts),
  };
  if (isAhead(facts)) {
    const [first, last] = [dayInPress(words, about.firstDay), dayInPress(words, about.lastDay)];
    return about.firstDay === about.lastDay
      ? words.say('press.openingAheadDay', { ...values, first })
      : words.say('press.openingAhead', { ...values, first, last });
  }
  const day = dayInPress(words, about.lastDay);
  return words.say(about.lastDay === about.today ? 'press.opening' : 'press.openingPast', { ...values, day });
}

function nameOf(words: PressWords, { about }: PressFacts): string {
  if (about.head === null) return words.say('press.fill.name');
  const name = words.person(about.head);
  return words.isOurs(name) ? name : words.say('press.fill.nameIn', { words: name });
}

const beginning = /^(?:to\s+|為了|为了|為|为|旨在|目的是)/iu;
const end = /[\s.。;；]+$/u;

/** "To strengthen ties." goes on from "The visit aims to"; any other sentence stands for itself. */
function purposeOf(words: PressWords, facts: PressFacts): string {
  const text = words.typed(facts.purpose).replace(end, '');
  const aim = (purpose: string): string =>
    words.say(isAhead(facts) ? 'press.purposeAhead' : 'press.purpose', { purpose });
  if (text === '') return aim(words.say('press.fill.purpose'));
  if (!words.isOurs(text)) return aim(words.say('press.fill.purposeIn', { words: text }));
  return words.form !== 'en' || beginning.test(text) ? aim(text.replace(beginning, '')) : `${text}.`;
}

function objectivesOf(words: PressWords, { objectives }: PressFacts): string {
  const typed = objectives.map((objective) => words.typed(objective).replace(end, '')).filter((text) => text !== '');
  const ours = typed.filter((text) => words.isOurs(text));
  if (typed.length === 0) return '';
  const listed = (all: readonly string[]): string =>
    all.map((text) => lowered(words, text)).join(words.say('semicolon'));
  if (ours.length === typed.length) return words.say('press.objectives', { objectives: listed(ours) });
  return words.say('press.objectives', {
    objectives: words.say('press.fill.objectivesIn', { words: listed(typed) }),
  });
}

/** Within a sentence a first word begins small, unless it is all capitals: "AI". */
function lowered(words: PressWords, text: string): string {
  return words.form === 'en' && /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** What was visited in a city, by its kind: no enterprise is named, and nothing that was said in confidence. */
function cityOf(words: PressWords, facts: PressFacts, city: CityInPress): string {
  const { enterprises, sectors, others } = city;
  const values = { city: words.name(city.name), head: headAgain(words, facts) };
  const calledOn = words.listed(others.map((kind) => words.say(`press.others.${kind}`)));
  const visited = enterprises === 0 ? '' : enterprisesIn(words, enterprises, sectors);
  if (calledOn + visited === '') {
    return words.say('press.cityUnknown', { ...values, fill: words.say('press.fill.city') });
  }
  const whom =
    calledOn === '' || visited === ''
      ? calledOn + visited
      : words.say('press.asWellAs', { enterprises: visited, others: calledOn });
  if (isAhead(facts)) {
    return words.say(enterprises === 0 ? 'press.cityCallAhead' : 'press.cityAhead', { ...values, whom });
  }
  return words.say(enterprises === 0 ? 'press.cityCall' : 'press.city', { ...values, whom });
}

function enterprisesIn(words: PressWords, count: number, sectors: CityInPress['sectors']): string {
  if (sectors.length === 0) return words.say('press.enterprises', { count });
  const names = sectors.map((sector) => words.say(`press.sectors.${sector}`));
  const others = names.slice(0, -1).join(words.say('listComma'));
  const last = names.at(-1) ?? '';
  // Their names have an "and" of their own.
  const named = others === '' ? last : words.say('press.sectorsAnd', { others, last });
  return words.say('press.enterprisesIn', { count, sectors: named });
}

function headAgain(words: PressWords, { headAgain: head }: PressFacts): string {
  return head === null ? words.say('press.fill.name') : words.person(head);
}

/** Who said it is not recorded with the line. */
function quotationOf(words: PressWords, said: string): string {
  const text = words.typed(said).replaceAll(/^[“"「『]+|[”"」』]+$/gu, '');
  const spoken = words.isOurs(text) ? text : words.say('press.fill.quotationIn', { words: text });
  return words.say('press.quotation', { speaker: words.say('press.fill.speaker'), words: spoken });
}

function closingOf(words: PressWords, facts: PressFacts): string {
  const last = facts.about.cities.at(-1);
  return words.say('press.closing', {
    head: headAgain(words, facts),
    city: last === undefined ? words.say('press.fill.cities') : words.name(last),
    fill: words.say('press.fill.when'),
  });
}
