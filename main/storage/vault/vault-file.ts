import { join } from 'node:path';
import { z } from 'zod';
import { failed, success } from '@shared/result';
import type { Result } from '@shared/result';
import { failureOfReading } from '../disk/disk-failures';
import { systemCode } from '../disk/disk-files';
import type { DiskFiles } from '../disk/disk-files';
import { writeDurably } from '../disk/durable-write';
import { keyLength, overhead } from '../seal/aes-gcm';
import { plainSeal } from '../seal/plain-seal';

const format = 'attache-vault';
const version = 1;
/** In bytes; the file of a vault has about one thousand. */
const mostBytes = 1 << 16;
/** Ways to open it by one kind of key: one, and those of replacements that a failing disk did not let end. */
const mostWraps = 8;
const mostScryptMemory = 512 * 2 ** 20;

const bytesOf = (length: number) =>
  z.string().refine((text) => {
    const bytes = Buffer.from(text, 'base64');
    return bytes.length === length && bytes.toString('base64') === text;
  });
const wrappedKey = bytesOf(keyLength + overhead);

// Whoever can write the file can put anything into it: what it asks for is bounded before it is done.
const passphraseWrap = z
  .object({
    kdf: z.literal('scrypt'),
    N: z
      .int()
      .min(2 ** 14)
      .max(2 ** 20)
      .refine((N) => Number.isInteger(Math.log2(N))),
    r: z.int().min(1).max(16),
    p: z.int().min(1).max(4),
    salt: bytesOf(32),
    wrapped: wrappedKey,
  })
  .refine(({ N, r }) => 128 * N * r <= mostScryptMemory);
const recoveryWrap = z.object({ salt: bytesOf(32), wrapped: wrappedKey });
const keychainWrap = z.object({ sealed: z.base64().max(1 << 14), wrapped: wrappedKey });

const vaultBody = z.object({
  format: z.literal(format),
  version: z.literal(version),
  /** Tells this vault's files from another's, which a synchronised folder may bring. */
  id: z.uuid(),
  /** Counts how often it was written: of two files that differ the higher one is newer. */
  serial: z.int().min(0),
  /** The newest first. */
  passphrases: z.array(passphraseWrap).min(1).max(mostWraps),
  recoveries: z.array(recoveryWrap).min(1).max(mostWraps),
  keychain: keychainWrap.nullable(),
});
const anyVersion = z.object({ format: z.literal(format), version: z.int().min(1) });

export type PassphraseWrap = z.infer<typeof passphraseWrap>;
export type RecoveryWrap = z.infer<typeof recoveryWrap>;
export type KeychainWrap = z.infer<typeof keychainWrap>;
export type VaultBody = z.infer<typeof vaultBody>;

/** What a vault says of itself, beside its keys. */
export const vaultHead = { format, version } as const;

export function withNewest<W>(wraps: readonly W[], newest: W): W[] {
  return [newest, ...wraps].slice(0, mostWraps);
}

type Found =
  | { readonly kind: 'sound'; readonly body: VaultBody; readonly bytes: Uint8Array }
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'unreadable'; readonly cause: unknown }
  | { readonly kind: 'missing' | 'damaged' };

/** The vault's two files, each with a checksum: either alone is enough. */
export class VaultFiles {
  readonly #paths: readonly string[];

  constructor(
    private readonly files: DiskFiles,
    folder: string,
  ) {
    this.#paths = [join(folder, 'vault.json'), join(folder, 'vault-copy.json')];
  }

  /**
   * The vault, null when there is none; a file that is damaged, missing or older is mended from the other if that can be
   * done. Fails with `newer-version` or `cannot-read`: `vault-damaged` when both are, `vault-conflict` when they are of
   * two vaults. Neither is then touched.
   */
  async read(): Promise<Result<{ body: VaultBody | null; wasMended: boolean }>> {
    const found: [string, Found][] = [];
    for (const path of this.#paths) found.push([path, await this.#at(path)]);
    const all = found.map(([, each]) => each);

    const newer = all.find((each) => each.kind === 'newer');
    if (newer !== undefined) return failed({ code: 'newer-version', found: newer.version, known: version });
    const sound = all.filter((each) => each.kind === 'sound');
    const [best] = sound.toSorted((one, other) => other.body.serial - one.body.serial);
    if (best === undefined) {
      const unreadable = all.find((each) => each.kind === 'unreadable');
      if (unreadable !== undefined) return failed(failureOfReading(unreadable.cause));
      return all.every(({ kind }) => kind === 'missing')
        ? success({ body: null, wasMended: false })
        : failed({ code: 'cannot-read', reason: 'vault-damaged' });
    }
    if (sound.some(({ body }) => body.id !== best.body.id)) {
      return failed({ code: 'cannot-read', reason: 'vault-conflict' });
    }
    let wasMended = false;
    for (const [path, each] of found) {
      if (each.kind === 'unreadable' || (each.kind === 'sound' && best.bytes === each.bytes)) continue;
      const isMended = await this.#mend(path, best.bytes);
      wasMended ||= isMended && each.kind !== 'sound';
    }
    return success({ body: best.body, wasMended });
  }

  /** Writes both; throws the disk's error, and either may then be the old one or the new one. */
  async write(body: VaultBody): Promise<void> {
    for (const path of this.#paths) await writeDurably(this.files, path, bytesOfBody(body));
  }

  /** Throws the disk's error. */
  async remove(): Promise<void> {
    for (const path of this.#paths) {
      if (await this.files.has(path)) await this.files.remove(path);
    }
  }

  async #at(path: string): Promise<Found> {
    try {
      if ((await this.files.size(path)) > mostBytes) return { kind: 'damaged' };
      return foundIn(await this.files.read(path));
    } catch (cause) {
      if (systemCode(cause) === undefined) throw cause;
      return systemCode(cause) === 'ENOENT' ? { kind: 'missing' } : { kind: 'unreadable', cause };
    }
  }

  /** A folder that cannot be written to can still be read: then the other file has to do. */
  async #mend(path: string, bytes: Uint8Array): Promise<boolean> {
    try {
      await writeDurably(this.files, path, bytes);
      return true;
    } catch (cause) {
      if (systemCode(cause) === undefined) throw cause;
      return false;
    }
  }
}

export function bytesOfBody(body: VaultBody): Uint8Array {
  return plainSeal.line(Buffer.from(JSON.stringify(body), 'utf8'));
}

/** What the bytes of a vault's file say; null when they are none. */
export function bodyIn(bytes: Uint8Array): VaultBody | null {
  const found = foundIn(bytes);
  return found.kind === 'sound' ? found.body : null;
}

function foundIn(bytes: Uint8Array): Found {
  const json = plainSeal.openLine(bytes);
  if (json === null) return { kind: 'damaged' };
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(json).toString('utf8'));
  } catch {
    return { kind: 'damaged' };
  }
  const head = anyVersion.safeParse(value);
  if (head.success && head.data.version > version) return { kind: 'newer', version: head.data.version };
  const parsed = vaultBody.safeParse(value);
  return parsed.success ? { kind: 'sound', body: parsed.data, bytes } : { kind: 'damaged' };
}
