/** A text as it is compared when searching: compatibility forms joined (full-width, ligatures), no case, no accents. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}

/**
 * Where `wanted` (folded already) first stands in `text`, in the units of `text` itself; null when it is not there.
 * Folding can change lengths, so the place is found by folding character by character.
 */
export function findFolded(text: string, wanted: string): { start: number; length: number } | null {
  if (wanted === '' || !fold(text).includes(wanted)) return null;
  let folded = '';
  const sources: number[] = [];
  let at = 0;
  for (const character of text) {
    const piece = fold(character);
    for (let unit = 0; unit < piece.length; unit += 1) sources.push(at);
    folded += piece;
    at += character.length;
  }
  sources.push(text.length);
  const place = folded.indexOf(wanted);
  if (place === -1) return null;
  const start = sources[place] ?? 0;
  const end = sources[place + wanted.length] ?? text.length;
  return { start, length: Math.max(1, end - start) };
}
