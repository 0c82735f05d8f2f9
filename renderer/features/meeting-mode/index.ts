export { MeetingNowButton } from './meeting-now-button';
export { NowPage } from './now-page';
export { RoomPage } from './room-page';
export { isRoomPath, meetingNowKeys, useOpenMeetingNow } from './use-open-meeting-now';
