import type { Becoming } from '@shared/ipc/backup-channels';
import { performance } from 'node:perf_hooks';
import { failed, success } from '@shared/result';
import type { Result } from '@shared/result';
import type { Snapshot } from '../snapshot';
import type { Migration } from '../migrations';
import type { BackupShelf } from './backup-shelf';
import { differences } from './difference';
import type { Differing } from './difference';
import type { ReadBackup } from './read-backup';
import { upToDate } from './up-to-date';
import { partOf } from './unhurried';
import type { Watch } from './unhurried';

/** What was found by reading a backup from beginning to end. */
export type BackupLook =
  | {
      readonly kind: 'good';
      readonly records: number;
      readonly counts: readonly { readonly type: string; readonly became: Becoming; readonly count: number }[];
      /** The first of the records that are not as they were, for their titles. */
      readonly differing: readonly Differing[];
    }
  | Exclude<ReadBackup, { kind: 'good' }>;

const mostKept = 300;
const mostLooks = 100;
/** In milliseconds; a disk may go bad at any time, and so no look is believed for ever. */
const believedFor = 60_000;

/** Compares backups with what is here now: one after the other, and none twice while nothing changes. */
export class Looks {
  readonly #looks = new Map<string, { readonly look: BackupLook; readonly taken: number }>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly shelf: BackupShelf,
    private readonly snapshot: () => Snapshot,
    private readonly migrations: readonly Migration[],
  ) {}

  look(name: string, watch: Watch = {}): Promise<Result<BackupLook>> {
    const result = this.#last.then(() => this.#look(name, watch));
    this.#last = result.catch(() => undefined);
    return result;
  }

  async #look(name: string, watch: Watch): Promise<Result<BackupLook>> {
    const now = this.snapshot();
    const key = `${name} ${await this.shelf.places.sizeOf(name)} ${now.generation} ${now.seq}`;
    const known = this.#looks.get(key);
    if (known !== undefined && performance.now() - known.taken < believedFor) return success(known.look);
    const read = await this.shelf.read(name, partOf(watch, 0, 0.6));
    if (read === null) return failed({ code: 'not-a-backup', reason: 'not-listed' });
    const look = read.kind === 'good' ? await this.#compared(read, now, partOf(watch, 0.6, 1)) : read;
    this.#looks.delete(key);
    this.#looks.set(key, { look, taken: performance.now() });
    const [oldest] = this.#looks.keys();
    if (this.#looks.size > mostLooks && oldest !== undefined) this.#looks.delete(oldest);
    return success(look);
  }

  async #compared(
    { content }: Extract<ReadBackup, { kind: 'good' }>,
    now: Snapshot,
    watch: Watch,
  ): Promise<BackupLook> {
    const records = await upToDate(content, this.migrations, partOf(watch, 0, 0.3));
    const differing = await differences(records, now.records, partOf(watch, 0.3, 1));
    const counts = new Map<string, { type: string; became: Becoming; count: number }>();
    for (const { type, became } of differing) {
      const key = `${type} ${became}`;
      const count = counts.get(key)?.count ?? 0;
      counts.set(key, { type, became, count: count + 1 });
    }
    return {
      kind: 'good',
      records: records.length,
      counts: [...counts.values()],
      // Copied, so that a few records do not hold on to all that they were read from.
      differing: differing.slice(0, mostKept).map((one) => ({ ...one, then: one.then && Uint8Array.from(one.then) })),
    };
  }
}
