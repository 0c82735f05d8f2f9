import type { Failure } from '@shared/result';

/** In characters. Length is what makes guessing long; what kinds of character it has is left to the person. */
const leastLength = 10;

/** Passphrases are the same however they were typed: an input method's full-width letters are plain ones. */
export function normalised(passphrase: string): string {
  return passphrase.normalize('NFKC');
}

/** Why a passphrase is not taken for a new one; null when it is. */
export function tooShort(passphrase: string): Failure | null {
  const isLongEnough = [...normalised(passphrase)].length >= leastLength;
  return isLongEnough ? null : { code: 'passphrase-too-short', least: leastLength };
}
