import type { RecordOf } from '@shared/domain/records';

// The closed lists of the records, as the report names their members.
export type DelegationRole = RecordOf<'delegation-member'>['role'];
export type FollowUpStatus = RecordOf<'follow-up'>['status'];
export type Honorific = RecordOf<'person'>['honorific'];
export type ItineraryKind = RecordOf<'itinerary-item'>['kind'];
export type Likelihood = RecordOf<'investment-project'>['likelihood'];
export type MeetingKind = RecordOf<'meeting'>['kind'];
export type ProjectStage = RecordOf<'investment-project'>['stage'];
export type ProjectStanding = RecordOf<'investment-project'>['standing'];
export type TransportMode = NonNullable<RecordOf<'itinerary-item'>['transport']>['mode'];
