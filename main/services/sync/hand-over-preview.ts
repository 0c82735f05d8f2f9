import { displayName } from '@shared/domain/person/rules';
import { issuesInRecord, recordTypes } from '@shared/domain/records';
import type { RecordOf, RecordType } from '@shared/domain/records';
import type { Instant } from '@shared/dates';
import type { RecordId } from '@shared/domain/values';
import type { HandOverPreview } from '@shared/ipc/hand-over-channels';
import type { VerifiedBundle } from '../../sync/bundle/read-bundle';
import type { TakenStock } from '../../sync/round/pull';
import type { SyncedStore } from '../../sync/round/synced-store';
import { typeIn } from '../../sync/synced-record';
import type { RecordKey } from '../../sync/synced-record';
import { spokenForm } from '../../words';
import type { ServiceContext } from '../context';
import { titleOfId } from '../searchable-texts';
import { countsOf } from './arriving';

export interface PreviewParts {
  readonly context: ServiceContext;
  readonly synced: SyncedStore;
  readonly device: string;
  /** Of the file. */
  readonly name: string;
  readonly bundle: VerifiedBundle;
  /** What taking it in would come to. */
  readonly stock: TakenStock;
  /** Files that are lacking in it and here. */
  readonly still: readonly string[];
}

const mostTitles = 100;

/** What a bundle is and would come to, as the person is told before anything is taken in. */
export function previewOf(parts: PreviewParts): HandOverPreview {
  const { context, device, name, bundle, stock, still } = parts;
  const { header, parcels, newFiles } = bundle;
  const { holds, madeBy, madeAt } = header;
  const trip = holds.kind === 'trip' ? recordIn('trip', holds.tripId, parts) : null;
  const officer = madeBy === null ? null : recordIn('person', madeBy, parts);
  const titles = (keys: Iterable<RecordKey>): HandOverPreview['merged'] =>
    [...keys].slice(0, mostTitles).map((key) => titled(key, context));
  return {
    name,
    madeBy: officer === null ? '' : displayName(officer, spokenForm()),
    isOwn: header.deviceId === device,
    madeAt: madeAt as Instant,
    holds: holds.kind,
    tripTitle: trip?.title ?? null,
    counts: countsOf(parcels, stock),
    merged: titles([...stock.merged].filter((key) => !stock.disputed.has(key) && !stock.added.has(key))),
    disputed: titles(stock.disputed),
    files: { count: newFiles.length, bytes: newFiles.reduce((sum, { size }) => sum + size, 0) },
    lacking: still.length,
    isStranger: isStranger(parts),
  };
}

/** None of its records is here, and yet there are others: it may be of another office. */
function isStranger({ context, synced, bundle }: PreviewParts): boolean {
  if (bundle.parcels.some(({ key }) => synced.get(key).leaves.length > 0)) return false;
  const me = context.me();
  return recordTypes.some((type) => context.store.all(type).some(({ id }) => id !== me));
}

/** A record as it is in the bundle, or as it is here; null when it is neither. */
function recordIn<T extends RecordType>(type: T, id: RecordId, { context, bundle }: PreviewParts): RecordOf<T> | null {
  const key = `${type}:${id}`;
  for (const parcel of bundle.parcels) {
    if (parcel.key !== key || parcel.content.kind !== 'live') continue;
    const fields = { ...parcel.content.body, revision: parcel.rev };
    if (issuesInRecord(type, fields).length === 0) return fields as RecordOf<T>;
  }
  return context.store.get(type, id) ?? null;
}

/** Without a title for what is not here yet. */
function titled(key: RecordKey, { store }: ServiceContext): HandOverPreview['merged'][number] {
  const type = typeIn(key) ?? '';
  const kind = recordTypes.find((each) => each === type);
  return { type, title: kind === undefined ? '' : titleOfId(store, kind, key.slice(type.length + 1), spokenForm()) };
}
