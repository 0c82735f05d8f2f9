import type { RecordId } from '@shared/domain/values';
import type { Settings } from '@shared/ipc/app-channels';
import { success } from '@shared/result';
import type { Result } from '@shared/result';
import type { RememberedFile } from '../storage/remembered-file';
import type { SettingsFile } from '../storage/settings-file';

/** What this device keeps beside the records, in plain sight and under the seal. */
export interface OwnSettings {
  readonly settings: Pick<SettingsFile, 'get' | 'update'>;
  readonly remembered: Pick<RememberedFile, 'get' | 'update'>;
}

export interface SettingsPatch {
  readonly colourScheme?: Settings['colourScheme'] | undefined;
  readonly places?: Readonly<Record<string, string>> | undefined;
  readonly meId?: RecordId | undefined;
}

/** What the window may see and change of this device's settings; `places` are added to, the rest is replaced. */
export async function updateSettings(own: OwnSettings, me: RecordId, patch: SettingsPatch): Promise<Result<Settings>> {
  const { colourScheme, places, meId } = patch;
  if (colourScheme !== undefined) {
    const written = await own.settings.update({ colourScheme });
    if (!written.ok) return written;
  }
  if (places !== undefined || meId !== undefined) {
    const written = await own.remembered.update((now) => ({
      ...(meId === undefined ? {} : { meId }),
      ...(places === undefined ? {} : { places: { ...now.places, ...places } }),
    }));
    if (!written.ok) return written;
  }
  return success(settingsShown(own, meId ?? me));
}

export function settingsShown({ settings, remembered }: OwnSettings, me: RecordId): Settings {
  return { meId: me, colourScheme: settings.get().colourScheme, places: remembered.get().places };
}
