import { createHash, randomBytes } from 'node:crypto';

/** In bytes: 160 bits, which nobody will ever guess, and 32 characters. */
const secretLength = 20;
// Crockford's: no I, L, O, U, so that what is read aloud or copied by hand is what was written.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Characters that follow from the others: of a million typing slips one goes unnoticed. */
const checkLength = 4;
const groupLength = 4;
const length = (secretLength * 8) / 5 + checkLength;

/** A fresh recovery key, and how it is shown: `7K3M-…`, nine groups of four. */
export function newRecoveryKey(): { secret: Uint8Array; shown: string } {
  const secret = randomBytes(secretLength);
  return { secret, shown: shownRecoveryKey(secret) };
}

export function shownRecoveryKey(secret: Uint8Array): string {
  const text = charactersOf(secret) + checkOf(secret);
  return (text.match(new RegExp(`.{${groupLength}}`, 'g')) ?? []).join('-');
}

/** The secret of a recovery key as a person types it; null when it was mistyped. */
export function recoverySecret(typed: string): Uint8Array | null {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}_.]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  const digits = [...text].map((character) => alphabet.indexOf(character));
  if (digits.length !== length || digits.includes(-1)) return null;
  const secret = new Uint8Array(secretLength);
  digits.slice(0, -checkLength).forEach((digit, index) => {
    for (let bit = 0; bit < 5; bit += 1) {
      const at = index * 5 + bit;
      if ((digit >> (4 - bit)) & 1) secret[at >> 3] = (secret[at >> 3] ?? 0) | (0x80 >> (at & 7));
    }
  });
  return checkOf(secret) === text.slice(-checkLength) ? secret : null;
}

/** Five bits a character, the highest first; what is left over at the end is not written. */
function charactersOf(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => alphabet.charAt(parseInt(five, 2))).join('');
}

function checkOf(secret: Uint8Array): string {
  const sum = createHash('sha256').update('attache 1 recovery key', 'utf8').update(secret).digest();
  return charactersOf(sum).slice(0, checkLength);
}
