import type { ServiceContext } from '../services/context';
import { openMeetingForItem } from '../services/meetings';
import type { Handlers } from './router';

export function meetingHandlers(context: ServiceContext): Pick<Handlers, 'meetings:open-for-item'> {
  return { 'meetings:open-for-item': ({ itineraryItemId }) => openMeetingForItem(context, itineraryItemId) };
}
