export { LockButton } from './lock-button';
export { Cover, useLocking } from './locking';
export { KeptDrafts } from './kept-drafts';
export { Protection } from './protection';
export { UnlockScreen } from './unlock-screen';
