import { useCallback, useEffect, useRef, useState } from 'react';
import { instantOf } from '@shared/dates';
import type { Result } from '@shared/result';
import { useBeforeClose } from '../../lib/before-close';
import type { Saving } from '../../ui/save-state';

/** What is typed is on its way to the disk after so many milliseconds. */
const pause = 300;

interface Waiting<V> {
  readonly value: V;
  /** Nothing while it waits for another try. */
  readonly timer?: ReturnType<typeof setTimeout>;
}

/**
 * A value that is edited in place and saved as it is typed. While somebody is at it the draft is shown; before and
 * after, what is saved, so that an undo elsewhere is seen here.
 */
export function useDraft<V>(saved: V, save: (value: V) => Promise<Result<unknown>>) {
  const [draft, setDraft] = useState<{ readonly value: V } | null>(null);
  const [saving, setSaving] = useState<Saving | undefined>(undefined);
  const waiting = useRef<Waiting<V> | undefined>(undefined);
  const latestSave = useRef(save);
  useEffect(() => {
    latestSave.current = save;
  });

  const flush = useCallback(async (): Promise<boolean> => {
    const entry = waiting.current;
    if (!entry) return true;
    clearTimeout(entry.timer);
    waiting.current = undefined;
    setSaving({ kind: 'saving' });
    const answer = await latestSave.current(entry.value);
    // What was not saved waits on: whoever closes, locks or leaves tries again, and learns when it fails again.
    if (!answer.ok) waiting.current ??= { value: entry.value };
    setSaving(answer.ok ? { kind: 'saved', at: instantOf(Date.now()) } : { kind: 'failed', failure: answer.failure });
    return answer.ok;
  }, []);

  const set = useCallback(
    (value: V): void => {
      clearTimeout(waiting.current?.timer);
      waiting.current = { value, timer: setTimeout(() => void flush(), pause) };
      setDraft({ value });
      setSaving({ kind: 'unsaved' });
    },
    [flush],
  );

  /** Saves what is left and shows what is saved again; a draft that could not be saved stays. */
  const leave = useCallback(async (): Promise<void> => {
    const isSaved = await flush();
    if (isSaved && waiting.current === undefined) setDraft(null);
  }, [flush]);

  useBeforeClose(flush);
  useEffect(() => () => void flush(), [flush]);
  return { value: draft ? draft.value : saved, set, flush, leave, saving };
}
