import type { RecordType } from '@shared/domain/records';
import type { ConflictShown } from '@shared/ipc/sync-channels';
import { useAsk } from '../../lib/ipc';

/** A record, by its kind and id. */
export interface RecordName {
  readonly type: RecordType;
  readonly id: string;
}

const none: readonly ConflictShown[] = [];

/** How much waits to be settled, and how much was. */
export function useConflictCounts(): { readonly open: number; readonly settled: number } {
  const open = useAsk('conflicts:list', {}).data?.length ?? 0;
  const settled = useAsk('conflicts:settled', {}).data?.length ?? 0;
  return { open, settled };
}

type Parted = 'note' | 'itinerary-item' | 'delegation-member' | 'affiliation' | 'attachment';

/** What waits to be settled of a record that has a page, and of everything that is shown as a part of it. */
export function useConflictsOf({ type, id }: RecordName): readonly ConflictShown[] {
  const all = useAsk('conflicts:list', {}).data ?? none;
  const has = (kind: Parted, ...owners: readonly RecordType[]): { readonly enabled: boolean } => ({
    enabled: owners.includes(type) && all.some((each) => each.type === kind),
  });
  const of = { [`${type}Id`]: id };
  const parts = [
    useAsk('notes:list', of, has('note', 'trip', 'meeting', 'organisation', 'person')).data,
    useAsk('itinerary:list', of, has('itinerary-item', 'trip')).data,
    useAsk('delegation:list', of, has('delegation-member', 'trip', 'person')).data,
    useAsk('affiliations:list', of, has('affiliation', 'person', 'organisation')).data,
    useAsk('attachments:list', of, has('attachment', 'trip', 'meeting', 'organisation', 'person')).data,
  ];
  if (all.length === 0) return none;
  const ids = new Set([id, ...parts.flatMap((records) => (records ?? []).map((record) => record.id))]);
  return all.filter((each) => ids.has(each.id));
}
