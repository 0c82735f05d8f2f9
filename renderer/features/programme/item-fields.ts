import type { ItineraryKind } from '@shared/domain/itinerary-item/schema';
import { hasText } from '@shared/domain/values';
import type { FormValues } from '../../lib/forms';

/** The fields that not every kind of item needs. */
export const foldableFields = [
  'cityId',
  'zone',
  'place',
  'address',
  'hostOrganisationId',
  'hostContactIds',
  'participantIds',
  'interpreterId',
  'dress',
  'gifts',
  'talkingPoints',
  'runningOrder',
] as const;
export type FoldableField = (typeof foldableFields)[number];

const visit: readonly FoldableField[] = [
  'cityId',
  'place',
  'address',
  'hostOrganisationId',
  'hostContactIds',
  'participantIds',
  'interpreterId',
  'talkingPoints',
];

const fields: Readonly<Record<ItineraryKind, readonly FoldableField[]>> = {
  meeting: visit,
  'site-visit': visit,
  'courtesy-call': [...visit, 'dress', 'gifts'],
  banquet: [...visit, 'dress', 'gifts', 'runningOrder'],
  transport: ['cityId', 'participantIds'],
  hotel: ['cityId', 'place', 'address'],
  internal: ['cityId', 'place', 'participantIds', 'talkingPoints'],
  free: ['cityId', 'place'],
};

/** What an item of this kind usually needs. */
export function fieldsOf(kind: ItineraryKind): readonly FoldableField[] {
  return fields[kind];
}

/** What is filled in, whatever the kind: it is never hidden. */
export function filledFields(values: FormValues<'itinerary-item'>): FoldableField[] {
  return foldableFields.filter((name) => {
    if (name === 'zone' || name === 'cityId') return false;
    const value = values[name];
    if (value === null) return false;
    if (typeof value === 'string') return value.trim() !== '';
    return Array.isArray(value) ? value.length > 0 : hasText(value);
  });
}
