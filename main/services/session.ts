import { join } from 'node:path';
import type { Instant } from '@shared/dates';
import type { RecordId } from '@shared/domain/values';
import type { VaultStatus } from '@shared/ipc/vault-channels';
import { failed, success } from '@shared/result';
import type { Result } from '@shared/result';
import { failureOfWriting } from '../storage/disk/disk-failures';
import { diskFiles } from '../storage/disk/disk-files';
import type { DiskFiles } from '../storage/disk/disk-files';
import { Quarantine } from '../storage/disk/quarantine';
import { isReadable } from '../storage/reseal';
import { openSettings } from '../storage/settings-file';
import type { SettingsFile } from '../storage/settings-file';
import { openVault } from '../storage/vault/open-vault';
import type { VaultOptions } from '../storage/vault/open-vault';
import type { Keychain, OpenVault, UnlockingBy, Vault } from '../storage/vault/vault';
import { closedState, openOffice } from './office';
import type { ClosedState, Office, SearchSurroundings } from './office';
import { Protection } from './protection';
import type { SyncSurroundings } from './sync/open-sync';
import { Turns } from './turns';
import { waitSecondsOf } from './vault-wait';

/** How a data folder stands with this process; what may be asked of it follows from that. */
export type Stage =
  | { readonly kind: 'closed'; readonly closed: ClosedState }
  /** There is a passphrase, and nothing of what it protects is in memory. */
  | { readonly kind: 'locked' }
  /** It is being locked: nothing is answered any more. */
  | { readonly kind: 'locking' }
  | { readonly kind: 'open'; readonly office: Office; readonly protection: Protection };

export interface SessionOptions {
  readonly folder: string;
  readonly clock: () => Instant;
  readonly newId: () => RecordId;
  readonly keychain: Keychain;
  /** Something that `status` tells is another now. */
  readonly onChanged: () => void;
  readonly onBroken: (cause: unknown) => void;
  readonly searching?: SearchSurroundings;
  readonly sync?: Omit<SyncSurroundings, 'keychain'>;
  /** The way to the disk, and what guessing a passphrase costs and waits; tests give their own. */
  readonly files?: DiskFiles;
  readonly cost?: NonNullable<VaultOptions['cost']>;
  readonly ticks?: NonNullable<VaultOptions['ticks']>;
}

/** A data folder from the start to the end of the program: locked, open, and locked again. */
export class Session {
  readonly #options: SessionOptions;
  readonly settings: SettingsFile | null;
  readonly #vault: Vault | null;
  #stage: Stage;
  readonly #listeners = new Set<(stage: Stage) => void>();
  #place: string | null = null;
  readonly #turns = new Turns();

  private constructor(options: SessionOptions, settings: SettingsFile | null, vault: Vault | null, stage: Stage) {
    this.#options = options;
    this.settings = settings;
    this.#vault = vault;
    this.#stage = stage;
  }

  /** Opens what can be opened without a passphrase. */
  static async start(options: SessionOptions): Promise<Session> {
    const { folder, clock, keychain, files = diskFiles, cost, ticks } = options;
    const settings = await openSettings({ folder, clock, files });
    if (!settings.ok) return new Session(options, null, null, closedStage(settings, folder));
    const vault = await openVault({ folder, clock, keychain, files, ...(cost && { cost }), ...(ticks && { ticks }) });
    if (!vault.ok) return new Session(options, settings.value, null, closedStage(vault, folder));

    const session = new Session(options, settings.value, vault.value, { kind: 'locked' });
    if (await isToBeUnlocked(folder, files, vault.value, settings.value)) return session;
    await session.#openOffice(null);
    return session;
  }

  get stage(): Stage {
    return this.#stage;
  }

  /** Told of each stage once it is reached. */
  onStage(listener: (stage: Stage) => void): void {
    this.#listeners.add(listener);
  }

  status(): VaultStatus {
    if (this.#stage.kind === 'open') return this.#stage.protection.status();
    if (this.#vault === null || this.settings === null) throw new Error('A folder that is closed has no vault');
    const { wrongTries, waitUntil, isInKeychain, canUseKeychain, hasOlderKeys } = this.#vault.status();
    return {
      isSet: true,
      wrongTries,
      waitSeconds: waitSecondsOf(waitUntil, Date.parse(this.#options.clock())),
      isInKeychain,
      canUseKeychain,
      hasOlderKeys,
      lockAfterMinutes: this.settings.get().lockAfterMinutes,
      mayRenewPassphrase: false,
      work: null,
      left: null,
    };
  }

  /** Opens everything; answers where the window was when it was locked. Fails as `Vault.unlock` does. */
  unlock(how: UnlockingBy): Promise<Result<{ place: string | null; mayRenewPassphrase: boolean }>> {
    return this.#turns.take(async () => {
      if (this.#stage.kind === 'open') return success(this.#welcome());
      if (this.#stage.kind !== 'locked' || this.#vault === null) return failed({ code: 'locked' });
      const opened = await this.#vault.unlock(how);
      if (!opened.ok) return opened;
      await this.#openOffice({ key: opened.value, by: how.by });
      const { stage } = this;
      // A folder of a newer version is only looked at.
      const isOurs = stage.kind === 'open' && stage.office.notices().every(({ kind }) => kind !== 'newer-version');
      if (stage.kind === 'open' && isOurs) stage.protection.finish();
      return success(this.#welcome());
    });
  }

  /**
   * Closes everything and forgets the keys. Everything that the window holds must be on the disk before. Answers whether it
   * is locked: not so while there is no passphrase.
   */
  lock(place: string | null): Promise<boolean> {
    return this.#turns.take(async () => {
      const { stage } = this;
      if (stage.kind !== 'open' || !stage.protection.isOn) return stage.kind === 'locked';
      const { office, protection } = stage;
      await protection.end();
      if (!protection.isOn) {
        // The passphrase was just being taken away, and is gone.
        protection.goOn();
        return false;
      }
      this.#reach({ kind: 'locking' });
      try {
        await office.close();
      } finally {
        protection.wipe();
        this.#place = place;
        this.#reach({ kind: 'locked' });
      }
      return true;
    });
  }

  /** Waits for what is being written and lets the folder go. */
  close(): Promise<void> {
    return this.#turns.take(async () => {
      const { stage } = this;
      if (stage.kind !== 'open') return;
      await stage.protection.end();
      await stage.office.close();
      stage.protection.wipe();
    });
  }

  #welcome(): { place: string | null; mayRenewPassphrase: boolean } {
    const { stage } = this;
    return { place: this.#place, mayRenewPassphrase: stage.kind === 'open' && stage.protection.mayRenewPassphrase };
  }

  async #openOffice(unlocked: { readonly key: OpenVault; readonly by: UnlockingBy['by'] } | null): Promise<void> {
    const { folder, clock, newId, onChanged, onBroken, searching, sync, keychain, files = diskFiles } = this.#options;
    const { settings } = this;
    if (settings === null || this.#vault === null) throw new Error('A folder that is closed cannot be opened');
    const opened = await openOffice({
      folder,
      clock,
      newId,
      settings,
      files,
      ...(searching && { searching }),
      ...(sync && { sync: { ...sync, keychain } }),
      ...(unlocked && { seal: unlocked.key.seal }),
    });
    if (!opened.ok) {
      unlocked?.key.wipe();
      this.#reach({ kind: 'closed', closed: opened.closed });
      return;
    }
    const { office } = opened;
    const parts = {
      vault: this.#vault,
      settings,
      sealed: office.sealed,
      now: () => Date.parse(clock()),
      keepKeys: () => keepKeys(files, folder, clock),
      onChanged,
      onBroken,
      onRenewed: () => {
        office.backups.visitOtherFolder().catch(onBroken);
      },
    };
    this.#reach({ kind: 'open', office, protection: new Protection(parts, unlocked) });
  }

  #reach(stage: Stage): void {
    this.#stage = stage;
    for (const listener of this.#listeners) listener(stage);
  }
}

/** Keys that open nothing (they were just made, or everything was just made readable) go. */
async function isToBeUnlocked(
  folder: string,
  files: DiskFiles,
  vault: Vault,
  settings: SettingsFile,
): Promise<boolean> {
  if (!vault.status().isSet) return false;
  if (settings.get().sealing !== 'provisional' || !(await isReadable(folder, files))) return true;
  await vault.discard();
  return false;
}

async function keepKeys(files: DiskFiles, folder: string, clock: () => Instant): Promise<Result<void>> {
  try {
    await new Quarantine(files, folder, clock).keepCopy(join(folder, 'vault.json'));
    return success(undefined);
  } catch (cause) {
    return failed(failureOfWriting(cause));
  }
}

function closedStage(result: Result<unknown>, folder: string): Stage {
  if (result.ok) throw new Error('What was opened is not closed');
  return { kind: 'closed', closed: closedState(result.failure, folder) };
}
