import { dirname, join } from 'node:path';
import type { Instant } from '@shared/dates';
import type { Failure } from '@shared/result';
import type { Blobs } from '../blobs';
import { failureOfReading, failureOfWriting } from '../disk/disk-failures';
import type { DiskFiles } from '../disk/disk-files';
import { removeLeftovers } from '../disk/durable-write';
import { plainSeal } from '../seal/plain-seal';
import type { Seal } from '../seal/seal';
import { newestFirst } from './backup-names';
import type { BackupPlace } from './backup-place';
import type { BackupShelf } from './backup-shelf';
import { FilesMirror } from './files-mirror';
import type { MirrorState } from './files-mirror';
import { resealPlace } from './reseal-place';
import { isSame, partOf, piecesOf } from './unhurried';
import type { Watch } from './unhurried';
import { keepVaultBeside } from './vault-beside';

/** The folder that the person chose for backups, as it is at the moment. */
export interface OtherFolderState {
  readonly folder: string;
  readonly isThere: boolean;
  /** The attached files that are copied there; null when it is not there. */
  readonly files: MirrorState | null;
  readonly problem: Failure | null;
}

export interface OtherFolderParts {
  readonly files: DiskFiles;
  readonly shelf: BackupShelf;
  /** The attached files beside the store. */
  readonly blobs: Pick<Blobs, 'all'>;
  readonly clock: () => Instant;
}

/** What goes to the other disk beside the backups: without the photographs and the keys they would be half. */
export class OtherFolder {
  readonly #parts: OtherFolderParts;
  #last: Promise<unknown> = Promise.resolve();
  #problem: Failure | null = null;

  constructor(parts: OtherFolderParts) {
    this.#parts = parts;
  }

  /** Null when none was chosen. */
  async state(): Promise<OtherFolderState | null> {
    const { shelf, blobs } = this.#parts;
    const folder = shelf.places.chosen();
    if (folder === null) return null;
    const place = await shelf.places.there();
    const problem = this.#problem ?? shelf.problems.get('there') ?? null;
    if (place === null) return { folder, isThere: false, files: null, problem: null };
    try {
      return { folder, isThere: true, files: await this.#mirrorIn(place).state(await blobs.all()), problem };
    } catch (cause) {
      return { folder, isThere: true, files: null, problem: problem ?? failureOfReading(cause) };
    }
  }

  /** Brings it up to date, when it is there. A failure of the disk is remembered and not thrown. */
  visit(watch: Watch = {}): Promise<void> {
    return this.#inTurn(async (place) => {
      const { shelf, blobs } = this.#parts;
      const { seal } = shelf;
      const mirror = this.#mirrorIn(place);
      await this.#keepVault(place);
      await shelf.inTurn(async () => {
        await removeLeftovers(this.#parts.files, place.folder);
        // What was left readable there, because it was not there when the passphrase was set.
        if (seal.isSecret) await resealPlace(place, [plainSeal], seal, watch);
        await this.#carryOver(place, watch);
      });
      const source = await blobs.all();
      await mirror.bringUpToDate(source, seal, partOf(watch, 0.2, 1));
      if (seal.isSecret) await mirror.reseal([plainSeal], seal, watch, source);
    });
  }

  /** Writes the copied files under another seal; the backups themselves are the shelf's. */
  reseal(from: readonly Seal[], to: Seal, watch: Watch = {}): Promise<void> {
    return this.#inTurn(async (place) => {
      await this.#keepVault(place);
      await this.#mirrorIn(place).reseal([...from, plainSeal], to, watch);
    });
  }

  /** The attached file with this hash, from beside the backups in any place; null when it is nowhere. */
  async fileContent(sha256: string): Promise<Uint8Array | null> {
    const { shelf } = this.#parts;
    for (const { place } of await shelf.places.all()) {
      for (const seal of [...shelf.seals, plainSeal]) {
        const content = await this.#mirrorIn(place).get(sha256, seal);
        if (content !== null) return content;
      }
    }
    return null;
  }

  /** The newest sound backup is copied when it is not there yet: it was made while the disk was away. */
  async #carryOver(place: BackupPlace, watch: Watch): Promise<void> {
    const { here } = this.#parts.shelf.places;
    const { mark } = this.#parts.shelf;
    const own = (await here.names()).filter(({ device }) => device === mark);
    const [newest] = newestFirst(own, mark);
    if (newest === undefined || (await place.has(newest))) return;
    const file = await here.read(newest);
    await place.write(newest, piecesOf(file, watch), (kept) => isSame(kept, file));
  }

  #keepVault(place: BackupPlace): Promise<void> {
    const { files, shelf, clock } = this.#parts;
    return keepVaultBeside(files, dirname(shelf.folder), place, clock);
  }

  #mirrorIn({ folder }: BackupPlace): FilesMirror {
    return new FilesMirror(this.#parts.files, join(folder, 'files'));
  }

  #inTurn(task: (place: BackupPlace) => Promise<void>): Promise<void> {
    const result = this.#last.then(async () => {
      const place = await this.#parts.shelf.places.there();
      if (place === null) return;
      try {
        await task(place);
        this.#problem = null;
      } catch (cause) {
        this.#problem = failureOfWriting(cause);
      }
    });
    this.#last = result.catch(() => undefined);
    return result;
  }
}
