import type { CalendarDate } from '@shared/dates';
import type { Classification, LocalisedText } from '@shared/domain/values';
import type { PersonInDocument } from '../../document/people';

/** What every document says of its trip. */
export interface TripInDocument {
  /** The strictest marking of all that is in the document. */
  readonly classification: Classification;
  readonly reference: string;
  readonly title: LocalisedText;
  readonly firstDay: CalendarDate;
  readonly lastDay: CalendarDate;
  readonly cities: readonly LocalisedText[];
  readonly head: PersonInDocument | null;
  /** The day on which the document is made. */
  readonly today: CalendarDate;
}
