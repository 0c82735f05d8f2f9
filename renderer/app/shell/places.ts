import {
  IconArrowsSplit2,
  IconBuilding,
  IconCalendarEvent,
  IconChecklist,
  IconPlaneDeparture,
  IconSearch,
  IconSettings,
  IconTrash,
  IconUsers,
} from '@tabler/icons-react';
import { paths } from '../../lib/paths';

/** The places of the window in the order of their keys, Ctrl+1 first. */
export const mainPlaces = [
  { name: 'today', to: paths.today, icon: IconCalendarEvent },
  { name: 'trips', to: paths.trips, icon: IconPlaneDeparture },
  { name: 'organisations', to: paths.organisations, icon: IconBuilding },
  { name: 'people', to: paths.people, icon: IconUsers },
  { name: 'followUps', to: paths.followUps, icon: IconChecklist },
  { name: 'search', to: paths.search(), icon: IconSearch },
] as const;

/** Shown only while there is something in it. */
export const conflictsPlace = { name: 'conflicts', to: paths.conflicts, icon: IconArrowsSplit2 } as const;

/** The places at the bottom. */
export const otherPlaces = [
  { name: 'trash', to: paths.trash, icon: IconTrash },
  { name: 'settings', to: paths.settings, icon: IconSettings },
] as const;
