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
  /** What the store was given or has answered lately: a text that is not among these was written elsewhere. */
  readonly known: string[];
}

/** Where a block's text goes. */
export type BlockPlace = Pick<OpenBlock, 'noteId' | 'blockId' | 'subject'>;

/** Blocks on the screen, and those that left it before all their text was on the disk. */
const open = new Map<string, OpenBlock>();

/** Answers come a few writes late at most. */
const mostKnown = 50;

/** The block as it is still held with unsaved words, or as the store has it. */
export function findOrOpen({ noteId, blockId, subject }: BlockPlace, stored: string): OpenBlock {
  const held = open.get(blockId);
  if (held) return held;
  const known = [stored];
  const write = ({ markdown }: NoteText) => {
    remember(known, markdown);
    return request('notes:write', { noteId, blockId, subject, markdown });
  };
  const isSame = (one: NoteText, other: NoteText): boolean => one.isSame(other);
  const autosave = new Autosave({ stored: NoteText.stored(stored), write, isSame });
  return { noteId, blockId, subject, autosave, known };
}

function remember(known: string[], markdown: string): void {
  known.push(markdown);
  if (known.length > mostKnown) known.shift();
}

/**
 * Takes over what the store says. False when there are unsaved words, which win, and the store has others by somebody
 * else: those go to the note's history with the next write, and the person should hear of it.
 */
export function takeOver({ autosave, known }: OpenBlock, stored: string, heardAt: number): boolean {
  const isForeign = !known.includes(stored);
  if (isForeign) remember(known, stored);
  const isInTheWay = isForeign && autosave.hasUnsaved;
  autosave.takeOver(NoteText.stored(stored), heardAt);
  return !isInTheWay;
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
