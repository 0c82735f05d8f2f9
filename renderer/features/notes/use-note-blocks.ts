import { useState } from 'react';
import type { NoteBlock } from '@shared/domain/note/schema';
import { asReference } from '@shared/ipc/subject';
import type { Subject } from '@shared/ipc/subject';
import type { CallFailure } from '../../lib/ipc';
import { useAsk } from '../../lib/ipc';
import { unsavedBlockOf } from './open-blocks';
import type { BlockPlace } from './open-blocks';

/** A block on the screen. The officer's own can be written; `stored` is what the disk has of it. */
export type ShownBlock =
  | {
      readonly kind: 'own';
      readonly place: BlockPlace;
      readonly stored: string;
      readonly begunAt: NoteBlock['begunAt'] | null;
    }
  | { readonly kind: 'other'; readonly noteId: string; readonly block: NoteBlock };

interface NoteBlocks {
  readonly blocks: readonly ShownBlock[] | undefined;
  /** When the store was heard, in milliseconds. */
  readonly heardAt: number;
  readonly error: CallFailure | null;
}

/** Everything written about a subject, in order, ending with a block that the officer can write on. */
export function useNoteBlocks(subject: Subject): NoteBlocks {
  const settings = useAsk('settings:get', {});
  const notes = useAsk('notes:list', asReference(subject));
  const [draft, setDraft] = useState(() => unsavedBlockOf(subject) ?? freshPlace(subject));
  const [isLeftOver] = useState(() => unsavedBlockOf(subject) !== undefined);

  const me = settings.data?.meId;
  const heardAt = notes.dataUpdatedAt;
  const error = notes.error ?? settings.error;
  if (me === undefined || notes.data === undefined) return { blocks: undefined, heardAt, error };

  const inOrder = [...notes.data].sort((one, other) => one.createdAt.localeCompare(other.createdAt));
  const stored = inOrder.flatMap((note) => note.blocks.map((block) => ({ noteId: note.id, block })));
  const isDraftStored = stored.some(({ block }) => block.id === draft.blockId);
  const isOwnLast = stored.at(-1)?.block.authorId === me;
  if (isDraftStored && !isOwnLast) setDraft(freshPlace(subject));

  const blocks = stored.map(({ noteId, block }): ShownBlock =>
    block.authorId === me
      ? { kind: 'own', place: { noteId, blockId: block.id, subject }, stored: block.markdown, begunAt: block.begunAt }
      : { kind: 'other', noteId, block },
  );
  if (!isDraftStored && (!isOwnLast || isLeftOver)) {
    // A new block goes under the words that it follows; only the first of all needs a note of its own.
    const noteId = isLeftOver ? draft.noteId : (inOrder.at(-1)?.id ?? draft.noteId);
    blocks.push({ kind: 'own', place: { ...draft, noteId }, stored: '', begunAt: null });
  }
  return { blocks, heardAt, error: null };
}

function freshPlace(subject: Subject): BlockPlace {
  return { noteId: crypto.randomUUID(), blockId: crypto.randomUUID(), subject };
}
