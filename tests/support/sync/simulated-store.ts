import { nothingYet } from '../../../main/sync/synced-record';
import type { RecordKey, SyncedRecord } from '../../../main/sync/synced-record';
import type { Memory, SyncedStore } from '../../../main/sync/round/synced-store';
import type { Faults } from './faults';

interface Held {
  readonly records: ReadonlyMap<RecordKey, SyncedRecord>;
  readonly counts: ReadonlyMap<RecordKey, number>;
  readonly count: number;
  readonly identity: number;
}

/** A store in memory that keeps what it is told to all at once or not at all, and can be put back. */
export class SimulatedStore implements SyncedStore, Memory {
  #held: Held = { records: new Map(), counts: new Map(), count: 0, identity: 1 };
  #memory: unknown = null;
  readonly files = new Map<string, Uint8Array>();

  constructor(private readonly faults: Faults) {}

  identity(): string {
    return String(this.#held.identity);
  }

  count(): number {
    return this.#held.count;
  }

  get(key: RecordKey): SyncedRecord {
    return this.#held.records.get(key) ?? nothingYet(key);
  }

  keys(): RecordKey[] {
    return [...this.#held.records.keys()];
  }

  canHold(): boolean {
    return true;
  }

  changedSince(count: number): Promise<readonly RecordKey[]> {
    const changed = [...this.#held.counts].filter(([, at]) => at > count).sort(([, one], [, other]) => one - other);
    return Promise.resolve(changed.map(([key]) => key));
  }

  change(keys: readonly RecordKey[], work: (record: SyncedRecord) => SyncedRecord): Promise<void> {
    return this.faults.step(() => this.changeNow(keys, work));
  }

  /** What a person does: nothing breaks it off. */
  changeNow(keys: readonly RecordKey[], work: (record: SyncedRecord) => SyncedRecord): void {
    const records = new Map(this.#held.records);
    const counts = new Map(this.#held.counts);
    let { count } = this.#held;
    for (const key of keys) {
      const before = this.get(key);
      const after = work(before);
      if (after === before) continue;
      records.set(key, after);
      if (revsOf(before) !== revsOf(after)) counts.set(key, (count += 1));
    }
    this.#held = { ...this.#held, records, counts, count };
  }

  file(sha256: string): Promise<Uint8Array | null> {
    return Promise.resolve(this.files.get(sha256) ?? null);
  }

  read(): unknown {
    return this.#memory;
  }

  keep(value: unknown): Promise<void> {
    return this.faults.step(() => {
      this.#memory = structuredClone(value);
    });
  }

  /** Everything as it is, for `putBack` or a copy of the whole device. */
  saved(): { readonly held: unknown; readonly memory: unknown } {
    return { held: this.#held, memory: this.#memory };
  }

  /** `whole`: with what it remembers of its peers, as when the folder is copied; else as when a backup is restored. */
  putBack({ held, memory }: { readonly held: unknown; readonly memory: unknown }, whole: boolean): void {
    const identity = this.#held.identity + 1;
    this.#held = whole ? (held as Held) : { ...(held as Held), identity };
    if (whole) this.#memory = memory;
  }
}

function revsOf({ leaves }: SyncedRecord): string {
  return leaves.map(({ rev }) => rev).join(' ');
}
