import { useSyncExternalStore } from 'react';
import type { SavingState } from './autosave';
import { shownSavings } from './held';

let last: SavingState = { kind: 'saved' };

/** What failed before what is under way before the last that was saved; the same object while it says the same. */
function whole(): SavingState {
  const states = shownSavings.list();
  const times = states.flatMap((state) => (state.kind === 'saved' && state.at !== undefined ? [state.at] : []));
  const at = times.sort().at(-1);
  const now =
    states.find(({ kind }) => kind === 'failed') ??
    states.find(({ kind }) => kind === 'saving') ??
    (at === undefined ? { kind: 'saved' as const } : { kind: 'saved' as const, at });
  if (JSON.stringify(now) !== JSON.stringify(last)) last = now;
  return last;
}

/** How far the writing of everything on the screen is, as one. */
export function useShownSaving(): SavingState {
  return useSyncExternalStore(shownSavings.subscribe, whole);
}
