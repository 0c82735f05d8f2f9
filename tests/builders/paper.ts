import type { Block, Words } from '@main/export/document/blocks';
import type { PaperDocument, Section } from '@main/export/document/document';
import { asTyped } from '@main/export/document/writing';

/** Words as somebody typed them. */
export function words(text: string): Words {
  return asTyped(text);
}

export function paragraph(text: string): Block {
  return { kind: 'paragraph', words: words(text) };
}

export function aSection(blocks: readonly Block[], fields: Partial<Section> = {}): Section {
  return {
    id: 'section',
    title: words('Section'),
    lead: null,
    blocks,
    isNumbered: false,
    startsPage: false,
    entries: [],
    ...fields,
  };
}

/** A document of one section. */
export function aPaper(blocks: readonly Block[], fields: Partial<PaperDocument> = {}): PaperDocument {
  return {
    paper: 'A4',
    form: 'en',
    name: 'Visit to Hangzhou (sample)',
    fileName: 'visit-to-hangzhou',
    marking: { classification: 'restricted', words: 'Restricted' },
    cover: null,
    letterhead: null,
    contents: null,
    sections: [aSection(blocks)],
    running: {
      reference: 'DV-2026-01',
      title: words('Visit to Hangzhou (sample)'),
      foot: words('Duty visit report'),
      pageOf: (page, pages) => `Page ${page} of ${pages}`,
    },
    ...fields,
  };
}
