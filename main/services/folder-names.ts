import type { CalendarDate } from '@shared/dates';
import { wordsOf } from '../words';

/** What folders are called that are made for travelling. */
export interface FolderNames {
  /** Of a trip whose folder everybody can read. */
  trip(title: string): string;
  /** Of a trip whose title is nobody's business. */
  sealedTrip(): string;
  everything(): string;
}

export function folderNames(today: () => CalendarDate): FolderNames {
  const say = wordsOf('dialogs');
  return {
    trip: (title) => say('travel.nameOfTrip', { title: asFolderName(title) }),
    sealedTrip: () => say('travel.nameOfSealedTrip'),
    everything: () => say('travel.nameOfEverything', { day: today() }),
  };
}

/** In characters: with a word before and a number after it, short enough for every system. */
const longestTitle = 60;

/** A title as part of a folder's name, on whatever system the folder is opened. */
function asFolderName(title: string): string {
  const allowed = title.replaceAll(/[\u0000-\u001f\u007f<>:"/\\|?*]/g, ' ').replaceAll(/\s+/g, ' ');
  return [...allowed]
    .slice(0, longestTitle)
    .join('')
    .replaceAll(/^[\s.]+|[\s.]+$/g, '');
}
