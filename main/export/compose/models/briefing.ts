import type { CalendarDate } from '@shared/dates';
import type { RecordOf } from '@shared/domain/records';
import type { LocalisedText } from '@shared/domain/values';
import type { Times } from '../../document/times';
import type { PersonInDocument } from '../../document/people';
import type { FollowUpStatus, MeetingKind } from '../models/terms';
import type { TripInDocument } from './about';

type Organisation = RecordOf<'organisation'>;
type Project = RecordOf<'investment-project'>;

/** What a head of delegation should know before each visit. */
export interface BriefingPack {
  readonly about: TripInDocument;
  /** In the order in which they are visited. */
  readonly organisations: readonly OrganisationBrief[];
}

export interface OrganisationBrief {
  /** Names it within the document: letters, digits and hyphens. */
  readonly id: string;
  readonly name: LocalisedText;
  readonly visits: readonly VisitAhead[];
  readonly profile: ProfileInBrief;
  /** In order of precedence. */
  readonly people: readonly PersonToMeet[];
  /** The newest first. */
  readonly contacts: readonly ContactBefore[];
  readonly asks: readonly {
    readonly kind: 'ask' | 'ours' | 'theirs';
    readonly words: string;
    readonly day: CalendarDate | null;
  }[];
  readonly followUps: readonly {
    readonly title: string;
    readonly owner: PersonInDocument | null;
    readonly due: CalendarDate | null;
    readonly isOverdue: boolean;
    readonly status: FollowUpStatus;
  }[];
  readonly talkingPoints: readonly string[];
  readonly projects: readonly ProjectInBrief[];
  /** What it was last heard to intend, in the words of a meeting. */
  readonly intention: string;
}

export interface VisitAhead {
  readonly title: LocalisedText;
  readonly day: CalendarDate;
  readonly times: Times | null;
  readonly place: LocalisedText;
  readonly isTentative: boolean;
}

export interface ProfileInBrief extends Pick<
  Organisation,
  'kind' | 'sectors' | 'tier' | 'hongKongPresence' | 'size' | 'revenue' | 'listing' | 'website'
> {
  readonly shortNames: readonly string[];
  readonly seat: readonly LocalisedText[];
  readonly address: LocalisedText;
  readonly parent: LocalisedText | null;
  readonly words: string;
  readonly hongKongPresenceDetail: string;
  readonly accountManager: PersonInDocument | null;
}

export interface PersonToMeet {
  readonly person: PersonInDocument;
  readonly language: RecordOf<'person'>['preferredLanguage'];
  readonly remarks: string;
}

export interface ContactBefore {
  readonly day: CalendarDate;
  readonly kind: MeetingKind;
  readonly title: LocalisedText;
  readonly by: readonly PersonInDocument[];
  readonly outcome: string;
}

export interface ProjectInBrief extends Pick<
  Project,
  | 'title'
  | 'kind'
  | 'functions'
  | 'asks'
  | 'competingLocations'
  | 'likelihood'
  | 'expectedOn'
  | 'investmentInHkd'
  | 'jobs'
  | 'stage'
  | 'standing'
> {
  readonly standingReason: string;
}
