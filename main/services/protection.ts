import { failed, success } from '@shared/result';
import type { Result } from '@shared/result';
import type { LockAfter, VaultStatus } from '@shared/ipc/vault-channels';
import { isReadable, resealRecords, resealRest } from '../storage/reseal';
import type { SealedParts } from '../storage/reseal';
import { plainSeal } from '../storage/seal/plain-seal';
import type { SettingsFile } from '../storage/settings-file';
import type { OpenVault, UnlockingBy, Vault } from '../storage/vault/vault';
import { SealingWorks } from './sealing-works';
import { Turns } from './turns';
import { waitSecondsOf } from './vault-wait';

export interface ProtectionParts {
  readonly vault: Vault;
  readonly settings: Pick<SettingsFile, 'get' | 'update'>;
  readonly sealed: SealedParts;
  readonly now: () => number;
  /** Keeps a copy of the wrapped keys where nothing is ever deleted. */
  readonly keepKeys: () => Promise<Result<void>>;
  readonly onChanged: () => void;
  readonly onBroken: (cause: unknown) => void;
  /** Another passphrase or recovery key opens the vault now: copies of it elsewhere go by the old one. */
  readonly onRenewed: () => void;
}

/**
 * The passphrase of a folder that is open. What is on the disk tells at every moment how it stands: the records are under
 * the seal or not, and that decides. Turning it on writes them first and the rest after them; turning it off writes them
 * last. Whatever is killed in between goes on at the next unlocking.
 */
export class Protection {
  readonly #parts: ProtectionParts;
  #key: OpenVault | null;
  readonly #isByRecoveryKey: boolean;
  /** Made and not yet in effect: its recovery key is just being written down. */
  #begun: OpenVault | null = null;
  readonly #works: SealingWorks;
  #left: number | null = null;
  #isRenewed = false;
  #isEnding = false;
  readonly #turns = new Turns();
  /** How it opens can be changed while much is being sealed. */
  readonly #keyTurns = new Turns();

  constructor(parts: ProtectionParts, unlocked: { readonly key: OpenVault; readonly by: UnlockingBy['by'] } | null) {
    this.#parts = parts;
    this.#works = new SealingWorks(parts.onChanged);
    this.#key = unlocked?.key ?? null;
    this.#isByRecoveryKey = unlocked?.by === 'recovery-key';
  }

  get isOn(): boolean {
    return this.#key !== null;
  }

  get mayRenewPassphrase(): boolean {
    return this.#isByRecoveryKey && !this.#isRenewed && this.isOn;
  }

  status(): VaultStatus {
    const { vault, settings, now } = this.#parts;
    const { wrongTries, waitUntil, isInKeychain, canUseKeychain, hasOlderKeys } = vault.status();
    return {
      isSet: this.isOn,
      wrongTries,
      waitSeconds: waitSecondsOf(waitUntil, now()),
      isInKeychain,
      canUseKeychain,
      hasOlderKeys,
      lockAfterMinutes: settings.get().lockAfterMinutes,
      mayRenewPassphrase: this.mayRenewPassphrase,
      work: this.#works.now,
      left: this.#left,
    };
  }

  /** Makes the keys, which protect nothing yet. */
  begin(passphrase: string): Promise<Result<{ recoveryKey: string }>> {
    const { vault } = this.#parts;
    return this.#alone(async () => {
      if (this.isOn) return failed({ code: 'already-protected' });
      const forgotten = await this.#forgetBegun();
      if (!forgotten.ok) return forgotten;
      const marked = await this.#mark('provisional');
      if (!marked.ok) return marked;
      const made = await vault.create(passphrase);
      if (!made.ok) return made;
      this.#begun = made.value.vault;
      return success({ recoveryKey: made.value.recoveryKey });
    });
  }

  /** Puts what `begin` made into effect; answers when the records are sealed. The rest is sealed by itself. */
  protect(): Promise<Result<void>> {
    return this.#alone(async () => {
      const key = this.#begun;
      if (key === null) return failed({ code: 'not-protected' });
      const sealed = await this.#sealRecords(key);
      if (sealed.ok) this.finish();
      return sealed;
    });
  }

  /**
   * Protects a folder that holds nothing yet with the keys of another one, which `how` opens. Answers when everything is
   * sealed; a folder that is protected already stays as it is.
   */
  adopt(keys: Uint8Array, how: UnlockingBy): Promise<Result<void>> {
    const { vault } = this.#parts;
    return this.#alone(async () => {
      if (this.isOn) return success(undefined);
      const forgotten = await this.#forgetBegun();
      if (!forgotten.ok) return forgotten;
      const marked = await this.#mark('provisional');
      if (!marked.ok) return marked;
      const adopted = await vault.adopt(keys);
      if (!adopted.ok) return adopted;
      const opened = await vault.unlock(how);
      if (!opened.ok) {
        await this.#forgetBegun();
        return opened;
      }
      this.#begun = opened.value;
      const sealed = await this.#sealRecords(opened.value);
      if (!sealed.ok) return sealed;
      return this.#sealRest(opened.value);
    });
  }

  giveUp(): Promise<Result<void>> {
    return this.#alone(() => (this.isOn ? Promise.resolve(success(undefined)) : this.#forgetBegun()));
  }

  changePassphrase(current: string | null, next: string): Promise<Result<void>> {
    return this.#withKey(this.#keyTurns, async (key) => {
      if (current === null && !this.mayRenewPassphrase) return failed({ code: 'not-protected' });
      const verified = current === null ? success(undefined) : await this.#verify(current);
      if (!verified.ok) return verified;
      const changed = await key.changePassphrase(next);
      if (!changed.ok) return changed;
      this.#isRenewed = true;
      this.#parts.onRenewed();
      return changed;
    });
  }

  renewRecoveryKey(passphrase: string): Promise<Result<{ recoveryKey: string }>> {
    return this.#withKey(this.#keyTurns, async (key) => {
      const verified = await this.#verify(passphrase);
      if (!verified.ok) return verified;
      const renewed = await key.renewRecoveryKey();
      if (!renewed.ok) return renewed;
      this.#parts.onRenewed();
      return success({ recoveryKey: renewed.value });
    });
  }

  useKeychain(isWanted: boolean): Promise<Result<void>> {
    return this.#withKey(this.#keyTurns, (key) => key.rememberInKeychain(isWanted));
  }

  async lockAfter(minutes: LockAfter): Promise<Result<void>> {
    const written = await this.#parts.settings.update({ lockAfterMinutes: minutes });
    this.#parts.onChanged();
    return written.ok ? success(undefined) : written;
  }

  /** Writes everything readable, the records last. Until then it stays protected, whatever happens. */
  async turnOff(passphrase: string, isEvenSo: boolean): Promise<Result<void>> {
    await this.#interrupt();
    return this.#withKey(this.#turns, async (key) => {
      const verified = await this.#verify(passphrase);
      if (!verified.ok) return verified;
      const opened = await this.#open(key, isEvenSo);
      // What is readable already goes back under the seal.
      if (!opened.ok) this.finish();
      return opened;
    });
  }

  /** Goes on with what is not under the seal yet, aside; after a passphrase was set, and after each unlocking. */
  finish(): void {
    if (this.#parts.settings.get().sealing === 'done') return;
    const finished = this.#withKey(this.#turns, (key) => this.#sealRest(key));
    // What the disk refused is tried again at the next unlocking.
    void finished.catch(this.#parts.onBroken);
  }

  /** From here on the folder is protected, or it is as before. */
  async #sealRecords(key: OpenVault): Promise<Result<void>> {
    const marked = await this.#mark('unfinished');
    if (!marked.ok) return marked;
    const sealed = await this.#works.run('sealed', (watch) => resealRecords(this.#parts.sealed, key.seal, watch));
    if (!sealed.ok) {
      await this.#forgetBegun();
      return sealed;
    }
    this.#begun = null;
    this.#key = key;
    return sealed;
  }

  async #sealRest(key: OpenVault): Promise<Result<void>> {
    const { sealed } = this.#parts;
    const marked = await this.#mark('unfinished');
    if (!marked.ok) return marked;
    const rest = await this.#works.run('sealed', async (watch) => {
      if (!sealed.records.isSecret()) {
        const records = await resealRecords(sealed, key.seal, watch);
        if (!records.ok) return records;
      }
      return resealRest(sealed, { from: [], to: key.seal }, watch);
    });
    if (!rest.ok) return rest;
    this.#left = rest.value.left;
    return rest.value.left === 0 ? this.#mark('done') : success(undefined);
  }

  /** Answers when nothing is being written any more, and takes nothing on; what is unfinished goes on after unlocking. */
  async end(): Promise<void> {
    this.#isEnding = true;
    this.#works.stop();
    await this.#turns.settled();
    await this.#keyTurns.settled();
  }

  /** It is not to end after all. */
  goOn(): void {
    this.#isEnding = false;
    this.#works.goOn();
  }

  /** Overwrites the keys in memory; to be called when everything is closed. */
  wipe(): void {
    this.#key?.wipe();
    this.#begun?.wipe();
    this.#key = null;
    this.#begun = null;
  }

  async #open(key: OpenVault, isEvenSo: boolean): Promise<Result<void>> {
    const { sealed, keepKeys } = this.#parts;
    const marked = await this.#mark('unfinished');
    if (!marked.ok) return marked;
    return this.#works.run('readable', async (watch) => {
      const rest = await resealRest(sealed, { from: [key.seal], to: plainSeal }, watch);
      if (!rest.ok) return rest;
      const { left } = rest.value;
      if (left > 0) {
        if (!isEvenSo) return failed({ code: 'still-sealed', left });
        const kept = await keepKeys();
        if (!kept.ok) return kept;
      }
      const last = await this.#mark('provisional');
      if (!last.ok) return last;
      const records = await resealRecords(sealed, plainSeal, watch);
      if (!records.ok) return records;
      this.#key = null;
      this.#left = null;
      // Should the disk refuse now, the next start takes them away: they open nothing any more.
      await key.remove();
      key.wipe();
      return success(undefined);
    });
  }

  /**
   * Throws keys away that protect nothing. Records whose sealing failed at its very end may stand there sealed all the same,
   * until the next change takes that back: then the keys stay, and the next start decides.
   */
  async #forgetBegun(): Promise<Result<void>> {
    const { vault, sealed } = this.#parts;
    this.#begun?.wipe();
    this.#begun = null;
    if (!vault.status().isSet) return success(undefined);
    const marked = await this.#mark('provisional');
    if (!marked.ok) return marked;
    return (await isReadable(sealed.folder, sealed.files)) ? vault.discard() : failed({ code: 'already-protected' });
  }

  /** Whether it is the passphrase; a wrong one counts and delays as it does on the locked screen. */
  async #verify(passphrase: string): Promise<Result<void>> {
    const opened = await this.#parts.vault.unlock({ by: 'passphrase', passphrase });
    if (!opened.ok) return opened;
    opened.value.wipe();
    return success(undefined);
  }

  async #mark(sealing: 'provisional' | 'unfinished' | 'done'): Promise<Result<void>> {
    const written = await this.#parts.settings.update({ sealing });
    return written.ok ? success(undefined) : written;
  }

  #withKey<V>(turns: Turns, task: (key: OpenVault) => Promise<Result<V>>): Promise<Result<V>> {
    const withKey = (): Promise<Result<V>> =>
      this.#key === null ? Promise.resolve(failed({ code: 'not-protected' })) : task(this.#key);
    return this.#inTurn(turns, withKey);
  }

  /** Ends what is written aside, so that something else need not wait for it. */
  async #interrupt(): Promise<void> {
    this.#works.stop();
    await this.#turns.settled();
    if (!this.#isEnding) this.#works.goOn();
  }

  #alone<V>(task: () => Promise<Result<V>>): Promise<Result<V>> {
    return this.#inTurn(this.#turns, task);
  }

  #inTurn<V>(turns: Turns, task: () => Promise<Result<V>>): Promise<Result<V>> {
    const done = turns.take(() => (this.#isEnding ? Promise.resolve(failed({ code: 'locked' })) : task()));
    void turns.settled().then(this.#parts.onChanged);
    return done;
  }
}
