import type { AnyRecord } from '@shared/domain/records';
import type { RecordId } from '@shared/domain/values';
import type { SearchedKind } from '@shared/ipc/search-channels';
import { Pace } from '../storage/pace';
import { searchedName } from './kept-records';
import { hasNames } from './names-work';
import type { FoundName } from './names-work';
import type { NamesKeeper } from './names-thread';
import { Parcel } from './parcel';
import type { IndexedRecords } from './text-index';

export interface NameLookupParts {
  readonly records: IndexedRecords;
  readonly keeper: NamesKeeper;
  /** Every name can be found now. */
  readonly onComplete: () => void;
  readonly onOddity: (what: string) => void;
}

/** In milliseconds: nobody waits longer for names while many are being taken in. */
const longestWait = 150;

/** The names of all records, kept in step with the store; what it finds is to be read in the store before it is shown. */
export class NameLookup {
  readonly #parts: NameLookupParts;
  /** Changed and not handed over yet. */
  readonly #changed = new Map<RecordId, SearchedKind>();
  #touched = new Set<RecordId>();
  #isComplete = false;
  #isClosed = false;
  #isHandingOver = false;
  #turn: Promise<void> = Promise.resolve();

  constructor(parts: NameLookupParts) {
    this.#parts = parts;
  }

  get isComplete(): boolean {
    return this.#isComplete;
  }

  /** Takes in all names of the store; also when everything in it was replaced. */
  open(): Promise<void> {
    this.#isComplete = false;
    return this.#next(async () => {
      const { records, keeper } = this.#parts;
      await records.ready();
      keeper.clear();
      this.#touched = new Set();
      const pace = new Pace();
      const parcel = new Parcel(keeper, 1 << 17);
      for (const json of records.snapshot().records) {
        if (this.#isClosed) return;
        const name = searchedName(json);
        if (name !== null && hasNames(name.kind) && !this.#touched.has(name.id)) parcel.put(json);
        await pace.giveWay();
      }
      parcel.end();
      await keeper.settled();
      this.#isComplete = true;
      this.#parts.onComplete();
    });
  }

  /** Notes what became of a record; null when it is not to be found any more. */
  note(kind: SearchedKind, id: RecordId, record: AnyRecord | null): void {
    if (!hasNames(kind)) return;
    this.#touched.add(id);
    if (record === null) {
      this.#changed.delete(id);
      this.#parts.keeper.drop(kind, id);
      return;
    }
    this.#changed.set(id, kind);
    if (this.#isHandingOver) return;
    this.#isHandingOver = true;
    void this.#handOver().catch(this.#tellBroken);
  }

  /** The likeliest of each kind; null when that takes too long just now. */
  async search(query: string, kinds: readonly SearchedKind[], most: number): Promise<readonly FoundName[] | null> {
    if (this.#isClosed) return null;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => {
        resolve(null);
      }, longestWait);
    });
    try {
      return await Promise.race([this.#parts.keeper.search(query, kinds, most), late]);
    } catch (cause) {
      this.#tellBroken(cause);
      return null;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Answers when every name that is known here can be found. */
  async settled(): Promise<void> {
    await this.#turn;
    if (!this.#isClosed) await this.#parts.keeper.settled();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#parts.keeper.close();
    await this.#turn;
    this.#changed.clear();
  }

  /** Many changes at once (an import) are handed over a little at a time. */
  async #handOver(): Promise<void> {
    const pace = new Pace();
    const parcel = new Parcel(this.#parts.keeper, 1 << 16);
    try {
      for (const [id, kind] of this.#changed) {
        if (this.#isClosed) return;
        this.#changed.delete(id);
        const json = this.#parts.records.jsonAt(kind, id);
        if (json !== undefined) parcel.put(json);
        await pace.giveWay();
      }
      parcel.end();
    } finally {
      this.#isHandingOver = false;
    }
  }

  #next(task: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn
      .then(async () => {
        if (!this.#isClosed) await task();
      })
      .catch(this.#tellBroken);
    return this.#turn;
  }

  readonly #tellBroken = (cause: unknown): void => {
    // Closing ends the thread in the midst of its work.
    if (this.#isClosed) return;
    this.#parts.onOddity(`names could not be looked up (${cause instanceof Error ? cause.name : typeof cause})`);
  };
}
