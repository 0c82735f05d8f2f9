import type { AnyRecord } from '@shared/domain/records';
import type { RecordId } from '@shared/domain/values';
import type { SearchedKind } from '@shared/ipc/search-channels';
import { fold } from '@shared/search/fold';
import { searchedTexts } from './searched-texts';
import type { SearchedText } from './searched-texts';

/** The texts of a record, as they are and folded. */
export interface Looked {
  readonly texts: readonly SearchedText[];
  readonly folded: readonly string[];
}

/** A record that is in no segment as it is now. */
export interface Pending {
  readonly kind: SearchedKind;
  readonly id: RecordId;
  /** Its texts, once they were looked at. */
  readonly looked: Looked | null;
}

/** In units: of so much that is pending the texts are kept at hand. */
const mostLooked = 4 << 20;

/** The records that wait to be taken into a segment, in the order in which they came. */
export class PendingRecords implements Iterable<Pending> {
  readonly #records = new Map<RecordId, Pending>();
  #units = 0;

  get size(): number {
    return this.#records.size;
  }

  has(id: RecordId): boolean {
    return this.#records.has(id);
  }

  /** Adds a record, or notes that it is another now. */
  put(kind: SearchedKind, id: RecordId): void {
    this.forget(id);
    this.#records.set(id, { kind, id, looked: null });
  }

  forget(id: RecordId): void {
    const pending = this.#records.get(id);
    if (pending === undefined) return;
    if (pending.looked !== null) this.#units -= unitsOf(pending.looked);
    this.#records.delete(id);
  }

  clear(): void {
    this.#records.clear();
    this.#units = 0;
  }

  /** The texts of a record that is pending, which are kept at hand if there is room. */
  look(id: RecordId, record: AnyRecord): Looked {
    const texts = searchedTexts(record);
    const looked = { texts, folded: texts.map(({ text }) => fold(text)) };
    const pending = this.#records.get(id);
    const units = unitsOf(looked);
    if (pending?.looked === null && this.#units + units <= mostLooked) {
      this.#records.set(id, { ...pending, looked });
      this.#units += units;
    }
    return looked;
  }

  [Symbol.iterator](): Iterator<Pending> {
    return this.#records.values();
  }
}

function unitsOf({ folded }: Looked): number {
  return folded.reduce((sum, text) => sum + text.length, 0);
}
