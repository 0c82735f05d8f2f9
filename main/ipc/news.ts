import { success } from '@shared/result';
import type { News } from '../services/sync/news';
import type { Handlers } from './router';

export function newsHandlers(news: News): Pick<Handlers, 'news:about' | 'news:looked'> {
  return {
    'news:about': (name) => success(news.about(name)),
    'news:looked': (name) => news.looked(name),
  };
}
