import type { Block } from '../../document/blocks';

/** Blocks with all that stand within them, in their order. */
export function everyBlock(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => [block, ...within(block).flatMap((inner) => everyBlock(inner))]);
}

function within(block: Block): readonly (readonly Block[])[] {
  switch (block.kind) {
    case 'quotation':
    case 'callout':
    case 'together':
      return [block.blocks];
    case 'beside':
      return block.parts;
    case 'list':
      return block.items.map((item) => item.blocks);
    case 'facts':
      return block.facts.map(({ value }) => value);
    case 'table':
      return [...(block.head ?? []), ...block.rows.flatMap(({ cells }) => cells)].map((cell) => cell.blocks);
    default:
      return [];
  }
}
