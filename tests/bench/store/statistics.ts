/** A number, or null where something was not measured. */
export type Figure = number | null;

export function quantile(values: readonly number[], share: number): Figure {
  if (values.length === 0) return null;
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null;
}

export function median(values: readonly (number | undefined)[]): Figure {
  return quantile(
    values.filter((value) => value !== undefined),
    0.5,
  );
}

export function ratio(one: Figure | undefined, other: Figure | undefined): Figure {
  return typeof one === 'number' && typeof other === 'number' && other > 0 ? one / other : null;
}

/** The median of the ratios of what was measured in the same round: a slow moment slows both sides. */
export function ratioByRound(
  one: readonly (number | undefined)[] | undefined,
  other: readonly (number | undefined)[] | undefined,
): Figure {
  const ratios = (one ?? []).map((value, round) => ratio(value, other?.[round]) ?? undefined);
  return median(ratios);
}
