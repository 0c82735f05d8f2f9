import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Autosave, AutosaveSnapshot } from './autosave';
import { findOrOpen, hold } from './open-blocks';
import type { BlockPlace } from './open-blocks';

interface WrittenBlock extends AutosaveSnapshot {
  readonly autosave: Autosave;
}

/** Writes one block as it is typed, for as long as it is shown and until its last word is on the disk. */
export function useOpenBlock(place: BlockPlace, stored: string, heardAt: number): WrittenBlock {
  const [block] = useState(() => findOrOpen(place, stored));
  const { autosave } = block;
  useEffect(() => hold(block), [block]);
  useEffect(() => autosave.takeOver(stored, heardAt), [autosave, stored, heardAt]);
  const { text, saving } = useSyncExternalStore(autosave.subscribe, autosave.snapshot);
  return { autosave, text, saving };
}
