import { useState } from 'react';
import { documentChoicesSchema, documentKinds, sectionsOf, usualChoices } from '@shared/documents/choices';
import type { DocumentChoices, DocumentKind } from '@shared/documents/choices';
import type { WrittenForm } from '@shared/domain/values';
import { useFormat } from '../../lib/format';
import { readPlace, writePlace } from '../../lib/places';

interface Chosen {
  readonly choices: DocumentChoices;
  /** Turns to another kind of document, as it was last chosen. */
  readonly turnTo: (kind: DocumentKind, templateId?: string | null) => void;
  readonly change: (change: Partial<Omit<DocumentChoices, 'kind' | 'templateId'>>) => void;
  readonly isUsual: boolean;
  readonly backToUsual: () => void;
}

/** How a trip's documents are to be made; remembered for each kind between starts, but for the sensitive lines. */
export function useChoices(tripId: string): Chosen {
  const { form } = useFormat();
  const [choices, setChoices] = useState<DocumentChoices>(() =>
    remembered(tripId, lastKind(tripId), lastTemplate(tripId), form),
  );
  const keep = (next: DocumentChoices): void => {
    setChoices(next);
    writePlace(`${tripId}/document`, next.templateId === null ? next.kind : `own/${next.templateId}`);
    // Each document leaves sensitive lines out until somebody asks for them again.
    writePlace(placeOf(tripId, next), JSON.stringify({ ...next, isWithSensitive: false }));
  };
  const usual = usualIn(form, choices.kind, choices.templateId);
  return {
    choices,
    turnTo: (kind, templateId = null) => keep(remembered(tripId, kind, templateId, form)),
    change: (change) => keep(sensible({ ...choices, ...change })),
    isUsual: JSON.stringify(usual) === JSON.stringify(choices),
    backToUsual: () => keep(usual),
  };
}

/** Sensitive lines never go outside. */
function sensible(choices: DocumentChoices): DocumentChoices {
  return choices.audience === 'external' ? { ...choices, isWithSensitive: false } : choices;
}

function placeOf(tripId: string, { kind, templateId }: Pick<DocumentChoices, 'kind' | 'templateId'>): string {
  return `${tripId}/document/${templateId?.slice(0, 8) ?? kind}`;
}

function lastKind(tripId: string): DocumentKind {
  const last = readPlace(`${tripId}/document`) ?? '';
  return documentKinds.find((kind) => kind === last.split('/')[0]) ?? 'report';
}

function lastTemplate(tripId: string): string | null {
  return readPlace(`${tripId}/document`)?.split('/')[1] ?? null;
}

/** The usual choices, in the language of the window. */
function usualIn(form: WrittenForm, kind: DocumentKind, templateId: string | null): DocumentChoices {
  return { ...usualChoices(kind, templateId), form };
}

function remembered(tripId: string, kind: DocumentKind, templateId: string | null, form: WrittenForm): DocumentChoices {
  const usual = usualIn(form, kind, templateId);
  const read = documentChoicesSchema.safeParse(parsed(readPlace(placeOf(tripId, usual))));
  if (!read.success || read.data.kind !== kind || read.data.templateId !== templateId) return usual;
  const known: readonly string[] = sectionsOf[kind];
  return { ...read.data, sections: read.data.sections.filter((name) => known.includes(name)) };
}

function parsed(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // An older version may have remembered something else: the usual choices are offered.
    return undefined;
  }
}
