import type { RecordId } from '@shared/domain/values';
import type { StartState, StoreNotice } from '@shared/ipc/app-channels';
import { failed, success } from '@shared/result';
import type { Result } from '@shared/result';
import type { Backups } from '../storage/backups/backups';
import type { Blobs } from '../storage/blobs';
import { openStore } from '../storage/open-store';
import type { StoreOptions } from '../storage/open-store';
import { openSettings } from '../storage/settings-file';
import type { SettingsFile } from '../storage/settings-file';
import type { ServiceContext } from './context';
import { keepHistory } from './history';
import type { History } from './history';
import { lastOfficer } from './start';

/** Everything that is open while Attaché runs on a data folder. */
export interface Office {
  readonly context: ServiceContext;
  readonly history: History;
  readonly backups: Backups;
  readonly blobs: Blobs;
  readonly settings: SettingsFile;
  /** What the person must be told about how the folder was found. */
  readonly notices: readonly StoreNotice[];
  close(): Promise<void>;
}

/** Why a folder was not opened, as the start screen says it. */
export type ClosedState = Extract<StartState, { kind: 'newer-version' | 'unreadable' }>;

/** Opens the store and the settings of a data folder and finds out who works at this laptop. */
export async function openOffice(
  options: StoreOptions,
): Promise<{ ok: true; office: Office } | { ok: false; closed: ClosedState }> {
  const { folder, clock, newId } = options;
  const settings = await openSettings({ folder, clock });
  if (!settings.ok) return { ok: false, closed: closedState(settings, folder) };
  const opened = await openStore(options);
  if (!opened.ok) return { ok: false, closed: closedState(opened, folder) };

  const { store, backups, blobs } = opened.value;
  const officer = await officerAt(settings.value, () => lastOfficer(store), newId);
  if (!officer.ok) {
    await store.close();
    return { ok: false, closed: closedState(officer, folder) };
  }
  let me = officer.value;
  const context: ServiceContext = { store, now: clock, newId, me: () => settings.value.get().meId ?? me };
  store.onReplaced(() => {
    // A restored backup may come from another laptop, whose officer is somebody else.
    if (store.get('person', context.me()) !== undefined) return;
    me = lastOfficer(store) ?? me;
    void settings.value.update({ meId: me });
  });
  return {
    ok: true,
    office: {
      context,
      history: keepHistory(context),
      backups,
      blobs,
      settings: settings.value,
      notices: [...settings.value.notices, ...opened.value.notices],
      close: () => store.close(),
    },
  };
}

/** The officer that the settings name; a new one's id is on the disk before the first record is signed with it. */
async function officerAt(
  settings: SettingsFile,
  fromStore: () => RecordId | undefined,
  newId: () => RecordId,
): Promise<Result<RecordId>> {
  const { meId } = settings.get();
  if (meId !== null) return success(meId);
  const me = fromStore() ?? newId();
  const written = await settings.update({ meId: me });
  return written.ok ? success(me) : failed(written.failure);
}

function closedState(result: Result<unknown>, folder: string): ClosedState {
  if (result.ok) throw new Error('An opened folder is not closed.');
  const { failure } = result;
  if (failure.code === 'newer-version')
    return { kind: 'newer-version', found: failure.found, known: failure.known, folder };
  return { kind: 'unreadable', reason: 'reason' in failure ? failure.reason : failure.code, folder };
}
