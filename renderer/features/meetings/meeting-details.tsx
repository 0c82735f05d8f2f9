import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isCalendarDate } from '@shared/dates';
import type { CalendarDate } from '@shared/dates';
import { meetingKinds } from '@shared/domain/meeting/schema';
import { classifications } from '@shared/domain/values';
import { useToday } from '../../lib/clock';
import { useDirectory } from '../../lib/directory';
import { paths } from '../../lib/paths';
import { DayField } from '../../ui/day-field';
import { LocalisedTextField } from '../../ui/localised-text-field';
import { TimeField } from '../../ui/time-field';
import { VocabularySelect } from '../../ui/vocabulary-select';
import classes from './meetings.module.css';
import { OrderedRecords } from './ordered-records';
import type { MeetingParts } from './use-meeting-parts';
import { useNewcomers } from './use-newcomers';
import { usePosts } from './use-posts';

interface MeetingDetailsProps {
  readonly parts: MeetingParts;
  /** Said under the times: they are those of the place. */
  readonly zone: string;
}

/** Who met whom and when: each field is on the disk as soon as it is changed. */
export function MeetingDetails({ parts, zone }: MeetingDetailsProps) {
  const { t } = useTranslation(['meetings', 'terms']);
  const directory = useDirectory();
  const today = useToday();
  const newcomers = useNewcomers();
  const { organisationIds } = parts.organisations.values;
  const { day } = parts.when.values;
  const postOf = usePosts(organisationIds, dayOr(day, today));
  const [onlyOrganisation = null, another] = organisationIds;

  return (
    <Stack gap="sm">
      <LocalisedTextField label={t('meetings:field.title')} {...parts.title.field('title')} />
      <VocabularySelect
        label={t('meetings:field.kind')}
        values={meetingKinds}
        words={(kind) => t(`terms:meetingKind.${kind}`)}
        {...parts.kind.field('kind')}
      />
      <DayField label={t('meetings:field.day')} required {...parts.when.field('day')} />
      <div className={classes.times}>
        <TimeField label={t('meetings:field.start')} {...parts.when.field('start')} />
        <TimeField label={t('meetings:field.end')} {...parts.when.field('end')} />
        <Text size="xs" c="dimmed" className={classes.zone}>
          {t('meetings:localTime', { zone: zone.replaceAll('_', ' ') })}
        </Text>
      </div>
      <OrderedRecords
        label={t('terms:records.organisation')}
        ids={organisationIds}
        onChange={parts.organisations.field('organisationIds').onChange}
        error={parts.organisations.field('organisationIds').error}
        options={directory.organisationOptions}
        nameOf={directory.organisationName}
        pathTo={paths.organisation}
        addLabel={t('meetings:add.organisation')}
        onCreate={newcomers.addOrganisation}
      />
      <OrderedRecords
        label={t('meetings:field.theirs')}
        ids={parts.theirs.values.theirAttendeeIds}
        onChange={parts.theirs.field('theirAttendeeIds').onChange}
        error={parts.theirs.field('theirAttendeeIds').error}
        options={directory.theirOptions}
        nameOf={directory.personName}
        detailOf={postOf}
        pathTo={paths.person}
        addLabel={t('meetings:add.theirs')}
        onCreate={(name) => newcomers.addPerson(name, 'theirs', another === undefined ? onlyOrganisation : null)}
      />
      <OrderedRecords
        label={t('meetings:field.ours')}
        ids={parts.ours.values.ourAttendeeIds}
        onChange={parts.ours.field('ourAttendeeIds').onChange}
        error={parts.ours.field('ourAttendeeIds').error}
        options={directory.ourOptions}
        nameOf={directory.personName}
        detailOf={postOf}
        pathTo={paths.person}
        addLabel={t('meetings:add.ours')}
        onCreate={(name) => newcomers.addPerson(name, 'ours', null)}
      />
      <VocabularySelect
        label={t('terms:classificationLabel')}
        values={classifications}
        words={(classification) => t(`terms:classification.${classification}`)}
        {...parts.classification.field('classification')}
      />
    </Stack>
  );
}

function dayOr(day: CalendarDate | null, otherwise: CalendarDate): CalendarDate {
  return day !== null && isCalendarDate(day) ? day : otherwise;
}
