import type { CalendarDate } from '@shared/dates';
import type { LocalisedText } from '@shared/domain/values';
import type { PersonInDocument } from '../../document/people';
import type { FollowUpStatus } from '../models/terms';
import type { TripInDocument } from './about';

/** What is to be done after a trip, and what was done. */
export interface FollowUpRegister {
  readonly about: TripInDocument;
  /** By the day they are due, those without one last. */
  readonly open: readonly FollowUpInRegister[];
  /** What was closed last stands first. */
  readonly closed: readonly FollowUpInRegister[];
}

export interface FollowUpInRegister {
  readonly number: number;
  readonly title: string;
  readonly detail: string;
  readonly isUrgent: boolean;
  readonly organisation: LocalisedText | null;
  readonly owner: PersonInDocument | null;
  readonly due: CalendarDate | null;
  readonly isOverdue: boolean;
  readonly status: FollowUpStatus;
  readonly doneOn: CalendarDate | null;
  readonly referredTo: string;
  /** The meeting that it came from. */
  readonly from: { readonly title: LocalisedText; readonly day: CalendarDate } | null;
}
