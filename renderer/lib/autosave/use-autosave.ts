import { useEffect, useSyncExternalStore } from 'react';
import type { Autosave, AutosaveSnapshot } from './autosave';
import { holdUntilSaved } from './held';

/** Shows what an autosave holds, takes over what the store says, and sees that nothing is left unwritten at the end. */
export function useAutosave<V>(
  autosave: Autosave<V>,
  stored: V,
  heardAt: number,
  hold: (autosave: Autosave<V>) => () => void = holdUntilSaved,
): AutosaveSnapshot<V> {
  useEffect(() => hold(autosave), [autosave, hold]);
  useEffect(() => autosave.takeOver(stored, heardAt), [autosave, stored, heardAt]);
  return useSyncExternalStore(autosave.subscribe, autosave.snapshot);
}
