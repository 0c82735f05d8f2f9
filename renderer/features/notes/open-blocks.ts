import type { Subject } from '@shared/ipc/subject';
import { Autosave, holdUntilSaved } from '../../lib/autosave';
import { request } from '../../lib/ipc';
import { NoteText } from './note-text';

/** One block of a note that is being written, and where its text goes. */
export interface OpenBlock {
  readonly noteId: string;
  readonly blockId: string;
  readonly subject: Subject;
  readonly autosave: Autosave<NoteText>;
}

/** Where a block's text goes. */
export type BlockPlace = Pick<OpenBlock, 'noteId' | 'blockId' | 'subject'>;

/** Blocks on the screen, and those that left it before all their text was on the disk. */
const open = new Map<string, OpenBlock>();

/** The block as it is still held with unsaved words, or as the store has it. */
export function findOrOpen({ noteId, blockId, subject }: BlockPlace, stored: string): OpenBlock {
  const write = ({ markdown }: NoteText) => request('notes:write', { noteId, blockId, subject, markdown });
  const isSame = (one: NoteText, other: NoteText): boolean => one.isSame(other);
  return (
    open.get(blockId) ?? {
      noteId,
      blockId,
      subject,
      autosave: new Autosave({ stored: NoteText.stored(stored), write, isSame }),
    }
  );
}

/** A block of this subject with words that are not on the disk yet, so that coming back to its page shows them. */
export function unsavedBlockOf({ type, id }: Subject): BlockPlace | undefined {
  return [...open.values()].find(
    ({ subject, autosave }) => subject.type === type && subject.id === id && autosave.hasUnsaved,
  );
}

/** Holds a block while it is on the screen, and then until its last word is on the disk. */
export function hold(block: OpenBlock): () => void {
  open.set(block.blockId, block);
  return holdUntilSaved(block.autosave, () => open.delete(block.blockId));
}
