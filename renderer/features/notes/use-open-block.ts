import { useCallback, useState } from 'react';
import { useAutosave } from '../../lib/autosave';
import type { Autosave, SavingState } from '../../lib/autosave';
import { findOrOpen, hold } from './open-blocks';
import type { BlockPlace } from './open-blocks';

interface WrittenBlock {
  readonly autosave: Autosave<string>;
  readonly text: string;
  readonly saving: SavingState;
}

/** Writes one block as it is typed, for as long as it is shown and until its last word is on the disk. */
export function useOpenBlock(place: BlockPlace, stored: string, heardAt: number): WrittenBlock {
  const [block] = useState(() => findOrOpen(place, stored));
  const holdBlock = useCallback(() => hold(block), [block]);
  const { value, saving } = useAutosave(block.autosave, stored, heardAt, holdBlock);
  return { autosave: block.autosave, text: value, saving };
}
