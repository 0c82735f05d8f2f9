export { LockButton } from './lock-button';
export { Cover, lockNow, useLocking } from './locking';
export { KeptDrafts } from './kept-drafts';
export { isAgreed, NewPassphrase, nothingTyped } from './new-passphrase';
export { Protection } from './protection';
export { RecoveryKey } from './recovery-key';
export { SecretField } from './secret-field';
export { UnlockScreen } from './unlock-screen';
