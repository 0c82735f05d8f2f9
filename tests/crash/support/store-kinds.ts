import { plainSeal } from '@main/storage/seal/plain-seal';
import type { Seal } from '@main/storage/seal/seal';
import { sealedWith } from '@main/storage/seal/sealed';
import type { StoreOptions } from '@main/storage/open-store';

/** How what is written stands on the disk; `turning` goes from readable to sealed and back. */
export const storeKinds = ['plain', 'sealed', 'turning'] as const;
export type StoreKind = (typeof storeKinds)[number];

/** A key of the tests' own, which protects nothing. */
const key = Buffer.alloc(32, 'crash tests only');

/** The seals that a kind goes between. */
export function sealsOf(kind: StoreKind): readonly Seal[] {
  if (kind === 'plain') return [plainSeal];
  return kind === 'sealed' ? [sealedWith(key)] : [sealedWith(key), plainSeal];
}

/** Compacts after every few changes; the less, the sooner. */
export function optionsOf(kind: StoreKind, compactAt = 8000): Partial<StoreOptions> {
  const [seal] = sealsOf(kind);
  return { compactAt, ...(seal === undefined ? {} : { seal }) };
}
