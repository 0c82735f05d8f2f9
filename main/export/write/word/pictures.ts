import { ImageRun } from 'docx';
import type { Block } from '../../document/blocks';
import type { PaperDocument } from '../../document/document';

/** A picture that is scaled already. */
export interface Picture {
  readonly bytes: Uint8Array;
  readonly type: 'jpg' | 'png';
  /** In pixels, by which its shape is known. */
  readonly width: number;
  readonly height: number;
}

/** Gives a photograph or a letterhead by its attachment; null for one that cannot be shown. */
export type PictureOf = (attachmentId: string) => Promise<Picture | null>;

/** Every attachment that a document shows, each once. */
export function picturesIn({ cover, letterhead, sections }: PaperDocument): string[] {
  const ids = sections.flatMap(({ blocks }) => photographsIn(blocks));
  return [...new Set([cover?.pictureId, letterhead?.pictureId, ...ids].filter((id) => typeof id === 'string'))];
}

function photographsIn(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.kind) {
      case 'photographs':
        return block.photographs.map(({ attachmentId }) => attachmentId);
      case 'quotation':
      case 'callout':
      case 'together':
        return photographsIn(block.blocks);
      case 'beside':
        return block.parts.flatMap(photographsIn);
      case 'list':
        return block.items.flatMap((item) => photographsIn(item.blocks));
      case 'facts':
        return block.facts.flatMap(({ value }) => photographsIn(value));
      case 'table':
        return block.rows.flatMap(({ cells }) => cells.flatMap((cell) => photographsIn(cell.blocks)));
      default:
        return [];
    }
  });
}

/** A picture in the line, as large as fits; sizes in twentieths of a point. */
export function pictureRun(picture: Picture, description: string, most: { width: number; height: number }): ImageRun {
  const scale = Math.min(most.width / picture.width, most.height / picture.height);
  // Word's pixels: 96 to the inch.
  const pixels = (side: number): number => Math.max(1, Math.round((side * scale) / 15));
  return new ImageRun({
    type: picture.type,
    data: picture.bytes,
    transformation: { width: pixels(picture.width), height: pixels(picture.height) },
    altText: { name: description, description },
  });
}
