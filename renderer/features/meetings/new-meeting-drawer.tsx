import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { meetingKinds } from '@shared/domain/meeting/schema';
import { useToday } from '../../lib/clock';
import { useDirectory } from '../../lib/directory';
import { draftOf } from '../../lib/drafts';
import { blankForm, useRecordForm } from '../../lib/forms';
import { useAsk, useDo } from '../../lib/ipc';
import { paths } from '../../lib/paths';
import { DayField } from '../../ui/day-field';
import { FormDrawer } from '../../ui/form-drawer';
import { LocalisedTextField } from '../../ui/localised-text-field';
import { TimeField } from '../../ui/time-field';
import { VocabularySelect } from '../../ui/vocabulary-select';
import { OrderedRecords } from './ordered-records';
import { useNewcomers } from './use-newcomers';

interface NewMeetingDrawerProps {
  /** The trip on which it took place, if on one. */
  readonly tripId?: string;
  /** An organisation and a person that it was with. */
  readonly organisationId?: string;
  readonly personId?: string;
  readonly onClose: () => void;
}

/** A meeting that stands in no programme: a call, a reception. Saved, it opens with the caret in its note. */
export function NewMeetingDrawer({ tripId, organisationId, personId, onClose }: NewMeetingDrawerProps) {
  const { t } = useTranslation(['meetings', 'terms']);
  const navigate = useNavigate();
  const today = useToday();
  const { organisationOptions, organisationName } = useDirectory();
  const { addOrganisation } = useNewcomers();
  const { data: settings } = useAsk('settings:get', {});
  const create = useDo('meetings:create', { isInForm: true });
  const form = useRecordForm('meeting', {
    draft: draftOf('meeting', 'new', tripId, organisationId, personId),
    initial: blankForm('meeting', {
      tripId: tripId ?? null,
      kind: 'call',
      day: today,
      organisationIds: organisationId === undefined ? [] : [organisationId],
      theirAttendeeIds: personId === undefined ? [] : [personId],
    }),
    onSubmit: async (fields) => {
      const ourAttendeeIds = settings === undefined ? [] : [settings.meId];
      const made = await create.run({ fields: { ...fields, ourAttendeeIds } });
      if (made.ok) void navigate(paths.meeting(made.value.id));
      return made;
    },
    onSaved: onClose,
  });
  const organisations = form.field('organisationIds');

  return (
    <FormDrawer title={t('meetings:new')} form={form} onClose={onClose} submitLabel={t('meetings:create')}>
      <LocalisedTextField label={t('meetings:field.title')} autoFocus {...form.field('title')} />
      <VocabularySelect
        label={t('meetings:field.kind')}
        values={meetingKinds}
        words={(kind) => t(`terms:meetingKind.${kind}`)}
        {...form.field('kind')}
      />
      <DayField label={t('meetings:field.day')} required {...form.field('day')} />
      <SimpleGrid cols={2} spacing="sm">
        <TimeField label={t('meetings:field.start')} {...form.field('start')} />
        <TimeField label={t('meetings:field.end')} {...form.field('end')} />
      </SimpleGrid>
      <OrderedRecords
        label={t('terms:records.organisation')}
        ids={organisations.value}
        onChange={organisations.onChange}
        error={organisations.error}
        options={organisationOptions}
        nameOf={organisationName}
        pathTo={paths.organisation}
        addLabel={t('meetings:add.organisation')}
        onCreate={addOrganisation}
      />
    </FormDrawer>
  );
}
