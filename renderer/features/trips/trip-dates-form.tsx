import { Text } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isCalendarDate } from '@shared/dates';
import { shiftedTo } from '@shared/domain/trip/rules';
import type { Trip } from '@shared/domain/trip/schema';
import { useFormat } from '../../lib/format';
import { draftOf } from '../../lib/drafts';
import { formOf, useRecordForm } from '../../lib/forms';
import { useDo } from '../../lib/ipc';
import { notifyUndoable } from '../../lib/notices';
import { DayField } from '../../ui/day-field';
import { FormDrawer } from '../../ui/form-drawer';
import { LocalisedTextField } from '../../ui/localised-text-field';
import classes from './trips.module.css';
import { useTripCounts } from './use-trip';

interface TripDatesFormProps {
  readonly trip: Trip;
  /** A copy on other days, or the trip itself. */
  readonly what: 'duplicate' | 'shift';
  readonly onClose: () => void;
  readonly onSaved?: (trip: Trip) => void;
}

/** Takes a whole trip, or a copy of it, to another first day, and shows beforehand what becomes of its days. */
export function TripDatesForm({ trip, what, onClose, onSaved }: TripDatesFormProps) {
  const { t } = useTranslation('trips');
  const { days, text } = useFormat();
  const counts = useTripCounts(trip.id);
  const duplicate = useDo('trips:duplicate', { isInForm: true });
  const reschedule = useDo('trips:reschedule', { isInForm: true });
  const form = useRecordForm('trip', {
    draft: draftOf('trip', trip.id, what),
    initial: formOf('trip', trip),
    onSubmit: async ({ firstDay, title }) => {
      const answer = await (what === 'duplicate'
        ? duplicate.run({ id: trip.id, firstDay, title })
        : reschedule.run({ id: trip.id, firstDay }));
      if (answer.ok) {
        const { value } = answer;
        if (what === 'shift') {
          notifyUndoable(t('shifted', { title: text(trip.title), days: days(value.firstDay, value.lastDay) }));
        }
        onSaved?.(value);
      }
      return answer;
    },
    onSaved: onClose,
  });
  const { firstDay } = form.values;
  const shifted = isCalendarDate(firstDay) ? shiftedTo(trip, firstDay) : undefined;

  return (
    <FormDrawer
      title={t(what === 'duplicate' ? 'dates.duplicate' : 'dates.shift')}
      form={form}
      onClose={onClose}
      submitLabel={t(what === 'duplicate' ? 'dates.submitDuplicate' : 'dates.submitShift')}
    >
      <Text size="sm" c="dimmed">
        {t(what === 'duplicate' ? 'dates.duplicateHint' : 'dates.shiftHint')}
      </Text>
      {what === 'duplicate' && <LocalisedTextField label={t('form.title')} {...form.field('title')} required />}
      <DayField
        label={t('dates.firstDay')}
        {...form.field('firstDay')}
        required
        onChange={(day) => {
          form.set('firstDay', day);
          // The form's own rule looks at both days: they go together.
          if (isCalendarDate(day)) form.set('lastDay', shiftedTo(trip, day).lastDay);
        }}
      />
      {shifted && (
        <div className={classes.preview} role="status">
          <div className={classes.previewDays}>
            <Text span size="sm" c="dimmed">
              {days(trip.firstDay, trip.lastDay)}
            </Text>
            <IconArrowRight size={16} stroke={1.6} aria-hidden="true" />
            <Text span size="sm" fw={600}>
              {days(shifted.firstDay, shifted.lastDay)}
            </Text>
          </div>
          <Text size="xs" c="dimmed">
            {shifted.shift === 0
              ? t('dates.same')
              : t(shifted.shift > 0 ? 'dates.later' : 'dates.earlier', { count: Math.abs(shifted.shift) })}
            {' · '}
            {t('dates.items', { count: counts?.items ?? 0 })}
          </Text>
        </div>
      )}
    </FormDrawer>
  );
}
