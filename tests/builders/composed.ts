import type { Block, Run, Words } from '@main/export/document/blocks';
import type { PaperDocument } from '@main/export/document/document';

/** Every run of a document, wherever it stands: on the cover, in the margins, in a table within a list. */
export function runsOf(value: unknown): Run[] {
  if (Array.isArray(value)) return value.flatMap(runsOf);
  if (typeof value !== 'object' || value === null) return [];
  if ('text' in value && 'form' in value && 'looks' in value) return [value as Run];
  return Object.values(value).flatMap(runsOf);
}

/** All that somebody can read in a document, and what its file is called. */
export function textOf(document: PaperDocument): string {
  const { name, fileName, running, cover, marking } = document;
  const others = [name, fileName, running.reference, cover?.reference ?? '', marking.words, running.pageOf(1, 2)];
  return [...runsOf(document).map(({ text }) => text), ...others].join('\n');
}

/** What is wrong with how a document is put together; nothing in one that every format can write. */
export function problemsIn(document: PaperDocument): string[] {
  const ids = document.sections.flatMap(({ id, entries, blocks }) => [
    id,
    ...blocks.flatMap((block) => (block.kind === 'heading' && block.id !== undefined ? [block.id] : [])),
    ...entries.map((entry) => entry.id).filter((entry) => !headingIds(blocks).includes(entry)),
  ]);
  return [
    ...document.sections.flatMap(({ id, title, blocks }) => [
      ...(isSaying(title) ? [] : [`${id} has an empty heading`]),
      ...(blocks.length > 0 ? [] : [`${id} says nothing`]),
      ...problemsOf(blocks, id),
    ]),
    ...ids.filter((id) => !/^[A-Za-z0-9-]+$/.test(id)).map((id) => `${id} is no id`),
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${id} names two things`),
    ...runsOf(document)
      .filter(({ text }) => text === '' || /\{\{|\}\}|undefined|\[object|^[a-z]+(?:\.[A-Za-z-]+)+$/.test(text))
      .map(({ text }) => `"${text}" is no word of ours`),
    ...(document.fileName === '' || /[\\/:*?"<>|]/.test(document.fileName) ? ['no file is called so'] : []),
  ];
}

function headingIds(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => (block.kind === 'heading' && block.id !== undefined ? [block.id] : []));
}

function isSaying(words: Words): boolean {
  return words.some(({ text }) => text.trim() !== '');
}

function problemsOf(blocks: readonly Block[], id: string): string[] {
  return blocks.flatMap((block, at): string[] => {
    const next = blocks[at + 1];
    switch (block.kind) {
      case 'heading': {
        const isBare = next === undefined || (next.kind === 'heading' && next.level <= block.level);
        return isBare || !isSaying(block.words) ? [`${id} has a heading over nothing`] : [];
      }
      case 'paragraph':
        return isSaying(block.words) ? [] : [`${id} has an empty paragraph`];
      case 'table': {
        const rows = [...(block.head === null ? [] : [block.head]), ...block.rows.map((row) => row.cells)];
        const wide = (cells: (typeof rows)[number]): number => cells.reduce((sum, { span = 1 }) => sum + span, 0);
        const uneven = rows.filter((cells) => wide(cells) !== block.columns.length);
        return [
          ...(block.rows.length === 0 ? [`${id} has a table without rows`] : []),
          ...uneven.map(() => `${id} has an uneven table`),
          ...rows.flatMap((cells) => cells.flatMap((cell) => problemsOf(cell.blocks, id))),
        ];
      }
      case 'facts':
        return block.facts.flatMap(({ label, value }) =>
          isSaying(label) && value.length > 0 ? problemsOf(value, id) : [`${id} has a label of nothing`],
        );
      case 'list':
        return block.items.length === 0
          ? [`${id} has an empty list`]
          : block.items.flatMap((item) => problemsOf(item.blocks, id));
      case 'together':
      case 'callout':
      case 'quotation':
        return block.blocks.length === 0 ? [`${id} keeps nothing together`] : problemsOf(block.blocks, id);
      default:
        return [];
    }
  });
}
