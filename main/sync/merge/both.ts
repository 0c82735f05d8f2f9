import { canonicalJson } from '@shared/canonical-json';
import type { Dispute } from './body';
import { mergedText, textOf } from './text';
import type { Stretch } from './text';

/** The stretches of a disputed text; null for anything else. */
export function stretchesOf({ way, base, one, other }: Dispute): Stretch[] | null {
  if (way !== 'text' || typeof one !== 'string' || typeof other !== 'string') return null;
  return mergedText(typeof base === 'string' ? base : null, one, other);
}

/** What both sides say, beside each other; null where only one of two can be: a day, a status, whether it is there. */
export function bothOf(dispute: Dispute): { readonly value: unknown } | null {
  const { way, one, other } = dispute;
  const stretches = stretchesOf(dispute);
  if (stretches !== null) {
    return {
      value: textOf(stretches.flatMap((each) => (each.kind === 'agreed' ? each.lines : [...each.one, ...each.other]))),
    };
  }
  if (way === 'line' && typeof one === 'string' && typeof other === 'string') {
    return { value: [one, other].filter((text) => text.trim() !== '').join(' / ') };
  }
  if ((way === 'set' || way === 'list' || way === 'things') && Array.isArray(one) && Array.isArray(other)) {
    const there = new Set(one.map(canonicalJson));
    return {
      value: [...(one as unknown[]), ...(other as unknown[]).filter((each) => !there.has(canonicalJson(each)))],
    };
  }
  return null;
}
