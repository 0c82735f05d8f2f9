import type { CalendarDate } from '@shared/dates';
import type { DocumentChoices, DocumentFormat, LeftOut } from '@shared/documents/choices';
import type { RecordId } from '@shared/domain/values';
import type { AppEvent } from '@shared/ipc/events';
import { success } from '@shared/result';
import type { Result } from '@shared/result';
import { writeMarkdown } from '../../export/write/markdown';
import type { Reader } from '../../storage/store';
import { composeDocument, leftOutOf } from './compose';
import { keepDocumentJobs } from './jobs';
import type { DocumentJobs } from './jobs';
import { printDocument } from './print-document';
import type { Press } from './print-document';

/** Makes documents of trips: pages for the preview and PDF, and files in the other formats. */
export interface DocumentMaker {
  readonly jobs: DocumentJobs;
  readonly write: (
    tripId: RecordId,
    choices: DocumentChoices,
    format: Exclude<DocumentFormat, 'pdf'>,
  ) => Promise<Result<{ readonly bytes: Uint8Array; readonly fileName: string }>>;
  /** What the document would leave out, without making it. */
  readonly leftOut: (tripId: RecordId, choices: DocumentChoices) => Result<LeftOut>;
}

interface MakerParts extends Press {
  readonly reader: Reader;
  /** The day on the officer's calendar. */
  readonly today: () => CalendarDate;
  readonly tell: (event: AppEvent) => void;
  readonly onBroken: (cause: unknown) => void;
}

export function openDocumentMaker({ reader, today, tell, onBroken, ...press }: MakerParts): DocumentMaker {
  const compose = (tripId: RecordId, choices: DocumentChoices): ReturnType<typeof composeDocument> =>
    composeDocument(reader, tripId, choices, today());
  const jobs = keepDocumentJobs(
    async (tripId, choices, options) => {
      options.onProgress('gathering', 0);
      const composed = compose(tripId, choices);
      if (!composed.ok) return composed;
      const { document, leftOut, placeholders } = composed.value;
      const printed = await printDocument(press, document, { ...options, photographs: choices.photographs });
      return printed.ok ? success({ ...printed.value, fileName: document.fileName, leftOut, placeholders }) : printed;
    },
    tell,
    onBroken,
  );
  return {
    jobs,
    write: async (tripId, choices, _format) => {
      const composed = compose(tripId, choices);
      if (!composed.ok) return composed;
      const { document } = composed.value;
      const nameOf = (id: RecordId): string => reader.get('attachment', id)?.name ?? '';
      const text = writeMarkdown(document, { fileNameOf: nameOf });
      return success({ bytes: new TextEncoder().encode(text), fileName: document.fileName });
    },
    leftOut: (tripId, choices) => leftOutOf(reader, tripId, choices, today()),
  };
}
