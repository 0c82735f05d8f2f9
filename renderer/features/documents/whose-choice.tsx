import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { displayName } from '@shared/domain/person/rules';
import { useFormat } from '../../lib/format';
import { useAsk } from '../../lib/ipc';
import { Choice } from './choice';

interface WhoseChoiceProps {
  readonly tripId: string;
  readonly personId: string | null;
  readonly onChange: (personId: string | null) => void;
}

/** Whose booklet it is: everybody's, or only what one member attends. */
export function WhoseChoice({ tripId, personId, onChange }: WhoseChoiceProps) {
  const { t } = useTranslation('documents');
  const { form } = useFormat();
  const members = useAsk('delegation:list', { tripId }).data;
  const people = useAsk('people:list', {}).data;
  if (members === undefined || people === undefined) return null;
  const nameOf = (id: string): string => {
    const person = people.find((each) => each.id === id);
    return person === undefined ? '' : displayName(person, form);
  };
  const options = [...members]
    .sort((one, other) => one.precedence - other.precedence)
    .map((member) => ({ value: member.personId, label: nameOf(member.personId) }))
    .filter(({ label }) => label !== '');
  return (
    <Choice title={t('choices.whose')}>
      <Select
        aria-label={t('choices.whose')}
        data={[{ value: '', label: t('choices.everybody') }, ...options]}
        value={options.some(({ value }) => value === personId) ? personId : ''}
        allowDeselect={false}
        onChange={(value) => onChange(value === null || value === '' ? null : value)}
      />
    </Choice>
  );
}
