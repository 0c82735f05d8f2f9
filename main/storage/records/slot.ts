import type { RecordJsons } from '../snapshot';
import type { PlacedLines } from './placed-lines';
import { isLong, isRecordType, readBeginning, readRecord } from './stored-record';
import type { Entry, StoredRecord } from './stored-record';

function jsonAt(json: Uint8Array | PlacedLines, index: number): Uint8Array {
  return json instanceof Uint8Array ? json : json.json(index);
}

/** The JSON of records as it was at one moment, whatever becomes of them. */
export class HeldJsons implements RecordJsons {
  readonly #jsons: (Uint8Array | PlacedLines)[] = [];
  readonly #indices: number[] = [];

  get length(): number {
    return this.#jsons.length;
  }

  add(json: Uint8Array | PlacedLines, index: number): void {
    this.#jsons.push(json);
    this.#indices.push(index);
  }

  *[Symbol.iterator](): Iterator<Uint8Array> {
    for (const [at, json] of this.#jsons.entries()) yield jsonAt(json, this.#indices[at] ?? 0);
  }
}

/**
 * The place of one record: its JSON as it is on the disk, and the record that is read from it when somebody asks. It is
 * let go of again when nobody holds it any more: a hundred thousand records are not kept as objects.
 */
export class Slot {
  /** The bucket that it was last written to; null while only a journal has it. */
  bucket: number | null = null;
  /** The record's JSON, or the lines of a file that it is among while nobody has changed it. */
  #json: Uint8Array | PlacedLines;
  readonly #index: number;
  #entry: WeakRef<Entry> | undefined;
  #isUnreadable = false;

  constructor(
    readonly type: string,
    readonly id: string,
    json: Uint8Array | PlacedLines,
    index = 0,
  ) {
    this.#json = json;
    this.#index = index;
  }

  get json(): Uint8Array {
    return jsonAt(this.#json, this.#index);
  }

  /** Hands over where its JSON stands now, which is a moment's work for a hundred thousand of them. */
  hold(jsons: HeldJsons): void {
    jsons.add(this.#json, this.#index);
  }

  /** The record; undefined for one that this version cannot read, which is carried along as it is. */
  entry(): Entry | undefined {
    const known = this.#entry?.deref();
    if (known !== undefined || this.#isUnreadable) return known;
    const read = readRecord(this.json);
    if (read.kind === 'entry' && read.entry.record.id === this.id && read.entry.record.type === this.type) {
      this.#entry = new WeakRef(read.entry);
      return read.entry;
    }
    this.#isUnreadable = true;
    return undefined;
  }

  /** The record's fields, of a long one without its text; not validated. Undefined when there is no such thing. */
  beginning(): StoredRecord | undefined {
    const known = this.#entry?.deref();
    if (known !== undefined) return known.record;
    return isRecordType(this.type) ? readBeginning(isLong(this.type) ? this.type : null, this.json) : undefined;
  }

  /** Takes in the record as it is now on the disk. */
  replace(json: Uint8Array, entry: Entry | undefined): void {
    this.#json = json;
    this.#isUnreadable = false;
    this.#entry = entry === undefined ? undefined : new WeakRef(entry);
  }
}
