import type { DocumentChoices } from '@shared/documents/choices';
import { cell, paragraph, prose, quiet, section, strong } from '../document/building';
import type { Block, Row, Words } from '../document/blocks';
import { dayOfMonth, shortDay } from '../document/days';
import type { PaperDocument, PaperSize } from '../document/document';
import { printable } from '../document/printable';
import type { Voice } from '../document/voice';
import { asTyped, looking, plain } from '../document/writing';
import { frame, letterhead } from './frame';
import type { FollowUpInSummary, TripSummary, VisitInSummary } from './models/summary';
import { ordered } from './ordered';

/** What the parts of a page take of its height, in millimetres, as they are laid out; widths are in Latin letters. */
const sheets = {
  A4: { page: 248, wide: 1, high: 1, conclusions: 330, followUps: 3 },
  A5: { page: 160, wide: 0.8, high: 0.95, conclusions: 150, followUps: 1 },
} as const satisfies Record<PaperSize, object>;
const letterheadAround = 21;
const headHeight = 10.9;
const figuresHeight = 21;
const line = { height: 5.25, width: 92 };
const row = { line: 4.1, around: 2.1, title: 28, words: 53, action: 46 };
const tableHead = 7;
const remark = 5.5;
const mostOfVisit = 104;
const mostOfPurpose = 330;
const mostFollowUps = 8;

/** A trip on one page: what does not fit is counted, and is in the report. */
export function composeSummary(voice: Voice, summary: TripSummary, choices: DocumentChoices): PaperDocument {
  const { about } = summary;
  const room = shares(summary, voice, choices);
  const sections = ordered(choices.sections, {
    purpose: () => purpose(summary, voice),
    visits: () => section('visits', voice.label('chapter.visits'), visits(summary.visits, voice, room.visits)),
    conclusions: () =>
      summary.conclusions.trim() === ''
        ? null
        : section(
            'conclusions',
            voice.label('conclusions'),
            prose(shortened(summary.conclusions, sheets[choices.paper].conclusions)),
          ),
    'follow-ups': () =>
      section('follow-ups', voice.label('summary.followUps'), followUps(summary.followUps, voice, room.followUps)),
  });
  return {
    ...frame(voice, about, 'summary', choices.paper),
    cover: null,
    letterhead: letterhead(voice, about, 'summary'),
    contents: null,
    sections: withFigures(sections, figures(summary, voice)),
  };
}

/** The figures stand before everything else, under the first heading. */
function withFigures(sections: PaperDocument['sections'], blocks: readonly Block[]): PaperDocument['sections'] {
  return sections.map((one, at) => (at === 0 ? { ...one, blocks: [...blocks, ...one.blocks] } : one));
}

function figures({ figures: counts }: TripSummary, voice: Voice): Block[] {
  const names = ['days', 'cities', 'visits', 'organisations', 'peopleMet', 'followUps'] as const;
  const shown = names.filter((name) => counts[name] > 0);
  if (shown.length < 3) return [];
  return [
    {
      kind: 'figures',
      figures: shown.map((name) => ({
        count: String(counts[name]),
        label: voice.label(`figures.${name}`, { count: counts[name] }),
      })),
    },
  ];
}

function purpose({ purpose: words }: TripSummary, voice: Voice): PaperDocument['sections'][number] {
  const blocks = prose(shortened(opening(words), mostOfPurpose));
  const none = paragraph(voice.label('summary.noPurpose'), 'none');
  return section('purpose', voice.label('purpose.purpose'), blocks.length > 0 ? blocks : [none]);
}

/** The first paragraph says what a visit is for; what follows is in the report. */
function opening(text: string): string {
  return text.trim().split(/\r?\n\s*\r?\n/)[0] ?? '';
}

/** How many visits and follow-ups there is room for, by how long they and everything else are. */
function shares(
  summary: TripSummary,
  voice: Voice,
  { sections: chosen, paper }: DocumentChoices,
): { readonly visits: number; readonly followUps: number } {
  const isIn = (name: string, text: string): boolean => chosen.includes(name) && text.trim() !== '';
  const texts = [
    ...(isIn('purpose', summary.purpose) ? [shortened(opening(summary.purpose), mostOfPurpose)] : []),
    ...(isIn('conclusions', summary.conclusions) ? [shortened(summary.conclusions, sheets[paper].conclusions)] : []),
  ];
  const isBeside = voice.beside !== null;
  const { page, wide: share, high } = sheets[paper];
  const linesAt = (text: string, width: number): number => linesIn(text, Math.floor(width * share));
  const headLines = letterhead(voice, summary.about, 'summary').lines.map((words) => linesAt(plain(words), line.width));
  const fixed =
    letterheadAround +
    figuresHeight +
    (isBeside ? 8 : 0) +
    chosen.length * headHeight +
    headLines.reduce((height, lines) => height + lines * line.height, 0) +
    texts.reduce((height, text) => height + (linesAt(text, line.width) + 0.5) * line.height, 0);
  const least = isBeside ? 2 : 1;
  const visitRows = summary.visits.map(
    (one) =>
      Math.max(
        least,
        linesAt(voice.plainName(one.title), row.title),
        linesAt(inOneRow(one.words, mostOfVisit), row.words),
      ) *
        row.line +
      row.around,
  );
  const followUpRows = summary.followUps.map(
    (one) => Math.max(least, linesAt(inOneRow(one.title, mostOfVisit), row.action)) * row.line + row.around,
  );
  const followUpsHeight = (count: number): number =>
    count === 0 ? 0 : tableHead + remark + total(followUpRows, count);
  const left = page / high - fixed - remark;
  const few = chosen.includes('follow-ups') ? Math.min(sheets[paper].followUps, followUpRows.length) : 0;
  const visitCount = chosen.includes('visits') ? fitting(visitRows, left - followUpsHeight(few)) : 0;
  // What the visits leave goes to the follow-ups.
  const rest = left - total(visitRows, visitCount) - tableHead - remark;
  const followUpCount = few === 0 ? 0 : Math.min(mostFollowUps, Math.max(few, fitting(followUpRows, rest)));
  return { visits: visitCount, followUps: followUpCount };
}

function total(heights: readonly number[], count: number): number {
  return heights.slice(0, count).reduce((sum, height) => sum + height, 0);
}

/** How many of these fit below each other; one stands there in any case. */
function fitting(heights: readonly number[], room: number): number {
  let count = 0;
  while (count < heights.length && total(heights, count + 1) <= room) count += 1;
  return Math.max(count, Math.min(1, heights.length));
}

/** When there is room for some only, those of which something is told come before the others; all in the order of time. */
function telling(all: readonly VisitInSummary[], most: number): VisitInSummary[] {
  const told = all.filter((visit) => visit.words.trim() !== '');
  const kept = new Set([...told, ...all.filter((visit) => !told.includes(visit))].slice(0, most));
  return all.filter((visit) => kept.has(visit));
}

function visits(all: readonly VisitInSummary[], voice: Voice, most: number): Block[] {
  if (all.length === 0) return [paragraph(voice.label('chapter.none'), 'none')];
  const rows = telling(all, most).map((visit): Row => {
    const title = voice.name(visit.title, 'one');
    const first = visit.organisations[0];
    const words =
      title.length > 0 ? title : first === undefined ? voice.label('chapter.visits') : voice.name(first, 'one');
    const said =
      visit.words.trim() === ''
        ? quiet(voice.label('visit.records.unwritten'))
        : asTyped(inOneRow(visit.words, mostOfVisit));
    return {
      cells: [cell(voice.inBoth((_say, form) => dayOfMonth(visit.day, form))), cell(strong(words)), cell(said)],
    };
  });
  return [
    { kind: 'table', name: 'summary-visits', columns: [{ width: 2 }, { width: 6 }, { width: 10 }], head: null, rows },
    ...remaining(all.length - rows.length, voice, 'summary.moreVisits'),
  ];
}

function followUps(all: readonly FollowUpInSummary[], voice: Voice, most: number): Block[] {
  if (all.length === 0) return [paragraph(voice.label('summary.noFollowUps'), 'none')];
  const rows = all.slice(0, most).map((one): Row => {
    const { due: day } = one;
    const due: Words =
      day === null ? quiet(voice.label('followUps.noDue')) : voice.inBoth((_say, form) => shortDay(day, form));
    return {
      cells: [
        cell(asTyped(inOneRow(one.title, mostOfVisit))),
        cell(one.owner === null ? quiet(voice.label('followUps.noOwner')) : voice.person(one.owner, 'one')),
        cell(one.isOverdue ? looking('alert', due) : due),
      ],
    };
  });
  const head = [
    cell(voice.label('followUps.action')),
    cell(voice.label('followUps.owner')),
    cell(voice.label('followUps.due')),
  ];
  return [
    { kind: 'table', name: 'summary-follow-ups', columns: [{ width: 5 }, { width: 2 }, { width: 2 }], head, rows },
    ...remaining(all.length - rows.length, voice, 'summary.moreFollowUps'),
  ];
}

function remaining(count: number, voice: Voice, key: 'summary.moreVisits' | 'summary.moreFollowUps'): Block[] {
  return count > 0 ? [paragraph(voice.label(key, { count }), 'remark')] : [];
}

/** As wide as so many Latin letters. */
function wide(text: string): number {
  let width = 0;
  for (const character of text) width += /\p{Script=Han}|[\u3000-\u303f\uff00-\uffef]/u.test(character) ? 2 : 1;
  return width;
}

function linesIn(text: string, width: number): number {
  return text.split('\n').reduce((lines, one) => lines + Math.max(1, Math.ceil(wide(one) / width)), 0);
}

function inOneRow(text: string, most: number): string {
  return shortened(text.replaceAll(/\s+/g, ' '), most);
}

const endOfSentence = /[。！？]|[.!?](?=\s|$)/u;

/** The text up to so many Latin letters, cut behind a sentence or between words; three dots say that there was more. */
export function shortened(text: string, most: number): string {
  const whole = printable(text).trim();
  if (wide(whole) <= most) return whole;
  let kept = '';
  let width = 0;
  for (const character of whole) {
    width += wide(character);
    if (width > most) break;
    kept += character;
  }
  const sentence = kept
    .split(/(?<=[。！？])|(?<=[.!?]\s)/u)
    .slice(0, -1)
    .join('')
    .trimEnd();
  if (wide(sentence) > most / 2 && endOfSentence.test(sentence)) return `${sentence} …`;
  const word = /^[\s\S]*[\s，、；]/u.exec(kept)?.[0].trimEnd() ?? '';
  return `${(wide(word) > most / 2 ? word : kept).replace(/[\s，、；,;]+$/u, '')} …`;
}
