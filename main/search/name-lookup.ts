import type { AnyRecord } from '@shared/domain/records';
import type { RecordId } from '@shared/domain/values';
import type { SearchedKind } from '@shared/ipc/search-channels';
import { Pace } from '../storage/pace';
import { searchedName } from './kept-records';
import { hasNames } from './names-work';
import type { FoundName } from './names-work';
import type { NamesKeeper } from './names-thread';
import { Parcel } from './parcel';
import { makePrint } from './print';
import type { IndexedRecords } from './text-index';

/** Where the names are kept between one opening and the next. */
export interface NamesShelf {
  /** Null when nothing that can be used is there. */
  loadNames(): Promise<Uint8Array | null>;
  keepNames(saved: Uint8Array): Promise<void>;
}

export interface NameLookupParts {
  readonly records: IndexedRecords;
  /** Begins a keeper; another one when its thread has ended. */
  readonly makeKeeper: () => NamesKeeper;
  readonly shelf: NamesShelf | null;
  /** Every name can be found now. */
  readonly onComplete: () => void;
  readonly onOddity: (what: string) => void;
}

/** In milliseconds: nobody who asked for everything waits longer for names while many are being taken in. */
const longestWait = 150;
/** So many records are compared with what was kept at once. */
const comparedAtOnce = 1000;
/** So many changes, or this share of all, are made again at the next opening sooner than everything is written anew. */
const fewChanges = 500;
const smallShare = 0.05;
/** A thread that ends again and again has a reason that beginning it once more does not mend. */
const mostBeginnings = 3;

/** The names of all records, kept in step with the store; what it finds is to be read in the store before it is shown. */
export class NameLookup {
  readonly #parts: NameLookupParts;
  /** Changed and not handed over yet. */
  readonly #changed = new Map<RecordId, SearchedKind>();
  #touched = new Set<RecordId>();
  #unkept = 0;
  #count = 0;
  #isComplete = false;
  #isClosed = false;
  #isHandingOver = false;
  #turn: Promise<void> = Promise.resolve();
  #keeper: NamesKeeper;
  #begunAgain = 0;

  constructor(parts: NameLookupParts) {
    this.#parts = parts;
    this.#keeper = parts.makeKeeper();
  }

  get isComplete(): boolean {
    return this.#isComplete;
  }

  /** Takes in what was kept, and from the store what is not in it as it is. */
  open(): Promise<void> {
    return this.#next(async () => {
      this.#isComplete = false;
      const kept = (await this.#parts.shelf?.loadNames()) ?? null;
      this.#keeper.load(kept);
      await this.#takeInStore();
    });
  }

  /** Everything in the store may be another now. */
  replaced(): Promise<void> {
    return this.#next(() => this.#takeInStore());
  }

  /** Notes what became of a record; null when it is not to be found any more. */
  note(kind: SearchedKind, id: RecordId, record: AnyRecord | null): void {
    if (!hasNames(kind)) return;
    this.#touched.add(id);
    this.#unkept += 1;
    if (record === null) {
      this.#changed.delete(id);
      this.#keeper.drop(kind, id);
      return;
    }
    this.#changed.set(id, kind);
    if (this.#isHandingOver) return;
    this.#isHandingOver = true;
    void this.#handOver().catch(this.#tellBroken);
  }

  /** The likeliest of each kind; null when that takes longer than `wait` milliseconds just now. */
  async search(
    query: string,
    kinds: readonly SearchedKind[],
    most: number,
    wait = longestWait,
  ): Promise<readonly FoundName[] | null> {
    if (this.#isClosed) return null;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => {
        resolve(null);
      }, wait);
    });
    try {
      return await Promise.race([this.#keeper.ask('search', { query, kinds, most }), late]);
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
    if (!this.#isClosed) await this.#keeper.ask('settle', null);
  }

  /** Keeps all names once more, after what was kept was removed. */
  keepAgain(): Promise<void> {
    return this.#next(() => this.#keep());
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#keeper.close();
    await this.#turn;
    this.#changed.clear();
  }

  async #takeInStore(): Promise<void> {
    const { records } = this.#parts;
    const keeper = this.#keeper;
    this.#isComplete = false;
    await records.ready();
    const print = await makePrint();
    this.#touched = new Set();
    const pace = new Pace();
    const parcel = new Parcel(keeper, 1 << 17);
    const all = new Set<RecordId>();
    let taken = 0;
    let some: { readonly id: RecordId; readonly json: Uint8Array }[] = [];
    const compareSome = async (): Promise<void> => {
      const prints = BigUint64Array.from(some, ({ json }) => print(json));
      const wanted = await keeper.ask('compare', { ids: some.map(({ id }) => id), prints });
      for (const at of wanted) {
        const each = some[at];
        // One that was changed meanwhile was handed over already, as it is now.
        if (each === undefined || this.#touched.has(each.id)) continue;
        parcel.put(each.json);
        taken += 1;
      }
      some = [];
    };
    for (const json of records.snapshot().records) {
      if (this.#isClosed) return;
      const name = searchedName(json);
      if (name !== null && hasNames(name.kind)) {
        all.add(name.id);
        some.push({ id: name.id, json });
        if (some.length === comparedAtOnce) await compareSome();
      }
      await pace.giveWay();
    }
    await compareSome();
    parcel.end();
    for (const id of this.#touched) all.add(id);
    keeper.keepOnly(all);
    this.#count = await keeper.ask('settle', null);
    this.#isComplete = true;
    this.#parts.onComplete();
    this.#unkept += taken;
    if (taken > fewChanges || taken > this.#count * smallShare) await this.#keep();
  }

  async #keep(): Promise<void> {
    if (this.#parts.shelf === null || this.#isClosed) return;
    this.#unkept = 0;
    await this.#parts.shelf.keepNames(await this.#keeper.ask('save', null));
  }

  /** Many changes at once (an import) are handed over a little at a time. */
  async #handOver(): Promise<void> {
    const pace = new Pace();
    const parcel = new Parcel(this.#keeper, 1 << 16);
    try {
      for (const [id, kind] of this.#changed) {
        if (this.#isClosed) return;
        this.#changed.delete(id);
        const json = this.#parts.records.jsonAt(kind, id);
        if (json !== undefined) parcel.put(json);
        await pace.giveWay();
      }
    } finally {
      parcel.end();
      this.#isHandingOver = false;
    }
    if (this.#isComplete && this.#unkept > Math.max(fewChanges, this.#count * smallShare)) void this.keepAgain();
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
    if (this.#keeper.hasEnded) {
      if (this.#begunAgain === mostBeginnings) return;
      this.#begunAgain += 1;
      this.#keeper = this.#parts.makeKeeper();
      void this.open();
    }
    this.#parts.onOddity(`names could not be looked up (${cause instanceof Error ? cause.name : typeof cause})`);
  };
}
