import { success } from '@shared/result';
import { settingsShown, updateSettings } from '../services/settings';
import type { ServiceContext } from '../services/context';
import type { SettingsFile } from '../storage/settings-file';
import type { Handlers } from './router';

export function settingsHandlers(
  context: ServiceContext,
  file: SettingsFile,
  onChanged: () => void,
): Pick<Handlers, 'settings:get' | 'settings:update'> {
  return {
    'settings:get': () => success(settingsShown(file, context.me())),
    'settings:update': async (patch) => {
      const updated = await updateSettings(file, context.me(), patch);
      onChanged();
      return updated;
    },
  };
}
