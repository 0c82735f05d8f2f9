import { join } from 'node:path';
import { z } from 'zod';
import { colourSchemes } from '@shared/ipc/app-channels';
import type { StoreNotice } from '@shared/ipc/app-channels';
import { recordIdSchema } from '@shared/domain/values';
import { failed, success } from '@shared/result';
import type { Result } from '@shared/result';
import type { Instant } from '@shared/dates';
import { failureOfReading, failureOfWriting } from './disk/disk-failures';
import { diskFiles, systemCode } from './disk/disk-files';
import type { DiskFiles } from './disk/disk-files';
import { removeLeftovers, replaceDurably } from './disk/durable-write';
import { Quarantine } from './disk/quarantine';

const windowPlaceSchema = z.object({
  x: z.int().optional(),
  y: z.int().optional(),
  width: z.int().min(1),
  height: z.int().min(1),
  isMaximised: z.boolean(),
});

/** What this device remembers for itself; it never travels. Fields of a newer version are kept, those of an older one are filled in. */
const deviceSettingsSchema = z.looseObject({
  /** The person record of the officer at this laptop; null before the first start is done. */
  meId: recordIdSchema.nullable().default(null),
  colourScheme: z.enum(colourSchemes).default('auto'),
  /** Remembered places of the screens, small texts by name. */
  places: z.record(z.string(), z.string()).default({}),
  window: windowPlaceSchema.nullable().default(null),
});
export type DeviceSettings = {
  -readonly [K in 'meId' | 'colourScheme' | 'places' | 'window']: z.infer<typeof deviceSettingsSchema>[K];
};

const settingsFileName = 'settings.json';
const defaults: DeviceSettings = deviceSettingsSchema.parse({});

export interface SettingsFile {
  get(): DeviceSettings;
  /** Answers when the change is on the disk; a failed write changes nothing. */
  update(patch: Partial<DeviceSettings>): Promise<Result<DeviceSettings>>;
  readonly notices: readonly StoreNotice[];
}

export interface SettingsOptions {
  readonly folder: string;
  readonly clock: () => Instant;
  readonly files?: DiskFiles;
}

/** Reads the settings of this device; those that cannot be understood are set aside and begin anew, which a notice says. */
export async function openSettings({
  folder,
  clock,
  files = diskFiles,
}: SettingsOptions): Promise<Result<SettingsFile>> {
  const path = join(folder, settingsFileName);
  const notices: StoreNotice[] = [];
  let settings: DeviceSettings;
  try {
    await files.makeFolder(folder);
    await removeLeftovers(files, folder, settingsFileName);
    const read = settingsFrom(await bytesAt(files, path));
    if (read === null) {
      const quarantined = await new Quarantine(files, folder, clock).move(path);
      notices.push({ kind: 'settings-reset', quarantined });
    }
    settings = read ?? defaults;
  } catch (cause) {
    return failed(failureOfReading(cause));
  }

  let last: Promise<unknown> = Promise.resolve();
  async function write(patch: Partial<DeviceSettings>): Promise<Result<DeviceSettings>> {
    const next = { ...settings, ...patch };
    try {
      await replaceDurably(files, path, bytesOf(next), () => bytesOf(settings));
      settings = next;
      return success(next);
    } catch (cause) {
      return failed(failureOfWriting(cause));
    }
  }

  return success({
    notices,
    get: () => settings,
    update(patch) {
      // One after the other, so that each builds on what the one before made durable.
      const written = last.then(() => write(patch));
      last = written.catch(() => undefined);
      return written;
    },
  });
}

function bytesOf(settings: DeviceSettings): Uint8Array {
  return Buffer.from(`${JSON.stringify(settings, null, 2)}\n`, 'utf8');
}

async function bytesAt(files: DiskFiles, path: string): Promise<Uint8Array | null> {
  try {
    return await files.read(path);
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return null;
    throw cause;
  }
}

/** The settings in these bytes, the defaults where there is no file yet, null where they cannot be understood. */
function settingsFrom(bytes: Uint8Array | null): DeviceSettings | null {
  if (bytes === null) return defaults;
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
  const parsed = deviceSettingsSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}
