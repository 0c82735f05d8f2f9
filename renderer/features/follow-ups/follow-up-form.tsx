import { useMemo } from 'react';
import { Anchor, Button, Input, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ConflictNotice } from '@renderer/features/conflicts';
import { followUpStatuses, priorities } from '@shared/domain/follow-up/schema';
import type { FollowUp } from '@shared/domain/follow-up/schema';
import { classifications } from '@shared/domain/values';
import { draftOf } from '../../lib/drafts';
import { blankForm, formOf, useRecordForm } from '../../lib/forms';
import { useDo } from '../../lib/ipc';
import { paths } from '../../lib/paths';
import { DayField } from '../../ui/day-field';
import { FormDrawer } from '../../ui/form-drawer';
import { OrganisationSelect } from '../../ui/organisation-select';
import { PersonSelect } from '../../ui/person-select';
import { RecordSelect } from '../../ui/record-select';
import { VocabularySelect } from '../../ui/vocabulary-select';
import classes from './follow-ups.module.css';
import type { FollowUpLinks } from './links';
import { useLinkOptions } from './use-link-options';
import type { FollowUpActs } from './use-follow-up-acts';

interface FollowUpFormProps {
  /** The one to change; a new one when left out. */
  readonly followUp?: FollowUp | undefined;
  /** What a new one is linked to from the start. */
  readonly links?: FollowUpLinks;
  /** Who a new one falls to unless somebody else is named. */
  readonly ownerId: string | null;
  readonly acts: FollowUpActs;
  readonly onClose: () => void;
}

/** A follow-up with everything that can be said of it, for one that is new or there already. */
export function FollowUpForm({ followUp, links, ownerId, acts, onClose }: FollowUpFormProps) {
  const { t } = useTranslation(['follow-ups', 'terms', 'actions']);
  const create = useDo('follow-ups:create', { isInForm: true });
  const update = useDo('follow-ups:update', { isInForm: true });
  const initial = useMemo(
    () => (followUp ? formOf('follow-up', followUp) : blankForm('follow-up', { title: '', ownerId, ...links })),
    [followUp, links, ownerId],
  );
  const form = useRecordForm('follow-up', {
    draft: draftOf(
      'follow-up',
      followUp?.id ?? 'new',
      ...Object.values(links ?? {}).filter((id) => typeof id === 'string'),
    ),
    initial,
    onSubmit: (fields, changed) =>
      followUp ? update.run({ id: followUp.id, patch: changed }) : create.run({ fields }),
    onSaved: onClose,
  });
  const options = useLinkOptions(form.values.tripId, form.values.meetingId);

  return (
    <FormDrawer
      title={t(followUp ? 'follow-ups:form.edit' : 'follow-ups:form.new')}
      form={form}
      onClose={onClose}
      size="lg"
      footer={
        followUp && (
          <Button
            variant="subtle"
            color="cinnabar"
            leftSection={<IconTrash size={16} stroke={1.6} />}
            onClick={() => void acts.trash(followUp).then((isGone) => isGone && onClose())}
          >
            {t('actions:delete')}
          </Button>
        )
      }
    >
      {followUp && <ConflictNotice type="follow-up" id={followUp.id} />}
      <TextInput
        label={t('follow-ups:form.title')}
        placeholder={t('follow-ups:form.titleHint')}
        data-autofocus
        required
        {...form.text('title')}
      />
      {form.values.noteLine !== '' && (
        <Input.Wrapper label={t('follow-ups:form.noteLine')} labelElement="div">
          <blockquote className={classes.quote}>{form.values.noteLine}</blockquote>
          {form.values.meetingId !== null && (
            <Anchor component={Link} to={paths.meeting(form.values.meetingId)} size="xs">
              {t('follow-ups:form.openMeeting')}
            </Anchor>
          )}
        </Input.Wrapper>
      )}
      <SimpleGrid cols={2} spacing="sm" verticalSpacing="sm">
        <PersonSelect label={t('follow-ups:form.owner')} side="ours" {...form.field('ownerId')} />
        <DayField label={t('follow-ups:form.due')} {...form.field('due')} />
        <VocabularySelect
          label={t('follow-ups:form.status')}
          values={followUpStatuses}
          words={(status) => t(`terms:followUpStatus.${status}`)}
          {...form.field('status')}
        />
        <VocabularySelect
          label={t('follow-ups:form.priority')}
          values={priorities}
          words={(priority) => t(`terms:priority.${priority}`)}
          {...form.field('priority')}
        />
      </SimpleGrid>
      <Textarea label={t('follow-ups:form.detail')} minRows={3} {...form.text('detail')} />
      <SimpleGrid cols={2} spacing="sm" verticalSpacing="sm">
        <DayField label={t('follow-ups:form.remindOn')} {...form.field('remindOn')} />
        <TextInput
          label={t('follow-ups:form.referredTo')}
          placeholder={t('follow-ups:form.referredToHint')}
          {...form.text('referredTo')}
        />
        <RecordSelect label={t('terms:record.trip')} options={options.trips} {...form.field('tripId')} />
        <RecordSelect label={t('terms:record.meeting')} options={options.meetings} {...form.field('meetingId')} />
        <OrganisationSelect label={t('terms:record.organisation')} {...form.field('organisationId')} />
        <PersonSelect label={t('follow-ups:form.person')} {...form.field('personId')} />
        <VocabularySelect
          label={t('terms:classificationLabel')}
          values={classifications}
          words={(classification) => t(`terms:classification.${classification}`)}
          {...form.field('classification')}
        />
      </SimpleGrid>
    </FormDrawer>
  );
}
