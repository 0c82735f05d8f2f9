import type { CalendarDate } from '@shared/dates';
import type { sectionsOf } from '@shared/documents/choices';
import type { Sector } from '@shared/domain/organisation/schema';
import type { Classification, LocalisedText, Money } from '@shared/domain/values';
import type {
  DelegationRole,
  FollowUpStatus,
  Honorific,
  ItineraryKind,
  Likelihood,
  MeetingKind,
  ProjectStage,
  ProjectStanding,
  TransportMode,
} from './terms';

/** What of a trip is read for a document: a section of the report, or less than one. `outline`: its visits without their notes. */
export type ReportNeed = (typeof sectionsOf.report)[number] | 'head' | 'outline';

/** Everything that a printed trip report says, in its order; only the labels around it are still to be put into words. */
export interface TripReport {
  /** The strictest marking of all that is printed. */
  readonly classification: Classification;
  readonly reference: string;
  readonly title: LocalisedText;
  readonly firstDay: CalendarDate;
  readonly lastDay: CalendarDate;
  readonly cities: readonly LocalisedText[];
  readonly head: PersonInReport | null;
  readonly madeOn: CalendarDate;
  readonly figures: FiguresInReport;
  readonly purpose: string;
  readonly objectives: readonly string[];
  /** In order of precedence. */
  readonly delegation: readonly DelegateInReport[];
  readonly programme: ProgrammeInReport;
  readonly chapters: readonly ChapterInReport[];
  readonly observations: string;
  readonly conclusions: string;
  /** Photographs of the trip itself, not of one of its visits. */
  readonly photographs: readonly PhotographInReport[];
  readonly followUps: readonly FollowUpInReport[];
  readonly moves: readonly MoveInReport[];
  /** The most visited first. */
  readonly sectors: readonly SectorInReport[];
  readonly accounts: readonly AccountInReport[];
  readonly annexes: readonly AnnexInReport[];
  /** How many lines marked as sensitive are not in it. */
  readonly leftOut: number;
}

/** How many visits were to enterprises of a sector. */
export interface SectorInReport {
  readonly sector: Sector;
  readonly visits: number;
}

export interface FiguresInReport {
  readonly days: number;
  readonly cities: number;
  readonly visits: number;
  readonly organisations: number;
  readonly peopleMet: number;
  readonly followUps: number;
}

export interface PersonInReport {
  readonly name: LocalisedText;
  readonly romanisation: string;
  readonly honorific: Honorific;
  /** What the person is, where: the post on our side, or the posts held on the day at the organisations met. */
  readonly posts: readonly PostInReport[];
}

export interface PostInReport {
  readonly title: LocalisedText;
  /** Named only where it does not go without saying. */
  readonly organisation: LocalisedText | null;
}

export interface DelegateInReport {
  readonly person: PersonInReport;
  readonly role: DelegationRole;
}

export interface ProgrammeInReport {
  readonly days: readonly ProgrammeDay[];
  /** How many cancelled items were left out. */
  readonly cancelled: number;
}

/** A day, or several in a row on which nothing was arranged (then `items` is empty). */
export interface ProgrammeDay {
  readonly first: CalendarDate;
  readonly last: CalendarDate;
  readonly cities: readonly LocalisedText[];
  readonly items: readonly ProgrammeItem[];
}

export interface ProgrammeItem {
  readonly kind: ItineraryKind;
  readonly title: LocalisedText;
  readonly times: TimesInReport;
  readonly place: LocalisedText;
  readonly host: LocalisedText | null;
  readonly transport: {
    readonly mode: TransportMode;
    readonly number: string;
    readonly from: string;
    readonly to: string;
  } | null;
  /** Who of us attends when it is not the whole delegation. */
  readonly attending: readonly PersonInReport[];
  readonly isTentative: boolean;
}

/** Wall times where it happens. */
export interface TimesInReport {
  readonly start: string;
  readonly end: string;
  /** The day of `end` when it is a later one. */
  readonly endDay: CalendarDate | null;
  /** Whose clock it is ("Tokyo"), when that differs from the rest of the trip; else ''. */
  readonly clock: string;
}

/** The visits in one city; `city` is null for those that belong to none. */
export interface ChapterInReport {
  readonly city: LocalisedText | null;
  readonly visits: readonly VisitInReport[];
}

export interface VisitInReport {
  /** Unique within the report; letters, digits and hyphens. */
  readonly id: string;
  readonly kind: MeetingKind;
  readonly title: LocalisedText;
  readonly day: CalendarDate;
  readonly times: TimesInReport | null;
  readonly place: LocalisedText;
  readonly organisations: readonly LocalisedText[];
  /** Each side in order of precedence. */
  readonly theirs: readonly PersonInReport[];
  readonly ours: readonly PersonInReport[];
  readonly notes: readonly NoteInReport[];
  readonly outcome: string;
  readonly intention: string;
  readonly photographs: readonly PhotographInReport[];
  /** The numbers of the follow-ups that it led to. */
  readonly followUpNumbers: readonly number[];
  /** `unwritten`: it stands in the programme, and nobody has written about it yet. */
  readonly record: 'unwritten' | 'draft' | 'complete';
}

export interface NoteInReport {
  /** Named when more than one person wrote about the visit. */
  readonly author: PersonInReport | null;
  readonly markdown: string;
}

export interface PhotographInReport {
  readonly attachmentId: string;
  readonly caption: string;
}

export interface FollowUpInReport {
  readonly number: number;
  readonly title: string;
  readonly detail: string;
  readonly organisation: LocalisedText | null;
  readonly referredTo: string;
  readonly owner: PersonInReport | null;
  readonly due: CalendarDate | null;
  readonly status: FollowUpStatus;
  readonly isOverdue: boolean;
}

/** A move of an investment project between stages. */
export interface MoveInReport {
  readonly organisation: LocalisedText;
  readonly project: string;
  readonly from: ProjectStage | null;
  readonly to: ProjectStage;
  readonly on: CalendarDate;
  readonly standing: ProjectStanding;
  readonly likelihood: Likelihood;
}

/** What was planned and what was spent in one currency. */
export interface AccountInReport {
  readonly currency: Money['currency'];
  readonly lines: readonly {
    readonly description: string;
    readonly budget: Money | null;
    readonly spent: Money | null;
  }[];
  readonly budget: Money;
  readonly spent: Money;
  /** What is left of the budget; negative when more was spent. */
  readonly balance: Money;
}

export interface AnnexInReport {
  readonly name: string;
  readonly caption: string;
}
