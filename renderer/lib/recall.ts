import type { Settings } from '@shared/ipc/app-channels';
import { recallDrafts } from './drafts';
import { request } from './ipc';
import { recallPlaces } from './places';

/** Takes in what this device remembers, at the start and after unlocking; null while it cannot be read. */
export async function recallAll(): Promise<Settings['colourScheme'] | null> {
  const settings = await request('settings:get', {});
  if (!settings.ok) return null;
  recallPlaces(settings.value.places);
  const drafts = await request('drafts:list', {});
  if (drafts.ok) recallDrafts(drafts.value);
  return settings.value.colourScheme;
}
