import type { CalendarDate } from '@shared/dates';
import type { DocumentChoices, DocumentFormat, LeftOut } from '@shared/documents/choices';
import type { RecordId } from '@shared/domain/values';
import type { AppEvent } from '@shared/ipc/events';
import { success } from '@shared/result';
import type { Result } from '@shared/result';
import type { PaperDocument } from '../../export/document/document';
import { openPictureScaler } from '../../export/print/scaled-pictures';
import type { PictureScaler } from '../../export/print/scaled-pictures';
import { writeMarkdown } from '../../export/write/markdown';
import { writeSingleFile } from '../../export/write/single-file';
import { writeWord } from '../../export/write/word/word';
import type { WordOptions } from '../../export/write/word/word';
import type { Reader } from '../../storage/store';
import { composeDocument, leftOutOf } from './compose';
import { keepDocumentJobs } from './jobs';
import type { DocumentJobs, JobOptions } from './jobs';
import { printDocument } from './print-document';
import type { Press } from './print-document';

/** Makes documents of trips: pages for the preview and PDF, and files in the other formats. */
export interface DocumentMaker {
  readonly jobs: DocumentJobs;
  readonly write: (
    jobId: RecordId,
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
    write: (jobId, tripId, choices, format) =>
      jobs.run(jobId, async (options) => {
        options.onProgress('gathering', 0);
        const composed = compose(tripId, choices);
        if (!composed.ok) return composed;
        const { document } = composed.value;
        const bytes = await writeFile(document, format, { ...press, ...options, choices, reader });
        return success({ bytes, fileName: document.fileName });
      }),
    leftOut: (tripId, choices) => leftOutOf(reader, tripId, choices, today()),
  };
}

interface Writing extends Press, JobOptions {
  readonly choices: DocumentChoices;
  readonly reader: Reader;
}

async function writeFile(
  document: PaperDocument,
  format: Exclude<DocumentFormat, 'pdf'>,
  { choices, reader, fileOf, fontsFolder, signal, onProgress }: Writing,
): Promise<Uint8Array> {
  if (format === 'markdown') {
    const fileNameOf = (id: RecordId): string => reader.get('attachment', id)?.name ?? '';
    return new TextEncoder().encode(writeMarkdown(document, { fileNameOf }));
  }
  const { photographs } = choices;
  const scaler = openPictureScaler({ fontsFolder, pictureOf: fileOf, photographs, signal });
  const onPicture = (done: number, all: number): void => onProgress('photographs', done / all);
  try {
    return format === 'word'
      ? await writeWord(document, { pictureOf: pictureForWord(scaler), signal, onPicture })
      : new TextEncoder().encode(await writeSingleFile(document, scaler.pictureOf, { signal, onPicture }));
  } finally {
    scaler.close();
  }
}

function pictureForWord(scaler: PictureScaler): WordOptions['pictureOf'] {
  return async (id) => {
    const picture = await scaler.pictureOf(id);
    if (picture === null) return null;
    const { bytes, mime, width, height } = picture;
    return { bytes, type: mime === 'image/png' ? 'png' : 'jpg', width, height };
  };
}
