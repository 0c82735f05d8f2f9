import { Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { chinaTime, isTimeZone } from '@shared/dates';
import type { Trip } from '@shared/domain/trip/schema';
import { useDirectory } from '../../lib/directory';
import { useFormat } from '../../lib/format';
import { LocalisedTextField } from '../../ui/localised-text-field';
import { OrganisationSelect } from '../../ui/organisation-select';
import { PeopleSelect } from '../../ui/people-select';
import { PersonSelect } from '../../ui/person-select';
import type { FoldableField } from './item-fields';
import type { ItemRecordForm } from './item-form-values';
import { useHosts } from './use-hosts';
import { useOurPeople } from './use-our-people';
import { allZones, zoneInWords } from '../../lib/zones';

interface ItemFormDetailsProps {
  readonly form: ItemRecordForm;
  readonly trip: Trip;
  readonly shown: ReadonlySet<FoldableField> | 'all';
}

const zones = allZones().map((zone) => ({ value: zone, label: zoneInWords(zone) }));

/** Where, with whom and what about. */
export function ItemFormDetails({ form, trip, shown }: ItemFormDetailsProps) {
  const { t } = useTranslation('programme');
  const { text } = useFormat();
  const { theirOptions } = useDirectory();
  const { createOrganisation, createContact, contactsFirst } = useHosts();
  const { delegationFirst } = useOurPeople(trip.id);
  const { values } = form;
  const has = (name: FoldableField): boolean => shown === 'all' || shown.has(name);
  const cityError = form.errorAt('cityId');
  const zoneError = form.errorAt('zone');
  const isAbroad = values.zone !== chinaTime;

  const changeCity = (id: string | null): void => {
    form.set('cityId', id);
    const city = trip.cities.find((each) => each.id === id);
    if (city) form.set('zone', city.zone);
  };

  return (
    <>
      <SimpleGrid cols={has('zone') || isAbroad ? 2 : 1} spacing="sm">
        {has('cityId') && trip.cities.length > 0 && (
          <Select
            label={t('form.city')}
            name="cityId"
            value={values.cityId}
            error={cityError}
            placeholder={t('form.noCity')}
            clearable
            data={trip.cities.map(({ id, name }) => ({ value: id, label: text(name) }))}
            onChange={changeCity}
          />
        )}
        {(has('zone') || isAbroad) && (
          <Select
            label={t('form.zone')}
            name="zone"
            value={values.zone}
            error={zoneError}
            data={zones}
            searchable
            limit={80}
            onChange={(zone) => isTimeZone(zone) && form.set('zone', zone)}
          />
        )}
      </SimpleGrid>
      {has('place') && <LocalisedTextField label={t('form.place')} {...form.field('place')} />}
      {has('address') && <LocalisedTextField label={t('form.address')} {...form.field('address')} />}
      {has('hostOrganisationId') && (
        <OrganisationSelect
          label={t('form.host')}
          {...form.field('hostOrganisationId')}
          onCreate={createOrganisation}
        />
      )}
      {has('hostContactIds') && (
        <PeopleSelect
          label={t('form.hostContacts')}
          {...form.field('hostContactIds')}
          options={contactsFirst(theirOptions, values.hostOrganisationId)}
          onCreate={(name) => createContact(name, values.hostOrganisationId)}
        />
      )}
      {has('participantIds') && (
        <PeopleSelect
          label={t('form.participants')}
          description={values.participantIds.length === 0 ? t('form.everybody') : undefined}
          {...form.field('participantIds')}
          options={delegationFirst}
        />
      )}
      {has('interpreterId') && <PersonSelect label={t('form.interpreter')} {...form.field('interpreterId')} />}
      {(has('dress') || has('gifts')) && (
        <SimpleGrid cols={2} spacing="sm">
          {has('dress') && <TextInput label={t('form.dress')} {...form.text('dress')} />}
          {has('gifts') && <TextInput label={t('form.gifts')} {...form.text('gifts')} />}
        </SimpleGrid>
      )}
      {has('talkingPoints') && <Textarea label={t('form.talkingPoints')} minRows={3} {...form.text('talkingPoints')} />}
      {has('runningOrder') && <Textarea label={t('form.runningOrder')} minRows={3} {...form.text('runningOrder')} />}
    </>
  );
}
