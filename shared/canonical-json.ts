/**
 * JSON with sorted keys and no blanks, the same text for the same value on every device: what revisions are hashed from.
 * Reads a value as `JSON.stringify` does (undefined fields are left out, NaN is null), so that a value and what comes
 * back from the disk are the same text. Keys are sorted by UTF-16 code units, as RFC 8785 does.
 */
export function canonicalJson(value: unknown): string {
  return textOf(value) ?? 'null';
}

function textOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => textOf(item) ?? 'null').join(',')}]`;
  const fields = Object.entries(value).sort(byName);
  let text = '';
  for (const [name, field] of fields) {
    const said = textOf(field);
    if (said !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${said}`;
  }
  return `{${text}}`;
}

function byName([one]: [string, unknown], [other]: [string, unknown]): number {
  return one < other ? -1 : 1;
}

/** Whether two values have the same canonical JSON, without making it. */
export function isSameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return canonicalJson(one) === canonicalJson(other);
  }
  if (Array.isArray(one) || Array.isArray(other)) {
    return (
      Array.isArray(one) &&
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((item, index) => isSameJson(item ?? null, other[index] ?? null))
    );
  }
  const left = Object.entries(one).filter(([, field]) => field !== undefined);
  const right = new Map(Object.entries(other).filter(([, field]) => field !== undefined));
  return (
    left.length === right.size && left.every(([name, field]) => right.has(name) && isSameJson(field, right.get(name)))
  );
}
