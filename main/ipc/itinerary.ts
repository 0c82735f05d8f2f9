import type { ServiceContext } from '../services/context';
import { duplicateItem } from '../services/trips';
import type { Handlers } from './router';

export function itineraryHandlers(context: ServiceContext): Pick<Handlers, 'itinerary:duplicate'> {
  return { 'itinerary:duplicate': (input) => duplicateItem(context, input) };
}
