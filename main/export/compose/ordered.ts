import type { SectionName } from '@shared/documents/choices';
import type { Block } from '../document/blocks';
import type { Section } from '../document/document';

/** The sections that were chosen, in the order in which they were put; one that says nothing is null. */
export function ordered<Name extends SectionName>(
  chosen: readonly string[],
  made: Readonly<Record<Name, () => Section | null>>,
): Section[] {
  const known = new Map<string, () => Section | null>(Object.entries(made));
  return [...new Set(chosen)].flatMap((name) => known.get(name)?.() ?? []);
}

/** The same within one section: each part with its heading. */
export function orderedParts<Name extends SectionName>(
  chosen: readonly string[],
  made: Readonly<Record<Name, () => readonly Block[]>>,
): Block[] {
  const known = new Map<string, () => readonly Block[]>(Object.entries(made));
  return [...new Set(chosen)].flatMap((name) => known.get(name)?.() ?? []);
}
