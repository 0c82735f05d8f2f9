import { Button, MultiSelect, SimpleGrid, TagsInput, Text, Textarea, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { hongKongPresences, organisationKinds, organisationTiers, sectors } from '@shared/domain/organisation/schema';
import type { Organisation } from '@shared/domain/organisation/schema';
import { classifications, noText } from '@shared/domain/values';
import { useDirectory } from '../../lib/directory';
import { useFormat } from '../../lib/format';
import { draftOf } from '../../lib/drafts';
import { blankForm, formOf, useRecordForm } from '../../lib/forms';
import type { RecordForm } from '../../lib/forms';
import { useDo } from '../../lib/ipc';
import { FormDrawer } from '../../ui/form-drawer';
import { LocalisedTextField } from '../../ui/localised-text-field';
import { PersonSelect } from '../../ui/person-select';
import { RecordSelect } from '../../ui/record-select';
import { VocabularySelect } from '../../ui/vocabulary-select';
import { CreditCodeField } from './credit-code-field';
import { FieldGroup } from './field-group';
import { useKnownOrganisations } from './use-known-organisations';
import { useParentOptions } from './use-parent-options';
import classes from './organisations.module.css';

interface OrganisationFormProps {
  /** The organisation to change; a new one when left out. */
  readonly organisation?: Organisation | undefined;
  /** Of a new one: what it is a subsidiary of. */
  readonly parentId?: string;
  readonly onClose: () => void;
  readonly onCreated?: (organisationId: string) => void;
  readonly onTrash?: () => void;
}

/** The form of an organisation, its most asked-for fields first. */
export function OrganisationForm({ organisation, parentId, onClose, onCreated, onTrash }: OrganisationFormProps) {
  const { t } = useTranslation(['organisations', 'terms', 'actions']);
  const create = useDo('organisations:create', { isInForm: true });
  const update = useDo('organisations:update', { isInForm: true });
  const form = useRecordForm('organisation', {
    draft: draftOf('organisation', organisation?.id ?? 'new', parentId),
    initial: organisation
      ? formOf('organisation', organisation)
      : blankForm('organisation', { legalName: noText, parentId: parentId ?? null }),
    onSubmit: async (fields, changed) => {
      if (organisation) return update.run({ id: organisation.id, patch: changed });
      const made = await create.run({ fields });
      if (made.ok) onCreated?.(made.value.id);
      return made;
    },
    onSaved: onClose,
  });
  const title = organisation ? t('organisations:form.edit') : t('organisations:form.new');

  return (
    <FormDrawer
      title={title}
      form={form}
      onClose={onClose}
      size="lg"
      submitLabel={organisation ? t('actions:save') : t('organisations:form.create')}
      footer={
        onTrash && (
          <Button variant="subtle" color="gray" leftSection={<IconTrash size={16} stroke={1.6} />} onClick={onTrash}>
            {t('actions:delete')}
          </Button>
        )
      }
    >
      <WhoFields form={form} ownId={organisation?.id} />
      <FieldGroup title={t('organisations:form.hongKong')}>
        <VocabularySelect
          label={t('organisations:form.presence')}
          values={hongKongPresences}
          words={(value) => t(`terms:hongKongPresence.${value}`)}
          {...form.field('hongKongPresence')}
        />
        <Textarea label={t('organisations:form.presenceDetail')} {...form.text('hongKongPresenceDetail')} />
      </FieldGroup>
      <FieldGroup title={t('organisations:form.business')}>
        <Textarea label={t('organisations:form.profile')} minRows={3} {...form.text('profile')} />
        <SimpleGrid cols={3} spacing="sm">
          <TextInput
            label={t('organisations:form.size')}
            placeholder={t('organisations:form.sizeHint')}
            autoComplete="off"
            {...form.text('size')}
          />
          <TextInput label={t('organisations:form.revenue')} autoComplete="off" {...form.text('revenue')} />
          <TextInput
            label={t('organisations:form.listing')}
            placeholder={t('organisations:form.listingHint')}
            autoComplete="off"
            {...form.text('listing')}
          />
        </SimpleGrid>
      </FieldGroup>
      <PlaceFields form={form} />
      <VocabularySelect
        label={t('terms:classificationLabel')}
        values={classifications}
        words={(value) => t(`terms:classification.${value}`)}
        {...form.field('classification')}
      />
    </FormDrawer>
  );
}

interface FieldsProps {
  readonly form: RecordForm<'organisation'>;
}

/** What it is called, what it is, and who looks after it. */
function WhoFields({ form, ownId }: FieldsProps & { readonly ownId: string | undefined }) {
  const { t } = useTranslation(['organisations', 'terms']);
  const { text } = useFormat();
  const { organisationName } = useDirectory();
  const known = useKnownOrganisations(form.values.legalName, form.values.creditCode, ownId);
  const parentOptions = useParentOptions(ownId);
  const sectorsField = form.field('sectors');
  const shortNames = form.field('shortNames');
  return (
    <>
      <LocalisedTextField
        label={t('organisations:form.legalName')}
        {...form.field('legalName')}
        required
        isOpen
        autoFocus
      />
      {known.byName.length > 0 && (
        <Text size="xs" role="status" className={classes.known}>
          {t('organisations:form.known', { names: known.byName.map(({ legalName }) => text(legalName)).join(', ') })}
        </Text>
      )}
      <TagsInput
        label={t('organisations:form.shortNames')}
        description={t('organisations:form.shortNamesHint')}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        maxTags={20}
        splitChars={[',', '，', '、', ';', '；']}
        {...shortNames}
      />
      <SimpleGrid cols={2} spacing="sm">
        <VocabularySelect
          label={t('organisations:form.kind')}
          values={organisationKinds}
          words={(value) => t(`terms:organisationKind.${value}`)}
          {...form.field('kind')}
        />
        <VocabularySelect
          label={t('organisations:form.tier')}
          values={organisationTiers}
          words={(value) => t(`terms:tier.${value}`)}
          {...form.field('tier')}
        />
      </SimpleGrid>
      <MultiSelect
        label={t('organisations:form.sectors')}
        {...sectorsField}
        data={sectors.map((value) => ({ value, label: t(`terms:sector.${value}`) }))}
        onChange={(chosen) => sectorsField.onChange(sectors.filter((each) => chosen.includes(each)))}
      />
      <SimpleGrid cols={2} spacing="sm">
        <PersonSelect label={t('organisations:form.accountManager')} side="ours" {...form.field('accountManagerId')} />
        <RecordSelect label={t('organisations:form.parent')} options={parentOptions} {...form.field('parentId')} />
      </SimpleGrid>
      <CreditCodeField {...form.field('creditCode')} takenBy={known.byCode && organisationName(known.byCode.id)} />
    </>
  );
}

function PlaceFields({ form }: FieldsProps) {
  const { t } = useTranslation('organisations');
  const website = form.text('website');
  return (
    <FieldGroup title={t('form.place')}>
      <SimpleGrid cols={2} spacing="sm">
        <LocalisedTextField label={t('form.city')} {...form.field('city')} />
        <LocalisedTextField label={t('form.province')} {...form.field('province')} />
      </SimpleGrid>
      <LocalisedTextField label={t('form.address')} {...form.field('address')} />
      <TextInput
        label={t('form.website')}
        inputMode="url"
        autoComplete="off"
        {...website}
        onBlur={() => {
          const completed = withScheme(form.values.website);
          if (completed !== form.values.website) form.set('website', completed);
        }}
      />
    </FieldGroup>
  );
}

/** People write www.example.com; the record wants the whole address. */
function withScheme(address: string): string {
  const typed = address.trim();
  return /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+([/?#:]\S*)?$/u.test(typed) ? `https://${typed}` : typed;
}
