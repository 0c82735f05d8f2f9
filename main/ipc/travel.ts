import type { AppEvent } from '@shared/ipc/events';
import { failed, success } from '@shared/result';
import { keepBackupJobs } from '../services/backup-jobs';
import type { TravelDesk } from '../services/travel';
import type { Travel } from '../storage/travel/travel';
import type { FileDesk } from './file-desk';
import type { Handlers } from './router';

type TravelChannel =
  Extract<keyof Handlers, `travel:${string}`> | 'start:choose-trip-folder' | 'start:open-trip-folder';

export interface TravelParts {
  readonly desk: TravelDesk;
  readonly travel: Pick<Travel, 'isStillSo'>;
  readonly dialogs: Pick<FileDesk, 'chooseDestination' | 'chooseArrival' | 'chooseTripFolder' | 'showFolder'>;
  readonly tell: (event: AppEvent) => void;
  /** Removes everything and begins the program anew. */
  readonly empty: (isStillSo: () => Promise<boolean>) => Promise<void>;
}

/** Taking a trip along, opening one that was brought, and emptying this computer. */
export function travelHandlers({ desk, travel, dialogs, tell, empty }: TravelParts): Pick<Handlers, TravelChannel> {
  const jobs = keepBackupJobs(tell, 'travel:progress');
  return {
    'travel:look': ({ tripId }) => desk.look(tripId),
    'travel:choose-destination': async () => {
      const folder = await dialogs.chooseDestination();
      if (folder !== null) desk.setDestination(folder);
      return success(folder === null ? null : { folder });
    },
    'travel:take': ({ jobId, tripId, passphrase }) => jobs.run(jobId, (watch) => desk.take(tripId, passphrase, watch)),
    'travel:copy-everything': ({ jobId, passphrase }) =>
      jobs.run(jobId, (watch) => desk.copyEverything(passphrase, watch)),
    'travel:cancel': ({ jobId }) => {
      jobs.cancel(jobId);
      return success(undefined);
    },
    'travel:show-packed': async () => {
      if (desk.packed !== null) await dialogs.showFolder(desk.packed);
      return success(undefined);
    },
    'travel:before-emptying': () => success(desk.beforeEmptying()),
    'travel:choose-arrival': async () => {
      const folder = await dialogs.chooseArrival();
      return folder === null ? success(null) : desk.chooseArrival(folder);
    },
    'travel:choose-packed': () =>
      desk.packed === null ? failed({ code: 'not-a-copy' }) : desk.chooseArrival(desk.packed),
    'travel:check': ({ jobId, secret }) => jobs.run(jobId, (watch) => desk.check(secret, watch)),
    'travel:empty': async () => {
      if (!(await travel.isStillSo())) return failed({ code: 'not-checked' });
      await empty(() => travel.isStillSo());
      return success(undefined);
    },
    'start:choose-trip-folder': async () => {
      const folder = await dialogs.chooseTripFolder();
      return folder === null ? success(null) : desk.chooseTripFolder(folder);
    },
    'start:open-trip-folder': ({ jobId, secret }) => jobs.run(jobId, (watch) => desk.openTripFolder(secret, watch)),
  };
}
