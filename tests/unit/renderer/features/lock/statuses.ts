import type { VaultStatus } from '@shared/ipc/vault-channels';

export const lockedStatus: VaultStatus = {
  isSet: true,
  wrongTries: 0,
  waitSeconds: 0,
  isInKeychain: false,
  canUseKeychain: false,
  hasOlderKeys: false,
  lockAfterMinutes: 5,
  mayRenewPassphrase: false,
  work: null,
  left: null,
};
