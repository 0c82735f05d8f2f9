import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { newRecoveryKey, recoverySecret, shownRecoveryKey } from '@main/storage/vault/recovery-key';

const alphabet = Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ');
const secrets = fc.uint8Array({ minLength: 20, maxLength: 20 });
const places = fc.nat(35);

/** Puts other characters into a shown key, which has a dash after each group of four. */
function withCharacters(shown: string, change: (characters: string[]) => void): string {
  const characters = [...shown.replaceAll('-', '')];
  change(characters);
  return characters.join('');
}

describe('a recovery key', () => {
  it('is nine groups of four characters that are not mistaken for each other, another each time', () => {
    const { shown } = newRecoveryKey();
    expect(shown).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(newRecoveryKey().shown).not.toBe(shown);
  });

  it('holds 160 bits, every one of them', () => {
    fc.assert(
      fc.property(secrets, (secret) => {
        expect(recoverySecret(shownRecoveryKey(secret))).toEqual(secret);
      }),
    );
  });

  it('may be typed in small letters, with other blanks and dashes or none, and with O, I and L for digits', () => {
    fc.assert(
      fc.property(secrets, fc.constantFrom(' ', '', '–', ' - ', '\n', '\u3000'), (secret, between) => {
        const shown = shownRecoveryKey(secret);
        for (const one of ['i', 'l', 'I', 'L', '1']) {
          const typed = ` ${shown.toLowerCase().replaceAll('0', 'o').replaceAll('1', one).replaceAll('-', between)} `;
          expect(recoverySecret(typed)).toEqual(secret);
        }
      }),
    );
  });

  it('may be typed with an input method that makes letters wide', () => {
    const { secret, shown } = newRecoveryKey();
    const wide = shown.replace(/[0-9A-Z-]/g, (each) => String.fromCodePoint((each.codePointAt(0) ?? 0) + 0xfee0));
    expect(recoverySecret(wide)).toEqual(Uint8Array.from(secret));
  });

  it('is noticed to be mistyped when one character is another, is missing, or two have changed places', () => {
    fc.assert(
      fc.property(secrets, places, fc.constantFrom(...alphabet), (secret, at, other) => {
        const shown = shownRecoveryKey(secret);
        const before = shown.replaceAll('-', '').charAt(at);
        const next = shown.replaceAll('-', '').charAt(at + 1);
        const replaced = withCharacters(shown, (characters) => (characters[at] = other));
        const missing = withCharacters(shown, (characters) => characters.splice(at, 1));
        const swapped = withCharacters(shown, (characters) => characters.splice(at, 2, next, before));
        if (other !== before) expect(recoverySecret(replaced)).toBeNull();
        expect(recoverySecret(missing)).toBeNull();
        if (next !== '' && next !== before) expect(recoverySecret(swapped)).toBeNull();
      }),
      // One slip of a million goes unnoticed by design; none of these is it.
      { numRuns: 500, seed: 3 },
    );
  });

  it.each(['', 'my passphrase', 'U'.repeat(36), '-'.repeat(36), '0'.repeat(1000)])('is not "%s"', (typed) => {
    expect(recoverySecret(typed)).toBeNull();
  });
});
