import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import type { Result } from '@shared/result';
import { beforeClose } from '../before-close';

interface Writing {
  readonly flush: () => Promise<Result<void>>;
  readonly whenSaved: () => Promise<void>;
  readonly giveUp: () => void;
}

/** What is on the screen, and what left it before all of it was on the disk: a page may go, its words may not. */
const held = new Set<Writing>();
const shown = new Set<Writing>();

beforeClose(async () => {
  const flushed = await Promise.all([...held].map((writing) => writing.flush()));
  return flushed.every(({ ok }) => ok);
});

/** Holds a writing while it is on the screen. The answer writes what is left, and lets it go when that is on the disk. */
export function holdUntilSaved(writing: Writing, onLetGo: () => void = () => undefined): () => void {
  held.add(writing);
  shown.add(writing);
  return () => {
    shown.delete(writing);
    void saveWhatIsLeft(writing).then(() => {
      if (shown.has(writing)) return;
      held.delete(writing);
      onLetGo();
    });
  };
}

async function saveWhatIsLeft(writing: Writing): Promise<void> {
  const flushed = await writing.flush();
  if (flushed.ok || shown.has(writing)) return;
  if (flushed.failure.code === 'invalid-input') {
    // What it says is wrong, which stood beside its field; waiting would not make it right.
    writing.giveUp();
    return;
  }
  const id = `unsaved-${crypto.randomUUID()}`;
  notifications.show({
    id,
    title: i18next.t('ui:save.leftTitle'),
    message: i18next.t('ui:save.leftMessage'),
    color: 'cinnabar',
    withBorder: true,
    autoClose: false,
    role: 'alert',
  });
  await writing.whenSaved();
  notifications.hide(id);
}
