import type { StartState } from '@shared/ipc/app-channels';

export function StartScreen({ state }: { readonly state: Exclude<StartState, { kind: 'ready' }> }) {
  return <div>{state.kind}</div>;
}
