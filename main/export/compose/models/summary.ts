import type { CalendarDate } from '@shared/dates';
import type { LocalisedText } from '@shared/domain/values';
import type { FiguresInReport } from './report';
import type { PersonInDocument } from '../../document/people';
import type { TripInDocument } from './about';

/** A trip on one page. */
export interface TripSummary {
  readonly about: TripInDocument;
  readonly figures: FiguresInReport;
  readonly purpose: string;
  readonly visits: readonly VisitInSummary[];
  readonly conclusions: string;
  /** Those that are open, the most urgent first. */
  readonly followUps: readonly FollowUpInSummary[];
}

export interface VisitInSummary {
  readonly day: CalendarDate;
  readonly title: LocalisedText;
  readonly organisations: readonly LocalisedText[];
  /** What came of it; where nobody has said so, what the enterprise intends. */
  readonly words: string;
  /** Somebody wrote about it, be it not what came of it. */
  readonly isWritten: boolean;
}

export interface FollowUpInSummary {
  readonly title: string;
  readonly owner: PersonInDocument | null;
  readonly due: CalendarDate | null;
  readonly isOverdue: boolean;
}
