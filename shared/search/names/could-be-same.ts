import { keysOfName, squeeze, tokensOf } from './name-keys';

/**
 * What a name has in common with every other way of writing it, made from the keys that search uses: two names with a
 * key in common could be of the same person or organisation. 劉德華, Liu Dehua, Lau Tak-wah and "Dehua LIU" share keys.
 */
export function sameNameKeys(name: string): string[] {
  const letters = squeeze(name);
  if (letters === '') return [];
  const keys = new Set([`=${letters}`]);
  const tokens = tokensOf(name);
  const words = tokens.filter(({ kind }) => kind === 'latin').map(({ text }) => squeeze(text));
  if (words.length > 1 && words.join('') === letters) {
    for (const turned of turns(words)) keys.add(`=${turned.join('')}`);
  }
  // A surname alone is nobody's: half of a delegation is "Wang".
  const { mandarin, cantonese } = keysOfName(name, 'name');
  for (const [dialect, sequences] of [
    ['m', mandarin],
    ['c', cantonese],
  ] as const) {
    for (const { units } of sequences) {
      if (units.length < 2 || units.length > longestPersonName || units.includes(0)) continue;
      keys.add(`${dialect}${units.join('.')}`);
      if (words.length > 0) for (const turned of turns(units)) keys.add(`${dialect}${turned.join('.')}`);
    }
  }
  return [...keys];
}

const longestPersonName = 5;

/** The last part first, and the first part last. */
function turns<Part>(parts: readonly Part[]): (readonly Part[])[] {
  return [
    [...parts.slice(-1), ...parts.slice(0, -1)],
    [...parts.slice(1), ...parts.slice(0, 1)],
  ];
}

/** Whether two records that bear these names could be one: some name of the one is, or sounds like, one of the other. */
export function couldBeSame(one: readonly string[], other: readonly string[]): boolean {
  const keys = new Set(one.flatMap(sameNameKeys));
  return other.some((name) => sameNameKeys(name).some((key) => keys.has(key)));
}
