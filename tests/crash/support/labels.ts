import type { RecordOf, RecordType } from '@shared/domain/records';
import type { Reader } from '@main/storage/store';

/** The kinds of records that the crash tests write. */
export const usedTypes = ['trip', 'follow-up', 'note'] as const satisfies readonly RecordType[];
export type UsedType = (typeof usedTypes)[number];

/** What a store holds, in short: the label of each record's text, by `<type>:<id>`. */
export type Holding = ReadonlyMap<string, string>;

const paragraph =
  'The Commissioner’s office asked about 前海深港現代服務業合作區 and the "pilot zone"; 會後跟進:稅務優惠、跨境數據。\n' +
  '\tNothing was promised {[]},\\ but a visit in the spring is welcome.\u2028(sample)\u0000 ';
const words = paragraph.repeat(900);

/**
 * A text that says by itself which change wrote it (its step), as which of how many parts, and how long it is, so that a
 * text that is not to the last letter what was written is noticed.
 */
export function textOf(step: number, part: number, parts: number, length: number): string {
  return `${step}.${part}/${parts}:${length}|${fillingOf(step * 7 + part, length)}`;
}

function fillingOf(at: number, length: number): string {
  const from = (at * 31) % paragraph.length;
  return words.slice(from, from + length);
}

/** The part of a text before its filling, when the text is whole. */
export function labelOf(text: string): string {
  const [, label, step, part, length] = /^((\d+)\.(\d+)\/\d+:(\d+))\|/.exec(text) ?? [];
  const isWhole = text.slice((label ?? '').length + 1) === fillingOf(Number(step) * 7 + Number(part), Number(length));
  return label !== undefined && isWhole ? label : `garbled: ${text.slice(0, 60)}`;
}

/** Marks the label of a record that is in the Trash. */
export function inTheTrash(label: string): string {
  return `${label} (in the Trash)`;
}

/** The change that wrote a label, and how many records it wrote. */
export function stepOf(label: string): { step: number; parts: number } {
  const [, step, parts] = /^(\d+)\.\d+\/(\d+):/.exec(label) ?? [];
  return { step: Number(step), parts: Number(parts) };
}

export function holdingOf(reader: Reader): Map<string, string> {
  const found = new Map<string, string>();
  for (const type of usedTypes) {
    for (const record of [...reader.all(type), ...reader.trashed(type)]) {
      const label = labelOf(writtenTextOf(record));
      found.set(`${type}:${record.id}`, record.deletedAt === null ? label : inTheTrash(label));
    }
  }
  return found;
}

function writtenTextOf(record: RecordOf<UsedType>): string {
  if (record.type === 'trip') return record.purpose;
  if (record.type === 'follow-up') return record.detail;
  return record.blocks[0]?.markdown ?? '';
}
