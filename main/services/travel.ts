import { recordTypes } from '@shared/domain/records';
import type { RecordId } from '@shared/domain/values';
import { textIn } from '@shared/domain/values';
import type { ArrivalShown, LuggageShown, MissingShown, PackedShown, PlaceShown } from '@shared/ipc/travel-channels';
import { failed, success } from '@shared/result';
import type { Result } from '@shared/result';
import { recoverySecret } from '../storage/vault/recovery-key';
import type { UnlockingBy } from '../storage/vault/vault';
import type { Reader } from '../storage/store';
import type { Watch } from '../storage/backups/unhurried';
import type { ArrivalPlace } from '../storage/travel/arrival-place';
import type { PackedFolder } from '../storage/travel/packed-folder';
import type { Arrival } from '../storage/travel/travel';
import type { Destination, WrittenCopy } from '../storage/travel/write-copy';
import type { ServiceContext } from './context';
import type { FolderNames } from './folder-names';
import type { Office } from './office';
import { spokenForm } from '../words';
import { titleOf } from './searchable-texts';

export interface TravelDeskParts {
  readonly office: Pick<Office, 'context' | 'travel' | 'settings' | 'remembered'>;
  /** Protects this folder, which is empty, with the keys of another one. */
  readonly adopt: (keys: Uint8Array, how: UnlockingBy) => Promise<Result<void>>;
  readonly names: FolderNames;
}

/** The folders that a person chose, and what is done with them. The window never says itself where something lies. */
export class TravelDesk {
  readonly #parts: TravelDeskParts;
  #destination: string | null = null;
  #packed: string | null = null;
  #arrival: ArrivalPlace | null = null;
  #tripFolder: PackedFolder | null = null;

  constructor(parts: TravelDeskParts) {
    this.#parts = parts;
  }

  /** The copy that was made last. */
  get packed(): string | null {
    return this.#packed;
  }

  async look(tripId: RecordId): Promise<Result<LuggageShown>> {
    const { travel, context } = this.#parts.office;
    const luggage = await travel.look(tripId, context.me());
    return luggage === null ? failed({ code: 'not-found', type: 'trip', id: tripId }) : success(luggage);
  }

  setDestination(folder: string): void {
    this.#destination = folder;
  }

  take(tripId: RecordId, passphrase: string | null, watch: Watch): Promise<Result<PackedShown>> {
    const { travel, context } = this.#parts.office;
    const trip = context.store.get('trip', tripId);
    if (trip === undefined) return Promise.resolve(failed({ code: 'not-found', type: 'trip', id: tripId }));
    const title = textIn(trip.title, spokenForm());
    const { names } = this.#parts;
    const name = passphrase === null ? names.trip(title) : names.sealedTrip();
    return this.#pack({ name, passphrase }, (to) =>
      travel.take({ id: tripId, title, officerId: context.me() }, to, watch),
    );
  }

  copyEverything(passphrase: string | null, watch: Watch): Promise<Result<PackedShown>> {
    const { travel, context } = this.#parts.office;
    const name = this.#parts.names.everything();
    return this.#pack({ name, passphrase }, (to) =>
      travel.copyEverything({ title: name, officerId: context.me() }, to, watch),
    );
  }

  beforeEmptying(): { otherBackupFolder: string | null; drafts: number } {
    const { settings, remembered } = this.#parts.office;
    return { otherBackupFolder: settings.get().backupFolder, drafts: remembered.get().drafts.length };
  }

  async chooseArrival(folder: string): Promise<Result<PlaceShown>> {
    this.#arrival = null;
    const place = await this.#parts.office.travel.arrivalPlaceAt(folder);
    if (!place.ok) return place;
    this.#arrival = place.value;
    const { kind, isProtected } = place.value;
    return success({ kind, isProtected, folder: place.value.folder });
  }

  async check(secret: string | null, watch: Watch): Promise<Result<ArrivalShown>> {
    const { travel, context } = this.#parts.office;
    if (this.#arrival === null) return failed({ code: 'not-a-copy' });
    const arrival = await travel.check(this.#arrival, secret, watch);
    return arrival.ok ? success(arrivalShown(context, arrival.value)) : arrival;
  }

  async chooseTripFolder(chosen: string): Promise<Result<{ name: string; isProtected: boolean }>> {
    this.#tripFolder = null;
    const packed = await this.#parts.office.travel.packedAt(chosen);
    if (!packed.ok) return packed;
    this.#tripFolder = packed.value;
    const { name, isProtected } = packed.value;
    return success({ name, isProtected });
  }

  /** Takes the chosen folder in, and its officer, who packed it, as the one at this computer. */
  async openTripFolder(
    secret: string | null,
    watch: Watch,
  ): Promise<Result<{ what: 'trip' | 'everything'; records: number; files: number }>> {
    const { office, adopt } = this.#parts;
    const packed = this.#tripFolder;
    if (packed === null) return failed({ code: 'not-a-trip-folder' });
    const keys = packed.vault.bytes();
    const beforeWriting = (): Promise<Result<void>> =>
      keys === null || secret === null ? Promise.resolve(success(undefined)) : adopt(keys, howBy(secret));
    const taken = await office.travel.takeIn(packed, secret, { ...watch, beforeWriting });
    if (!taken.ok) return taken;
    const { officerId, what, records, files } = taken.value;
    // A failed write is no reason to say that nothing came: whoever changed something last is taken for the officer then.
    await office.remembered.update(() => ({ meId: officerId }));
    return success({ what, records, files });
  }

  async #pack(
    named: Omit<Destination, 'into'>,
    make: (to: Destination) => Promise<Result<WrittenCopy>>,
  ): Promise<Result<PackedShown>> {
    if (this.#destination === null) return failed({ code: 'not-found', type: 'folder', id: '' });
    const made = await make({ into: this.#destination, ...named });
    if (made.ok) this.#packed = made.value.folder;
    return made;
  }
}

function howBy(secret: string): UnlockingBy {
  return recoverySecret(secret) === null
    ? { by: 'passphrase', passphrase: secret }
    : { by: 'recovery-key', recoveryKey: secret };
}

const mostTitles = 200;

/** What is missing there, in the order in which kinds of record are told of, by titles. */
export function arrivalShown({ store }: Pick<ServiceContext, 'store'>, arrival: Arrival): ArrivalShown {
  const { isComplete, records, files, missingRecords, missingFiles, missingAside, lostFiles } = arrival;
  const missing: MissingShown[] = [];
  const tell = (type: string, entries: MissingShown['titles']): void => {
    if (entries.length > 0) missing.push({ type, count: entries.length, titles: entries.slice(0, mostTitles) });
  };
  for (const type of new Set([...recordTypes, ...missingRecords.map((record) => record.type)])) {
    const ofType = missingRecords.filter((record) => record.type === type);
    tell(
      type,
      ofType.map(({ id, why }) => ({ title: titleAt(store, type, id), why })),
    );
  }
  const named = (id: string): string => titleAt(store, 'attachment', id);
  tell(
    'file',
    missingFiles.map((id) => ({ title: named(id), why: 'missing' })),
  );
  tell(
    'aside',
    missingAside.map((title) => ({ title, why: 'missing' })),
  );
  return { isComplete, records, files, missing, lost: lostFiles.map(named) };
}

/** Empty for what only a newer Attaché can read. */
function titleAt(reader: Reader, type: string, id: string): string {
  const known = recordTypes.find((each) => each === type);
  const record = known === undefined ? undefined : reader.get(known, id);
  return record === undefined ? '' : titleOf(reader, record);
}
