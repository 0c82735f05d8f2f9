import type { Block, ListItem, Words } from '../../document/blocks';
import { cell, heading, paragraph, prose, strong } from '../../document/building';
import { longDay } from '../../document/days';
import { fromNote } from '../../document/from-markdown';
import type { PersonInDocument } from '../../document/people';
import { timesInWords } from '../../document/times';
import type { Voice } from '../../document/voice';
import { asTyped, isBlank, joined, looking } from '../../document/writing';
import type { PhotographInReport, VisitInReport } from '../models/report';
import { postInWords } from './delegation';

/** More people than this may stand on two pages. */
const mostTogether = 16;

/** A visit as the report tells it: when, where and who, what was said, what comes of it. */
export function visitBlocks(voice: Voice, visit: VisitInReport): Block[] {
  const numbers = visit.followUpNumbers.join(voice.word('listComma'));
  return [
    ...opening(voice, visit),
    ...discussion(voice, visit),
    ...(isBlank(visit.outcome) ? [] : [heading(3, voice.label('visit.outcome')), ...prose(visit.outcome)]),
    ...(isBlank(visit.intention)
      ? []
      : [
          {
            kind: 'callout',
            blocks: [heading(3, voice.label('visit.intention')), ...prose(visit.intention)],
          } as const,
        ]),
    ...photographBlocks(visit.photographs),
    ...(numbers === ''
      ? []
      : [paragraph(voice.label('visit.followUps', { numbers, count: visit.followUpNumbers.length }), 'reference')]),
  ];
}

export function titleOfVisit(voice: Voice, { title, kind }: VisitInReport, fullness: 'one' | 'all'): Words {
  const words = voice.name(title, fullness);
  return words.length > 0 ? words : voice.label(`visit.kinds.${kind}`);
}

function opening(voice: Voice, visit: VisitInReport): Block[] {
  const day = voice.inBoth((_say, form) => longDay(visit.day, form));
  const times = visit.times === null ? [] : timesInWords(voice, visit.times);
  // How far a note is concerns the house alone.
  const isSettled = visit.record === 'complete' || voice.isForOutside;
  const tag = isSettled ? [] : looking('alert', voice.label(`visit.records.${visit.record}`));
  const where = joined(
    [
      ...visit.organisations
        .filter((name) => voice.plainName(name) !== voice.plainName(visit.title))
        .map((name) => voice.shortName(name)),
      voice.shortName(visit.place),
    ],
    '\n',
  );
  const head: Block[] = [
    paragraph(joined([joined([day, times], voice.word('comma')), tag], '  '), 'when'),
    heading(2, titleOfVisit(voice, visit, 'all'), visit.id),
    ...(where.length === 0 ? [] : [paragraph(where, 'where')]),
  ];
  const isSmall = visit.theirs.length + visit.ours.length <= mostTogether;
  return isSmall
    ? [{ kind: 'together', blocks: [...head, ...parties(voice, visit)] }]
    : [{ kind: 'together', blocks: head }, ...crowd(voice, visit)];
}

/** Their side with the posts that they hold; how ours are written and what they are stands in the delegation's table. */
function parties(voice: Voice, { theirs, ours }: VisitInReport): Block[] {
  const sides: Block[][] = [];
  if (theirs.length > 0) {
    sides.push([heading(3, voice.label('visit.theirs')), people(theirs.map((person) => attendee(voice, person)))]);
  }
  if (ours.length > 0) {
    const names = ours.map((person): ListItem => ({
      isTicked: null,
      blocks: [paragraph(voice.shortPerson(person))],
    }));
    sides.push([heading(3, voice.label('visit.ours')), people(names)]);
  }
  if (sides.length === 0) return [];
  return [{ kind: 'beside', parts: sides }];
}

/** Many people: theirs in a table, which goes on over pages in order of precedence; ours in a row. */
function crowd(voice: Voice, { theirs, ours }: VisitInReport): Block[] {
  const names = joined(
    ours.map((person) => voice.shortPerson(person)),
    voice.word('listComma'),
  );
  return [
    ...(theirs.length === 0 ? [] : [attendees(voice, theirs)]),
    ...(ours.length === 0 ? [] : [heading(3, voice.label('visit.ours')), paragraph(names)]),
  ];
}

function attendees(voice: Voice, theirs: VisitInReport['theirs']): Block {
  return {
    kind: 'table',
    name: 'attendees',
    columns: [{ width: 2 }, { width: 3 }],
    head: [cell(voice.label('visit.theirs')), cell(voice.label('delegation.post'))],
    rows: theirs.map((person) => ({
      cells: [cell(strong(voice.person(person))), cell(...person.posts.map((post) => postInWords(voice, post)))],
    })),
  };
}

function people(items: readonly ListItem[]): Block {
  return { kind: 'list', isOrdered: false, first: 1, items };
}

function attendee(voice: Voice, person: PersonInDocument): ListItem {
  const posts = person.posts.map((post) => postInWords(voice, post)).filter((post) => post.length > 0);
  return {
    isTicked: null,
    blocks: [paragraph(looking('strong', voice.person(person))), ...posts.map((post) => paragraph(post))],
  };
}

function discussion(voice: Voice, { notes }: VisitInReport): Block[] {
  if (notes.length === 0) return [];
  return [
    heading(3, voice.label('visit.discussion')),
    ...notes.flatMap(({ author, markdown }): Block[] => [
      ...(author === null
        ? []
        : [paragraph(voice.sentence('visit.author', { name: voice.plainPerson(author) }), 'author')]),
      ...fromNote(markdown, voice),
    ]),
  ];
}

export function photographBlocks(all: readonly PhotographInReport[]): Block[] {
  if (all.length === 0) return [];
  const photographs = all.map(({ attachmentId, caption }) => ({ attachmentId, caption: asTyped(caption) }));
  return [{ kind: 'photographs', photographs }];
}
