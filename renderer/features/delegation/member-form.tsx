import { Button, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { delegationRoles } from '@shared/domain/delegation-member/schema';
import type { DelegationMember } from '@shared/domain/delegation-member/schema';
import { useDirectory } from '../../lib/directory';
import { draftOf } from '../../lib/drafts';
import { blankForm, formOf, useRecordForm } from '../../lib/forms';
import { useDo } from '../../lib/ipc';
import { FormDrawer } from '../../ui/form-drawer';
import { RecordSelect } from '../../ui/record-select';
import { VocabularySelect } from '../../ui/vocabulary-select';
import { personNameFromText } from '../../lib/name-from-text';

interface MemberFormProps {
  readonly tripId: string;
  /** The member that is changed; undefined for a new one. */
  readonly member: DelegationMember | undefined;
  readonly members: readonly DelegationMember[];
  readonly nextPrecedence: number;
  readonly onClose: () => void;
  readonly onRemove: (member: DelegationMember) => void;
}

/** The form of a member of the delegation: one of our own people, or somebody who is made on the fly. */
export function MemberForm({ tripId, member, members, nextPrecedence, onClose, onRemove }: MemberFormProps) {
  const { t } = useTranslation(['delegation', 'terms', 'actions']);
  const { ourOptions } = useDirectory();
  const create = useDo('delegation:create', { isInForm: true });
  const update = useDo('delegation:update', { isInForm: true });
  const createPerson = useDo('people:create');
  const form = useRecordForm('delegation-member', {
    draft: draftOf('delegation-member', member?.id ?? 'new', tripId),
    initial: member
      ? formOf('delegation-member', member)
      : blankForm('delegation-member', {
          tripId,
          personId: '',
          precedence: nextPrecedence,
          role: members.length === 0 ? 'head' : 'member',
        }),
    onSubmit: (fields, changed) => (member ? update.run({ id: member.id, patch: changed }) : create.run({ fields })),
    onSaved: onClose,
  });
  const taken = new Set(members.filter(({ id }) => id !== member?.id).map(({ personId }) => personId));
  const person = form.field('personId');

  const makePerson = async (name: string): Promise<string | null> => {
    const made = await createPerson.run({ fields: { side: 'ours', ...personNameFromText(name, 'zhHant') } });
    return made.ok ? made.value.id : null;
  };

  return (
    <FormDrawer
      title={t(member ? 'delegation:form.edit' : 'delegation:form.new')}
      form={form}
      onClose={onClose}
      submitLabel={t(member ? 'actions:save' : 'delegation:form.submitNew')}
      footer={
        member && (
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconTrash size={16} stroke={1.6} />}
            onClick={() => {
              onClose();
              onRemove(member);
            }}
          >
            {t('actions:delete')}
          </Button>
        )
      }
    >
      <RecordSelect
        label={t('delegation:form.person')}
        description={t('delegation:form.personHint')}
        required
        {...person}
        value={person.value === '' ? null : person.value}
        error={
          person.error === undefined
            ? undefined
            : person.value === ''
              ? t('delegation:form.personNeeded')
              : person.error
        }
        options={ourOptions.filter(({ value }) => !taken.has(value))}
        onChange={(id) => person.onChange(id ?? '')}
        onCreate={makePerson}
      />
      <SimpleGrid cols={2} spacing="sm">
        <VocabularySelect
          label={t('delegation:form.role')}
          values={delegationRoles}
          words={(role) => t(`terms:delegationRole.${role}`)}
          {...form.field('role')}
        />
        <TextInput
          label={t('delegation:form.travelContact')}
          placeholder={t('delegation:form.travelContactHint')}
          {...form.text('travelContact')}
        />
      </SimpleGrid>
      <Textarea label={t('delegation:form.dietaryNeeds')} {...form.text('dietaryNeeds')} />
      <Textarea label={t('delegation:form.accessNeeds')} {...form.text('accessNeeds')} />
    </FormDrawer>
  );
}
