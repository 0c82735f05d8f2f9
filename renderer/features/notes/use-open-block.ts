import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Autosave, SavingState } from '../../lib/autosave';
import { notifyDone } from '../../lib/notices';
import type { NoteText } from './note-text';
import { findOrOpen, hold, takeOver } from './open-blocks';
import type { BlockPlace } from './open-blocks';

interface WrittenBlock {
  readonly autosave: Autosave<NoteText>;
  /** How far the writing is. It changes when that does, and not with each key. */
  readonly saving: SavingState;
}

/** Writes one block as it is typed, for as long as it is shown and until its last word is on the disk. */
export function useOpenBlock(place: BlockPlace, stored: string, heardAt: number): WrittenBlock {
  const { t } = useTranslation('notes');
  const [block] = useState(() => findOrOpen(place, stored));
  const { autosave } = block;
  useEffect(() => hold(block), [block]);
  useEffect(() => {
    if (!takeOver(block, stored, heardAt)) notifyDone(t('changedElsewhere'));
  }, [block, stored, heardAt, t]);
  const saving = useSyncExternalStore(autosave.subscribe, autosave.saving);
  return { autosave, saving };
}
