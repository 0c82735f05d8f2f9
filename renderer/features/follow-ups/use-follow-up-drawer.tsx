import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import type { FollowUp } from '@shared/domain/follow-up/schema';
import { useAsk } from '../../lib/ipc';
import { FollowUpForm } from './follow-up-form';
import type { FollowUpLinks } from './links';
import type { FollowUpActs } from './use-follow-up-acts';

interface FollowUpDrawer {
  readonly edit: (followUp: FollowUp) => void;
  /** Opens one that is only known by its id, as soon as it is there. */
  readonly editById: (id: string) => void;
  readonly add: () => void;
  /** To be put on the page. */
  readonly drawer: ReactNode;
}

type Open = { readonly kind: 'new' } | { readonly kind: 'one'; readonly id: string } | null;

/** The form of a follow-up, opened from a list. */
export function useFollowUpDrawer(
  followUps: readonly FollowUp[],
  acts: FollowUpActs,
  links: FollowUpLinks | undefined,
  /** Who owns a new one; the officer themselves when left out. */
  ownerId?: string,
): FollowUpDrawer {
  const [open, setOpen] = useState<Open>(null);
  const { data: settings } = useAsk('settings:get', {});
  const close = useCallback(() => setOpen(null), []);
  const editById = useCallback((id: string) => setOpen({ kind: 'one', id }), []);
  const edit = useCallback((followUp: FollowUp) => editById(followUp.id), [editById]);
  const add = useCallback(() => setOpen({ kind: 'new' }), []);
  const followUp = open?.kind === 'one' ? followUps.find(({ id }) => id === open.id) : undefined;
  const isShown = settings !== undefined && ((open?.kind === 'new' && links !== undefined) || followUp !== undefined);
  return {
    edit,
    editById,
    add,
    drawer: isShown && (
      <FollowUpForm
        key={followUp?.id ?? 'new'}
        {...(followUp ? { followUp } : {})}
        {...(links ? { links } : {})}
        ownerId={ownerId ?? settings.meId}
        acts={acts}
        onClose={close}
      />
    ),
  };
}
