export { FollowUpList } from './follow-up-list';
export type { FollowUpFilter } from './links';
export { FollowUpsPage } from './follow-ups-page';
