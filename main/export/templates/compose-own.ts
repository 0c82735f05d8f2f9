import type { DocumentChoices } from '@shared/documents/choices';
import type { RecordOf } from '@shared/domain/records';
import type { TemplateGap } from '@shared/documents/template-gaps';
import { failed, success } from '@shared/result';
import type { Result } from '@shared/result';
import { fileNameOf, frame } from '../compose/frame';
import type { ReportNeed, TripReport } from '../compose/models/report';
import type { Block, Heading } from '../document/blocks';
import { section } from '../document/building';
import type { PaperDocument, Section } from '../document/document';
import type { Voice } from '../document/voice';
import { asTyped } from '../document/writing';
import { fieldsOf } from './fields';
import { fillTemplate } from './fill';
import { needsOf } from './needs';
import { readTemplate } from './read';

type Template = Pick<RecordOf<'document-template'>, 'name' | 'markdown' | 'letterheadId'>;

interface OwnDocument {
  readonly document: PaperDocument;
  /** What the template leaves for somebody to fill in. */
  readonly gaps: readonly TemplateGap[];
}

/**
 * A document by one of the office's own templates; the first thing that is wrong with it is said with its line. `reportOf`
 * reads of the trip what the template says, and is not asked when something is wrong.
 */
export function composeOwn(
  voice: Voice,
  reportOf: (needs: ReadonlySet<ReportNeed>) => TripReport,
  template: Template,
  { paper }: Pick<DocumentChoices, 'paper'>,
): Result<OwnDocument> {
  const { issues, pieces } = readTemplate(template.markdown);
  const [issue] = issues;
  if (issue !== undefined) return failed(issue);
  const report = reportOf(needsOf(pieces));
  const filled = fillTemplate(pieces, fieldsOf(voice, report));
  if (filled === null) return failed({ code: 'template-too-long' });
  const framed = frame(voice, { ...report, today: report.madeOn }, 'own', paper);
  const trip = voice.plainName(report.title) || voice.word('cover.untitled');
  const name = voice.word('fileNames.name', { title: trip, document: template.name });
  const document: PaperDocument = {
    ...framed,
    name,
    fileName: fileNameOf(name),
    cover: null,
    letterhead: template.letterheadId === null ? null : { pictureId: template.letterheadId, title: [], lines: [] },
    contents: null,
    sections: inSections(filled.blocks),
    running: { ...framed.running, foot: asTyped(template.name) },
  };
  return success({ document, gaps: filled.gaps });
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
