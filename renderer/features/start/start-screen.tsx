import type { StartState } from '@shared/ipc/app-channels';
import { FirstStart } from './first-start';
import { ClosedStore } from './closed-store';

/** What is shown instead of the screens while there is nothing to work on. */
export function StartScreen({ state }: { readonly state: Exclude<StartState, { kind: 'ready' | 'locked' }> }) {
  return state.kind === 'fresh' ? <FirstStart suggestedName={state.suggestedName} /> : <ClosedStore state={state} />;
}
