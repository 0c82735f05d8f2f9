import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ageLock } from '@main/sync/bundle/age-lock';
import { HandOverDesk } from '@main/services/sync/hand-over';
import type { HandOverParts } from '@main/services/sync/hand-over';
import { shortHash } from '@main/sync/hash';
import { revisionsBy } from '@shared/domain/revision';
import { saveFile } from '@main/windows/save-file';
import type { DiskFiles } from '@main/storage/disk/disk-files';
import type { HandedOver, HandOverPreview, HandOverReceipt } from '@shared/ipc/hand-over-channels';
import type { Result } from '@shared/result';
import { nextId } from '../../builders/records';
import { valueOf } from '../../builders/result';
import type { Laptop } from './laptop';

export const passphrase = 'six junks off Lamma';

/** Quick; what ships makes guessing slow. */
const quickLock = ageLock(1);

/** The desk of a laptop, as it is at the moment. */
export function deskOf(laptop: Laptop, other: Partial<HandOverParts> = {}): HandOverDesk {
  const { blobs, backups, jsons, branches } = laptop.opened;
  return new HandOverDesk({
    context: { ...laptop.context, newId: nextId },
    synced: laptop.synced,
    snapshot: () => jsons.snapshot(),
    revise: revisionsBy(shortHash),
    ...{ blobs, backups, lock: quickLock, device: branches.deviceId },
    room: () => Promise.resolve(null),
    ...other,
  });
}

/** A file from a laptop, where it was saved. */
export async function handOver(
  desk: HandOverDesk,
  path: string,
  { tripId = null, files }: { readonly tripId?: string | null; readonly files?: DiskFiles } = {},
): Promise<Result<HandedOver>> {
  return desk.write({ tripId, passphrase }, (content) => saveFile(path, content, files), {});
}

export async function lookAt(desk: HandOverDesk, path: string): Promise<HandOverPreview> {
  valueOf(await desk.choose(path));
  return valueOf(await desk.look(passphrase, {}));
}

/** All of it, from choosing to the receipt. */
export async function takeOver(
  desk: HandOverDesk,
  path: string,
): Promise<{ readonly preview: HandOverPreview; readonly receipt: HandOverReceipt }> {
  const preview = await lookAt(desk, path);
  return { preview, receipt: valueOf(await desk.take(true, {})) };
}

/** Everything of one laptop goes to another, by a stick. */
export async function carry(from: Laptop, to: Laptop): Promise<HandOverReceipt> {
  const stick = join(from.folder, `${nextId()}.attache`);
  valueOf(await handOver(deskOf(from), stick));
  const { receipt } = await takeOver(deskOf(to), stick);
  await rm(stick);
  return receipt;
}

export async function bytesOf(path: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of createReadStream(path)) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
