import { SimpleGrid, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { chinaTime, daysBetween, isCalendarDate } from '@shared/dates';
import type { CalendarDate } from '@shared/dates';
import { tripStatuses } from '@shared/domain/trip/schema';
import type { Trip } from '@shared/domain/trip/schema';
import { classifications, noText } from '@shared/domain/values';
import { useFormat } from '../../lib/format';
import { draftOf } from '../../lib/drafts';
import { blankForm, formOf, useRecordForm } from '../../lib/forms';
import { useDo } from '../../lib/ipc';
import { localisedFromText } from '../../lib/name-from-text';
import { DayField } from '../../ui/day-field';
import { FormDrawer } from '../../ui/form-drawer';
import { LocalisedTextField } from '../../ui/localised-text-field';
import { VocabularySelect } from '../../ui/vocabulary-select';

interface TripFormProps {
  /** The trip that is changed; left out for a new one. */
  readonly trip?: Trip;
  readonly onClose: () => void;
  readonly onSaved?: (trip: Trip) => void;
}

/** The form of a trip. Its cities, objectives and money are edited on its page. */
export function TripForm({ trip, onClose, onSaved }: TripFormProps) {
  const { t } = useTranslation(['trips', 'terms', 'actions']);
  const { text, day: inWords } = useFormat();
  const create = useDo('trips:create', { isInForm: true });
  const update = useDo('trips:update', { isInForm: true });
  const form = useRecordForm('trip', {
    draft: draftOf('trip', trip?.id ?? 'new'),
    initial: trip ? formOf('trip', trip) : blankForm('trip', { title: noText, firstDay: null, lastDay: null }),
    onSubmit: async (fields, changed) => {
      const answer = trip ? await update.run({ id: trip.id, patch: changed }) : await create.run({ fields });
      if (answer.ok) onSaved?.(answer.value);
      return answer;
    },
    onSaved: onClose,
  });
  const { firstDay, lastDay, cities } = form.values;

  // The last day follows the first one while it would lie before it, or is not given yet.
  const setFirstDay = (day: CalendarDate | null): void => {
    form.set('firstDay', day);
    const isEarlier = isCalendarDate(lastDay) && isCalendarDate(day) && daysBetween(day, lastDay) < 0;
    if (isCalendarDate(day) && (lastDay === null || isEarlier)) form.set('lastDay', day);
  };
  const setCities = (names: string[]): void => {
    const known = new Map(cities.map((city) => [text(city.name), city]));
    form.set(
      'cities',
      names.map(
        (name) => known.get(name) ?? { id: crypto.randomUUID(), name: localisedFromText(name), zone: chinaTime },
      ),
    );
  };

  return (
    <FormDrawer
      title={t(trip ? 'trips:form.edit' : 'trips:form.new')}
      form={form}
      onClose={onClose}
      size="lg"
      submitLabel={t(trip ? 'actions:save' : 'trips:form.submitNew')}
    >
      <LocalisedTextField label={t('trips:form.title')} {...form.field('title')} required autoFocus />
      <SimpleGrid cols={2} spacing="sm">
        <DayField label={t('trips:form.firstDay')} {...form.field('firstDay')} required onChange={setFirstDay} />
        <DayField
          label={t('trips:form.lastDay')}
          {...form.field('lastDay')}
          required
          near={isCalendarDate(firstDay) ? firstDay : undefined}
          description={
            isCalendarDate(firstDay) && isCalendarDate(lastDay) && daysBetween(firstDay, lastDay) >= 0
              ? t('trips:form.span', {
                  count: daysBetween(firstDay, lastDay) + 1,
                  first: inWords(firstDay, 'weekday'),
                  last: inWords(lastDay, 'weekday'),
                })
              : undefined
          }
        />
      </SimpleGrid>
      {!trip && (
        <TagsInput
          label={t('trips:form.cities')}
          description={t('trips:form.citiesHint')}
          value={cities.map((city) => text(city.name))}
          error={form.errorAt('cities') !== undefined}
          splitChars={[',', '，', '、']}
          maxTags={50}
          acceptValueOnBlur
          onChange={setCities}
        />
      )}
      <SimpleGrid cols={2} spacing="sm">
        <TextInput label={t('trips:form.reference')} {...form.text('reference')} />
        <VocabularySelect
          label={t('terms:classificationLabel')}
          values={classifications}
          words={(value) => t(`terms:classification.${value}`)}
          {...form.field('classification')}
        />
      </SimpleGrid>
      <VocabularySelect
        label={t('trips:form.status')}
        values={tripStatuses}
        words={(value) => t(`terms:tripStatus.${value}`)}
        {...form.field('status')}
      />
      {!trip && <Textarea label={t('trips:form.purpose')} minRows={3} {...form.text('purpose')} />}
    </FormDrawer>
  );
}
