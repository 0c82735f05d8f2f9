import { failed, success } from '@shared/result';
import type { Result } from '@shared/result';
import type { LockAfter, SealingWork, VaultStatus } from '@shared/ipc/vault-channels';
import { isReadable, resealRecords, resealRest } from '../storage/reseal';
import type { SealedParts, SealingWatch } from '../storage/reseal';
import { plainSeal } from '../storage/seal/plain-seal';
import type { SettingsFile } from '../storage/settings-file';
import type { OpenVault, UnlockingBy, Vault } from '../storage/vault/vault';
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
  #work: SealingWork | null = null;
  #left: number | null = null;
  #isRenewed = false;
  #stop = new AbortController();
  #isEnding = false;
  #last: Promise<unknown> = Promise.resolve();

  constructor(parts: ProtectionParts, unlocked: { readonly key: OpenVault; readonly by: UnlockingBy['by'] } | null) {
    this.#parts = parts;
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
      work: this.#work,
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
      const marked = await this.#mark('unfinished');
      if (!marked.ok) return marked;
      const sealed = await this.#working('sealed', (watch) => resealRecords(this.#parts.sealed, key.seal, watch));
      if (!sealed.ok) {
        await this.#forgetBegun();
        return sealed;
      }
      this.#begun = null;
      this.#key = key;
      this.finish();
      return success(undefined);
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
      const begun = await this.#mark('unfinished');
      if (!begun.ok) return begun;
      const sealed = await this.#working('sealed', (watch) =>
        resealRecords(this.#parts.sealed, opened.value.seal, watch),
      );
      if (!sealed.ok) {
        await this.#forgetBegun();
        return sealed;
      }
      this.#begun = null;
      this.#key = opened.value;
      return this.#sealRest(opened.value);
    });
  }

  giveUp(): Promise<Result<void>> {
    return this.#alone(() => (this.isOn ? Promise.resolve(success(undefined)) : this.#forgetBegun()));
  }

  changePassphrase(current: string | null, next: string): Promise<Result<void>> {
    return this.#withKey(async (key) => {
      if (current === null && !this.mayRenewPassphrase) return failed({ code: 'not-protected' });
      const verified = current === null ? success(undefined) : await this.#verify(current);
      if (!verified.ok) return verified;
      const changed = await key.changePassphrase(next);
      if (changed.ok) this.#isRenewed = true;
      return changed;
    });
  }

  renewRecoveryKey(passphrase: string): Promise<Result<{ recoveryKey: string }>> {
    return this.#withKey(async (key) => {
      const verified = await this.#verify(passphrase);
      if (!verified.ok) return verified;
      const renewed = await key.renewRecoveryKey();
      return renewed.ok ? success({ recoveryKey: renewed.value }) : renewed;
    });
  }

  useKeychain(isWanted: boolean): Promise<Result<void>> {
    return this.#withKey((key) => key.rememberInKeychain(isWanted));
  }

  async lockAfter(minutes: LockAfter): Promise<Result<void>> {
    const written = await this.#parts.settings.update({ lockAfterMinutes: minutes });
    this.#parts.onChanged();
    return written.ok ? success(undefined) : written;
  }

  /** Writes everything readable, the records last. Until then it stays protected, whatever happens. */
  async turnOff(passphrase: string, isEvenSo: boolean): Promise<Result<void>> {
    await this.#interrupt();
    return this.#withKey(async (key) => {
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
    const finished = this.#withKey((key) => this.#sealRest(key));
    // What the disk refused is tried again at the next unlocking.
    void finished.catch(this.#parts.onBroken);
  }

  async #sealRest(key: OpenVault): Promise<Result<void>> {
    const { sealed } = this.#parts;
    const marked = await this.#mark('unfinished');
    if (!marked.ok) return marked;
    const rest = await this.#working('sealed', async (watch) => {
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
    this.#stop.abort();
    await this.#last;
  }

  /** It is not to end after all. */
  goOn(): void {
    this.#isEnding = false;
    this.#stop = new AbortController();
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
    return this.#working('readable', async (watch) => {
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

  async #working<V>(to: SealingWork['to'], task: (watch: SealingWatch) => Promise<Result<V>>): Promise<Result<V>> {
    const onProgress: SealingWatch['onProgress'] = (progress) => {
      this.#work = { to, ...progress };
      this.#parts.onChanged();
    };
    try {
      return await task({ signal: this.#stop.signal, onProgress });
    } finally {
      this.#work = null;
      this.#parts.onChanged();
    }
  }

  #withKey<V>(task: (key: OpenVault) => Promise<Result<V>>): Promise<Result<V>> {
    return this.#alone(() =>
      this.#key === null ? Promise.resolve(failed({ code: 'not-protected' })) : task(this.#key),
    );
  }

  /** Ends what is written aside, so that something else need not wait for it. */
  async #interrupt(): Promise<void> {
    this.#stop.abort();
    await this.#last;
    if (!this.#isEnding) this.#stop = new AbortController();
  }

  #alone<V>(task: () => Promise<Result<V>>): Promise<Result<V>> {
    const { onChanged } = this.#parts;
    const done = this.#last.then(() => (this.#isEnding ? failed({ code: 'locked' }) : task()));
    this.#last = done.catch(() => undefined);
    void this.#last.then(onChanged);
    return done;
  }
}
