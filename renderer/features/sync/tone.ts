import type { Standing } from './standing';

/** What the dot beside the words repeats; it never says more than they do. */
export function toneOf({ kind }: Standing): 'good' | 'quiet' | 'attention' {
  if (kind === 'up-to-date') return 'good';
  return kind === 'running' || kind === 'waiting' || kind === 'never' ? 'quiet' : 'attention';
}
