export { FollowUpList } from './follow-up-list';
export { useLinks } from './links';
export type { FollowUpLinks } from './links';
export { FollowUpsPage } from './follow-ups-page';
