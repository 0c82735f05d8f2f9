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
import type { PictureOf } from '../../export/write/word/pictures';
import { openTypesetter } from '../../export/write/word/typesetter';
import { writeWord } from '../../export/write/word/word';
import type { Reader } from '../../storage/store';
import { composeDocument, leftOutOf } from './compose';
import { keepDocumentJobs } from './jobs';
import type { DocumentJobs, JobOptions } from './jobs';
import { printDocument } from './print-document';
import type { Press } from './print-document';

/** Makes documents of trips: pages for the preview and PDF, and files in the other formats. */
export interface DocumentMaker {
  readonly jobs: DocumentJobs;
  /** A file in another format, made while `save` asks for its pieces. */
  readonly write: <T>(
    jobId: RecordId,
    tripId: RecordId,
    choices: DocumentChoices,
    format: Exclude<DocumentFormat, 'pdf'>,
    save: (fileName: string, content: AsyncIterable<Uint8Array>) => Promise<Result<T>>,
  ) => Promise<Result<T>>;
  /** What the document would leave out, without making it. */
  readonly leftOut: (tripId: RecordId, choices: DocumentChoices) => Result<LeftOut>;
}

interface MakerParts extends Press {
  /** export/write/word/typesetting-thread.ts as it was built. */
  readonly typesetterFile: string;
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
      const { document, ...said } = composed.value;
      const printed = await printDocument(press, document, { ...options, photographs: choices.photographs });
      return printed.ok ? success({ ...printed.value, fileName: document.fileName, ...said }) : printed;
    },
    tell,
    onBroken,
  );
  return {
    jobs,
    write: (jobId, tripId, choices, format, save) =>
      jobs.run(jobId, async (options) => {
        options.onProgress('gathering', 0);
        const composed = compose(tripId, choices);
        if (!composed.ok) return composed;
        const { document } = composed.value;
        return save(document.fileName, fileIn(format, document, { ...press, ...options, choices, reader }));
      }),
    leftOut: (tripId, choices) => leftOutOf(reader, tripId, choices, today()),
  };
}

interface Writing extends Press, JobOptions, Pick<MakerParts, 'typesetterFile'> {
  readonly choices: DocumentChoices;
  readonly reader: Reader;
}

/** Nothing is done for it before its first piece is asked for. */
async function* fileIn(
  format: Exclude<DocumentFormat, 'pdf'>,
  document: PaperDocument,
  { choices, reader, fileOf, fontsFolder, typesetterFile, signal, onProgress }: Writing,
): AsyncGenerator<Uint8Array, void> {
  signal.throwIfAborted();
  if (format === 'markdown') {
    const fileNameOf = (id: RecordId): string => reader.get('attachment', id)?.name ?? '';
    yield new TextEncoder().encode(writeMarkdown(document, { fileNameOf }));
    return;
  }
  const { photographs } = choices;
  const scaler = openPictureScaler({ fontsFolder, pictureOf: fileOf, photographs, signal });
  const onPicture = (done: number, all: number): void => onProgress('photographs', done / all);
  try {
    if (format === 'word') {
      const typesetter = openTypesetter(typesetterFile);
      yield* writeWord(document, { pictureOf: pictureForWord(scaler), typesetter, signal, onPicture });
    } else yield* writeSingleFile(document, scaler.pictureOf, { fontsFolder, signal, onPicture });
  } finally {
    scaler.close();
  }
}

function pictureForWord(scaler: PictureScaler): PictureOf {
  return async (id) => {
    const picture = await scaler.pictureOf(id);
    if (picture === null) return null;
    const { bytes, mime, width, height } = picture;
    return { bytes, type: mime === 'image/png' ? 'png' : 'jpg', width, height };
  };
}
