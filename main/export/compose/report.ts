import type { SectionName } from '@shared/documents/choices';
import type { Block } from '../document/blocks';
import { cell, heading, paragraph, prose, section } from '../document/building';
import { spanOfDays, wholeNumber } from '../document/days';
import type { Cover, PaperDocument, PaperSize, Section } from '../document/document';
import type { Voice } from '../document/voice';
import { asTyped, isBlank, joined } from '../document/writing';
import type { ChapterInReport, FiguresInReport, TripReport } from './models/report';
import { cover, frame } from './frame';
import type { TripInDocument } from './models/about';
import { chartBlocks } from './parts/charts';
import { delegationBlocks } from './parts/delegation';
import { followUpBlocks } from './parts/follow-ups';
import { accountBlocks } from './parts/money';
import { pipelineBlocks } from './parts/pipeline';
import { programmeBlocks } from './parts/programme';
import { photographBlocks, titleOfVisit, visitBlocks } from './parts/visit';

interface ReportChoices {
  readonly sections: readonly string[];
  readonly paper: PaperSize;
  readonly coverPictureId: string | null;
}

/** The duty visit report in its sections, as they were chosen; a part that nobody wrote is left out. */
export function composeReport(voice: Voice, report: TripReport, choices: ReportChoices): PaperDocument {
  const about: TripInDocument = { ...report, today: report.madeOn };
  const numbered = choices.sections
    .flatMap((name) => sectionsOf(voice, report, name))
    .map((each): Section => ({ ...each, isNumbered: true }));
  return {
    ...frame(voice, about, 'report', choices.paper),
    cover: cover(voice, about, 'report', { pictureId: choices.coverPictureId, facts: membersFact(voice, report) }),
    letterhead: null,
    contents: voice.label('contents'),
    sections: numbered,
  };
}

function membersFact(voice: Voice, { delegation }: TripReport): Cover['facts'] {
  if (delegation.length === 0) return [];
  const value = voice.label('cover.members', { count: delegation.length });
  return [{ label: voice.label('cover.delegation'), value, aside: [] }];
}

function sectionsOf(voice: Voice, report: TripReport, name: string): Section[] {
  const make = makers[name as SectionName];
  return make === undefined ? [] : make(voice, report);
}

/** Sections by their names; the visits make a section for each city. */
const makers: Partial<Record<SectionName, (voice: Voice, report: TripReport) => Section[]>> = {
  purpose: (voice, report) => [
    section('purpose', voice.label('purpose.title'), purposeBlocks(voice, report), { startsPage: true }),
  ],
  delegation: (voice, { delegation }) => [
    section('delegation', voice.label('delegation.title'), delegationBlocks(voice, delegation), {
      lead: delegation.length === 0 ? null : voice.label('delegation.order'),
    }),
  ],
  programme: (voice, { programme }) => [
    section('programme', voice.label('programme.title'), programmeBlocks(voice, programme), {
      startsPage: programme.days.length > 0,
      lead: programme.days.length === 0 ? null : voice.label('programme.localTimes'),
    }),
  ],
  visits: (voice, { chapters }) => chapterSections(voice, chapters),
  observations: (voice, { observations }) => written(voice, 'observations', observations),
  conclusions: (voice, { conclusions }) => written(voice, 'conclusions', conclusions),
  photographs: (voice, { photographs }) =>
    photographs.length === 0
      ? []
      : [section('photographs', voice.label('photographs'), photographBlocks(photographs), { startsPage: true })],
  'follow-ups': (voice, { followUps }) => [
    section('follow-ups', voice.label('followUps.title'), followUpBlocks(voice, followUps), {
      startsPage: followUps.length > 0,
    }),
  ],
  charts: (voice, report) =>
    report.chapters.length === 0 && report.moves.length === 0
      ? []
      : [section('charts', voice.label('charts.title'), chartBlocks(voice, report))],
  pipeline: (voice, { moves }) =>
    moves.length === 0 ? [] : [section('pipeline', voice.label('pipeline.title'), pipelineBlocks(voice, moves))],
  accounts: (voice, { accounts }) =>
    accounts.length === 0
      ? []
      : [section('accounts', voice.label('accounts.title'), accountBlocks(voice, accounts), { startsPage: true })],
  annexes: (voice, { annexes }) => annexSection(voice, annexes),
};

function purposeBlocks(voice: Voice, { figures, purpose, objectives }: TripReport): Block[] {
  const isEmpty = isBlank(purpose) && objectives.length === 0;
  return [
    ...figureBlocks(voice, figures),
    ...(isEmpty ? [paragraph(voice.nothing('purpose.none'), 'none')] : []),
    ...(isBlank(purpose) ? [] : [heading(2, voice.label('purpose.purpose')), ...prose(purpose, 'leading')]),
    ...(objectives.length === 0
      ? []
      : [
          heading(2, voice.label('purpose.objectives')),
          {
            kind: 'list',
            isOrdered: true,
            first: 1,
            items: objectives.map((objective) => ({ isTicked: null, blocks: [paragraph(asTyped(objective))] })),
          } as const,
        ]),
  ];
}

const counted = ['days', 'cities', 'visits', 'organisations', 'peopleMet', 'followUps'] as const;

function figureBlocks(voice: Voice, counts: FiguresInReport): Block[] {
  const shown = counted.filter((name) => counts[name] > 0);
  if (shown.length < 3) return [];
  const figures = shown.map((name) => ({
    count: wholeNumber(counts[name], voice.form),
    label: voice.label(`figures.${name}`, { count: counts[name] }),
  }));
  return [{ kind: 'figures', figures }];
}

function chapterSections(voice: Voice, all: readonly ChapterInReport[]): Section[] {
  if (all.length === 0) {
    return [section('visits', voice.label('chapter.visits'), [paragraph(voice.nothing('chapter.none'), 'none')])];
  }
  const others = voice.label(all.length === 1 ? 'chapter.visits' : 'chapter.others');
  return all.map((chapter, index) => {
    const { city, visits } = chapter;
    const count = voice.label('chapter.count', { count: visits.length });
    return section(
      `chapter-${index + 1}`,
      city === null ? others : voice.name(city),
      visits.flatMap((visit) => visitBlocks(voice, visit)),
      {
        startsPage: true,
        lead: joined([daysOf(voice, chapter), count], voice.word('comma')),
        entries: visits.map((visit) => ({ id: visit.id, title: titleOfVisit(voice, visit, 'one') })),
      },
    );
  });
}

function daysOf(voice: Voice, { visits }: ChapterInReport): ReturnType<Voice['inBoth']> {
  const days = visits.map((one) => one.day).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  return voice.inBoth((_say, form) => spanOfDays(first, last, form));
}

function written(voice: Voice, name: 'observations' | 'conclusions', words: string): Section[] {
  return isBlank(words) ? [] : [section(name, voice.label(name), prose(words, 'leading'))];
}

function annexSection(voice: Voice, annexes: TripReport['annexes']): Section[] {
  if (annexes.length === 0) return [];
  const items = annexes.map(({ name, caption }) => ({
    isTicked: null,
    blocks: cell(asTyped(name), asTyped(caption)).blocks,
  }));
  const list: Block = { kind: 'list', isOrdered: true, first: 1, items };
  return [section('annexes', voice.label('annexes.title'), [list], { lead: voice.label('annexes.note') })];
}
