import type { WrittenForm } from '@shared/domain/values';

export type ChineseForm = Exclude<WrittenForm, 'en'>;

/** The language tags of the two Chinese written forms; the style gives each its own font. */
export const languageTags = { en: 'en-GB', zhHant: 'zh-Hant-HK', zhHans: 'zh-Hans' } as const satisfies Record<
  WrittenForm,
  string
>;

/** Every character of a two-byte character set. */
function charactersOf(
  encoding: 'big5' | 'gbk',
  leads: [number, number],
  trails: readonly [number, number][],
): Set<string> {
  const bytes: number[] = [];
  for (let lead = leads[0]; lead <= leads[1]; lead += 1) {
    for (const [first, last] of trails) for (let trail = first; trail <= last; trail += 1) bytes.push(lead, trail);
  }
  return new Set(new TextDecoder(encoding).decode(Uint8Array.from(bytes)));
}

let sets: { traditional: Set<string>; simplified: Set<string> } | undefined;

/** Taiwan's and Hong Kong's old character set knows no Simplified forms, the mainland's first one no Traditional ones. */
function characterSets(): { traditional: Set<string>; simplified: Set<string> } {
  sets ??= {
    traditional: charactersOf(
      'big5',
      [0xa4, 0xf9],
      [
        [0x40, 0x7e],
        [0xa1, 0xfe],
      ],
    ),
    simplified: charactersOf('gbk', [0xb0, 0xf7], [[0xa1, 0xfe]]),
  };
  return sets;
}

const han = /\p{Script=Han}/u;

/** Which written form a Chinese text is in, by the characters that only one form has; `otherwise` when none tells. */
export function chineseFormOf(text: string, otherwise: ChineseForm = 'zhHant'): ChineseForm {
  const { traditional, simplified } = characterSets();
  let balance = 0;
  for (const character of text) {
    if (!han.test(character)) continue;
    balance += Number(simplified.has(character)) - Number(traditional.has(character));
  }
  if (balance === 0) return otherwise;
  return balance > 0 ? 'zhHans' : 'zhHant';
}
