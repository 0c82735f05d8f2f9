import { useEffect } from 'react';
import type { DocumentChoices } from '@shared/documents/choices';
import { makeDocument, useDocumentDesk } from './document-desk';
import type { DeskState } from './document-desk';

/** In milliseconds: choices are often made several in a row, and words are still being typed elsewhere. */
const afterChoice = 350;
const afterChange = 1500;

/** Keeps the document that is shown as it was chosen, and as the trip is now. One that was stopped stays stopped. */
export function useLiveDocument(tripId: string, choices: DocumentChoices): DeskState {
  const desk = useDocumentDesk(tripId);
  const { made, making, saving, failed } = desk;
  const isMade = made !== null && areSame(made.choices, choices);
  const isSettled =
    // A file that is being written is not given up for newer pages.
    saving !== null ||
    (isMade && !made.isStale) ||
    (making !== null && areSame(making.choices, choices)) ||
    (failed !== null && areSame(failed.choices, choices));
  const delay = isMade ? afterChange : made === null && making === null ? 0 : afterChoice;
  useEffect(() => {
    if (isSettled) return;
    const timer = setTimeout(() => void makeDocument(tripId, choices), delay);
    return () => clearTimeout(timer);
  }, [isSettled, delay, tripId, choices]);
  return desk;
}

export function areSame(one: DocumentChoices, other: DocumentChoices): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
