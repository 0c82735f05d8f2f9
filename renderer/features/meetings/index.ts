export { MeetingPage } from './meeting-page';
export { NewMeetingDrawer } from './new-meeting-drawer';
export { TripMeetings } from './trip-meetings';
export { usePosts } from './use-posts';
