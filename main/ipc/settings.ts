import { success } from '@shared/result';
import type { ServiceContext } from '../services/context';
import { settingsShown, updateSettings } from '../services/settings';
import type { OwnSettings } from '../services/settings';
import type { Handlers } from './router';

export function settingsHandlers(
  context: ServiceContext,
  own: OwnSettings,
  onChanged: () => void,
): Pick<Handlers, 'settings:get' | 'settings:update'> {
  return {
    'settings:get': () => success(settingsShown(own, context.me())),
    'settings:update': async (patch) => {
      const updated = await updateSettings(own, context.me(), patch);
      onChanged();
      return updated;
    },
  };
}
