/**
 * JSON with sorted keys and no blanks, the same text for the same value on every device: what revisions are hashed from.
 * Reads a value as `JSON.stringify` does (undefined fields are left out, NaN is null), so that a value and what comes
 * back from the disk are the same text. Keys are sorted by UTF-16 code units, as RFC 8785 does.
 */
export function canonicalJson(value: unknown): string {
  return textOf(value) ?? 'null';
}

function textOf(value: unknown): string | undefined {
  if (Array.isArray(value)) return `[${value.map((item) => textOf(item) ?? 'null').join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([name, field]) => {
      const text = textOf(field);
      return text === undefined ? [] : [`${JSON.stringify(name)}:${text}`];
    });
  return `{${fields.join(',')}}`;
}
