export { ConflictNotice } from './conflict-notice';
export { ConflictsPage } from './conflicts-page';
export { useConflictCounts } from './use-conflicts';
