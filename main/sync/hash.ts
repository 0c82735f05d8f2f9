import { createHash } from 'node:crypto';

/** The first 128 bits of the SHA-256 of a text, in hex. The only file of the core that knows where hashes come from. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

/** The SHA-256 of a file's bytes, in hex. */
export function fileHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
