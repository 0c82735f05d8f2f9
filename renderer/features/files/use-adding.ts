import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { largestFile } from '@shared/domain/attachment/schema';
import type { Subject } from '@shared/ipc/subject';
import { failureInWords } from '../../lib/failure-words';
import { useFormat } from '../../lib/format';
import { beforeClose } from '../../lib/before-close';
import { request } from '../../lib/ipc';
import { readBytes } from './read-bytes';

/** How far a run of files is. */
export interface Progress {
  readonly name: string;
  /** Which file of the run it is, from 1. */
  readonly place: number;
  readonly count: number;
  /** The share of the bytes, from 0 to 1. */
  readonly share: number;
}

/** A file that was not added, and why, in words. */
export interface Refusal {
  readonly name: string;
  readonly why: string;
}

interface Run {
  readonly waiting: File[];
  readonly stop: AbortController;
  count: number;
  bytes: number;
  doneBytes: number;
}

interface Adding {
  readonly progress: Progress | null;
  readonly refusals: readonly Refusal[];
  readonly add: (files: readonly File[]) => void;
  /** Leaves what is added already and gives up the rest. */
  readonly stop: () => void;
  readonly dismiss: () => void;
}

/** Files that are being taken in, whether their list is still on the screen or not. */
const runs = new Set<Promise<void>>();

beforeClose(async () => {
  await Promise.all(runs);
  return true;
});

/** Takes files in one after the other. They go on being added when the list is left; those chosen meanwhile join in. */
export function useAdding(subject: Subject): Adding {
  const { t } = useTranslation('files');
  const { bytes: inBytes } = useFormat();
  const [progress, setProgress] = useState<Progress | null>(null);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const run = useRef<Run | null>(null);
  const isShown = useIsShown();

  const refuse = (name: string, why: string): void => setRefusals((before) => [...before, { name, why }]);

  const addOne = async (file: File, current: Run): Promise<void> => {
    const place = current.count - current.waiting.length;
    const show = (readBytesSoFar: number): void => {
      if (!isShown.current) return;
      const share = current.bytes === 0 ? 0 : (current.doneBytes + readBytesSoFar) / current.bytes;
      setProgress({ name: file.name, place, count: current.count, share: Math.min(1, share) });
    };
    show(0);
    let bytes: Uint8Array<ArrayBuffer>;
    try {
      bytes = await readBytes(file, current.stop.signal, show);
    } catch (cause) {
      if (current.stop.signal.aborted) return;
      // What the system says of a file it cannot read is seldom a sentence; the kind of error is enough for the words.
      if (!(cause instanceof Error)) throw cause;
      refuse(file.name, t('refused.unreadable'));
      return;
    }
    const answer = await request('attachments:add', {
      subject,
      name: shortened(file.name),
      mime: file.type.slice(0, 300),
      bytes,
    });
    if (!answer.ok) refuse(file.name, failureInWords(answer.failure).message);
  };

  const work = async (current: Run): Promise<void> => {
    for (let file = current.waiting.shift(); file !== undefined; file = current.waiting.shift()) {
      await addOne(file, current);
      current.doneBytes += file.size;
      if (current.stop.signal.aborted) break;
    }
    run.current = null;
    if (isShown.current) setProgress(null);
  };

  return {
    progress,
    refusals,
    add: (files) => {
      if (run.current === null) setRefusals([]);
      for (const { name, size } of files) {
        if (size > largestFile) refuse(name, t('refused.tooBig', { size: inBytes(size), limit: inBytes(largestFile) }));
      }
      const taken = files.filter(({ size }) => size <= largestFile);
      if (taken.length === 0) return;
      const isNew = run.current === null;
      const current = (run.current ??= { waiting: [], stop: new AbortController(), count: 0, bytes: 0, doneBytes: 0 });
      current.waiting.push(...taken);
      current.count += taken.length;
      current.bytes += taken.reduce((sum, { size }) => sum + size, 0);
      if (!isNew) return;
      const working = work(current);
      runs.add(working);
      void working.finally(() => runs.delete(working));
    },
    stop: () => run.current?.stop.abort(),
    dismiss: () => setRefusals([]),
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
