import { useState } from 'react';
import { ActionIcon, Anchor, Button, CopyButton, Menu, Text, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy, IconPlus, IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Affiliation } from '@shared/domain/affiliation/schema';
import type { Organisation } from '@shared/domain/organisation/schema';
import { isHeld, PostForm, PostList, QuickPersonDrawer, useDayInWords, useLastMet } from '@renderer/features/people';
import { useToday } from '../../lib/clock';
import { useDirectory } from '../../lib/directory';
import { useFormat } from '../../lib/format';
import { paths } from '../../lib/paths';
import { EmptyState } from '../../ui/empty-state';
import { FactList } from '../../ui/fact-list';
import { Section } from '../../ui/section';
import { StatusBadge } from '../../ui/status-badge';
import { presenceTones } from './tones';
import classes from './organisations.module.css';

interface OrganisationAsideProps {
  readonly organisation: Organisation;
  readonly posts: readonly Affiliation[];
  readonly subsidiaries: readonly Organisation[];
}

/** What an organisation is, who is there, and what belongs to it. */
export function OrganisationAside({ organisation, posts, subsidiaries }: OrganisationAsideProps) {
  const { t } = useTranslation('organisations');
  const { text } = useFormat();
  return (
    <>
      <Glance organisation={organisation} />
      <PeopleThere organisationId={organisation.id} posts={posts} />
      <Details organisation={organisation} />
      {subsidiaries.length > 0 && (
        <Section title={t('page.subsidiaries')} count={subsidiaries.length}>
          <ul className={classes.subsidiaries}>
            {subsidiaries.map((each) => (
              <li key={each.id}>
                <Anchor component={Link} to={paths.organisation(each.id)} size="sm" className={classes.subsidiary}>
                  {text(each.legalName)}
                </Anchor>
                <Text size="xs" c="dimmed">
                  {text(each.city)}
                </Text>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Glance({ organisation }: { readonly organisation: Organisation }) {
  const { t } = useTranslation(['organisations', 'terms']);
  const { personName } = useDirectory();
  const lastMet = useDayInWords(useLastMet().organisation(organisation.id));
  const { hongKongPresence: presence, accountManagerId } = organisation;
  return (
    <Section title={t('organisations:page.glance')} frame="padded">
      <FactList
        facts={[
          {
            label: t('organisations:page.hongKong'),
            value: (
              <>
                <StatusBadge label={t(`terms:hongKongPresence.${presence}`)} tone={presenceTones[presence]} />
                {organisation.hongKongPresenceDetail.trim() !== '' && (
                  <Text size="sm" mt={2}>
                    {organisation.hongKongPresenceDetail.trim()}
                  </Text>
                )}
              </>
            ),
          },
          {
            label: t('organisations:form.sectors'),
            value: organisation.sectors.map((sector) => t(`terms:sector.${sector}`)).join('\n'),
          },
          {
            label: t('organisations:page.lastMet'),
            value: lastMet ?? t('organisations:page.never'),
          },
          {
            label: t('organisations:page.accountManager'),
            value: accountManagerId !== null && (
              <Anchor component={Link} to={paths.person(accountManagerId)} size="sm">
                {personName(accountManagerId)}
              </Anchor>
            ),
          },
        ]}
      />
    </Section>
  );
}

function Details({ organisation }: { readonly organisation: Organisation }) {
  const { t } = useTranslation('organisations');
  const { text } = useFormat();
  const { organisationName } = useDirectory();
  const { parentId } = organisation;
  const profile = organisation.profile.trim();
  const facts = [
    {
      label: t('page.place'),
      value: [text(organisation.city), text(organisation.province)].filter(Boolean).join(', '),
    },
    { label: t('form.address'), value: text(organisation.address) },
    { label: t('form.size'), value: organisation.size },
    { label: t('form.revenue'), value: organisation.revenue },
    { label: t('form.listing'), value: organisation.listing },
    {
      label: t('form.website'),
      value: organisation.website && <Website at={organisation.website} />,
    },
    {
      label: t('page.parent'),
      value: parentId !== null && (
        <Anchor component={Link} to={paths.organisation(parentId)} size="sm">
          {organisationName(parentId)}
        </Anchor>
      ),
    },
    { label: t('page.creditCode'), value: organisation.creditCode },
    { label: t('page.shortNames'), value: organisation.shortNames.join(', ') },
  ];
  if (profile === '' && facts.every(({ value }) => value === '' || value === false)) return null;
  return (
    <Section title={t('page.details')} frame="padded">
      {profile !== '' && (
        <Text size="sm" className={classes.profile}>
          {profile}
        </Text>
      )}
      <FactList facts={facts} />
    </Section>
  );
}

/** The window goes to no address of the network: it is copied for a browser. */
function Website({ at }: { readonly at: string }) {
  const { t } = useTranslation('organisations');
  return (
    <span className={classes.website}>
      {at.replace(/^https?:\/\//, '').replace(/\/$/, '')}
      <CopyButton value={at}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? t('page.copied') : t('page.copyWebsite')}>
            <ActionIcon size={22} aria-label={t('page.copyWebsite')} onClick={copy}>
              {copied ? <IconCheck size={14} /> : <IconCopy size={14} stroke={1.6} />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </span>
  );
}

interface PeopleThereProps {
  readonly organisationId: string;
  readonly posts: readonly Affiliation[];
}

function PeopleThere({ organisationId, posts }: PeopleThereProps) {
  const { t } = useTranslation(['organisations', 'actions']);
  const today = useToday();
  const [adding, setAdding] = useState<'known' | 'new' | null>(null);
  const addMenu = (
    <Menu>
      <Menu.Target>
        <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} stroke={1.8} />}>
          {t('organisations:page.addPerson')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => setAdding('new')}>{t('organisations:page.addNew')}</Menu.Item>
        <Menu.Item onClick={() => setAdding('known')}>{t('organisations:page.addKnown')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
  return (
    <Section
      title={t('organisations:page.people')}
      {...(posts.length > 0 ? { count: posts.filter((post) => isHeld(post, today)).length } : {})}
      actions={addMenu}
    >
      {posts.length === 0 ? (
        <EmptyState
          isCompact
          icon={IconUsers}
          title={t('organisations:page.noPeople')}
          message={t('organisations:page.noPeopleHint')}
        />
      ) : (
        <PostList posts={posts} names="person" />
      )}
      {adding === 'known' && <PostForm organisationId={organisationId} onClose={() => setAdding(null)} />}
      {adding === 'new' && <QuickPersonDrawer start={{ organisationId }} onClose={() => setAdding(null)} />}
    </Section>
  );
}
