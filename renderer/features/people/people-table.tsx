import { useMemo } from 'react';
import { Button } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { allNames, displayName } from '@shared/domain/person/rules';
import type { Affiliation } from '@shared/domain/affiliation/schema';
import type { Person } from '@shared/domain/person/schema';
import { useToday } from '../../lib/clock';
import { useDirectory } from '../../lib/directory';
import { useFormat } from '../../lib/format';
import { useAsk } from '../../lib/ipc';
import { paths } from '../../lib/paths';
import { DataTable } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { usePeopleColumns } from './people-columns';
import type { PersonRow } from './people-columns';
import { inOrderOfPosts, isHeld } from './posts';
import { useLastMet, useOpenFollowUps } from './use-dealings';
import { usePosts } from './use-posts';

const kinds = ['person'] as const;

const idOf = ({ person }: PersonRow): string => person.id;
const byName = [{ id: 'name', desc: false }];

interface PeopleTableProps {
  readonly side: Person['side'];
  readonly onCreate: () => void;
}

/** Contacts or our own side, a row each. */
export function PeopleTable({ side, onCreate }: PeopleTableProps) {
  const { t } = useTranslation('people');
  const navigate = useNavigate();
  const { rows, isLoading } = usePersonRows(side);
  const columns = usePeopleColumns(side);
  const isOurs = side === 'ours';
  return (
    <DataTable
      name={`people-${side}`}
      label={t('list.label')}
      columns={columns}
      rows={rows}
      rowId={idOf}
      kinds={kinds}
      onOpen={({ person }) => void navigate(paths.person(person.id))}
      initialSort={byName}
      isLoading={isLoading}
      empty={
        <EmptyState
          icon={IconUsers}
          title={t(isOurs ? 'list.emptyOurs' : 'list.emptyTheirs')}
          message={t(isOurs ? 'list.emptyOursHint' : 'list.emptyTheirsHint')}
          action={<Button onClick={onCreate}>{t(isOurs ? 'newOurs' : 'newContact')}</Button>}
        />
      }
    />
  );
}

function usePersonRows(side: Person['side']): { rows: readonly PersonRow[]; isLoading: boolean } {
  const { data, isPending } = useAsk('people:list', { side });
  const posts = usePosts();
  const lastMet = useLastMet();
  const openFollowUps = useOpenFollowUps();
  const { form, text } = useFormat();
  const { organisationName } = useDirectory();
  const today = useToday();
  const rows = useMemo(() => {
    const postsOf = new Map<string, Affiliation[]>();
    for (const post of posts) {
      if (isHeld(post, today)) postsOf.set(post.personId, [...(postsOf.get(post.personId) ?? []), post]);
    }
    return (data ?? []).map((person): PersonRow => {
      const held = inOrderOfPosts(postsOf.get(person.id) ?? [], today);
      return {
        person,
        name: displayName(person, form),
        otherNames: allNames(person, form).slice(1),
        post:
          person.side === 'ours'
            ? text(person.post)
            : held
                .map(({ jobTitle }) => text(jobTitle))
                .filter(Boolean)
                .join('; '),
        organisations: held.map(({ organisationId }) => organisationName(organisationId)),
        lastMet: lastMet.person(person.id),
        openFollowUps: openFollowUps.ofOwner(person.id),
      };
    });
  }, [data, posts, lastMet, openFollowUps, form, text, organisationName, today]);
  return { rows, isLoading: isPending };
}
