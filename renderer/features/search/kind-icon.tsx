import {
  IconArrowRight,
  IconBriefcase,
  IconBuilding,
  IconCalendarTime,
  IconChecklist,
  IconMessages,
  IconNotes,
  IconPaperclip,
  IconPlaneDeparture,
  IconTrendingUp,
  IconUser,
} from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';
import type { SearchedKind } from '@shared/ipc/search-channels';

interface KindIconProps {
  readonly kind: SearchedKind | 'command';
  readonly className: string | undefined;
}

const icons: Readonly<Record<SearchedKind | 'command', Icon>> = {
  person: IconUser,
  organisation: IconBuilding,
  trip: IconPlaneDeparture,
  'itinerary-item': IconCalendarTime,
  meeting: IconMessages,
  note: IconNotes,
  'follow-up': IconChecklist,
  attachment: IconPaperclip,
  'investment-project': IconTrendingUp,
  affiliation: IconBriefcase,
  command: IconArrowRight,
};

/** The sign before a line of what was found. */
export function KindIcon({ kind, className }: KindIconProps) {
  const Sign = icons[kind];
  return <Sign size={16} stroke={1.6} className={className} aria-hidden="true" />;
}
