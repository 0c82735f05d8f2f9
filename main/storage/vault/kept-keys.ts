import { failed, success } from '@shared/result';
import type { Result } from '@shared/result';
import { failureOfWriting } from '../disk/disk-failures';
import { systemCode } from '../disk/disk-files';
import { bytesOfBody, withNewest } from './vault-file';
import type { PassphraseWrap, RecoveryWrap, VaultBody, VaultFiles } from './vault-file';

/** The kinds of key of which a newer one takes the older one's place. */
type Replaced = { readonly passphrases: PassphraseWrap } | { readonly recoveries: RecoveryWrap };

/**
 * The wrapped keys in memory and on the disk, changed by one at a time. What is on the disk opens by everything that was
 * acknowledged last, at every moment: a new key is written beside the old one, in both files, before the old one goes.
 */
export class KeptKeys {
  #body: VaultBody | null;
  #serial: number;
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly files: VaultFiles,
    body: VaultBody | null,
  ) {
    this.#body = body;
    this.#serial = body?.serial ?? 0;
  }

  get body(): VaultBody | null {
    return this.#body;
  }

  get hasOlder(): boolean {
    return this.#body !== null && (this.#body.passphrases.length > 1 || this.#body.recoveries.length > 1);
  }

  bytes(): Uint8Array | null {
    return this.#body === null ? null : bytesOfBody(this.#body);
  }

  /** Runs a task when those before it have ended. */
  alone<V>(task: () => Promise<V>): Promise<V> {
    const done = this.#last.then(task);
    this.#last = done.catch(() => undefined);
    return done;
  }

  /** Writes all of it; after a failure the disk holds what it held, as far as the disk lets it be put back. */
  async put(body: VaultBody): Promise<Result<void>> {
    const before = this.#body;
    try {
      await this.#write(body);
      return success(undefined);
    } catch (cause) {
      await this.#ifPossible(() => (before === null ? this.files.remove() : this.#write(before)));
      this.#body = before;
      return failed(failureOfWriting(cause));
    }
  }

  /** A new passphrase or recovery key in the place of the old. Failing, it leaves the old one working. */
  async replace(by: Replaced): Promise<Result<void>> {
    const body = this.#existing();
    const written = await this.put(
      'passphrases' in by
        ? { ...body, passphrases: withNewest(body.passphrases, by.passphrases) }
        : { ...body, recoveries: withNewest(body.recoveries, by.recoveries) },
    );
    // From here on the new one opens both files: should the disk fail now, it is only that the old one does too.
    if (written.ok) await this.endOlder('passphrases' in by ? 'passphrases' : 'recoveries');
    return written;
  }

  /** Takes away what was replaced, when the newest key was used; if the disk does not let it, the next time. */
  async endOlder(kind: 'passphrases' | 'recoveries'): Promise<void> {
    const body = this.#existing();
    if (body[kind].length > 1) await this.#ifPossible(() => this.#write({ ...body, [kind]: body[kind].slice(0, 1) }));
  }

  /** Throws the disk's error. */
  async remove(): Promise<void> {
    await this.files.remove();
    this.#body = null;
  }

  #existing(): VaultBody {
    if (this.#body === null) throw new Error('There is no vault');
    return this.#body;
  }

  async #write(body: VaultBody): Promise<void> {
    this.#serial += 1;
    const next = { ...body, serial: this.#serial };
    await this.files.write(next);
    this.#body = next;
  }

  async #ifPossible(task: () => Promise<void>): Promise<void> {
    try {
      await task();
    } catch (cause) {
      if (systemCode(cause) === undefined) throw cause;
    }
  }
}
