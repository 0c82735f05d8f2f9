import type { DocumentChoices } from '@shared/documents/choices';
import { cell, paragraph, prose, quiet, section, strong } from '../document/building';
import type { Block, Row, Words } from '../document/blocks';
import { dayOfMonth, shortDay, wholeNumber } from '../document/days';
import type { Letterhead, PaperDocument, PaperSize } from '../document/document';
import { shortened, shortenedWords, wide } from '../document/shortened';
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
const mostOfTitle = 84;
const mostOfOwner = 48;
const mostOfHead = 190;
const mostFollowUps = 8;

/** How much of a page's rows and texts there is room for: 1 is as much as its measures say. */
interface Fullness {
  readonly rows: number;
  readonly texts: number;
}

const asMeasured: Fullness = { rows: 1, texts: 1 };
const fullest: readonly Fullness[] = [1.6, 1.5, 1.4, 1.3, 1.2, 1.15, 1.1, 1.05].map((rows) => ({ rows, texts: 1 }));
const less: readonly Fullness[] = [
  ...[0.95, 0.9, 0.85, 0.8, 0.7, 0.6, 0.5, 0].map((rows) => ({ rows, texts: 1 })),
  ...[0.75, 0.6, 0.45, 0.3, 0.2].map((texts) => ({ rows: 0, texts })),
];

/**
 * A trip on one page: what does not fit is counted, and is in the report. How much fits is measured where pages are laid
 * out; other formats get what the measures below say.
 */
export function composeSummary(voice: Voice, summary: TripSummary, choices: DocumentChoices): PaperDocument {
  return {
    ...filled(voice, summary, choices, asMeasured),
    onOnePage: [...fullest, asMeasured, ...less].map((fullness) => () => filled(voice, summary, choices, fullness)),
  };
}

function filled(voice: Voice, whole: TripSummary, choices: DocumentChoices, fullness: Fullness): PaperDocument {
  const { about } = whole;
  const summary = withTexts(whole, fullness, choices);
  const lengths = lengthsOf(fullness);
  const room = shares(summary, voice, choices, fullness);
  const sections = ordered(choices.sections, {
    purpose: () => purpose(summary, voice),
    visits: () => section('visits', voice.label('chapter.visits'), visits(summary.visits, voice, room.visits, lengths)),
    conclusions: () =>
      summary.conclusions.trim() === ''
        ? null
        : section('conclusions', voice.label('conclusions'), prose(summary.conclusions)),
    'follow-ups': () =>
      section(
        'follow-ups',
        voice.label('summary.followUps'),
        followUps(summary.followUps, voice, room.followUps, lengths),
      ),
  });
  return {
    ...frame(voice, about, 'summary', choices.paper),
    cover: null,
    letterhead: head(voice, about, lengths),
    contents: null,
    sections: withFigures(sections, figures(summary, voice)),
  };
}

interface Lengths {
  readonly title: number;
  readonly owner: number;
  readonly head: number;
  readonly words: number;
}

function lengthsOf({ texts }: Fullness): Lengths {
  const share = (most: number): number => Math.max(16, Math.round(most * texts));
  return {
    title: share(mostOfTitle),
    owner: share(mostOfOwner),
    head: share(mostOfHead),
    words: share(mostOfVisit),
  };
}

/** The trip's texts as short as they are printed. */
function withTexts(summary: TripSummary, { texts }: Fullness, { paper }: DocumentChoices): TripSummary {
  return {
    ...summary,
    purpose: shortened(opening(summary.purpose), mostOfPurpose * texts),
    conclusions: shortened(summary.conclusions, sheets[paper].conclusions * texts),
  };
}

/** A trip's title may be so long that nothing else had room on the page. */
function head(voice: Voice, about: TripSummary['about'], { head: most }: Lengths): Letterhead {
  const whole = letterhead(voice, about, 'summary');
  return { ...whole, lines: whole.lines.map((words) => shortenedWords(words, most)) };
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
        count: wholeNumber(counts[name], voice.form),
        label: voice.label(`figures.${name}`, { count: counts[name] }),
      })),
    },
  ];
}

function purpose({ purpose: words }: TripSummary, voice: Voice): PaperDocument['sections'][number] {
  const blocks = prose(words);
  const none = paragraph(voice.nothing('summary.noPurpose'), 'none');
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
  fullness: Fullness,
): { readonly visits: number; readonly followUps: number } {
  const isIn = (name: string, text: string): boolean => chosen.includes(name) && text.trim() !== '';
  const texts = [
    ...(isIn('purpose', summary.purpose) ? [summary.purpose] : []),
    ...(isIn('conclusions', summary.conclusions) ? [summary.conclusions] : []),
  ];
  const lengths = lengthsOf(fullness);
  const isBeside = voice.beside !== null;
  const { page, wide: share, high } = sheets[paper];
  const linesAt = (text: string, width: number): number => linesIn(text, Math.floor(width * share));
  const headLines = head(voice, summary.about, lengths).lines.map((words) => linesAt(plain(words), line.width));
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
        linesAt(shortened(voice.plainName(one.title), lengths.title), row.title),
        linesAt(inOneRow(one.words, lengths.words), row.words),
      ) *
        row.line +
      row.around,
  );
  const followUpRows = summary.followUps.map(
    (one) => Math.max(least, linesAt(inOneRow(one.title, lengths.words), row.action)) * row.line + row.around,
  );
  const followUpsHeight = (count: number): number =>
    count === 0 ? 0 : tableHead + remark + total(followUpRows, count);
  const left = (page / high) * fullness.rows - fixed - remark;
  const few = chosen.includes('follow-ups')
    ? Math.min(fullness.rows === 0 ? 1 : sheets[paper].followUps, followUpRows.length)
    : 0;
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

function visits(all: readonly VisitInSummary[], voice: Voice, most: number, lengths: Lengths): Block[] {
  if (all.length === 0) return [paragraph(voice.nothing('chapter.none'), 'none')];
  const rows = telling(all, most).map((visit): Row => {
    const title = voice.name(visit.title, 'one');
    const first = visit.organisations[0];
    const words =
      title.length > 0 ? title : first === undefined ? voice.label('chapter.visits') : voice.name(first, 'one');
    const said =
      visit.words.trim() === ''
        ? quiet(voice.nothing(visit.isWritten ? 'briefing.noOutcome' : 'visit.records.unwritten'))
        : asTyped(inOneRow(visit.words, lengths.words));
    return {
      cells: [
        cell(voice.inBoth((_say, form) => dayOfMonth(visit.day, form))),
        cell(strong(shortenedWords(words, lengths.title))),
        cell(said),
      ],
    };
  });
  return [
    {
      kind: 'table',
      name: 'summary-visits',
      columns: [{ width: voice.beside === null ? 2 : 3 }, { width: 6 }, { width: 10 }],
      head: null,
      rows,
    },
    ...remaining(all.length - rows.length, voice, 'summary.moreVisits'),
  ];
}

function followUps(all: readonly FollowUpInSummary[], voice: Voice, most: number, lengths: Lengths): Block[] {
  if (all.length === 0) return [paragraph(voice.nothing('summary.noFollowUps'), 'none')];
  const rows = all.slice(0, most).map((one): Row => {
    const { due: day } = one;
    const due: Words =
      day === null ? quiet(voice.label('followUps.noDue')) : voice.inBoth((_say, form) => shortDay(day, form));
    return {
      cells: [
        cell(asTyped(inOneRow(one.title, lengths.words))),
        cell(
          one.owner === null
            ? quiet(voice.label('followUps.noOwner'))
            : shortenedWords(voice.person(one.owner, 'one'), lengths.owner),
        ),
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

function linesIn(text: string, width: number): number {
  return text.split('\n').reduce((lines, one) => lines + Math.max(1, Math.ceil(wide(one) / width)), 0);
}

function inOneRow(text: string, most: number): string {
  return shortened(text.replaceAll(/\s+/g, ' '), most);
}
