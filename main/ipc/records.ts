import { channelPrefixes, listedTypes } from '@shared/ipc/record-channels';
import type { ListedType, RecordChannelName } from '@shared/ipc/record-channels';
import type { NewFields, Patch } from '@shared/domain/records';
import type { RecordId } from '@shared/domain/values';
import { success } from '@shared/result';
import type { ServiceContext } from '../services/context';
import { createRecord, getRecord, listRecords, trashRecord, updateRecord } from '../services/records';
import type { RecordFilter } from '../services/records';
import type { Handlers } from './router';

/** The five channels of every listed kind of record. */
export function recordHandlers(context: ServiceContext): Pick<Handlers, RecordChannelName> {
  // The names are computed from the same table as the contract's, so that none can be missing.
  return Object.fromEntries(listedTypes.flatMap((type) => fiveHandlers(context, type))) as Pick<
    Handlers,
    RecordChannelName
  >;
}

function fiveHandlers(context: ServiceContext, type: ListedType): [string, unknown][] {
  const { prefix } = channelPrefixes[type];
  return [
    [`${prefix}:list`, (filter: RecordFilter) => success(listRecords(context.store, type, filter))],
    [`${prefix}:get`, ({ id }: { id: RecordId }) => getRecord(context.store, type, id)],
    [
      `${prefix}:create`,
      ({ id, fields }: { id?: RecordId; fields: NewFields<ListedType> }) => createRecord(context, type, fields, id),
    ],
    [
      `${prefix}:update`,
      ({ id, patch }: { id: RecordId; patch: Patch<ListedType> }) => updateRecord(context, type, id, patch),
    ],
    [`${prefix}:trash`, ({ id }: { id: RecordId }) => trashRecord(context, type, id)],
  ];
}
