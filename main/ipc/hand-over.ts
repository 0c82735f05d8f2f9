import type { AppEvent } from '@shared/ipc/events';
import { success } from '@shared/result';
import { keepBackupJobs } from '../services/backup-jobs';
import type { HandOverDesk, Save } from '../services/sync/hand-over';
import type { Handlers } from './router';

/** The system's side of handing over: places and files that a person chooses. */
export interface HandOverDialogs {
  /** Where a file is to be written; null when the person thought better of it. */
  savePlace(what: 'trip' | 'everything'): Promise<string | null>;
  saveAt(path: string): Save;
  /** A file that was handed over; null when the person thought better of it. */
  choose(): Promise<string | null>;
  /** Shows a file in the system's file browser. */
  show(path: string): void;
  /** The file that was dropped onto the window or opened from outside since the last time. */
  offered(): string | null;
}

/** Handing a trip, or everything, over in a file, and taking one in. */
export function handOverHandlers(
  desk: HandOverDesk,
  dialogs: HandOverDialogs,
  tell: (event: AppEvent) => void,
): Pick<Handlers, Extract<keyof Handlers, `hand-over:${string}`>> {
  const jobs = keepBackupJobs(tell, 'hand-over:progress');
  let written: string | null = null;
  return {
    'hand-over:write': async ({ jobId, tripId, passphrase }) => {
      const path = await dialogs.savePlace(tripId === null ? 'everything' : 'trip');
      if (path === null) return success(null);
      const done = await jobs.run(jobId, (watch) => desk.write({ tripId, passphrase }, dialogs.saveAt(path), watch));
      if (done.ok) written = done.value.path;
      return done;
    },
    'hand-over:show': () => {
      if (written !== null) dialogs.show(written);
      return success(undefined);
    },
    'hand-over:choose': async () => {
      const path = await dialogs.choose();
      return path === null ? success(null) : desk.choose(path);
    },
    'hand-over:offered': async () => {
      const path = dialogs.offered();
      return path === null ? success(null) : desk.choose(path);
    },
    'hand-over:look': ({ jobId, passphrase }) => jobs.run(jobId, (watch) => desk.look(passphrase, watch)),
    'hand-over:take': ({ jobId, wantsStrangers }) => jobs.run(jobId, (watch) => desk.take(wantsStrangers, watch)),
    'hand-over:cancel': ({ jobId }) => {
      jobs.cancel(jobId);
      return success(undefined);
    },
  };
}
