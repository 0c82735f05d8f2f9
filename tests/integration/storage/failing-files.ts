import { diskFiles } from '@main/storage/disk/disk-files';
import type { DiskFiles } from '@main/storage/disk/disk-files';
import { tapped } from '../../crash/support/tapped-files';
import type { DiskCall } from '../../crash/support/tapped-files';

/**
 * How a call fails: before it did anything, half-way through a write, after it was done and its answer was lost, or, of
 * a sync, with what was to be synced lost for good.
 */
export type Failing = 'before' | 'half' | 'after' | 'forgotten';

export interface FaultPlan {
  /** The call that fails, counted from one; 0 for none. */
  readonly at: number;
  readonly how: Failing;
  readonly code: string;
  /** Every later call fails too: the disk is gone. */
  readonly forGood?: boolean;
  /** The calls that are counted and may fail; all, unless it is given. */
  readonly among?: (call: Pick<DiskCall<unknown>, 'name' | 'path'>) => boolean;
}

/** A disk, the real one unless another is given, of which one call fails. */
export class FailingFiles implements DiskFiles {
  calls = 0;
  hasFailed = false;
  /** The call that failed first, in words. */
  failedAt = 'no call';
  readonly read: DiskFiles['read'];
  readonly list: DiskFiles['list'];
  readonly has: DiskFiles['has'];
  readonly size: DiskFiles['size'];
  readonly create: DiskFiles['create'];
  readonly sync: DiskFiles['sync'];
  readonly rename: DiskFiles['rename'];
  readonly remove: DiskFiles['remove'];
  readonly removeFolder: DiskFiles['removeFolder'];
  readonly makeFolder: DiskFiles['makeFolder'];
  readonly syncFolder: DiskFiles['syncFolder'];

  constructor(
    private readonly plan: FaultPlan,
    inner: DiskFiles = diskFiles,
  ) {
    const files = tapped(inner, (call) => this.#made(call));
    this.read = files.read;
    this.list = files.list;
    this.has = files.has;
    this.size = files.size;
    this.create = files.create;
    this.sync = files.sync;
    this.rename = files.rename;
    this.remove = files.remove;
    this.removeFolder = files.removeFolder;
    this.makeFolder = files.makeFolder;
    this.syncFolder = files.syncFolder;
  }

  async #made<V>(call: DiskCall<V>): Promise<V> {
    const { at, how, code, forGood, among } = this.plan;
    if (among?.(call) === false) return call.run();
    this.calls += 1;
    const fails = at > 0 && (forGood === true ? this.calls >= at : this.calls === at);
    if (!fails) return call.run();
    if (!this.hasFailed) this.failedAt = `${call.name} ${call.path}`;
    this.hasFailed = true;
    if (how === 'half') await call.half();
    if (how === 'after') await call.run();
    if (how === 'forgotten') call.forget();
    throw Object.assign(new Error(`The disk fails at call ${this.calls}`), { code });
  }
}
