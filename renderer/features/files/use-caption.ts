import { useState } from 'react';
import type { Attachment } from '@shared/domain/attachment/schema';
import type { Failure } from '@shared/result';
import { Autosave, useAutosave } from '../../lib/autosave';
import { request } from '../../lib/ipc';

interface Caption {
  readonly text: string;
  /** Why it is not on the disk; it is tried again by itself. */
  readonly failure: Failure | undefined;
  readonly type: (text: string) => void;
  readonly compose: (isComposing: boolean) => void;
  /** Writes what is not yet written, at once. */
  readonly flush: () => void;
}

/** A file's caption, on the disk a moment after it is typed. */
export function useCaption({ id, caption }: Pick<Attachment, 'id' | 'caption'>, heardAt: number): Caption {
  const [autosave] = useState(
    () =>
      new Autosave({
        stored: caption,
        write: (text: string) => request('attachments:update', { id, patch: { caption: text } }),
      }),
  );
  const { value, saving } = useAutosave(autosave, caption, heardAt);
  return {
    text: value,
    failure: saving.kind === 'failed' ? saving.failure : undefined,
    type: (text) => autosave.type(text),
    compose: (isComposing) => autosave.compose(isComposing),
    flush: () => void autosave.flush(),
  };
}
