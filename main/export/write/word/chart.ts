import { Paragraph } from 'docx';
import { ChartRun } from 'docx/charts';
import type { Chart } from '../../document/blocks';
import { plain } from '../../document/writing';
import { colours, fonts } from './look';
import type { Place } from './parts';
import { wordRuns } from './words';

/**
 * Bars as a chart of Word's own: lines, not pixels, and its numbers can be changed in Word. What cannot be drawn so
 * (nothing to show) is left out; the title says what it is.
 */
export function chartParagraphs({ title, bars }: Chart, { width }: Place): Paragraph[] {
  if (bars.length === 0) return [];
  const name = plain(title);
  // Word draws the first category at the bottom.
  const drawn = [...bars].reverse();
  const chart = new ChartRun({
    type: 'bar',
    categories: drawn.map(({ label }) => plain(label)),
    series: [{ name, values: drawn.map(({ value }) => (Number.isFinite(value) ? value : 0)), color: colours.bar }],
    legend: false,
    dataLabels: { value: true },
    valueAxis: { visible: false, gridlines: false },
    gapWidth: 60,
    font: { name: fonts.latin },
    transformation: { width: Math.round(width / 15), height: 40 + bars.length * 26 },
    altText: { name, description: `${name}: ${bars.map(({ label, shown }) => `${plain(label)} ${shown}`).join('; ')}` },
  });
  return [
    new Paragraph({ style: 'Caption', keepNext: true, children: wordRuns(title) }),
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- a chart is a run; the package's list of what a paragraph holds names only the first kinds of them.
    new Paragraph({ children: [chart] }),
  ];
}
