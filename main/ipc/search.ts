import { success } from '@shared/result';
import type { Search } from '../services/search';
import type { Handlers } from './router';

export function searchHandlers(search: Search): Pick<Handlers, 'search:all' | 'search:names' | 'search:opened'> {
  return {
    'search:all': (question) => search.ask(question),
    'search:names': async ({ text, kinds, most, isWhole }) => success(await search.names(text, kinds, most, isWhole)),
    'search:opened': ({ type, id }) => search.opened(type, id),
  };
}
