import { useState } from 'react';
import { Button, SimpleGrid, Text, TextInput, Textarea, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { displayName } from '@shared/domain/person/rules';
import { consents, honorifics, sides, spokenLanguages } from '@shared/domain/person/schema';
import type { Person } from '@shared/domain/person/schema';
import { classifications } from '@shared/domain/values';
import { useFormat } from '../../lib/format';
import type { RecordForm } from '../../lib/forms';
import { FormDrawer } from '../../ui/form-drawer';
import { LocalisedTextField } from '../../ui/localised-text-field';
import { RecordSelect } from '../../ui/record-select';
import { VocabularySelect } from '../../ui/vocabulary-select';
import { ListField } from './list-field';
import { NameGrid } from './name-grid';
import { useNamesakes } from './use-namesakes';
import { usePersonForm } from './use-person-form';
import type { FirstPost, NewPersonStart } from './use-person-form';
import classes from './people.module.css';

interface PersonFormProps {
  /** The person to change; a new one when left out. */
  readonly person?: Person | undefined;
  /** What a new person starts with. */
  readonly start?: NewPersonStart;
  readonly onClose: () => void;
  readonly onCreated?: ((personId: string) => void) | undefined;
  readonly onTrash?: (() => void) | undefined;
}

/** The form of a person. For a new contact it asks where they work as well, and folds away what can wait. */
export function PersonForm({ person, start = {}, onClose, onCreated, onTrash }: PersonFormProps) {
  const { t } = useTranslation(['people', 'terms', 'actions']);
  const { form, post } = usePersonForm({ person, start, onClose, onCreated });
  const [isUnfolded, setUnfolded] = useState(person !== undefined);
  const isOurs = form.values.side === 'ours';
  const title = person ? t('people:form.edit') : t(isOurs ? 'people:form.newOurs' : 'people:form.newTheirs');

  return (
    <FormDrawer
      title={title}
      form={form}
      onClose={onClose}
      size="lg"
      submitLabel={person ? t('actions:save') : t('people:form.create')}
      footer={
        onTrash && (
          <Button variant="subtle" color="gray" leftSection={<IconTrash size={16} stroke={1.6} />} onClick={onTrash}>
            {t('actions:delete')}
          </Button>
        )
      }
    >
      <NameGrid form={form} />
      <Namesakes form={form} ownId={person?.id} />
      {isOurs && <LocalisedTextField label={t('people:form.post')} {...form.field('post')} />}
      {post !== null && !isOurs && <FirstPostFields post={post} />}
      <SimpleGrid cols={2} spacing="sm">
        <ListField
          label={t('people:form.phone')}
          {...form.field('phones')}
          inputMode="tel"
          errorAt={(index) => form.errorAt(`phones.${index}`)}
        />
        <ListField
          label={t('people:form.email')}
          {...form.field('emails')}
          inputMode="email"
          errorAt={(index) => form.errorAt(`emails.${index}`)}
        />
      </SimpleGrid>
      <SimpleGrid cols={2} spacing="sm">
        <TextInput label={t('people:form.wechat')} autoComplete="off" {...form.text('wechatId')} />
        <VocabularySelect
          label={t('people:form.language')}
          values={spokenLanguages}
          words={(value) => t(`terms:language.${value}`)}
          {...form.field('preferredLanguage')}
        />
      </SimpleGrid>
      {isUnfolded && <MoreFields form={form} />}
      {person === undefined && (
        <UnstyledButton className={classes.unfold} aria-expanded={isUnfolded} onClick={() => setUnfolded(!isUnfolded)}>
          {isUnfolded ? <IconChevronDown size={14} aria-hidden /> : <IconChevronRight size={14} aria-hidden />}
          {t(isUnfolded ? 'people:form.fewer' : 'people:form.more')}
        </UnstyledButton>
      )}
    </FormDrawer>
  );
}

function FirstPostFields({ post }: { readonly post: FirstPost }) {
  const { t } = useTranslation('people');
  return (
    <>
      <RecordSelect
        label={t('form.organisation')}
        description={t('form.organisationHint')}
        options={post.choices.options}
        onCreate={post.choices.onCreate}
        value={post.organisationId}
        onChange={post.setOrganisationId}
      />
      {post.organisationId !== null && (
        <LocalisedTextField
          label={t('form.jobTitle')}
          value={post.jobTitle}
          onChange={post.setJobTitle}
          error={post.jobTitleError}
        />
      )}
    </>
  );
}

function MoreFields({ form }: { readonly form: RecordForm<'person'> }) {
  const { t } = useTranslation(['people', 'terms']);
  return (
    <>
      <SimpleGrid cols={2} spacing="sm">
        <VocabularySelect
          label={t('people:form.honorific')}
          values={honorifics}
          words={(value) => t(`terms:honorific.${value}`)}
          {...form.field('honorific')}
        />
        <TextInput
          label={t('people:form.romanisation')}
          description={t('people:form.romanisationHint')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          autoComplete="off"
          {...form.text('romanisation')}
        />
        <TextInput
          label={t('people:form.assistant')}
          description={t('people:form.assistantHint')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          autoComplete="off"
          {...form.text('assistant')}
        />
        <VocabularySelect
          label={t('people:form.side')}
          values={sides}
          words={(value) => t(`terms:side.${value}`)}
          {...form.field('side')}
        />
      </SimpleGrid>
      <Textarea label={t('people:form.remarks')} {...form.text('remarks')} />
      <SimpleGrid cols={2} spacing="sm">
        <TextInput
          label={t('people:form.source')}
          description={t('people:form.sourceHint')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          autoComplete="off"
          {...form.text('source')}
        />
        <VocabularySelect
          label={t('people:form.consent')}
          values={consents}
          words={(value) => t(`terms:consent.${value}`)}
          {...form.field('consent')}
        />
        <VocabularySelect
          label={t('terms:classificationLabel')}
          values={classifications}
          words={(value) => t(`terms:classification.${value}`)}
          {...form.field('classification')}
        />
      </SimpleGrid>
    </>
  );
}

/** Says who is here already under the same name, before somebody is made twice. */
function Namesakes({ form, ownId }: { readonly form: RecordForm<'person'>; readonly ownId: string | undefined }) {
  const { t } = useTranslation('people');
  const { form: script } = useFormat();
  const namesakes = useNamesakes(form.values, ownId);
  if (namesakes.length === 0) return null;
  return (
    <Text size="xs" role="status" className={classes.namesakes}>
      {t('form.known', { names: namesakes.map((person) => displayName(person, script)).join(', ') })}
    </Text>
  );
}
