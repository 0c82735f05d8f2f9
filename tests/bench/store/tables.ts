import type { StoreName } from './contestants/contestant';
import type { StoreFigures } from './figures';
import type { Soaked } from './schedule';
import type { Stall } from './stalls';
import type { Figure } from './statistics';

/** Each store, what it makes sure of before it answers, and how its opening differs from ours. */
export const descriptions: Readonly<Record<StoreName, { readonly name: string; readonly keeps: string }>> = {
  attache: { name: 'Attaché', keeps: 'synced (fdatasync) before it answers; every field is checked' },
  locked: { name: 'Attaché, locked', keeps: 'the same, encrypted' },
  sqlite: { name: 'SQLite', keeps: 'synced before it answers (WAL, FULL); opening reads no more than it is asked for' },
  nedb: { name: 'NeDB', keeps: 'never synced; opening reads and parses everything' },
  pouchdb: { name: 'PouchDB', keeps: 'never synced; opening reads no more than it is asked for' },
  lowdb: { name: 'lowdb', keeps: 'never synced; opening reads everything, and its first change writes everything' },
};

export function inWords(figure: Figure | undefined): string {
  if (typeof figure !== 'number') return '–';
  const text =
    figure >= 100
      ? Math.round(figure).toLocaleString('en-GB')
      : String(Number(figure.toPrecision(figure < 10 ? 2 : 3)));
  return `${text}×`;
}

/** Rows of words in columns; the first row heads them. */
export function asTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => [...(row[column] ?? '')].length)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => {
        const blanks = ' '.repeat((widths[column] ?? 0) - [...cell].length);
        return column === 0 ? cell + blanks : blanks + cell;
      })
      .join('   ')
      .trimEnd(),
  );
  const rule = widths.map((width) => '─'.repeat(width)).join('   ');
  return [lines[0] ?? '', rule, ...lines.slice(1)].join('\n');
}

export function sizeInWords(size: number): string {
  return size.toLocaleString('en-GB');
}

export function tablesOf(figures: readonly StoreFigures[], sizes: readonly number[]): string {
  const least = sizeInWords(Math.min(...sizes));
  const most = sizeInWords(Math.max(...sizes));
  const table = (head: readonly string[], row: (of: StoreFigures) => readonly string[]): string =>
    asTable([head, ...figures.map((of) => [descriptions[of.store].name, ...row(of)])]);
  const changes = table(
    [
      '',
      `${most} against ${least}`,
      'against SQLite',
      'p99 against its p50',
      'p99 against SQLite’s',
      '200 at once, faster',
    ],
    (of) => [
      inWords(of.changeGrowth),
      inWords(of.changeOverSqlite),
      inWords(of.p99OverP50),
      inWords(of.p99OverSqlite),
      inWords(of.togetherFaster),
    ],
  );
  const openings = table(['', ...sizes.map(sizeInWords), 'largest against the next'], (of) => [
    ...of.openOverParse.map(inWords),
    inWords(of.openGrowth),
  ]);
  const room = table(
    [
      '',
      '10,000 taken in, against SQLite',
      'memory against raw JSON',
      'its peak while saving',
      'disk against raw JSON',
    ],
    (of) => [inWords(of.importOverSqlite), inWords(of.memoryOverRaw), inWords(of.memoryPeak), inWords(of.diskOverRaw)],
  );
  return [
    `One durable change (the middle one; of ${most} records where no other number stands)\n\n${changes}`,
    `Opening until every trip is listed, a note is read and a change is durable; 1× is reading, decoding and parsing the same records as one JSON file\n\n${openings}`,
    `Taking in, memory, disk (with ${most} records; memory as opened, disk as filled)\n\n${room}`,
  ].join('\n\n\n');
}

export function soakInWords({ size, report, idleStall }: Soaked): string {
  const ms = ({ own, whole }: Stall): string => `${own.toFixed(1)} of ${whole.toFixed(1)} ms`;
  const { stalls } = report;
  return asTable([
    [`Attaché’s day with ${sizeInWords(size)} records`, ''],
    ['changes, without a pause', sizeInWords(report.changes)],
    ['compactions meanwhile', String(report.compactions)],
    ['longest stall while opening', ms(stalls.opening)],
    ['longest stall while reading ahead after it', ms(stalls['reading ahead'])],
    ['longest stall while changing', ms(stalls.changes)],
    ['longest stall while compacting', ms(stalls.compaction)],
    ['longest stall while backing up', ms(stalls.backup)],
    ['an idle process meanwhile', `${idleStall.toFixed(1)} ms`],
    ['bytes written for each byte changed', inWords(report.writeAmplification)],
    ['disk after a compaction, against raw JSON', inWords(report.diskOverRaw)],
    ['memory at most while saving, against as opened', inWords(report.memoryPeak / report.memoryAfterOpening)],
  ]);
}
