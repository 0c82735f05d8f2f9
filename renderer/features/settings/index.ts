export { BackupProgress } from './backup-progress';
export { SettingsPage } from './settings-page';
export { useRestore } from './use-restore';
