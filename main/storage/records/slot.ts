import { isLong, isRecordType, readBeginning, readRecord } from './stored-record';
import type { Entry, StoredRecord } from './stored-record';

/**
 * The place of one record: its JSON as it is on the disk, and the record that is read from it when somebody first asks.
 * A long one is let go of again when nobody holds it any more: a hundred thousand notes are not kept as objects.
 */
export class Slot {
  /** The bucket that it was last written to; null while only a journal has it. */
  bucket: number | null = null;
  #json: Uint8Array;
  #entry: Entry | WeakRef<Entry> | undefined;
  #beginning: StoredRecord | undefined;
  #isUnreadable = false;

  constructor(
    readonly type: string,
    readonly id: string,
    json: Uint8Array,
  ) {
    this.#json = json;
  }

  get json(): Uint8Array {
    return this.#json;
  }

  /** There is no entry to be had from it: of a newer version, or no record at all. It is carried along as it is. */
  get isUnreadable(): boolean {
    return this.#isUnreadable;
  }

  /** The record; undefined for one that this version cannot read. */
  entry(): Entry | undefined {
    const known = this.#entry instanceof WeakRef ? this.#entry.deref() : this.#entry;
    if (known !== undefined || this.#isUnreadable) return known;
    const read = readRecord(this.#json);
    if (read.kind === 'entry' && read.entry.record.id === this.id && read.entry.record.type === this.type) {
      this.#keep(read.entry);
      return read.entry;
    }
    this.#isUnreadable = true;
    return undefined;
  }

  /** The record's fields, of a long one without its text. */
  beginning(): StoredRecord | undefined {
    if (!isRecordType(this.type) || !isLong(this.type)) return this.entry()?.record;
    this.#beginning ??= readBeginning(this.type, this.#json);
    return this.#beginning;
  }

  /** Takes in the record as it is now on the disk. */
  replace(json: Uint8Array, entry: Entry | undefined): void {
    this.#json = json;
    this.#beginning = undefined;
    this.#isUnreadable = false;
    this.#entry = undefined;
    if (entry !== undefined) this.#keep(entry);
  }

  #keep(entry: Entry): void {
    this.#entry = isLong(entry.record.type) ? new WeakRef(entry) : entry;
  }
}
