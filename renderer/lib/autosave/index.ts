export { Autosave } from './autosave';
export type { SavingState } from './autosave';
export { holdUntilSaved } from './held';
export { useAutosave } from './use-autosave';
