import { SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { transportModes } from '@shared/domain/itinerary-item/schema';
import type { Transport } from '@shared/domain/itinerary-item/schema';
import { VocabularySelect } from '../../ui/vocabulary-select';
import type { ItemRecordForm } from './item-form-values';

/** How one travels, and what is booked. */
export function TransportFields({ form }: { readonly form: ItemRecordForm }) {
  const { t } = useTranslation(['programme', 'terms']);
  const { transport } = form.values;
  if (!transport) return null;
  const set = (change: Partial<Transport>): void => form.set('transport', { ...transport, ...change });
  const box = (name: Exclude<keyof Transport, 'mode'>) => ({
    label: t(`programme:form.${name}`),
    name: `transport.${name}`,
    value: transport[name],
    error: form.errorAt(`transport.${name}`),
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => set({ [name]: event.currentTarget.value }),
  });
  return (
    <SimpleGrid cols={2} spacing="sm">
      <VocabularySelect
        label={t('programme:form.mode')}
        name="transport.mode"
        values={transportModes}
        words={(mode) => t(`terms:transportMode.${mode}`)}
        value={transport.mode}
        onChange={(mode) => set({ mode })}
      />
      <TextInput {...box('number')} />
      <TextInput {...box('from')} />
      <TextInput {...box('to')} />
      <TextInput {...box('seat')} />
      <TextInput {...box('bookingReference')} />
    </SimpleGrid>
  );
}
