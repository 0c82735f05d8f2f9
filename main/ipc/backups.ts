import type { AppEvent } from '@shared/ipc/events';
import type { OutputOf } from '@shared/ipc/contract';
import { failed, success } from '@shared/result';
import type { Result } from '@shared/result';
import { differencesSince } from '../services/backup-differences';
import { keepBackupJobs } from '../services/backup-jobs';
import type { Backups } from '../storage/backups/backups';
import type { SettingsFile } from '../storage/settings-file';
import type { Reader } from '../storage/store';
import type { FileDesk } from './file-desk';
import type { Handlers } from './router';

type BackupChannel = Extract<keyof Handlers, `backups:${string}`>;

export interface BackupParts {
  readonly backups: Backups;
  readonly reader: Reader;
  readonly settings: Pick<SettingsFile, 'update'>;
  readonly desk: Pick<FileDesk, 'chooseBackup' | 'chooseBackupFolder' | 'showDataFolder'>;
  readonly tell: (event: AppEvent) => void;
}

export function backupHandlers({ backups, reader, settings, desk, tell }: BackupParts): Pick<Handlers, BackupChannel> {
  const jobs = keepBackupJobs(tell);
  // The window never sees where a chosen file lies, and so can have no other opened.
  let chosen: string | null = null;

  async function state(): Promise<Result<OutputOf<'backups:state'>>> {
    const other = await backups.otherFolder();
    return other.ok ? success({ problem: backups.problem(), other: other.value }) : other;
  }

  return {
    'backups:list': () => backups.list(),
    'backups:state': state,
    'backups:look': async ({ name }) => {
      const look = await backups.look(name);
      if (!look.ok) return look;
      if (look.value.kind !== 'good') return success({ kind: look.value.kind });
      const { kind, records, counts } = look.value;
      return success({ kind, records, changes: [...counts] });
    },
    'backups:differences': ({ name }) => differencesSince(reader, backups, name),
    'backups:make': ({ jobId }) => jobs.run(jobId, (watch) => backups.make(watch)),
    'backups:restore': ({ jobId, name, secret }) => jobs.run(jobId, (watch) => backups.restore(name, secret, watch)),
    'backups:restore-file': async ({ jobId }) => {
      chosen = await desk.chooseBackup();
      const path = chosen;
      return path === null ? success(null) : jobs.run(jobId, (watch) => backups.restoreFile(path, null, watch));
    },
    'backups:restore-chosen': ({ jobId, secret }) => {
      const path = chosen;
      if (path === null) return failed({ code: 'not-a-backup', reason: 'not-chosen' });
      return jobs.run(jobId, (watch) => backups.restoreFile(path, secret, watch));
    },
    'backups:cancel': ({ jobId }) => {
      jobs.cancel(jobId);
      return success(undefined);
    },
    'backups:choose-folder': async ({ jobId }) => {
      const folder = await desk.chooseBackupFolder();
      if (folder === null) return success(null);
      const settled = await backups.settleIn(folder);
      if (!settled.ok) return settled;
      const kept = await settings.update({ backupFolder: folder });
      if (!kept.ok) return kept;
      return jobs.run(jobId, async (watch) => {
        await backups.visitOtherFolder(watch);
        return state();
      });
    },
    'backups:forget-folder': async () => {
      const kept = await settings.update({ backupFolder: null });
      return kept.ok ? success(undefined) : kept;
    },
    'backups:show-folder': async () => {
      await desk.showDataFolder();
      return success(undefined);
    },
  };
}
