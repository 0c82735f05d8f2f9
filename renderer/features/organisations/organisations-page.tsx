import { useMemo, useState } from 'react';
import { Button } from '@mantine/core';
import { IconBuildingSkyscraper, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { isHeld, useLastMet, useOpenFollowUps, usePosts } from '@renderer/features/people';
import { useRequestInAddress } from '../../lib/address';
import { useToday } from '../../lib/clock';
import { useFormat } from '../../lib/format';
import { useAsk } from '../../lib/ipc';
import { paths } from '../../lib/paths';
import { useShortcuts } from '../../lib/shortcuts';
import { DataTable } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { KeyHint } from '../../ui/key-hint';
import { Page } from '../../ui/page';
import { PageHeader } from '../../ui/page-header';
import { useOrganisationColumns } from './organisation-columns';
import type { OrganisationRow } from './organisation-columns';
import { OrganisationForm } from './organisation-form';
import { otherNames } from './other-names';

const kinds = ['organisation'] as const;

const idOf = ({ organisation }: OrganisationRow): string => organisation.id;
const byName = [{ id: 'name', desc: false }];

/** Every organisation that the office knows. */
export function OrganisationsPage() {
  const { t } = useTranslation('organisations');
  const navigate = useNavigate();
  const { rows, isLoading } = useOrganisationRows();
  const columns = useOrganisationColumns();
  const [isCreating, setCreating] = useState(false);
  const create = (): void => setCreating(true);
  useRequestInAddress('new', create);
  useShortcuts([{ keys: 'n', label: t('new'), run: create }]);
  return (
    <Page
      width="full"
      header={
        <PageHeader
          title={t('title')}
          actions={
            <Button
              leftSection={<IconPlus size={16} stroke={1.8} />}
              rightSection={<KeyHint keys="n" />}
              onClick={create}
            >
              {t('new')}
            </Button>
          }
        />
      }
    >
      <DataTable
        name="organisations"
        label={t('list.label')}
        columns={columns}
        rows={rows}
        rowId={idOf}
        kinds={kinds}
        onOpen={({ organisation }) => void navigate(paths.organisation(organisation.id))}
        initialSort={byName}
        isLoading={isLoading}
        empty={
          <EmptyState
            icon={IconBuildingSkyscraper}
            title={t('list.empty')}
            message={t('list.emptyHint')}
            action={<Button onClick={create}>{t('new')}</Button>}
          />
        }
      />
      {isCreating && (
        <OrganisationForm
          onClose={() => setCreating(false)}
          onCreated={(id) => void navigate(paths.organisation(id))}
        />
      )}
    </Page>
  );
}

function useOrganisationRows(): { rows: readonly OrganisationRow[]; isLoading: boolean } {
  const { data, isPending } = useAsk('organisations:list', {});
  const posts = usePosts();
  const lastMet = useLastMet();
  const openFollowUps = useOpenFollowUps();
  const { text } = useFormat();
  const today = useToday();
  const rows = useMemo(() => {
    const peopleAt = new Map<string, Set<string>>();
    for (const post of posts) {
      if (!isHeld(post, today)) continue;
      const people = peopleAt.get(post.organisationId) ?? new Set();
      peopleAt.set(post.organisationId, people.add(post.personId));
    }
    return (data ?? []).map((organisation): OrganisationRow => {
      const name = text(organisation.legalName);
      return {
        organisation,
        name,
        otherNames: otherNames(organisation.legalName, name),
        city: text(organisation.city),
        people: peopleAt.get(organisation.id)?.size ?? 0,
        lastMet: lastMet.organisation(organisation.id),
        openFollowUps: openFollowUps.ofOrganisation(organisation.id),
      };
    });
  }, [data, posts, lastMet, openFollowUps, text, today]);
  return { rows, isLoading: isPending };
}
