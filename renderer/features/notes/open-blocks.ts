import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import type { Subject } from '@shared/ipc/app-channels';
import { beforeClose } from '../../lib/before-close';
import { request } from '../../lib/ipc';
import { Autosave } from './autosave';

/** One block of a note that is being written, and where its text goes. */
export interface OpenBlock {
  readonly noteId: string;
  readonly blockId: string;
  readonly subject: Subject;
  readonly autosave: Autosave;
}

interface Held extends OpenBlock {
  readonly isShown: boolean;
}

/** Blocks on the screen, and those that left it before all their text was on the disk: a page may go, its words may not. */
const held = new Map<string, Held>();

beforeClose(async () => {
  const flushed = await Promise.all([...held.values()].map(({ autosave }) => autosave.flush()));
  return flushed.every(({ ok }) => ok);
});

/** Where a block's text goes. */
export type BlockPlace = Pick<OpenBlock, 'noteId' | 'blockId' | 'subject'>;

/** The block as it is still held with unsaved words, or as the store has it. */
export function findOrOpen({ noteId, blockId, subject }: BlockPlace, stored: string): OpenBlock {
  const write = (markdown: string) => request('notes:write', { noteId, blockId, subject, markdown });
  return held.get(blockId) ?? { noteId, blockId, subject, autosave: new Autosave(stored, write) };
}

/** A block of this subject that left the screen before it could be written, so that it can be shown again. */
export function unsavedBlockOf({ type, id }: Subject): BlockPlace | undefined {
  return [...held.values()].find(
    ({ subject, autosave, isShown }) => !isShown && subject.type === type && subject.id === id && autosave.hasUnsaved,
  );
}

/** Holds a block while it is on the screen. The answer lets it go once every word of it is on the disk. */
export function hold(block: OpenBlock): () => void {
  held.set(block.blockId, { ...block, isShown: true });
  return () => {
    held.set(block.blockId, { ...block, isShown: false });
    void letGo(block);
  };
}

async function letGo(block: OpenBlock): Promise<void> {
  const noticeId = `unsaved-${block.blockId}`;
  const flushed = await block.autosave.flush();
  if (!flushed.ok) {
    notifications.show({
      id: noticeId,
      title: i18next.t('notes:left.title'),
      message: i18next.t('notes:left.message'),
      color: 'cinnabar',
      withBorder: true,
      autoClose: false,
      role: 'alert',
    });
    await block.autosave.whenSaved();
    notifications.hide(noticeId);
  }
  if (held.get(block.blockId)?.isShown === false) held.delete(block.blockId);
}
