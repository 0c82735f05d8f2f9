export { FollowUpList } from './follow-up-list';
export { FollowUpsPage } from './follow-ups-page';
