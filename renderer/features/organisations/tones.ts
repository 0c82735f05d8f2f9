import type { Organisation } from '@shared/domain/organisation/schema';
import type { Tone } from '../../ui/status-badge';

/** The colours of a tier and of a presence in Hong Kong, wherever they are shown. */
export const tierTones: Readonly<Record<Organisation['tier'], Tone>> = {
  unrated: 'faint',
  key: 'active',
  priority: 'attention',
  watch: 'neutral',
};

export const presenceTones: Readonly<Record<Organisation['hongKongPresence'], Tone>> = {
  none: 'faint',
  considering: 'neutral',
  preparing: 'active',
  established: 'good',
};
