import { createHashRouter } from 'react-router';
import { ConflictsPage } from '@renderer/features/conflicts';
import { FollowUpsPage } from '@renderer/features/follow-ups';
import { NowPage, RoomPage } from '@renderer/features/meeting-mode';
import { MeetingPage } from '@renderer/features/meetings';
import { OrganisationPage, OrganisationsPage } from '@renderer/features/organisations';
import { PeoplePage, PersonPage } from '@renderer/features/people';
import { SearchPage } from '@renderer/features/search';
import { SettingsPage } from '@renderer/features/settings';
import { TodayPage } from '@renderer/features/today';
import { TrashPage } from '@renderer/features/trash';
import { TripPage, TripsPage } from '@renderer/features/trips';
import { NotFound } from './shell/not-found';
import { Shell } from './shell/shell';
import { LastPlace } from './shell/last-place';

/** The page is served from app://, so its address stands behind a hash. */
export const router = createHashRouter([
  {
    element: <Shell />,
    children: [
      { index: true, element: <LastPlace /> },
      { path: 'today', element: <TodayPage /> },
      { path: 'trips', element: <TripsPage /> },
      { path: 'trips/:tripId/:tab?', element: <TripPage /> },
      { path: 'organisations', element: <OrganisationsPage /> },
      { path: 'organisations/:organisationId', element: <OrganisationPage /> },
      { path: 'people', element: <PeoplePage /> },
      { path: 'people/:personId', element: <PersonPage /> },
      { path: 'meetings/:meetingId', element: <MeetingPage /> },
      { path: 'room', element: <NowPage /> },
      { path: 'room/:meetingId', element: <RoomPage /> },
      { path: 'follow-ups', element: <FollowUpsPage /> },
      { path: 'search', element: <SearchPage /> },
      { path: 'conflicts/:type?/:id?', element: <ConflictsPage /> },
      { path: 'settings', element: <SettingsPage /> },
      { path: 'trash', element: <TrashPage /> },
      { path: '*', element: <NotFound /> },
    ],
  },
]);
