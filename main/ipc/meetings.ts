import { capturePerson } from '../services/capture';
import type { ServiceContext } from '../services/context';
import { beginMeeting, openMeetingNow } from '../services/meeting-now';
import { openMeetingForItem } from '../services/meetings';
import { meetingAsks } from '../services/open-asks';
import type { Handlers } from './router';

type MeetingChannel =
  'meetings:open-for-item' | 'meetings:open-now' | 'meetings:begin' | 'meetings:asks' | 'people:capture';

export function meetingHandlers(context: ServiceContext): Pick<Handlers, MeetingChannel> {
  return {
    'meetings:open-for-item': ({ itineraryItemId }) => openMeetingForItem(context, itineraryItemId),
    'meetings:open-now': () => openMeetingNow(context),
    'meetings:begin': ({ id }) => beginMeeting(context, id),
    'meetings:asks': ({ id }) => meetingAsks(context.store, id),
    'people:capture': (capture) => capturePerson(context, capture),
  };
}
