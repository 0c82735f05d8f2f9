import { success } from '@shared/result';
import type { Backups } from '../storage/backups/backups';
import type { FileDesk } from './file-desk';
import type { Handlers } from './router';

type BackupChannel = 'backups:list' | 'backups:problem' | 'backups:make' | 'backups:restore' | 'backups:show-folder';

export function backupHandlers(backups: Backups, desk: FileDesk): Pick<Handlers, BackupChannel> {
  return {
    'backups:list': () => backups.list(),
    'backups:problem': () => success(backups.problem()),
    'backups:make': () => backups.make(),
    'backups:restore': ({ name }) => backups.restore(name),
    'backups:show-folder': async () => {
      await desk.showDataFolder();
      return success(undefined);
    },
  };
}
