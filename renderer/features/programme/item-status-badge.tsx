import { useTranslation } from 'react-i18next';
import type { ItineraryItem } from '@shared/domain/itinerary-item/schema';
import { StatusBadge } from '../../ui/status-badge';
import type { Tone } from '../../ui/status-badge';

const tones: Readonly<Record<ItineraryItem['status'], Tone>> = {
  tentative: 'attention',
  confirmed: 'good',
  cancelled: 'faint',
};

export function ItemStatusBadge({ status }: { readonly status: ItineraryItem['status'] }) {
  const { t } = useTranslation('terms');
  return <StatusBadge label={t(`itineraryStatus.${status}`)} tone={tones[status]} />;
}
