import type { CalendarDate } from '@shared/dates';
import type { DocumentChoices, LeftOut } from '@shared/documents/choices';
import type { TemplateGap } from '@shared/documents/template-gaps';
import type { RecordId } from '@shared/domain/values';
import { failed, success } from '@shared/result';
import type { Result } from '@shared/result';
import { composeBooklet } from '../../export/compose/booklet';
import { composeBriefing } from '../../export/compose/briefing';
import { composeContacts } from '../../export/compose/contacts';
import { composePress } from '../../export/compose/press';
import { composeRegister } from '../../export/compose/register';
import { composeReport } from '../../export/compose/report';
import { composeSummary } from '../../export/compose/summary';
import type { PaperDocument } from '../../export/document/document';
import { Voice } from '../../export/document/voice';
import { composeOwn } from '../../export/templates/compose-own';
import type { Reader } from '../../storage/store';
import { gatherBooklet } from './gather/booklet';
import { gatherBriefing } from './gather/briefing';
import { gatherContacts } from './gather/contacts';
import { gatherPress } from './gather/press';
import { gatherRegister } from './gather/register';
import { gatherNeeded, gatherReport } from './gather/report';
import { gatherSummary } from './gather/summary';
import { DocumentSources } from './sources';

export interface ComposedDocument {
  readonly document: PaperDocument;
  readonly leftOut: LeftOut;
  /** How many places in it are left for somebody to fill in. */
  readonly placeholders: number;
  /** Those that a template leaves, by its lines. */
  readonly templateGaps: readonly TemplateGap[];
}

/**
 * A document of a trip, as it was chosen; `today` is the day on the officer's calendar. Answers `not-found` for a trip in
 * the Trash, and `no-external-version` when readers outside may not be told of the trip at all.
 */
export function composeDocument(
  reader: Reader,
  tripId: RecordId,
  choices: DocumentChoices,
  today: CalendarDate,
): Result<ComposedDocument> {
  const trip = reader.get('trip', tripId);
  if (trip === undefined || trip.deletedAt !== null) return failed({ code: 'not-found', type: 'trip', id: tripId });
  // A press release is for readers outside, whatever else was chosen.
  const audience = choices.kind === 'press' ? 'external' : choices.audience;
  if (audience === 'external' && trip.classification !== 'unclassified') {
    return failed({ code: 'no-external-version' });
  }
  const sources = new DocumentSources(reader, trip, { audience, isWithSensitive: choices.isWithSensitive });
  const made =
    choices.kind === 'own'
      ? ownOf(sources, choices, today)
      : success(madeOf(sources, { ...choices, kind: choices.kind, coverPictureId: coverOf(sources, choices) }, today));
  // Said last, when every record and text was read.
  return made.ok ? success({ ...made.value, leftOut: sources.words.leftOut() }) : made;
}

/** By one of the office's own templates, whose text is read as carefully as any other. */
function ownOf(sources: DocumentSources, choices: DocumentChoices, today: CalendarDate): Result<Made> {
  const template = sources.live('document-template', choices.templateId);
  if (template === undefined) {
    return failed({ code: 'not-found', type: 'document-template', id: choices.templateId ?? '' });
  }
  const letterhead = sources.live('attachment', template.letterheadId);
  const read = {
    name: sources.words.line(sources.printed(template).name),
    markdown: sources.words.line(template.markdown),
    letterheadId: letterhead === undefined ? null : sources.printed(letterhead).id,
  };
  const composed = composeOwn(new Voice(choices), (needs) => gatherNeeded(sources, today, needs), read, choices);
  if (!composed.ok) return composed;
  const { document, gaps } = composed.value;
  return success({ document, placeholders: gaps.reduce((sum, { count }) => sum + count, 0), templateGaps: gaps });
}

type Made = Omit<ComposedDocument, 'leftOut'>;

function madeOf(
  sources: DocumentSources,
  choices: DocumentChoices & { readonly kind: Exclude<DocumentChoices['kind'], 'own'> },
  today: CalendarDate,
): Made {
  const voice = new Voice(choices);
  const parts = new Set<string>(choices.sections);
  const whole = (document: PaperDocument): Made => ({ document, placeholders: 0, templateGaps: [] });
  switch (choices.kind) {
    case 'summary':
      return whole(composeSummary(voice, gatherSummary(sources, today, parts), choices));
    case 'booklet':
      return whole(composeBooklet(voice, gatherBooklet(sources, today, choices.personId, parts), choices));
    case 'briefing':
      return whole(composeBriefing(voice, gatherBriefing(sources, today, parts), choices));
    case 'contacts':
      return whole(composeContacts(voice, gatherContacts(sources, today, parts), choices));
    case 'register':
      return whole(composeRegister(voice, gatherRegister(sources, today, parts), choices));
    case 'press':
      return { ...composePress(voice, gatherPress(sources, today, parts.has('quotes')), choices), templateGaps: [] };
    case 'report':
      return whole(composeReport(voice, gatherReport(sources, today, parts), choices));
  }
}

/** The picture on the cover, if it is there and may be shown. */
function coverOf(sources: DocumentSources, { coverPictureId }: DocumentChoices): RecordId | null {
  const picture = sources.live('attachment', coverPictureId);
  return picture === undefined || !sources.mayShow(picture) ? null : sources.printed(picture).id;
}

/** What a document would leave out, without its being made. */
export function leftOutOf(
  reader: Reader,
  tripId: RecordId,
  choices: DocumentChoices,
  today: CalendarDate,
): Result<LeftOut> {
  const composed = composeDocument(reader, tripId, choices, today);
  return composed.ok ? success(composed.value.leftOut) : composed;
}
