import { failed, success } from '@shared/result';
import type { Result } from '@shared/result';
import type { Protection } from '../services/protection';
import type { Session } from '../services/session';
import type { Handlers } from './router';

export type VaultChannel = Extract<keyof Handlers, `vault:${string}` | `lock:${string}`>;

/** What the window answers when it was asked to write before locking. */
export interface LockingAnswers {
  /** Somebody wants it locked. */
  readonly ask: () => void;
  /** Answers whether it is locked now. */
  readonly onReady: (place: string | null) => Promise<boolean>;
  readonly onKept: () => void;
}

/** The passphrase and its lock; answered while the folder is open and while it is locked. */
export function vaultHandlers(session: Session, locking: LockingAnswers): Pick<Handlers, VaultChannel> {
  /** Runs on the open folder's protection; `locked` while there is none. */
  function on<V>(task: (protection: Protection) => Promise<Result<V>>): Promise<Result<V>> {
    const { stage } = session;
    return stage.kind === 'open' ? task(stage.protection) : Promise.resolve(failed({ code: 'locked' }));
  }
  return {
    'vault:status': () => success(session.status()),
    'vault:unlock': (how) => session.unlock(how),
    'vault:begin': ({ passphrase }) => on((protection) => protection.begin(passphrase)),
    'vault:protect': () => on((protection) => protection.protect()),
    'vault:give-up': () => on((protection) => protection.giveUp()),
    'vault:turn-off': ({ passphrase, isEvenSo }) => on((protection) => protection.turnOff(passphrase, isEvenSo)),
    'vault:change-passphrase': ({ current, next }) => on((protection) => protection.changePassphrase(current, next)),
    'vault:renew-recovery-key': ({ passphrase }) => on((protection) => protection.renewRecoveryKey(passphrase)),
    'vault:use-keychain': ({ isWanted }) => on((protection) => protection.useKeychain(isWanted)),
    'vault:lock-after': ({ minutes }) => on((protection) => protection.lockAfter(minutes)),
    'lock:ask': () => {
      const { stage } = session;
      if (stage.kind === 'open' && !stage.protection.isOn) return failed({ code: 'not-protected' });
      locking.ask();
      return success(undefined);
    },
    'lock:ready': async ({ place }) => success({ isLocked: await locking.onReady(place) }),
    'lock:kept': () => {
      locking.onKept();
      return success(undefined);
    },
  };
}
