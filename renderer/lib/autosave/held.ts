import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import type { Result } from '@shared/result';
import { beforeClose } from '../before-close';
import type { SavingState } from './autosave';

interface Writing {
  readonly flush: () => Promise<Result<void>>;
  readonly whenSaved: () => Promise<void>;
  readonly giveUp: () => void;
  readonly retry: () => void;
  readonly saving: () => SavingState;
  readonly subscribe: (listener: () => void) => () => void;
}

/** What is on the screen, and what left it before all of it was on the disk: a page may go, its words may not. */
const held = new Set<Writing>();
const shown = new Set<Writing>();
const watchers = new Set<() => void>();

function tell(): void {
  for (const watcher of [...watchers]) watcher();
}

/** How far each writing on the screen is. */
export const shownSavings = {
  list: (): SavingState[] => [...shown].map((writing) => writing.saving()),
  subscribe: (watcher: () => void): (() => void) => {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  },
};

/** Writes all that was typed and is not on the disk yet; answers whether all of it is then. */
export async function writeHeld(): Promise<boolean> {
  const flushed = await Promise.all([...held].map((writing) => writing.flush()));
  return flushed.every(({ ok }) => ok);
}
beforeClose(writeHeld);

// Whoever comes back to the window may have made room, or put the folder back.
for (const event of ['focus', 'online']) {
  window.addEventListener(event, () => {
    for (const writing of held) writing.retry();
  });
}

/** Holds a writing while it is on the screen. The answer writes what is left, and lets it go when that is on the disk. */
export function holdUntilSaved(writing: Writing, onLetGo: () => void = () => undefined): () => void {
  held.add(writing);
  shown.add(writing);
  const stop = writing.subscribe(tell);
  tell();
  return () => {
    stop();
    shown.delete(writing);
    tell();
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
