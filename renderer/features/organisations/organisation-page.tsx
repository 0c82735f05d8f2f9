import { useMemo, useState } from 'react';
import { ActionIcon, Button, Menu, Text } from '@mantine/core';
import { IconBuildingOff, IconBuildingPlus, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import type { Organisation } from '@shared/domain/organisation/schema';
import { NewsNotice } from '@renderer/features/news';
import { ConflictNotice } from '@renderer/features/conflicts';
import { RecordLayout, usePosts } from '@renderer/features/people';
import { useDirectory } from '../../lib/directory';
import { useFormat } from '../../lib/format';
import { useAsk, useDo } from '../../lib/ipc';
import { notifyUndoable } from '../../lib/notices';
import { paths } from '../../lib/paths';
import { useShortcuts } from '../../lib/shortcuts';
import { ClassificationBadge } from '../../ui/classification-badge';
import { EmptyState } from '../../ui/empty-state';
import { Page } from '../../ui/page';
import { PageHeader } from '../../ui/page-header';
import { StatusBadge } from '../../ui/status-badge';
import { OrganisationAside } from './organisation-aside';
import { OrganisationForm } from './organisation-form';
import { otherNames } from './other-names';
import { tierTones } from './tones';

/** One organisation: what it is, who is there now and was before, and everything that happened with it. */
export function OrganisationPage() {
  const { organisationId = '' } = useParams();
  const { data: organisation, error } = useAsk('organisations:get', { id: organisationId });
  if (error) return <MissingOrganisation />;
  return organisation === undefined ? null : <OrganisationScreen key={organisation.id} organisation={organisation} />;
}

type Opened = 'edit' | 'subsidiary' | null;

function OrganisationScreen({ organisation }: { readonly organisation: Organisation }) {
  const { t } = useTranslation(['organisations', 'terms', 'actions']);
  const { text } = useFormat();
  const navigate = useNavigate();
  const { organisations } = useDirectory();
  const allPosts = usePosts();
  const trash = useDo('organisations:trash');
  const [opened, setOpened] = useState<Opened>(null);
  const { id } = organisation;
  const posts = useMemo(() => allPosts.filter((post) => post.organisationId === id), [allPosts, id]);
  const subsidiaries = organisations.filter(({ parentId }) => parentId === id);
  const name = text(organisation.legalName);

  const moveToTrash = async (): Promise<void> => {
    const trashed = await trash.run({ id });
    if (!trashed.ok) return;
    setOpened(null);
    notifyUndoable(t('actions:movedToTrash', { name }));
    void navigate(paths.organisations);
  };
  useShortcuts([{ keys: 'e', label: t('organisations:form.edit'), run: () => setOpened('edit') }]);

  return (
    <Page
      header={
        <PageHeader
          breadcrumbs={[{ label: t('organisations:title'), to: paths.organisations }]}
          title={name}
          badges={
            <>
              {organisation.tier !== 'unrated' && (
                <StatusBadge label={t(`terms:tier.${organisation.tier}`)} tone={tierTones[organisation.tier]} />
              )}
              <ClassificationBadge classification={organisation.classification} />
            </>
          }
          meta={
            <Text size="sm" lineClamp={2}>
              {[
                ...otherNames(organisation.legalName, name),
                t(`terms:organisationKind.${organisation.kind}`),
                text(organisation.city),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          }
          actions={
            <>
              <Button
                variant="default"
                leftSection={<IconPencil size={16} stroke={1.6} />}
                onClick={() => setOpened('edit')}
              >
                {t('actions:edit')}
              </Button>
              <Menu>
                <Menu.Target>
                  <ActionIcon aria-label={t('actions:more')}>
                    <IconDots size={18} stroke={1.6} />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item
                    leftSection={<IconBuildingPlus size={16} stroke={1.6} />}
                    onClick={() => setOpened('subsidiary')}
                  >
                    {t('organisations:page.addSubsidiary')}
                  </Menu.Item>
                  <Menu.Divider />
                  <Menu.Item leftSection={<IconTrash size={16} stroke={1.6} />} onClick={() => void moveToTrash()}>
                    {t('actions:delete')}
                  </Menu.Item>
                </Menu.Dropdown>
              </Menu>
            </>
          }
        />
      }
    >
      <NewsNotice type="organisation" id={id} />
      <ConflictNotice type="organisation" id={id} />
      <RecordLayout
        subject={{ type: 'organisation', id }}
        aside={<OrganisationAside organisation={organisation} posts={posts} subsidiaries={subsidiaries} />}
      />
      {opened === 'edit' && (
        <OrganisationForm
          organisation={organisation}
          onClose={() => setOpened(null)}
          onTrash={() => void moveToTrash()}
        />
      )}
      {opened === 'subsidiary' && <OrganisationForm parentId={id} onClose={() => setOpened(null)} />}
    </Page>
  );
}

function MissingOrganisation() {
  const { t } = useTranslation('organisations');
  return (
    <Page header={<PageHeader breadcrumbs={[{ label: t('title'), to: paths.organisations }]} title={t('title')} />}>
      <EmptyState
        icon={IconBuildingOff}
        title={t('page.missing')}
        message={t('page.missingHint')}
        action={
          <Button component={Link} to={paths.trash} variant="default">
            {t('page.toTrash')}
          </Button>
        }
      />
    </Page>
  );
}
