export { Colleagues } from './colleagues';
export { SyncLine } from './sync-line';
export { syncKeys, useSyncNow } from './use-sync-now';
