import { join } from 'node:path';
import { z } from 'zod';
import { instantSchema, recordIdSchema } from '@shared/domain/values';
import type { StoreNotice } from '@shared/ipc/app-channels';
import { failed, success } from '@shared/result';
import type { Failure, Result } from '@shared/result';
import type { Instant } from '@shared/dates';
import { failureOfReading, failureOfWriting } from './disk/disk-failures';
import { diskFiles, readIfThere } from './disk/disk-files';
import type { DiskFiles } from './disk/disk-files';
import { removeLeftovers, replaceDurably } from './disk/durable-write';
import { Quarantine } from './disk/quarantine';
import { plainSeal } from './seal/plain-seal';
import type { Seal } from './seal/seal';
import { SealWiped } from './seal/sealed';
import type { SettingsFile } from './settings-file';

const draftSchema = z.object({
  key: z.string(),
  place: z.string(),
  keptAt: instantSchema,
  values: z.record(z.string(), z.json()),
});

/**
 * What this device remembers of the person at it: who that is, how the screens were left, and unsaved input. It may hold
 * words that were typed, so it goes under the seal. Fields of a newer version are kept.
 */
const rememberedSchema = z.looseObject({
  /** The person record of the officer at this laptop; null before the first start is done. */
  meId: recordIdSchema.nullable().default(null),
  /** Remembered places of the screens, small texts by name. */
  places: z.record(z.string(), z.string()).default({}),
  /** Unsaved input of forms that were open when Attaché was locked. */
  drafts: z.array(draftSchema).default([]),
});
export type Remembered = {
  -readonly [K in 'meId' | 'places' | 'drafts']: z.infer<typeof rememberedSchema>[K];
};

const fileName = 'remembered.json';
const defaults: Remembered = rememberedSchema.parse({});

export interface RememberedFile {
  get(): Remembered;
  /** Answers when the change is on the disk; a failed write changes nothing. */
  update(change: (now: Remembered) => Partial<Remembered>): Promise<Result<Remembered>>;
  /** Writes it anew under another seal, which every later change goes under too. */
  reseal(seal: Seal): Promise<Result<void>>;
  /** Answers when nothing is being written. */
  settled(): Promise<void>;
  readonly notices: readonly StoreNotice[];
}

export interface RememberedOptions {
  readonly folder: string;
  readonly clock: () => Instant;
  readonly settings: Pick<SettingsFile, 'moved' | 'forgetMoved'>;
  readonly seal?: Seal;
  readonly files?: DiskFiles;
}

/**
 * Reads what is remembered. What version 1 kept among the settings is brought over, and leaves the settings once it is
 * durable here. One that cannot be understood is set aside and begins anew, which a notice says.
 */
export async function openRemembered(options: RememberedOptions): Promise<Result<RememberedFile>> {
  const { folder, clock, settings, seal: given = plainSeal, files = diskFiles } = options;
  const path = join(folder, fileName);
  const notices: StoreNotice[] = [];
  let seal = given;
  let remembered: Remembered;
  try {
    await removeLeftovers(files, folder, fileName);
    const bytes = await readIfThere(files, path);
    const read = bytes === null ? { ...defaults, ...settings.moved() } : rememberedIn(bytes, seal);
    if (read === null) {
      const quarantined = await new Quarantine(files, folder, clock).move(path);
      notices.push({ kind: 'settings-reset', quarantined });
    }
    remembered = read ?? defaults;
  } catch (cause) {
    return failed(failureOfReading(cause));
  }

  let last: Promise<unknown> = Promise.resolve();
  async function write(next: Remembered, to: Seal): Promise<Result<Remembered>> {
    try {
      await replaceDurably(files, path, bytesOf(next, to), () => bytesOf(remembered, seal));
      remembered = next;
      seal = to;
      return success(next);
    } catch (cause) {
      return failed(failureOf(cause));
    }
  }
  function inTurn(task: () => Promise<Result<Remembered>>): Promise<Result<Remembered>> {
    const written = last.then(task);
    last = written.catch(() => undefined);
    return written;
  }

  if (settings.moved() !== null) {
    const brought = await write(remembered, seal);
    // What cannot be brought over now stays where it is, and is brought over at the next opening.
    if (brought.ok) await settings.forgetMoved();
  }
  return success({
    notices,
    get: () => remembered,
    update: (change) => inTurn(() => write({ ...remembered, ...change(remembered) }, seal)),
    async reseal(to) {
      const written = await inTurn(() => write(remembered, to));
      return written.ok ? success(undefined) : written;
    },
    async settled() {
      await last;
    },
  });
}

function bytesOf(remembered: Remembered, seal: Seal): Uint8Array {
  return Buffer.concat([seal.line(Buffer.from(JSON.stringify(remembered), 'utf8')), Buffer.from('\n')]);
}

/** Under its seal, or readable still when a seal was given to the folder a moment ago. */
function rememberedIn(bytes: Uint8Array, seal: Seal): Remembered | null {
  const line = bytes.at(-1) === '\n'.charCodeAt(0) ? bytes.subarray(0, -1) : bytes;
  const json = seal.openLine(line) ?? (seal.isSecret ? plainSeal.openLine(line) : null);
  if (json === null) return null;
  const parsed = rememberedSchema.safeParse(JSON.parse(Buffer.from(json).toString('utf8')));
  return parsed.success ? parsed.data : null;
}

function failureOf(cause: unknown): Failure {
  return cause instanceof SealWiped ? { code: 'locked' } : failureOfWriting(cause);
}
