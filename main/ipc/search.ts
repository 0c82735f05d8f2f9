import { success } from '@shared/result';
import type { ServiceContext } from '../services/context';
import { searchAll } from '../services/search';
import type { Handlers } from './router';

export function searchHandlers(context: ServiceContext): Pick<Handlers, 'search:all'> {
  return { 'search:all': ({ text }) => success(searchAll(context.store, text)) };
}
