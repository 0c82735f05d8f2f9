import { useMemo, useState } from 'react';
import { ActionIcon, Button, Menu, Text } from '@mantine/core';
import { IconBuildingPlus, IconDots, IconId, IconPencil, IconTrash, IconUserOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { allNames, displayName } from '@shared/domain/person/rules';
import type { Person } from '@shared/domain/person/schema';
import { ConflictNotice } from '@renderer/features/conflicts';
import { PersonPicture } from '@renderer/features/files';
import { NewsNotice } from '@renderer/features/news';
import { useAddressForm } from '../../lib/address-form';
import { useToday } from '../../lib/clock';
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
import { PersonAside } from './person-aside';
import { PersonForm } from './person-form';
import { PostForm } from './post-form';
import { inOrderOfPosts, isHeld } from './posts';
import { RecordLayout } from './record-layout';
import { useAddCard } from './use-add-card';
import { usePictureMarks } from './use-picture-marks';
import { usePosts } from './use-posts';

/** One person: every way their name is written, their posts over time, and everything that happened with them. */
export function PersonPage() {
  const { personId = '' } = useParams();
  const { data: person, error } = useAsk('people:get', { id: personId });
  if (error) return <MissingPerson />;
  return person === undefined ? null : <PersonScreen key={person.id} person={person} />;
}

function PersonScreen({ person }: { readonly person: Person }) {
  const { t } = useTranslation(['people', 'terms', 'actions']);
  const addressed = useAddressForm();
  const format = useFormat();
  const navigate = useNavigate();
  const { organisationName } = useDirectory();
  const today = useToday();
  const allPosts = usePosts();
  const trash = useDo('people:trash');
  const markOf = usePictureMarks(person);
  const card = useAddCard(person.id);
  const [isEditing, setEditing] = useState(false);
  const [isAddingPost, setAddingPost] = useState(false);
  const posts = useMemo(
    () =>
      inOrderOfPosts(
        allPosts.filter((post) => post.personId === person.id),
        today,
      ),
    [allPosts, person.id, today],
  );
  const name = displayName(person, format.form);
  const firstPost = posts.find((post) => isHeld(post, today));
  const isOurs = person.side === 'ours';
  const post = isOurs
    ? format.text(person.post)
    : firstPost &&
      [format.text(firstPost.jobTitle), organisationName(firstPost.organisationId)].filter(Boolean).join(', ');

  const moveToTrash = async (): Promise<void> => {
    const trashed = await trash.run({ id: person.id });
    if (!trashed.ok) return;
    setEditing(false);
    notifyUndoable(t('actions:movedToTrash', { name }));
    void navigate(paths.people);
  };
  useShortcuts([{ keys: 'e', label: t('people:form.edit'), run: () => setEditing(true) }]);

  return (
    <Page
      header={
        <PageHeader
          breadcrumbs={[{ label: t('people:title'), to: paths.people }]}
          leading={
            <PersonPicture person={person} name={name}>
              {initialsOf(name)}
            </PersonPicture>
          }
          title={addressed(name, person.honorific)}
          badges={
            <>
              {isOurs && <StatusBadge label={t('terms:side.ours')} tone="active" />}
              <ClassificationBadge classification={person.classification} />
            </>
          }
          meta={
            <Text size="sm" lineClamp={2}>
              {[...allNames(person, format.form).slice(1), post].filter(Boolean).join(' · ')}
            </Text>
          }
          actions={
            <>
              {!isOurs && (
                <Button
                  variant="default"
                  leftSection={<IconBuildingPlus size={16} stroke={1.6} />}
                  onClick={() => setAddingPost(true)}
                >
                  {t('people:page.addPost')}
                </Button>
              )}
              <Button
                variant="default"
                leftSection={<IconPencil size={16} stroke={1.6} />}
                onClick={() => setEditing(true)}
              >
                {t('actions:edit')}
              </Button>
              {card.field}
              <Menu>
                <Menu.Target>
                  <ActionIcon aria-label={t('actions:more')}>
                    <IconDots size={18} stroke={1.6} />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item leftSection={<IconId size={16} stroke={1.6} />} onClick={card.choose}>
                    {t('people:page.addCard')}
                  </Menu.Item>
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
      <NewsNotice type="person" id={person.id} />
      <ConflictNotice type="person" id={person.id} />
      <RecordLayout
        subject={{ type: 'person', id: person.id }}
        markOf={markOf}
        isOurs={isOurs}
        aside={<PersonAside person={person} posts={posts} onAddPost={() => setAddingPost(true)} />}
      />
      {isEditing && <PersonForm person={person} onClose={() => setEditing(false)} onTrash={() => void moveToTrash()} />}
      {isAddingPost && <PostForm personId={person.id} onClose={() => setAddingPost(false)} />}
    </Page>
  );
}

/** "Dr Chan Tai-man", but 陳大文 alone: a Chinese name takes its honorific behind it and in its own language. */
/** The first character of a Chinese name; of any other its first and last words' first letters. */
function initialsOf(name: string): string {
  if (/^\p{Script=Han}/u.test(name)) return [...name][0] ?? '';
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => [...(word ?? '')][0]?.toUpperCase() ?? '').join('');
}

function MissingPerson() {
  const { t } = useTranslation('people');
  return (
    <Page header={<PageHeader breadcrumbs={[{ label: t('title'), to: paths.people }]} title={t('title')} />}>
      <EmptyState
        icon={IconUserOff}
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
