import type { DiskFiles } from '../disk/disk-files';
import type { StoreDocument } from '../first-version';
import { findGeneration, findRemains } from '../layout/generations';
import { readHead } from '../layout/head';
import type { FoundHead } from '../layout/head';
import type { Manifest } from '../layout/manifest';

/** What there is in a data folder. */
export type FoundStore =
  | { readonly kind: 'none' }
  /** The whole store in one file, as version 1 kept it. */
  | { readonly kind: 'whole'; readonly document: StoreDocument }
  | {
      readonly kind: 'generation';
      readonly number: number;
      readonly manifest: Manifest | 'damaged';
      readonly version: number;
      /** Null where nothing says it any more. */
      readonly deviceId: string | null;
      /** The file by which every version knows the folder is not what it should be. */
      readonly isHeadLost: boolean;
    }
  /** There was a store, and nothing of it can be found but what backups there may be. */
  | { readonly kind: 'lost'; readonly version: number | null; readonly deviceId: string | null };

/** A folder that is known to have had a generation, and of which only the manifest is gone, is read as far as it goes. */
async function remains(
  head: FoundHead,
  files: DiskFiles,
  folder: string,
): Promise<{ number: number; manifest: 'damaged' } | null> {
  const number = head.kind === 'head' ? await findRemains(files, folder) : null;
  return number === null ? null : { number, manifest: 'damaged' };
}

/** Looks which store a folder holds. Throws the disk's errors. */
export async function findStore(files: DiskFiles, folder: string): Promise<FoundStore> {
  const head = await readHead(files, folder);
  const generation = (await findGeneration(files, folder)) ?? (await remains(head, files, folder));
  if (generation === null) {
    if (head.kind === 'none' || head.kind === 'whole') return head;
    const { version, deviceId } = head.kind === 'head' ? head : { version: null, deviceId: null };
    return { kind: 'lost', version, deviceId };
  }
  const said = head.kind === 'head' ? head : null;
  const { number, manifest } = generation;
  const known = manifest === 'damaged' ? null : manifest;
  return {
    kind: 'generation',
    number,
    manifest,
    version: Math.max(known?.version ?? 0, said?.version ?? 0),
    deviceId: known?.deviceId ?? said?.deviceId ?? null,
    // A whole document beside a generation is what a migration that was interrupted at its end left of the one before.
    isHeadLost: said === null || said.version < (known?.version ?? 0),
  };
}
