import { useState } from 'react';
import { Button, Checkbox, Group, SimpleGrid, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ConflictNotice } from '@renderer/features/conflicts';
import { daysLater, isCalendarDate } from '@shared/dates';
import { itineraryKinds, itineraryStatuses } from '@shared/domain/itinerary-item/schema';
import type { ItineraryItem, ItineraryKind } from '@shared/domain/itinerary-item/schema';
import type { Trip } from '@shared/domain/trip/schema';
import { classifications } from '@shared/domain/values';
import { useFormat } from '../../lib/format';
import { draftOf } from '../../lib/drafts';
import { useRecordForm } from '../../lib/forms';
import { useDo } from '../../lib/ipc';
import { DayField } from '../../ui/day-field';
import { FormDrawer } from '../../ui/form-drawer';
import { LocalisedTextField } from '../../ui/localised-text-field';
import { TimeField } from '../../ui/time-field';
import { VocabularySelect } from '../../ui/vocabulary-select';
import { fieldsOf, filledFields } from './item-fields';
import type { FoldableField } from './item-fields';
import { ItemFormDetails } from './item-form-details';
import { keepLength } from './keep-length';
import type { ItemFormValues, ItemRecordForm } from './item-form-values';
import { TransportFields } from './transport-fields';
import classes from './item-form.module.css';

interface ItemFormProps {
  readonly trip: Trip;
  /** The item that is changed; undefined for a new one. */
  readonly item: ItineraryItem | undefined;
  readonly initial: ItemFormValues;
  readonly onClose: () => void;
  readonly onSaved: (id: string) => void;
  readonly onTrash: (item: ItineraryItem) => void;
}

/** The form of a programme item. What its kind does not need is folded away, and never what is filled in. */
export function ItemForm({ trip, item, initial, onClose, onSaved, onTrash }: ItemFormProps) {
  const { t } = useTranslation(['programme', 'terms', 'actions']);
  const create = useDo('itinerary:create', { isInForm: true });
  const update = useDo('itinerary:update', { isInForm: true });
  const [isUnfolded, setUnfolded] = useState(false);
  const form = useRecordForm('itinerary-item', {
    draft: draftOf('itinerary-item', item?.id ?? 'new', trip.id),
    initial,
    onSubmit: async (fields, changed) => {
      const answer = item ? await update.run({ id: item.id, patch: changed }) : await create.run({ fields });
      if (answer.ok) onSaved(answer.value.id);
      return answer;
    },
    onSaved: onClose,
  });
  const { kind } = form.values;
  const needed = new Set<FoldableField>([...fieldsOf(kind), ...filledFields(form.values)]);

  return (
    <FormDrawer
      title={t(item ? 'programme:form.edit' : 'programme:form.new')}
      form={form}
      onClose={onClose}
      size="lg"
      submitLabel={t(item ? 'actions:save' : 'programme:form.submitNew')}
      footer={
        item && (
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconTrash size={16} stroke={1.6} />}
            onClick={() => {
              onClose();
              onTrash(item);
            }}
          >
            {t('actions:delete')}
          </Button>
        )
      }
    >
      {item && <ConflictNotice type="itinerary-item" id={item.id} />}
      <LocalisedTextField label={t('programme:form.title')} {...form.field('title')} required autoFocus />
      <SimpleGrid cols={2} spacing="sm">
        <VocabularySelect
          label={t('programme:form.kind')}
          values={itineraryKinds}
          words={(value) => t(`terms:itineraryKind.${value}`)}
          {...form.field('kind')}
          onChange={(next) => changeKind(form, next)}
        />
        <VocabularySelect
          label={t('programme:form.status')}
          values={itineraryStatuses}
          words={(value) => t(`terms:itineraryStatus.${value}`)}
          {...form.field('status')}
        />
      </SimpleGrid>
      <TimesFields form={form} trip={trip} />
      {kind === 'transport' && <TransportFields form={form} />}
      <ItemFormDetails form={form} trip={trip} shown={isUnfolded ? 'all' : needed} />
      {!isUnfolded && (
        <UnstyledButton className={classes.unfold} onClick={() => setUnfolded(true)}>
          <IconChevronRight size={14} aria-hidden="true" /> {t('programme:form.unfold')}
        </UnstyledButton>
      )}
      {isUnfolded && (
        <>
          <UnstyledButton className={classes.unfold} onClick={() => setUnfolded(false)}>
            <IconChevronDown size={14} aria-hidden="true" /> {t('programme:form.fold')}
          </UnstyledButton>
          <VocabularySelect
            label={t('terms:classificationLabel')}
            values={classifications}
            words={(value) => t(`terms:classification.${value}`)}
            {...form.field('classification')}
          />
        </>
      )}
    </FormDrawer>
  );
}

const blankTransport = { mode: 'train', number: '', from: '', to: '', seat: '', bookingReference: '' } as const;

function changeKind(form: ItemRecordForm, kind: ItineraryKind): void {
  form.set('kind', kind);
  form.set('transport', kind === 'transport' ? (form.values.transport ?? blankTransport) : null);
}

/** Day and times. Another day or start takes the end along, so that the item keeps its length. */
function TimesFields({ form, trip }: { readonly form: ItemRecordForm; readonly trip: Trip }) {
  const { t } = useTranslation('programme');
  const { day: inWords } = useFormat();
  const { values } = form;
  const day = isCalendarDate(values.day) ? values.day : null;
  const isOutside = day !== null && (day < trip.firstDay || day > trip.lastDay);

  const change = (next: Partial<Pick<ItemFormValues, 'day' | 'start'>>): void => {
    const kept = keepLength(values, next);
    if (next.day !== undefined) form.set('day', next.day);
    if (next.start !== undefined) form.set('start', next.start);
    if (!kept) return;
    form.set('end', kept.end);
    form.set('endDay', kept.endDay);
  };
  const setLater = (isLater: boolean): void => {
    form.set('endDay', isLater && day !== null ? daysLater(day, 1) : null);
  };

  return (
    <div>
      <div className={classes.times}>
        <DayField
          label={t('form.day')}
          {...form.field('day')}
          required
          near={trip.firstDay}
          description={
            isOutside
              ? t('form.outsideTrip', { first: inWords(trip.firstDay), last: inWords(trip.lastDay) })
              : undefined
          }
          onChange={(next) => change({ day: next })}
        />
        <TimeField label={t('form.start')} {...form.field('start')} required onChange={(start) => change({ start })} />
        <TimeField label={t('form.end')} {...form.field('end')} required />
      </div>
      <Group gap="md" mt={6} align="center" className={classes.later}>
        <Checkbox
          size="xs"
          label={t('form.endsLater')}
          checked={values.endDay !== null}
          disabled={day === null}
          onChange={(event) => setLater(event.currentTarget.checked)}
        />
        {values.endDay !== null && <DayField label={t('form.endDay')} {...form.field('endDay')} />}
      </Group>
    </div>
  );
}
