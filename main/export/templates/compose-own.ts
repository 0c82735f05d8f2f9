import type { DocumentChoices } from '@shared/documents/choices';
import type { RecordOf } from '@shared/domain/records';
import { failed, success } from '@shared/result';
import type { Result } from '@shared/result';
import { fileNameOf, frame } from '../compose/frame';
import type { TripReport } from '../compose/models/report';
import type { Block, Heading } from '../document/blocks';
import { section } from '../document/building';
import type { PaperDocument, Section } from '../document/document';
import type { Voice } from '../document/voice';
import { asTyped } from '../document/writing';
import { fieldsOf } from './fields';
import { fillTemplate } from './fill';
import { readTemplate } from './read';

type Template = Pick<RecordOf<'document-template'>, 'name' | 'markdown' | 'letterheadId'>;

/** A document by one of the office's own templates; the first thing that is wrong with it is said with its line. */
export function composeOwn(
  voice: Voice,
  report: TripReport,
  template: Template,
  { paper }: Pick<DocumentChoices, 'paper'>,
): Result<PaperDocument> {
  const { issues, pieces } = readTemplate(template.markdown);
  const [issue] = issues;
  if (issue !== undefined) return failed(issue);
  const blocks = fillTemplate(pieces, fieldsOf(voice, report));
  if (blocks === null) return failed({ code: 'template-too-long' });
  const framed = frame(voice, { ...report, today: report.madeOn }, 'own', paper);
  const trip = voice.plainName(report.title) || voice.word('cover.untitled');
  const name = voice.word('fileNames.name', { title: trip, document: template.name });
  return success({
    ...framed,
    name,
    fileName: fileNameOf(name),
    cover: null,
    letterhead: template.letterheadId === null ? null : { pictureId: template.letterheadId, title: [], lines: [] },
    contents: null,
    sections: inSections(blocks),
    running: { ...framed.running, foot: asTyped(template.name) },
  });
}

/** Each heading of the first level begins a section, so that other programs see the same headings as its readers. */
function inSections(blocks: readonly Block[]): Section[] {
  const parts: { title: Section['title']; blocks: Block[] }[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === 2) parts.push({ title: block.words, blocks: [] });
    else if (parts.length === 0) parts.push({ title: [], blocks: [block] });
    else parts.at(-1)?.blocks.push(block);
  }
  return parts.map((part, at) => section(`part-${at + 1}`, part.title, part.blocks.map(raised)));
}

/** What stood below a section's heading is the next level now. */
function raised(block: Block): Block {
  if (block.kind !== 'heading' || block.level === 2) return block;
  const higher = { 3: 2, 4: 3, 5: 4, 6: 5 } as const satisfies Record<3 | 4 | 5 | 6, Heading['level']>;
  return { ...block, level: higher[block.level] };
}
