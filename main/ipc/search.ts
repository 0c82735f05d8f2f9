import type { Search } from '../services/search';
import type { Handlers } from './router';

export function searchHandlers(search: Search): Pick<Handlers, 'search:all' | 'search:opened'> {
  return {
    'search:all': (question) => search.ask(question),
    'search:opened': ({ type, id }) => search.opened(type, id),
  };
}
