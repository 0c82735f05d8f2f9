import type { RecordOf } from '@shared/domain/records';
import type { NoteBlock } from '@shared/domain/note/schema';
import type { RecordId } from '@shared/domain/values';
import { asReference } from '@shared/ipc/subject';
import type { Subject } from '@shared/ipc/subject';
import { failed } from '@shared/result';
import type { Result } from '@shared/result';
import { intend } from './context';
import type { ServiceContext } from './context';
import { followLines } from './follow-up-lines';
import { changeBlocks } from './note-versions';

export interface WrittenBlock {
  readonly noteId: RecordId;
  readonly subject: Subject;
  readonly blockId: RecordId;
  readonly markdown: string;
}

/**
 * Writes one block of a note; the note and the block are made when they are not there yet. Sent again it changes
 * nothing. Another author's block is refused: each writes their own, so that two people's words never interleave.
 */
export async function writeNote(context: ServiceContext, written: WrittenBlock): Promise<Result<RecordOf<'note'>>> {
  const { noteId, blockId, markdown } = written;
  const current = context.store.get('note', noteId);
  if (current?.blocks.some((block) => block.id === blockId && block.authorId !== context.me()) === true) {
    return failed({ code: 'forbidden' });
  }
  return context.store.transact(intend(context, 'edit', 'note', `note:${noteId}`), (tx) => {
    const note = tx.get('note', noteId);
    const block: NoteBlock = { id: blockId, authorId: context.me(), begunAt: context.now(), markdown };
    if (note === undefined) {
      const made = tx.create('note', { ...asReference(written.subject), blocks: [block] }, noteId);
      followLines(context, tx, made, []);
      return made;
    }
    // Its making may have been taken back while somebody goes on writing it: what is written must be where it is seen.
    if (note.deletedAt !== null) tx.restore('note', noteId);
    const isThere = note.blocks.some((existing) => existing.id === blockId);
    const blocks = isThere
      ? note.blocks.map((existing) => (existing.id === blockId ? { ...existing, markdown } : existing))
      : [...note.blocks, block];
    return changeBlocks(context, tx, note, blocks);
  });
}
