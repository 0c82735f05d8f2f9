import { useState } from 'react';
import { Checkbox, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Affiliation } from '@shared/domain/affiliation/schema';
import { noText } from '@shared/domain/values';
import { useDirectory } from '../../lib/directory';
import { draftOf } from '../../lib/drafts';
import { blankForm, formOf, useRecordForm } from '../../lib/forms';
import { DayField } from '../../ui/day-field';
import { FormDrawer } from '../../ui/form-drawer';
import { LocalisedTextField } from '../../ui/localised-text-field';
import { RecordSelect } from '../../ui/record-select';
import { useOrganisationChoices, usePersonChoices } from './use-new-choices';
import { useHasPost, useSavePost } from './use-posts';

interface PostFormProps {
  /** The post to change; a new one when left out. */
  readonly post?: Affiliation | undefined;
  /** Of a new post: the person or the organisation that the screen is about; the form asks for the other. */
  readonly personId?: string;
  readonly organisationId?: string;
  readonly onClose: () => void;
}

/** A person's post at an organisation. The other side of it may be new and is then made together with the post. */
export function PostForm({ post, personId, organisationId, onClose }: PostFormProps) {
  const { t } = useTranslation('people');
  const { personName, organisationName } = useDirectory();
  const draft = draftOf('affiliation', post?.id ?? 'new', personId, organisationId);
  const save = useSavePost({ isInForm: true });
  const hasPost = useHasPost();
  const people = usePersonChoices(draft);
  const organisations = useOrganisationChoices(draft);
  const [isPrimaryChosen, setPrimaryChosen] = useState(false);
  const form = useRecordForm('affiliation', {
    draft,
    initial: post
      ? formOf('affiliation', post)
      : blankForm('affiliation', {
          personId: personId ?? '',
          organisationId: organisationId ?? '',
          jobTitle: noText,
          isPrimary: personId !== undefined && !hasPost(personId),
        }),
    onSubmit: async (fields, changed) => {
      if (post) return save.change(post, changed);
      const person = await people.makeIfNew(fields.personId);
      if (!person.ok) return person;
      const organisation = await organisations.makeIfNew(fields.organisationId);
      return organisation.ok ? save.create(fields) : organisation;
    },
    onSaved: onClose,
  });
  const { values } = form;
  const choosePerson = (id: string | null): void => {
    form.set('personId', id ?? '');
    // Whoever has no post yet has this one first.
    if (id !== null && !isPrimaryChosen) form.set('isPrimary', !hasPost(id));
  };
  const isPersonMissing = form.errorAt('personId') !== undefined;
  const isOrganisationMissing = form.errorAt('organisationId') !== undefined;
  const asksPerson = post === undefined && personId === undefined;
  const asksOrganisation = post === undefined && organisationId === undefined;

  return (
    <FormDrawer title={t(post ? 'postForm.edit' : 'postForm.new')} form={form} onClose={onClose}>
      {asksPerson ? (
        <RecordSelect
          label={t('postForm.person')}
          description={t('postForm.personHint')}
          required
          data-autofocus
          options={people.options}
          onCreate={people.onCreate}
          name="personId"
          value={values.personId || null}
          onChange={choosePerson}
          error={isPersonMissing ? t('postForm.personNeeded') : undefined}
        />
      ) : (
        <TextInput label={t('postForm.person')} value={personName(values.personId)} readOnly variant="filled" />
      )}
      {asksOrganisation ? (
        <RecordSelect
          label={t('postForm.organisation')}
          description={t('form.organisationHint')}
          required
          data-autofocus={!asksPerson || undefined}
          options={organisations.options}
          onCreate={organisations.onCreate}
          name="organisationId"
          value={values.organisationId || null}
          onChange={(id) => form.set('organisationId', id ?? '')}
          error={isOrganisationMissing ? t('postForm.organisationNeeded') : undefined}
        />
      ) : (
        <TextInput
          label={t('postForm.organisation')}
          value={organisationName(values.organisationId)}
          readOnly
          variant="filled"
        />
      )}
      <LocalisedTextField label={t('postForm.jobTitle')} {...form.field('jobTitle')} />
      <TextInput label={t('postForm.department')} autoComplete="off" {...form.text('department')} />
      <SimpleGrid cols={2} spacing="sm">
        <DayField label={t('postForm.from')} {...form.field('from')} />
        <DayField label={t('postForm.to')} {...form.field('to')} />
      </SimpleGrid>
      <Checkbox
        label={t('postForm.isPrimary')}
        description={t('postForm.isPrimaryHint')}
        checked={values.isPrimary}
        onChange={(event) => {
          setPrimaryChosen(true);
          form.set('isPrimary', event.currentTarget.checked);
        }}
      />
    </FormDrawer>
  );
}
