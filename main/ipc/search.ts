import { success } from '@shared/result';
import type { Search } from '../services/search';
import type { Handlers } from './router';

export function searchHandlers(search: Search): Pick<Handlers, 'search:all' | 'search:names' | 'search:opened'> {
  return {
    'search:all': (question) => search.ask(question),
    'search:names': async ({ text, kinds, most }) => success(await search.names(text, kinds, most)),
    'search:opened': ({ type, id }) => search.opened(type, id),
  };
}
