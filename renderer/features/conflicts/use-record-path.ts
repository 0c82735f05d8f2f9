import { useAsk } from '../../lib/ipc';
import { pathOf } from '../../lib/paths';
import type { RecordName } from './use-conflicts';

const owners = ['meeting', 'trip', 'organisation', 'person'] as const;

/** Where a record is shown; null for one that has no place, or is in the Trash. */
export function useRecordPath({ type, id }: RecordName): string | null {
  const of = (kind: RecordName['type']): { readonly enabled: boolean } => ({ enabled: type === kind });
  const parts = [
    useAsk('notes:get', { id }, of('note')).data,
    useAsk('itinerary:get', { id }, of('itinerary-item')).data,
    useAsk('delegation:get', { id }, of('delegation-member')).data,
    useAsk('affiliations:get', { id }, of('affiliation')).data,
    useAsk('attachments:get', { id }, of('attachment')).data,
  ];
  const part: Readonly<Record<string, unknown>> = parts.find((each) => each?.id === id) ?? {};
  const owner = owners.find((each) => typeof part[`${each}Id`] === 'string');
  return pathOf({ type, id, subject: owner === undefined ? null : { type: owner, id: String(part[`${owner}Id`]) } });
}
