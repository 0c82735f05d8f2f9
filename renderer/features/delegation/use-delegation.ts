import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DelegationMember } from '@shared/domain/delegation-member/schema';
import { useDirectory } from '../../lib/directory';
import { useAsk, useDo, useRefresh } from '../../lib/ipc';
import { compareNames } from '../../lib/name-order';
import { notifyUndoable } from '../../lib/notices';

const nobody: readonly DelegationMember[] = [];

/** A trip's members in order of precedence, and what can be done with them. A new order is shown at once. */
export function useDelegation(tripId: string) {
  const { t } = useTranslation(['delegation', 'actions']);
  const { personName } = useDirectory();
  const refresh = useRefresh();
  const answer = useAsk('delegation:list', { tripId });
  const reorder = useDo('delegation:reorder');
  const update = useDo('delegation:update');
  const trash = useDo('delegation:trash');
  const [ahead, setAhead] = useState<readonly string[] | undefined>(undefined);
  const saved = answer.data ?? nobody;

  const members = useMemo(() => {
    const place = new Map(ahead?.map((id, index) => [id, index]));
    const at = (member: DelegationMember): number => place.get(member.id) ?? place.size + member.precedence;
    return [...saved].sort((a, b) => at(a) - at(b) || compareNames(personName(a.personId), personName(b.personId)));
  }, [saved, ahead, personName]);

  return {
    isLoading: answer.isPending,
    members,
    /** Takes a member to another place in the order. */
    moveTo: async (id: string, index: number): Promise<void> => {
      const ids = members.map((member) => member.id);
      const from = ids.indexOf(id);
      const to = Math.max(0, Math.min(ids.length - 1, index));
      if (from === -1 || from === to) return;
      ids.splice(from, 1);
      ids.splice(to, 0, id);
      setAhead(ids);
      const done = await reorder.run({ tripId, ids });
      if (done.ok) await refresh('delegation:list');
      setAhead((before) => (before === ids ? undefined : before));
    },
    setRole: (member: DelegationMember, role: DelegationMember['role']) =>
      update.run({ id: member.id, patch: { role } }),
    remove: async (member: DelegationMember): Promise<void> => {
      const done = await trash.run({ id: member.id });
      if (done.ok) notifyUndoable(t('actions:movedToTrash', { name: personName(member.personId) }));
    },
    /** The place in the order for somebody who joins: the last. */
    nextPrecedence: Math.min(999, Math.max(0, ...saved.map(({ precedence }) => precedence)) + 1),
  };
}
