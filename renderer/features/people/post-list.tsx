import { useState } from 'react';
import { ActionIcon, Anchor, Menu, Text, Title } from '@mantine/core';
import { IconCalendarX, IconDots, IconPencil, IconStar, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Affiliation } from '@shared/domain/affiliation/schema';
import { useToday } from '../../lib/clock';
import { useDirectory } from '../../lib/directory';
import { useFormat } from '../../lib/format';
import type { Format } from '../../lib/format';
import { paths } from '../../lib/paths';
import { StatusBadge } from '../../ui/status-badge';
import { inOrderOfPosts, isHeld } from './posts';
import { PostForm } from './post-form';
import { usePostCommands } from './use-posts';
import classes from './people.module.css';

interface PostListProps {
  readonly posts: readonly Affiliation[];
  /** What a row names: the person of an organisation's posts, or the organisation of a person's. */
  readonly names: 'person' | 'organisation';
}

/** Posts held now and before, each with its title and time; a post is changed, ended or made the primary one here. */
export function PostList({ posts, names }: PostListProps) {
  const { t } = useTranslation('people');
  const today = useToday();
  const [edited, setEdited] = useState<Affiliation | null>(null);
  const ordered = inOrderOfPosts(posts, today);
  const groups = [
    { key: 'now', posts: ordered.filter((post) => isHeld(post, today)) },
    { key: 'before', posts: ordered.filter((post) => !isHeld(post, today)) },
  ] as const;
  return (
    <>
      {groups.map(
        (group) =>
          group.posts.length > 0 && (
            <div key={group.key}>
              {(group.key === 'before' || groups[1].posts.length > 0) && (
                <Title order={3} className={classes.era}>
                  {t(`posts.${group.key}`)}
                </Title>
              )}
              <ul className={classes.posts} aria-label={t(`posts.${group.key}`)}>
                {group.posts.map((post) => (
                  <PostRow
                    key={post.id}
                    post={post}
                    names={names}
                    isOver={group.key === 'before'}
                    isMarked={post.isPrimary && names === 'organisation' && groups[0].posts.length > 1}
                    onEdit={() => setEdited(post)}
                  />
                ))}
              </ul>
            </div>
          ),
      )}
      {edited !== null && <PostForm post={edited} onClose={() => setEdited(null)} />}
    </>
  );
}

interface PostRowProps {
  readonly post: Affiliation;
  readonly names: 'person' | 'organisation';
  readonly isOver: boolean;
  /** Says that it is the primary one: only where there are others. */
  readonly isMarked: boolean;
  readonly onEdit: () => void;
}

function PostRow({ post, names, isOver, isMarked, onEdit }: PostRowProps) {
  const { t } = useTranslation(['people', 'actions']);
  const format = useFormat();
  const { personName, organisationName, person } = useDirectory();
  const commands = usePostCommands();
  const isPerson = names === 'person';
  const name = isPerson ? personName(post.personId) : organisationName(post.organisationId);
  const title = [format.text(post.jobTitle), post.department].filter(Boolean).join(' · ');
  const phone = isPerson ? person(post.personId)?.phones[0] : undefined;
  const when = useSpan(post, format);
  return (
    <li className={classes.post} data-over={isOver || undefined}>
      <div className={classes.postWords}>
        <div className={classes.postHead}>
          <Anchor
            component={Link}
            to={isPerson ? paths.person(post.personId) : paths.organisation(post.organisationId)}
            className={classes.postName}
          >
            {name}
          </Anchor>
          {isMarked && <StatusBadge label={t('people:posts.primary')} tone="active" />}
        </div>
        {title !== '' && (
          <Text size="sm" className={classes.line}>
            {title}
          </Text>
        )}
        {(when !== '' || phone !== undefined) && (
          <Text size="xs" c="dimmed" className={classes.line}>
            {[when, phone].filter(Boolean).join(' · ')}
          </Text>
        )}
      </div>
      <Menu>
        <Menu.Target>
          <ActionIcon size={28} aria-label={t('people:posts.actions', { name })}>
            <IconDots size={16} stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={16} stroke={1.6} />} onClick={onEdit}>
            {t('people:postForm.edit')}
          </Menu.Item>
          {!post.isPrimary && !isOver && (
            <Menu.Item
              leftSection={<IconStar size={16} stroke={1.6} />}
              onClick={() => void commands.makePrimary(post)}
            >
              {t('people:posts.makePrimary')}
            </Menu.Item>
          )}
          {!isOver && (
            <Menu.Item leftSection={<IconCalendarX size={16} stroke={1.6} />} onClick={() => void commands.end(post)}>
              {t('people:posts.endToday')}
            </Menu.Item>
          )}
          <Menu.Divider />
          <Menu.Item leftSection={<IconTrash size={16} stroke={1.6} />} onClick={() => void commands.trash(post)}>
            {t('actions:delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}

function useSpan({ from, to }: Affiliation, { day }: Format): string {
  const { t } = useTranslation('people');
  if (from !== null && to !== null) return t('posts.span', { from: day(from), to: day(to) });
  if (from !== null) return t('posts.from', { from: day(from) });
  return to === null ? '' : t('posts.until', { to: day(to) });
}
