import { z } from 'zod';
import { failed, success } from '@shared/result';
import type { Result } from '@shared/result';
import type { RememberedFile } from '../../storage/remembered-file';
import type { Keychain } from '../../storage/vault/vault';
import type { Memory } from '../../sync/round/synced-store';

/** Where the office's server is, and who signs in. */
export interface Server {
  readonly address: string;
  readonly user: string;
  readonly password: string;
}

const keptSchema = z.object({
  address: z.string(),
  user: z.string(),
  /** The password as the system's keychain sealed it, in base64; null when there is no keychain. */
  secret: z.string().nullable(),
});

const [serverPlace, memoryPlace, stampPlace] = ['sync:server', 'sync:memory', 'sync:stamp'] as const;

const stampSchema = z.object({
  upToDateAt: z.string().nullable(),
  troubleSince: z.string().nullable(),
});
export type Stamp = z.infer<typeof stampSchema>;

/** What this device remembers of the office's server; under the seal of the folder, as all that is remembered. */
export class ServerPlace implements Memory {
  readonly #remembered: Pick<RememberedFile, 'get' | 'update'>;
  readonly #keychain: Keychain;
  /** The password, while the program runs: of a keychain that is not there nothing else is known. */
  #password: string | null = null;

  constructor(remembered: Pick<RememberedFile, 'get' | 'update'>, keychain: Keychain) {
    this.#remembered = remembered;
    this.#keychain = keychain;
  }

  /** Without its password while that is known to nobody. */
  server(): {
    readonly server: Omit<Server, 'password'>;
    readonly password: string | null;
    readonly isKept: boolean;
  } | null {
    const kept = this.#kept();
    if (kept === null) return null;
    const { address, user, secret } = kept;
    return { server: { address, user }, password: this.#password ?? this.#opened(secret), isKept: secret !== null };
  }

  async keepServer({ address, user, password }: Server): Promise<Result<void>> {
    const isNew = this.#kept()?.address !== address;
    const secret = this.#keychain.isAvailable()
      ? Buffer.from(this.#keychain.seal(Buffer.from(password, 'utf8'))).toString('base64')
      : null;
    const kept = { [serverPlace]: JSON.stringify({ address, user, secret }) };
    // What was remembered of another server says nothing about this one.
    const written = await this.#write(isNew ? { ...kept, [memoryPlace]: '', [stampPlace]: '' } : kept);
    if (written.ok) this.#password = password;
    return written;
  }

  async forget(): Promise<Result<void>> {
    const written = await this.#write({ [serverPlace]: '', [memoryPlace]: '', [stampPlace]: '' });
    if (written.ok) this.#password = null;
    return written;
  }

  read(): unknown {
    return parsed(this.#at(memoryPlace));
  }

  async keep(value: unknown): Promise<void> {
    const written = await this.#write({ [memoryPlace]: JSON.stringify(value) });
    if (!written.ok) throw new Error(`What is remembered of the server could not be written: ${written.failure.code}`);
  }

  stamp(): Stamp {
    const read = stampSchema.safeParse(parsed(this.#at(stampPlace)));
    return read.success ? read.data : { upToDateAt: null, troubleSince: null };
  }

  keepStamp(stamp: Stamp): Promise<Result<void>> {
    return this.#write({ [stampPlace]: JSON.stringify(stamp) });
  }

  #kept(): z.infer<typeof keptSchema> | null {
    const read = keptSchema.safeParse(parsed(this.#at(serverPlace)));
    return read.success ? read.data : null;
  }

  /** Null where it cannot be opened: the folder came from another computer, or another account of this one. */
  #opened(secret: string | null): string | null {
    if (secret === null || !this.#keychain.isAvailable()) return null;
    try {
      return Buffer.from(this.#keychain.open(Buffer.from(secret, 'base64'))).toString('utf8');
    } catch {
      return null;
    }
  }

  #at(place: string): string {
    return this.#remembered.get().places[place] ?? '';
  }

  async #write(changed: Record<string, string>): Promise<Result<void>> {
    const written = await this.#remembered.update(({ places }) => ({ places: { ...places, ...changed } }));
    return written.ok ? success(undefined) : failed(written.failure);
  }
}

function parsed(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
