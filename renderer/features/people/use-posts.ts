import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Affiliation } from '@shared/domain/affiliation/schema';
import type { NewFields, Patch } from '@shared/domain/records';
import type { Result } from '@shared/result';
import { useToday } from '../../lib/clock';
import { useDirectory } from '../../lib/directory';
import { useAsk, useDo } from '../../lib/ipc';
import { notifyUndoable } from '../../lib/notices';
import { isHeld } from './posts';

const none: readonly Affiliation[] = [];

/** Everybody's posts. */
export function usePosts(): readonly Affiliation[] {
  return useAsk('affiliations:list', {}).data ?? none;
}

interface SavePost {
  readonly create: (fields: NewFields<'affiliation'>) => Promise<Result<unknown>>;
  readonly change: (post: Affiliation, patch: Patch<'affiliation'>) => Promise<Result<unknown>>;
}

/** Makes and changes posts, and keeps to one primary post a person. `isInForm` leaves wrong input to a form's fields. */
export function useSavePost({ isInForm = false }: { readonly isInForm?: boolean } = {}): SavePost {
  const posts = usePosts();
  const { run: create } = useDo('affiliations:create', { isInForm });
  const { run: update } = useDo('affiliations:update', { isInForm });

  const takePrimaryFromOthers = async (personId: string, exceptId: string): Promise<void> => {
    const others = posts.filter((post) => post.personId === personId && post.isPrimary && post.id !== exceptId);
    for (const { id } of others) await update({ id, patch: { isPrimary: false } });
  };
  return {
    create: async (fields) => {
      const made = await create({ fields });
      if (made.ok && made.value.isPrimary) await takePrimaryFromOthers(made.value.personId, made.value.id);
      return made;
    },
    change: async (post, patch) => {
      const changed = await update({ id: post.id, patch });
      if (changed.ok && patch.isPrimary === true) await takePrimaryFromOthers(post.personId, post.id);
      return changed;
    },
  };
}

interface PostCommands {
  readonly makePrimary: (post: Affiliation) => Promise<void>;
  readonly end: (post: Affiliation) => Promise<void>;
  readonly trash: (post: Affiliation) => Promise<void>;
}

/** What can be done with a post without a form. */
export function usePostCommands(): PostCommands {
  const { t } = useTranslation('people');
  const { organisationName } = useDirectory();
  const today = useToday();
  const { change } = useSavePost();
  const { run: trash } = useDo('affiliations:trash');
  return {
    makePrimary: async (post) => {
      await change(post, { isPrimary: true });
    },
    end: async (post) => {
      const ended = await change(post, { to: today });
      if (ended.ok) notifyUndoable(t('posts.ended', { name: organisationName(post.organisationId) }));
    },
    trash: async (post) => {
      const trashed = await trash({ id: post.id });
      if (trashed.ok) notifyUndoable(t('posts.trashed', { name: organisationName(post.organisationId) }));
    },
  };
}

/** The posts that a person holds today, the first of them the primary one. */
export function useHasPost(): (personId: string) => boolean {
  const posts = usePosts();
  const today = useToday();
  return useCallback(
    (personId) => posts.some((post) => post.personId === personId && isHeld(post, today)),
    [posts, today],
  );
}
