import type { RecordId } from '@shared/domain/values';
import type { Settings } from '@shared/ipc/app-channels';
import { success } from '@shared/result';
import type { Result } from '@shared/result';
import type { DeviceSettings, SettingsFile } from '../storage/settings-file';

export interface SettingsPatch {
  readonly colourScheme?: Settings['colourScheme'] | undefined;
  readonly places?: Readonly<Record<string, string>> | undefined;
  readonly meId?: RecordId | undefined;
}

/** What the window may see and change of this device's settings; `places` are added to, the rest is replaced. */
export async function updateSettings(
  file: SettingsFile,
  me: RecordId,
  patch: SettingsPatch,
): Promise<Result<Settings>> {
  const next: Partial<DeviceSettings> = {
    ...(patch.colourScheme === undefined ? {} : { colourScheme: patch.colourScheme }),
    ...(patch.meId === undefined ? {} : { meId: patch.meId }),
    ...(patch.places === undefined ? {} : { places: { ...file.get().places, ...patch.places } }),
  };
  const written = await file.update(next);
  return written.ok ? success(settingsShown(file, patch.meId ?? me)) : written;
}

export function settingsShown(file: SettingsFile, me: RecordId): Settings {
  const { colourScheme, places } = file.get();
  return { meId: me, colourScheme, places };
}
