import type { OpenedStore } from '../../storage/open-store';
import type { RememberedFile } from '../../storage/remembered-file';
import type { Keychain } from '../../storage/vault/vault';
import type { BundleLock } from '../../sync/bundle/lock';
import { shortHash } from '../../sync/hash';
import { revisionsBy } from '@shared/domain/revision';
import type { FilesWanted } from '../../sync/round/fetch-files';
import type { ServiceContext } from '../context';
import { branchedStore } from './branched-store';
import { Conflicts } from './conflicts';
import { HandOverDesk } from './hand-over';
import { News } from './news';
import { ServerPlace } from './server-place';
import { SyncDesk } from './sync-desk';
import type { SyncDeskParts } from './sync-desk';

/** What sync has around it. */
export interface SyncSurroundings {
  readonly keychain: Keychain;
  readonly peerAt: SyncDeskParts['peerAt'];
  /** Locks and opens files that are handed over. */
  readonly lock: BundleLock;
  readonly onChanged: () => void;
  readonly onBroken: (cause: unknown) => void;
}

/** Meeting colleagues, and what they disagree on. */
export interface Syncing {
  readonly desk: SyncDesk;
  readonly conflicts: Conflicts;
  readonly news: News;
  readonly handOver: HandOverDesk;
}

export function openSync(
  context: ServiceContext,
  { branches, blobs, backups, jsons }: Pick<OpenedStore, 'branches' | 'blobs' | 'backups' | 'jsons'>,
  remembered: Pick<RememberedFile, 'get' | 'update'>,
  around: SyncSurroundings,
  room: () => Promise<number | null>,
): Syncing {
  const revise = revisionsBy(shortHash);
  const synced = branchedStore(branches, { blobs, me: context.me });
  const conflicts = new Conflicts({ context, branches, synced, revise });
  const place = new ServerPlace(remembered, around.keychain);
  const files = filesOf(context, blobs);
  const desk = new SyncDesk({ context, synced, conflicts, place, files, revise, device: branches.deviceId, ...around });
  const snapshot = (): ReturnType<typeof jsons.snapshot> => jsons.snapshot();
  const { lock } = around;
  const device = branches.deviceId;
  const handOver = new HandOverDesk({ context, synced, snapshot, revise, blobs, backups, device, lock, room });
  const news = new News(context, branches, remembered);
  return { desk, conflicts, news, handOver };
}

/** The files of a trip before those of people and organisations, and of each the newest first. */
function filesOf({ store }: ServiceContext, blobs: OpenedStore['blobs']): FilesWanted {
  return {
    async wanted() {
      const named = [...store.all('attachment')].sort((one, other) => {
        const ofTrip = Number(other.tripId !== null || other.meetingId !== null);
        return (
          ofTrip - Number(one.tripId !== null || one.meetingId !== null) || other.createdAt.localeCompare(one.createdAt)
        );
      });
      const missing: string[] = [];
      for (const sha256 of new Set(named.map((each) => each.sha256))) {
        if (!(await blobs.has(sha256))) missing.push(sha256);
      }
      return missing;
    },
    async keep(_sha256, bytes) {
      const kept = await blobs.put(bytes);
      if (!kept.ok) throw new Error(`A file that came could not be kept: ${kept.failure.code}`);
    },
  };
}
