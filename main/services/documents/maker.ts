import type { DocumentChoices, DocumentFormat, LeftOut } from '@shared/documents/choices';
import type { RecordId } from '@shared/domain/values';
import type { Result } from '@shared/result';
import type { DocumentJobs } from './jobs';

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
