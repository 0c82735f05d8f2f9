import { useTranslation } from 'react-i18next';
import type { TripStatus } from '@shared/domain/trip/schema';
import { StatusBadge } from '../../ui/status-badge';
import type { Tone } from '../../ui/status-badge';

const tones: Readonly<Record<TripStatus, Tone>> = {
  planning: 'neutral',
  confirmed: 'active',
  'in-progress': 'attention',
  concluded: 'active',
  reported: 'good',
  cancelled: 'faint',
};

export function TripStatusBadge({ status }: { readonly status: TripStatus }) {
  const { t } = useTranslation('terms');
  return <StatusBadge label={t(`tripStatus.${status}`)} tone={tones[status]} />;
}
