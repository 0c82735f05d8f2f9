import { useEffect, useRef, useState } from 'react';
import type { Attachment } from '@shared/domain/attachment/schema';
import { useBeforeClose } from '../../lib/before-close';
import { request } from '../../lib/ipc';
import { notifyFailure } from '../../lib/notices';

const pauseMs = 300;

interface Caption {
  readonly text: string;
  readonly type: (text: string) => void;
  /** Writes what is not yet written, at once. */
  readonly flush: () => void;
}

/** A caption that is saved as it is typed. What is typed is never replaced by what the store says meanwhile. */
export function useCaption({ id, caption }: Pick<Attachment, 'id' | 'caption'>): Caption {
  const [typed, setTyped] = useState<string | null>(null);
  const pending = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const write = async (): Promise<boolean> => {
    clearTimeout(timer.current);
    const text = pending.current;
    if (text === null) return true;
    pending.current = null;
    const saved = await request('attachments:update', { id, patch: { caption: text } });
    if (saved.ok) return true;
    // Kept as unsaved, so that the next key or leaving the field tries again.
    pending.current ??= text;
    notifyFailure(saved.failure);
    return false;
  };
  const latest = useRef(write);
  useEffect(() => {
    latest.current = write;
  });
  useEffect(() => () => void latest.current(), []);
  useBeforeClose(write);

  return {
    text: typed ?? caption,
    type: (text) => {
      setTyped(text);
      pending.current = text;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void latest.current(), pauseMs);
    },
    flush: () => {
      void write().then((isSaved) => {
        // From here on the store's words are shown again: an Undo must be seen.
        if (isSaved && pending.current === null) setTyped(null);
      });
    },
  };
}
