import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useTripPhotographs } from '@renderer/features/files';

interface CoverChoiceProps {
  readonly tripId: string;
  readonly pictureId: string | null;
  readonly onChange: (pictureId: string | null) => void;
}

/** Which of the trip's photographs stands on the cover. */
export function CoverChoice({ tripId, pictureId, onChange }: CoverChoiceProps) {
  const { t } = useTranslation('documents');
  const groups = useTripPhotographs(tripId);
  const options = (groups ?? []).flatMap(({ photographs }) =>
    photographs.map(({ id, caption, name }) => ({ value: id, label: caption.trim() === '' ? name : caption })),
  );
  if (options.length === 0) return null;
  return (
    <Select
      mt="xs"
      searchable
      aria-label={t('choices.cover')}
      data={[{ value: '', label: t('choices.noCover') }, ...options]}
      value={options.some(({ value }) => value === pictureId) ? pictureId : ''}
      allowDeselect={false}
      onChange={(value) => onChange(value === null || value === '' ? null : value)}
    />
  );
}
