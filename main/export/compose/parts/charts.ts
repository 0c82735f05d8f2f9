import type { Block, Chart } from '../../document/blocks';
import { paragraph } from '../../document/building';
import { wholeNumber } from '../../document/days';
import type { Voice } from '../../document/voice';
import type { TripReport } from '../models/report';
import type { ProjectStage } from '../models/terms';

const stages: readonly ProjectStage[] = [
  'identified',
  'contacted',
  'visited',
  'interested',
  'negotiating',
  'committed',
  'landed',
  'aftercare',
];

/** Visits by sector and by city, and where projects stand after the visit. */
export function chartBlocks(
  voice: Voice,
  { chapters, moves, sectors }: Pick<TripReport, 'chapters' | 'moves' | 'sectors'>,
): Block[] {
  const bySector = sectors.map(({ sector, visits }) => ({
    label: voice.label(`briefing.sectors.${sector}`),
    value: visits,
  }));
  const cities = chapters.map(({ city, visits }) => ({
    label: city === null ? voice.label('chapter.others') : voice.shortName(city),
    value: visits.length,
  }));
  const lastOf = new Map(moves.map((move) => [move.project, move.to]));
  const stands = stages.map((stage) => ({
    label: voice.label(`pipeline.stages.${stage}`),
    value: [...lastOf.values()].filter((last) => last === stage).length,
  }));
  const charts = [
    chart(voice, voice.label('charts.bySector'), bySector),
    chart(voice, voice.label('charts.byCity'), cities),
    chart(
      voice,
      voice.label('charts.byStage'),
      stands.filter(({ value }) => value > 0),
    ),
  ].filter(({ bars }) => bars.length > 0);
  return charts.length > 0 ? charts : [paragraph(voice.label('charts.none'), 'none')];
}

function chart(
  { form }: Pick<Voice, 'form'>,
  title: Chart['title'],
  bars: readonly Omit<Chart['bars'][number], 'shown'>[],
): Chart {
  return { kind: 'chart', title, bars: bars.map((bar) => ({ ...bar, shown: wholeNumber(bar.value, form) })) };
}
