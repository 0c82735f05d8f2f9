import type { ServiceContext } from '../services/context';
import { reorderDelegation } from '../services/trips';
import type { Handlers } from './router';

export function delegationHandlers(context: ServiceContext): Pick<Handlers, 'delegation:reorder'> {
  return { 'delegation:reorder': (input) => reorderDelegation(context, input) };
}
