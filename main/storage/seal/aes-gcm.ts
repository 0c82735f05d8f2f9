import { createCipheriv, createDecipheriv, hkdfSync, randomFillSync } from 'node:crypto';

/** In bytes: a key of AES-256. */
export const keyLength = 32;
const nonceLength = 12;
const tagLength = 16;
/** What sealing adds, in bytes. */
export const overhead = nonceLength + tagLength;

const cipher = 'aes-256-gcm';
const form = { authTagLength: tagLength };
const noSalt = new Uint8Array(0);

// Asking the system for twelve bytes costs more than sealing a line; a few thousand nonces are fetched at once. No part
// of the pool is ever handed out twice, and a nonce is no secret.
const pool = new Uint8Array(nonceLength * 4096);
let used = pool.length;

function freshNonce(): Uint8Array {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += nonceLength;
  return pool.subarray(used - nonceLength, used);
}

/** `nonce ‖ ciphertext ‖ tag` under AES-256-GCM with a fresh random nonce; `purpose` must be the same to open it. */
export function sealBytes(key: Uint8Array, content: Uint8Array, purpose: Uint8Array): Buffer {
  const sealed = Buffer.allocUnsafe(content.length + overhead);
  const nonce = freshNonce();
  const sealing = createCipheriv(cipher, key, nonce, form);
  sealing.setAAD(purpose);
  sealed.set(nonce, 0);
  sealed.set(sealing.update(content), nonceLength);
  sealing.final();
  sealed.set(sealing.getAuthTag(), nonceLength + content.length);
  return sealed;
}

/** What was sealed; null when the key or the purpose is another, or one bit is not as it was. */
export function openBytes(key: Uint8Array, sealed: Uint8Array, purpose: Uint8Array): Buffer | null {
  if (sealed.length < overhead) return null;
  const opening = createDecipheriv(cipher, key, sealed.subarray(0, nonceLength), form);
  opening.setAAD(purpose);
  opening.setAuthTag(sealed.subarray(sealed.length - tagLength));
  const content = opening.update(sealed.subarray(nonceLength, sealed.length - tagLength));
  try {
    opening.final();
    return content;
  } catch {
    // The one thing that can fail here is the tag. What was decrypted until now must not be seen by anybody.
    content.fill(0);
    return null;
  }
}

/** A key for one purpose alone, by HKDF-SHA256 from one that has its full strength already. */
export function subkey(key: Uint8Array, purpose: string, salt: Uint8Array = noSalt): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, purpose, keyLength));
}
