import type { RecordOf } from '@shared/domain/records';
import type { LocalisedText } from '@shared/domain/values';
import type { PersonInDocument } from '../../document/people';
import type { TripInDocument } from './about';

type Organisation = RecordOf<'organisation'>;

/** What a press release may say of a trip: nothing that is in a note but the quotations that were chosen. */
export interface PressFacts {
  readonly about: TripInDocument;
  /** The head by the family name alone, as a person is named from the second time on. */
  readonly headAgain: PersonInDocument | null;
  readonly hasPhotographs: boolean;
  /** Its first paragraph. */
  readonly purpose: string;
  readonly objectives: readonly string[];
  /** In the order of travel; a city without visits too. */
  readonly cities: readonly CityInPress[];
  readonly quotations: readonly string[];
}

export interface CityInPress {
  readonly name: LocalisedText;
  /** How many enterprises were visited there. */
  readonly enterprises: number;
  readonly sectors: readonly Organisation['sectors'][number][];
  /** What else was called on. */
  readonly others: readonly Exclude<Organisation['kind'], 'enterprise'>[];
}
