import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { largestFile } from '@shared/domain/attachment/schema';
import type { AddedFile } from '@shared/ipc/file-channels';
import type { Subject } from '@shared/ipc/subject';
import { beforeClose } from '../../lib/before-close';
import { failureInWords } from '../../lib/failure-words';
import { useFormat } from '../../lib/format';
import { request } from '../../lib/ipc';
import { notifyUndoable } from '../../lib/notices';
import { AddingProgressTold } from './adding-progress';
import { readBytes } from './read-bytes';
import { keepThumbnail } from './thumbnails';

/** A file of which the person must know something: that it was not added and why, or what is peculiar about it. */
export interface FileNotice {
  readonly kind: 'refused' | 'there-already' | 'place-may-remain';
  readonly name: string;
  /** Why it was not added, in words. */
  readonly why?: string;
}

interface Run {
  readonly id: string;
  readonly waiting: File[];
  readonly stop: AbortController;
  readonly isPlaceKept: boolean;
  count: number;
  bytes: number;
  doneBytes: number;
  added: number;
  placesRemoved: number;
  /** The small picture of the file before, which is made while this one is read and written. */
  making: Promise<void>;
}

interface Adding {
  readonly isAdding: boolean;
  readonly progress: AddingProgressTold;
  readonly notices: readonly FileNotice[];
  readonly add: (files: readonly File[]) => void;
  /** Leaves what is added already and gives up the rest. */
  readonly stop: () => void;
  readonly dismiss: () => void;
}

export interface AddingOptions {
  readonly isPlaceKept: boolean;
}

/** Files that are being taken in, whether their list is still on the screen or not. */
const runs = new Set<Promise<void>>();

beforeClose(async () => {
  await Promise.all(runs);
  return true;
});

/** Takes files in one after the other. They go on being added when the list is left; those chosen meanwhile join in. */
export function useAdding(subject: Subject, { isPlaceKept }: AddingOptions): Adding {
  const { t } = useTranslation('files');
  const { bytes: inBytes } = useFormat();
  const [progress] = useState(() => new AddingProgressTold());
  const [isAdding, setAdding] = useState(false);
  const [notices, setNotices] = useState<readonly FileNotice[]>([]);
  const run = useRef<Run | null>(null);
  const isShown = useIsShown();

  const note = (notice: FileNotice): void => setNotices((before) => [...before, notice]);

  const takeAnswer = ({ attachment, isThereAlready, place }: AddedFile, current: Run): void => {
    if (isThereAlready) note({ kind: 'there-already', name: attachment.name });
    else {
      current.added += 1;
      if (place === 'removed') current.placesRemoved += 1;
    }
    if (place === 'may-remain') note({ kind: 'place-may-remain', name: attachment.name });
  };

  const addOne = async (file: File, current: Run): Promise<void> => {
    const place = current.count - current.waiting.length;
    const show = (readBytesSoFar: number): void => {
      const share = current.bytes === 0 ? 0 : (current.doneBytes + readBytesSoFar) / current.bytes;
      progress.tell({ name: file.name, place, count: current.count, share: Math.min(1, share) });
    };
    show(0);
    let bytes: Uint8Array<ArrayBuffer>;
    try {
      bytes = await readBytes(file, current.stop.signal, show);
    } catch (cause) {
      if (current.stop.signal.aborted) return;
      // What the system says of a file it cannot read is seldom a sentence; the kind of error is enough for the words.
      if (!(cause instanceof Error)) throw cause;
      note({ kind: 'refused', name: file.name, why: t('refused.unreadable') });
      return;
    }
    const answer = await request('attachments:add', {
      subject,
      name: shortened(file.name),
      mime: file.type.slice(0, 300),
      bytes,
      isPlaceKept: current.isPlaceKept,
      run: current.id,
    });
    if (!answer.ok) {
      note({ kind: 'refused', name: file.name, why: failureInWords(answer.failure).message });
      return;
    }
    takeAnswer(answer.value, current);
    // One at a time, so that memory holds two photographs at the most, however many there are.
    await current.making;
    current.making = keepThumbnail(answer.value.attachment, bytes);
  };

  const work = async (current: Run): Promise<void> => {
    for (let file = current.waiting.shift(); file !== undefined; file = current.waiting.shift()) {
      await addOne(file, current);
      current.doneBytes += file.size;
      if (current.stop.signal.aborted) break;
    }
    await current.making;
    run.current = null;
    if (isShown.current) setAdding(false);
    if (current.added === 0) return;
    const words = [t('added', { count: current.added })];
    if (current.placesRemoved > 0) words.push(t('place.removedFrom', { count: current.placesRemoved }));
    notifyUndoable(words.join(' '));
  };

  return {
    isAdding,
    progress,
    notices,
    add: (files) => {
      if (run.current === null) setNotices([]);
      for (const { name, size } of files) {
        if (size > largestFile) {
          note({
            kind: 'refused',
            name,
            why: t('refused.tooBig', { size: inBytes(size), limit: inBytes(largestFile) }),
          });
        }
      }
      const taken = files.filter(({ size }) => size <= largestFile);
      if (taken.length === 0) return;
      const isNew = run.current === null;
      const current = (run.current ??= aRun(isPlaceKept));
      current.waiting.push(...taken);
      current.count += taken.length;
      current.bytes += taken.reduce((sum, { size }) => sum + size, 0);
      if (!isNew) return;
      setAdding(true);
      const working = work(current);
      runs.add(working);
      void working.finally(() => runs.delete(working));
    },
    stop: () => run.current?.stop.abort(),
    dismiss: () => setNotices([]),
  };
}

function aRun(isPlaceKept: boolean): Run {
  return {
    id: crypto.randomUUID(),
    waiting: [],
    stop: new AbortController(),
    isPlaceKept,
    count: 0,
    bytes: 0,
    doneBytes: 0,
    added: 0,
    placesRemoved: 0,
    making: Promise.resolve(),
  };
}

function useIsShown(): { readonly current: boolean } {
  const isShown = useRef(true);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);
  return isShown;
}

const longestName = 300;

/** A name of at most 300 characters that keeps its ending, by which programs know the file. */
function shortened(name: string): string {
  if (name.length <= longestName) return name;
  const ending = /\.[^.]{1,12}$/.exec(name)?.[0] ?? '';
  return name.slice(0, longestName - ending.length) + ending;
}
