import { success } from '@shared/result';
import type { ServiceContext } from '../services/context';
import { createFromTemplate, listTemplates } from '../services/templates';
import { countTrips, duplicateTrip, rescheduleTrip, saveAsTemplate } from '../services/trips';
import type { Handlers } from './router';

type TripChannel =
  | 'trips:counts'
  | 'trips:duplicate'
  | 'trips:reschedule'
  | 'trips:save-as-template'
  | 'trips:templates'
  | 'trips:create-from-template';

export function tripHandlers(context: ServiceContext): Pick<Handlers, TripChannel> {
  return {
    'trips:counts': ({ today }) => success(countTrips(context.store, today)),
    'trips:duplicate': (input) => duplicateTrip(context, input),
    'trips:reschedule': (input) => rescheduleTrip(context, input),
    'trips:save-as-template': (input) => saveAsTemplate(context, input),
    'trips:templates': () => success(listTemplates(context.store)),
    'trips:create-from-template': (input) => createFromTemplate(context, input),
  };
}
