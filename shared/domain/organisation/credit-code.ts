import { z } from 'zod';

/** The 31 characters of GB 32100-2015: digits and capitals without I, O, S, V and Z, each worth its place. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/** Whether the 18th character of a Unified Social Credit Code follows from the 17 before it (GB 32100-2015, 4.2). */
export function isCreditCode(code: string): boolean {
  if (code.length !== 18 || [...code].some((character) => !alphabet.includes(character))) return false;
  const sum = weights.reduce((total, weight, index) => total + weight * alphabet.indexOf(code.charAt(index)), 0);
  return alphabet.charAt((31 - (sum % 31)) % 31) === code.charAt(17);
}

/** A Unified Social Credit Code, or '' where none is known. */
export const creditCodeSchema = z.string().refine((code) => code === '' || isCreditCode(code), {
  error: 'bad-credit-code',
  params: { code: 'bad-credit-code' },
});
