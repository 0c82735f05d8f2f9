import { Button } from '@mantine/core';
import { IconBuilding, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Affiliation } from '@shared/domain/affiliation/schema';
import type { Person } from '@shared/domain/person/schema';
import { EmptyState } from '../../ui/empty-state';
import { FactList } from '../../ui/fact-list';
import { Section } from '../../ui/section';
import { ContactLines } from './contact-lines';
import { PostList } from './post-list';
import { useLastMet } from './use-dealings';
import { useDayInWords } from './use-day-in-words';

interface PersonAsideProps {
  readonly person: Person;
  readonly posts: readonly Affiliation[];
  readonly onAddPost: () => void;
}

/** Who somebody is: how to reach them, their posts, and what else is known. */
export function PersonAside({ person, posts, onAddPost }: PersonAsideProps) {
  const { t } = useTranslation(['people', 'terms', 'actions']);
  const lastMet = useDayInWords(useLastMet().person(person.id));
  const isOurs = person.side === 'ours';
  const { preferredLanguage: language } = person;
  return (
    <>
      <Section title={t('people:page.contact')} frame="padded">
        <ContactLines person={person} />
        <FactList
          facts={[
            {
              label: t('people:page.language'),
              value: language === 'unknown' ? '' : t(`terms:language.${language}`),
            },
            { label: t('people:form.assistant'), value: person.assistant },
            { label: t('people:page.lastMet'), value: !isOurs && (lastMet ?? t('people:page.never')) },
          ]}
        />
      </Section>
      {(!isOurs || posts.length > 0) && (
        <Section
          title={t('people:posts.title')}
          actions={
            posts.length > 0 && (
              <Button
                size="compact-sm"
                variant="subtle"
                leftSection={<IconPlus size={14} stroke={1.8} />}
                onClick={onAddPost}
              >
                {t('actions:add')}
              </Button>
            )
          }
        >
          {posts.length === 0 ? (
            <EmptyState
              isCompact
              icon={IconBuilding}
              title={t('people:posts.none')}
              message={t('people:posts.noneHint')}
              action={
                <Button size="compact-sm" variant="default" onClick={onAddPost}>
                  {t('people:page.addPost')}
                </Button>
              }
            />
          ) : (
            <PostList posts={posts} names="organisation" />
          )}
        </Section>
      )}
      <Section title={t('people:page.background')} frame="padded">
        <FactList
          facts={[
            { label: t('people:form.remarks'), value: person.remarks.trim() },
            { label: t('people:form.romanisation'), value: person.romanisation },
            { label: t('people:page.source'), value: person.source || t('people:page.unknown') },
            { label: t('people:page.consent'), value: t(`terms:consent.${person.consent}`) },
          ]}
        />
      </Section>
    </>
  );
}
