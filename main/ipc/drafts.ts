import type { Instant } from '@shared/dates';
import { success } from '@shared/result';
import { keepDrafts } from '../services/drafts';
import type { RememberedFile } from '../storage/remembered-file';
import type { Handlers } from './router';

export function draftHandlers(
  remembered: RememberedFile,
  now: () => Instant,
): Pick<Handlers, 'drafts:keep' | 'drafts:list'> {
  return {
    'drafts:keep': ({ drafts, place }) => keepDrafts(remembered, drafts, place, now()),
    'drafts:list': () => success(remembered.get().drafts),
  };
}
