export { Autosave } from './autosave';
export type { SavingState } from './autosave';
export { holdUntilSaved, writeHeld } from './held';
export { useShownSaving } from './use-shown-saving';
export { useAutosave } from './use-autosave';
