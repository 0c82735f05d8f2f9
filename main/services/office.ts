import type { RecordId } from '@shared/domain/values';
import type { StartState, StoreNotice } from '@shared/ipc/app-channels';
import { failed, success } from '@shared/result';
import type { Failure, Result } from '@shared/result';
import type { Backups } from '../storage/backups/backups';
import type { Blobs } from '../storage/blobs';
import { diskFiles } from '../storage/disk/disk-files';
import { openStore } from '../storage/open-store';
import type { StoreOptions } from '../storage/open-store';
import { openRemembered } from '../storage/remembered-file';
import type { RememberedFile } from '../storage/remembered-file';
import type { SealedParts } from '../storage/reseal';
import { plainSeal } from '../storage/seal/plain-seal';
import type { SettingsFile } from '../storage/settings-file';
import type { Thumbnails } from '../storage/thumbnails';
import { roomIn } from '../storage/travel/folder-elsewhere';
import type { Travel } from '../storage/travel/travel';
import type { ServiceContext } from './context';
import { keepHistory } from './history';
import type { History } from './history';
import { openSearch } from './open-search';
import type { Search } from './search';
import { lastOfficer } from './start';
import { openSync } from './sync/open-sync';
import type { Syncing, SyncSurroundings } from './sync/open-sync';

/** Everything that is open while Attaché runs on a data folder that can be read. */
export interface Office {
  readonly context: ServiceContext;
  readonly history: History;
  readonly backups: Backups;
  readonly blobs: Blobs;
  readonly thumbnails: Thumbnails;
  readonly travel: Travel;
  readonly settings: SettingsFile;
  readonly remembered: RememberedFile;
  readonly search: Search;
  readonly syncing: Syncing;
  /** What goes under another seal when the passphrase is set or taken away. */
  readonly sealed: SealedParts;
  /** What the person must be told about how the folder was found. */
  notices(): StoreNotice[];
  close(): Promise<void>;
}

/** Why a folder was not opened, as the start screen says it. */
export type ClosedState = Extract<StartState, { kind: 'newer-version' | 'unreadable' }>;

export interface OfficeOptions extends Omit<StoreOptions, 'otherBackupFolder'> {
  readonly settings: SettingsFile;
  readonly searching?: SearchSurroundings;
  readonly sync?: SyncSurroundings;
}

/** What the search has around it; without a thread its index is made beside everything else. */
export interface SearchSurroundings {
  readonly threadFile: string;
  readonly onReady: () => void;
  readonly onOddity: (what: string) => void;
}

/** Opens the store of a data folder and finds out who works at this laptop. */
export async function openOffice(
  options: OfficeOptions,
): Promise<{ ok: true; office: Office } | { ok: false; closed: ClosedState }> {
  const { folder, clock, newId, settings, seal, files } = options;
  const given = { folder, clock, settings, ...(seal && { seal }), ...(files && { files }) };
  const opened = await openStore({ ...options, otherBackupFolder: () => settings.get().backupFolder });
  if (!opened.ok) return { ok: false, closed: closedState(opened.failure, folder) };
  const { store, backups, blobs, thumbnails, travel } = opened.value;
  const close = async (): Promise<void> => {
    await travel.close();
    await backups.close();
    await store.close();
  };
  const remembered = await openRemembered(given);
  const officer = remembered.ok
    ? await officerAt(remembered.value, () => lastOfficer(store), newId)
    : failed(remembered.failure);
  if (!remembered.ok || !officer.ok) {
    await close();
    return { ok: false, closed: closedState(officer.ok ? { code: 'internal' } : officer.failure, folder) };
  }

  const desk = remembered.value;
  let me = officer.value;
  const context: ServiceContext = { store, now: clock, newId, me: () => desk.get().meId ?? me };
  store.onReplaced(() => {
    // A restored backup may come from another laptop, whose officer is somebody else.
    if (store.get('person', context.me()) !== undefined) return;
    me = lastOfficer(store) ?? me;
    void desk.update(() => ({ meId: me }));
  });
  const opening = {
    ...{ folder, store, records: opened.value.jsons, isSecret: opened.value.isSecret, remembered: desk },
    ...{ files: files ?? diskFiles, seal: seal ?? plainSeal },
  };
  const searching = openSearch({ ...opening, ...(options.searching ?? noSurroundings) });
  const syncing = openSync(context, opened.value, desk, options.sync ?? alone, () => roomIn(folder));
  return {
    ok: true,
    office: {
      context,
      history: keepHistory(context),
      backups,
      blobs,
      thumbnails,
      travel,
      settings,
      remembered: desk,
      search: searching.search,
      syncing,
      sealed: {
        folder,
        ...(files && { files }),
        records: opened.value,
        remembered: desk,
        blobs,
        thumbnails,
        searching,
        backups,
      },
      notices: () => [...settings.notices, ...desk.notices, ...opened.value.notices],
      async close() {
        await syncing.handOver.close();
        await syncing.desk.close();
        await searching.close();
        await desk.settled();
        await close();
      },
    },
  };
}

function noThread(): never {
  throw new Error('There is no thread for bundles here');
}

/** Nobody to meet: no server is ever set up without a window to do it in. */
const alone: SyncSurroundings = {
  keychain: {
    isAvailable: () => false,
    seal: (secret) => secret,
    open: (sealed) => sealed,
  },
  peerAt: () => {
    throw new Error('There is no line to a server here');
  },
  lock: {
    lock: noThread,
    fileKey: noThread,
    open: noThread,
  },
  onChanged: () => undefined,
  onBroken: (cause) => {
    throw cause;
  },
};
const noSurroundings = { threadFile: undefined, onReady: () => undefined, onOddity: () => undefined };

/** The officer that is remembered; a new one's id is on the disk before the first record is signed with it. */
async function officerAt(
  remembered: RememberedFile,
  fromStore: () => RecordId | undefined,
  newId: () => RecordId,
): Promise<Result<RecordId>> {
  const { meId } = remembered.get();
  if (meId !== null) return success(meId);
  const me = fromStore() ?? newId();
  const written = await remembered.update(() => ({ meId: me }));
  return written.ok ? success(me) : failed(written.failure);
}

/** What the start screen says of a folder that could not be opened. */
export function closedState(failure: Failure, folder: string): ClosedState {
  if (failure.code === 'newer-version')
    return { kind: 'newer-version', found: failure.found, known: failure.known, folder };
  return { kind: 'unreadable', reason: 'reason' in failure ? failure.reason : failure.code, folder };
}
