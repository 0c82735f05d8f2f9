/** What a bundle is locked with: words that are told to a colleague, or the key that everybody of a space has. */
export type BundleKey =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  /** An identity of age, `AGE-SECRET-KEY-1…`: see `identityOf`. */
  | { readonly kind: 'space-key'; readonly identity: string };

/** The same passphrase however it was typed: an input method's full-width letters are plain ones. */
export function normalised(passphrase: string): string {
  return passphrase.normalize('NFKC');
}

const digits = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const prefix = 'age-secret-key-';

/**
 * 32 secret bytes as an identity of age, in Bech32 (BIP 173), so that other tools can open a bundle with it. Bytes that
 * serve another purpose, too, are first to be made into a key for this one alone.
 */
export function identityOf(secret: Uint8Array): string {
  if (secret.length !== 32) throw new RangeError('An identity has 32 bytes');
  const words = fiveBitWords(secret);
  const spread = Array.from(prefix, (letter) => letter.charCodeAt(0));
  const head = [...spread.map((code) => code >> 5), 0, ...spread.map((code) => code & 31)];
  const check = polymod([...head, ...words, 0, 0, 0, 0, 0, 0]) ^ 1;
  const sum = [5, 4, 3, 2, 1, 0].map((place) => (check >> (5 * place)) & 31);
  return `${prefix}1${[...words, ...sum].map((word) => digits.charAt(word)).join('')}`.toUpperCase();
}

function fiveBitWords(bytes: Uint8Array): number[] {
  const words: number[] = [];
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    for (bits += 8; bits >= 5; bits -= 5) words.push((held >> (bits - 5)) & 31);
  }
  if (bits > 0) words.push((held << (5 - bits)) & 31);
  return words;
}

const generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

function polymod(words: readonly number[]): number {
  let sum = 1;
  for (const word of words) {
    const top = sum >> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ word;
    for (const [bit, term] of generator.entries()) if (((top >> bit) & 1) === 1) sum ^= term;
  }
  return sum;
}
