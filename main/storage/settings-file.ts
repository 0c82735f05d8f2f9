import { join } from 'node:path';
import { z } from 'zod';
import { colourSchemes } from '@shared/ipc/app-channels';
import type { StoreNotice } from '@shared/ipc/app-channels';
import { languageChoices } from '@shared/languages';
import { lockAfterSchema } from '@shared/ipc/vault-channels';
import { recordIdSchema } from '@shared/domain/values';
import { failed, success } from '@shared/result';
import type { Result } from '@shared/result';
import type { Instant } from '@shared/dates';
import { failureOfReading, failureOfWriting } from './disk/disk-failures';
import { diskFiles, readIfThere } from './disk/disk-files';
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

/**
 * How far the folder is with its seal. `provisional`: the vault opens nothing that is needed (it was just made, or
 * everything was just made readable) and goes at the next start. `unfinished`: what is not under the seal of the records
 * yet is to be put there. Where the settings are lost it is looked after once more than needed.
 */
const sealingStates = ['provisional', 'unfinished', 'done'] as const;

/**
 * What this device must know before anything is unlocked; it never travels, and holds no words that somebody typed. Fields
 * of a newer version are kept, those of an older one are filled in.
 */
const deviceSettingsSchema = z.looseObject({
  colourScheme: z.enum(colourSchemes).default('auto'),
  language: z.enum(languageChoices).default('system'),
  window: windowPlaceSchema.nullable().default(null),
  /** In minutes without anybody at the computer; 0 is never. */
  lockAfterMinutes: lockAfterSchema.default(5),
  /** A second folder for backups, on another disk perhaps. */
  backupFolder: z.string().nullable().default(null),
  sealing: z.enum(sealingStates).default('unfinished'),
});
type Known = 'colourScheme' | 'language' | 'window' | 'lockAfterMinutes' | 'backupFolder' | 'sealing';
export type DeviceSettings = { -readonly [K in Known]: z.infer<typeof deviceSettingsSchema>[K] };

/** What this file held in version 1 and `remembered.json` holds now. */
const movedSchema = z.object({
  meId: recordIdSchema.nullable().default(null),
  places: z.record(z.string(), z.string()).default({}),
});
export type MovedSettings = z.infer<typeof movedSchema>;

const settingsFileName = 'settings.json';
const defaults: DeviceSettings = deviceSettingsSchema.parse({});

export interface SettingsFile {
  get(): DeviceSettings;
  /** Answers when the change is on the disk; a failed write changes nothing. */
  update(patch: Partial<DeviceSettings>): Promise<Result<DeviceSettings>>;
  /** What is still here of version 1; null when nothing is. */
  moved(): MovedSettings | null;
  /** Takes that out of the file, once it stands where it belongs. */
  forgetMoved(): Promise<Result<void>>;
  readonly notices: readonly StoreNotice[];
}

export interface SettingsOptions {
  readonly folder: string;
  readonly clock: () => Instant;
  readonly files?: DiskFiles;
}

interface Contents {
  readonly settings: DeviceSettings;
  readonly moved: MovedSettings | null;
}

/** Reads the settings of this device; those that cannot be understood are set aside and begin anew, which a notice says. */
export async function openSettings({
  folder,
  clock,
  files = diskFiles,
}: SettingsOptions): Promise<Result<SettingsFile>> {
  const path = join(folder, settingsFileName);
  const notices: StoreNotice[] = [];
  let contents: Contents;
  try {
    await files.makeFolder(folder);
    await removeLeftovers(files, folder, settingsFileName);
    const read = contentsOf(await readIfThere(files, path));
    if (read === null) {
      const quarantined = await new Quarantine(files, folder, clock).move(path);
      notices.push({ kind: 'settings-reset', quarantined });
    }
    contents = read ?? { settings: defaults, moved: null };
  } catch (cause) {
    return failed(failureOfReading(cause));
  }

  let last: Promise<unknown> = Promise.resolve();
  async function write(change: (contents: Contents) => Contents): Promise<Result<DeviceSettings>> {
    const next = change(contents);
    try {
      await replaceDurably(files, path, bytesOf(next), () => bytesOf(contents));
      contents = next;
      return success(next.settings);
    } catch (cause) {
      return failed(failureOfWriting(cause));
    }
  }
  /** One after the other, so that each builds on what the one before made durable. */
  function inTurn(change: (contents: Contents) => Contents): Promise<Result<DeviceSettings>> {
    const written = last.then(() => write(change));
    last = written.catch(() => undefined);
    return written;
  }

  return success({
    notices,
    get: () => contents.settings,
    update: (patch) => inTurn(({ settings, moved }) => ({ settings: { ...settings, ...patch }, moved })),
    moved: () => contents.moved,
    async forgetMoved() {
      if (contents.moved === null) return success(undefined);
      const written = await inTurn(({ settings }) => ({ settings, moved: null }));
      return written.ok ? success(undefined) : written;
    },
  });
}

function bytesOf({ settings, moved }: Contents): Uint8Array {
  return Buffer.from(`${JSON.stringify({ ...settings, ...moved }, null, 2)}\n`, 'utf8');
}

/** The settings in these bytes, the defaults where there is no file yet, null where they cannot be understood. */
function contentsOf(bytes: Uint8Array | null): Contents | null {
  if (bytes === null) return { settings: defaults, moved: null };
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
  const parsed = deviceSettingsSchema.safeParse(value);
  if (!parsed.success) return null;
  const { meId, places, ...settings } = parsed.data;
  if (meId === undefined && places === undefined) return { settings, moved: null };
  const moved = movedSchema.safeParse({ meId, places });
  return moved.success ? { settings, moved: moved.data } : null;
}
