import type { RecordId } from '@shared/domain/values';
import { success } from '@shared/result';
import type { Result } from '@shared/result';
import { printPdf } from '../export/print-pdf';
import type { PrintOptions, PrintStage } from '../export/print-pdf';
import type { Picture } from '../export/print/scheme';
import { fileNameOfReport, reportDocument, sheetsDocument, titleOfReport } from '../export/report/document';
import type { Reader } from '../storage/store';
import { gatherTripReport } from './trip-report';
import type { ReportOptions } from './trip-report';

/** What a printed report is made with, beside the records. */
export interface ReportPress extends Pick<PrintOptions, 'fontsFolder'> {
  readonly reader: Reader;
  /** The bytes of an attachment; undefined when they are missing. */
  readonly fileOf: (attachmentId: RecordId) => Promise<Picture | undefined>;
}

export interface ReportJob extends ReportOptions {
  readonly tripId: RecordId;
  readonly signal: AbortSignal;
  readonly onProgress: (stage: 'gathering' | PrintStage, done: number) => void;
}

/**
 * Makes the PDF of a trip's report; `fileName` is what it would be saved as. Answers `not-found` and `cancelled`;
 * rejects when printing itself breaks down (the page dies, or is never ready).
 */
export async function printTripReport(
  { reader, fileOf, fontsFolder }: ReportPress,
  { tripId, today, isWithSensitive = false, signal, onProgress }: ReportJob,
): Promise<Result<{ pdf: Uint8Array; pages: number; fileName: string; leftOut: number }>> {
  onProgress('gathering', 0);
  const gathered = gatherTripReport(reader, tripId, { today, isWithSensitive });
  if (!gathered.ok) return gathered;
  const report = gathered.value;
  const printed = await printPdf(
    {
      body: (pageOf) => reportDocument(report, pageOf),
      sheets: (pages) => sheetsDocument(report, pages),
      facts: { title: titleOfReport(report), language: 'en-GB' },
      pictureOf: fileOf,
    },
    { fontsFolder, signal, onProgress },
  );
  return printed.ok
    ? success({ ...printed.value, fileName: fileNameOfReport(report), leftOut: report.leftOut })
    : printed;
}
