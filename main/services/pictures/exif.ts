import { withoutIptcPlace } from './iptc';

/** What one block of EXIF (a TIFF structure) tells, once nothing in it tells a place. */
export interface ExifFacts {
  /** When the picture was taken by the camera's clock, as it stands there: `2026:03:02 09:15:30`. */
  takenAt: string | null;
  /** That clock's distance from UTC (`+08:00`), where the camera noted it. */
  offset: string | null;
  /** 1 to 8, as the EXIF standard numbers them; null when it does not say. */
  orientation: number | null;
}

export interface ExifRead extends ExifFacts {
  /** `unsure`: something does not hold together, so that a place may be left in it. */
  readonly place: 'none' | 'found' | 'unsure';
}

const tags = {
  orientation: 0x0112,
  subImages: 0x014a,
  iptc: 0x83bb,
  exif: 0x8769,
  gps: 0x8825,
  makerNote: 0x927c,
  makerNoteOfDng: 0xc634,
  original: 0x9003,
  digitised: 0x9004,
  offsetOriginal: 0x9011,
  offsetDigitised: 0x9012,
} as const;

/** In bytes, by the number of the type; what is not here is skipped. */
const sizeOfType: readonly number[] = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];
/** A real block has some hundreds; a hostile one could have millions. */
const mostEntries = 20_000;
/** A value of a GPS directory: the longest is a name of a method in words. */
const longestGpsValue = 4096;

interface Entry {
  readonly at: number;
  readonly tag: number;
  readonly length: number;
  readonly count: number;
  /** Where its value stands, in the entry itself or elsewhere. */
  readonly valueAt: number;
}

/** What is done about the place; `except-notes` leaves what the maker noted, and says that a place may remain there. */
export type PlaceRemoval = 'none' | 'all' | 'except-notes';

/**
 * Reads a TIFF block from its byte order mark on and, unless it is told to keep it, takes the place out of it: nothing
 * moves and nothing gets longer or shorter, so that it can be done inside any file. The camera maker's own notes become
 * blank: some makers name the city there, each in a way of its own. Never throws, whatever the bytes are.
 */
export function readExif(block: Uint8Array, removal: PlaceRemoval): ExifRead {
  return new ExifBlock(block, removal).read();
}

class ExifBlock {
  readonly #view: DataView;
  readonly #isLittle: boolean;
  readonly #seen = new Set<number>();
  readonly #waiting: number[] = [];
  readonly #makerNotes: Entry[] = [];
  readonly #isPlaceRemoved: boolean;
  #entriesLeft = mostEntries;
  #place: ExifRead['place'] = 'none';
  readonly #facts: ExifFacts = { takenAt: null, offset: null, orientation: null };
  #digitised: string | null = null;
  #digitisedOffset: string | null = null;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly removal: PlaceRemoval,
  ) {
    this.#isPlaceRemoved = removal !== 'none';
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#isLittle = bytes[0] === 0x49;
  }

  read(): ExifRead {
    this.#visit(this.#u32(4));
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) this.#directory(next);
    // Only now: what a hostile block calls a maker's notes may be its directories.
    for (const note of this.#makerNotes) this.#emptyNotes(note);
    const { takenAt, offset, orientation } = this.#facts;
    return {
      takenAt: takenAt ?? this.#digitised,
      offset: takenAt === null ? this.#digitisedOffset : offset,
      orientation,
      place: this.#place,
    };
  }

  #visit(at: number | null): void {
    if (at === null || at === 0 || this.#seen.has(at)) return;
    this.#seen.add(at);
    this.#waiting.push(at);
  }

  #directory(at: number): void {
    const count = this.#u16(at);
    if (count === null) {
      this.#place = 'unsure';
      return;
    }
    const entries: Entry[] = [];
    for (let index = 0; index < count; index += 1) {
      const entry = this.#entry(at + 2 + index * 12);
      this.#entriesLeft -= 1;
      if (entry === null || this.#entriesLeft < 0) {
        this.#place = 'unsure';
        break;
      }
      entries.push(entry);
    }
    for (const entry of entries) this.#take(entry);
    this.#visit(this.#u32(at + 2 + count * 12));
    const gps = entries.find(({ tag }) => tag === tags.gps);
    if (gps !== undefined) this.#gps(at, count, gps);
  }

  #take(entry: Entry): void {
    switch (entry.tag) {
      case tags.orientation: {
        const value = this.#u16(entry.valueAt);
        if (value !== null && value >= 1 && value <= 8) this.#facts.orientation ??= value;
        return;
      }
      case tags.exif:
        this.#visit(this.#u32(entry.at + 8));
        return;
      case tags.subImages:
        for (let index = 0; index < Math.min(entry.count, 32); index += 1) {
          this.#visit(this.#u32(entry.valueAt + index * 4));
        }
        return;
      case tags.original:
        this.#facts.takenAt ??= this.#text(entry);
        return;
      case tags.digitised:
        this.#digitised ??= this.#text(entry);
        return;
      case tags.offsetOriginal:
        this.#facts.offset ??= this.#text(entry);
        return;
      case tags.offsetDigitised:
        this.#digitisedOffset ??= this.#text(entry);
        return;
      case tags.makerNote:
      case tags.makerNoteOfDng:
        this.#makerNotes.push(entry);
        return;
      case tags.iptc: {
        const inside = this.bytes.subarray(entry.valueAt, entry.valueAt + entry.length);
        if (withoutIptcPlace(inside, this.#isPlaceRemoved) && this.#place === 'none') this.#place = 'found';
      }
    }
  }

  /** Empties the GPS directory and takes its entry out of the directory that names it. */
  #gps(directory: number, count: number, entry: Entry): void {
    if (this.#place === 'none') this.#place = 'found';
    if (!this.#isPlaceRemoved) return;
    const at = this.#u32(entry.at + 8);
    // A hostile block may name one of its other directories: those hold no place that anybody would look for there.
    if (at !== null && at >= 8 && !this.#seen.has(at)) this.#empty(at);
    const end = Math.min(directory + 2 + count * 12 + 4, this.bytes.length);
    this.bytes.copyWithin(entry.at, entry.at + 12, end);
    this.#blank(Math.max(entry.at, end - 12), end);
    this.#view.setUint16(directory, count - 1, this.#isLittle);
    // There may be a second one, if somebody wanted to hide it.
    const again = this.#u16(directory) ?? 0;
    for (let index = 0; index < again; index += 1) {
      const other = this.#entry(directory + 2 + index * 12);
      if (other === null) return;
      if (other.tag === tags.gps) {
        this.#gps(directory, again, other);
        return;
      }
    }
  }

  #empty(at: number): void {
    const count = Math.min(this.#u16(at) ?? 0, 64);
    for (let index = 0; index < count; index += 1) {
      const value = this.#entry(at + 2 + index * 12);
      if (value === null) break;
      if (value.length > 4 && value.length <= longestGpsValue) {
        this.#blank(value.valueAt, value.valueAt + value.length);
      }
    }
    this.#blank(at, at + 2 + count * 12 + 4);
  }

  #emptyNotes({ valueAt, length }: Entry): void {
    if (this.removal === 'none') return;
    const to = valueAt + length;
    const isCut = to > this.bytes.length;
    const isOverDirectory = [...this.#seen].some((at) => at + 2 > valueAt && at < to);
    if (this.removal === 'except-notes' || isCut || isOverDirectory) this.#place = 'unsure';
    else this.#blank(valueAt, to);
  }

  /** As far as there is anything: a Buffer refuses to fill beyond its end. */
  #blank(from: number, to: number): void {
    this.bytes.subarray(from, to).fill(0);
  }

  #entry(at: number): Entry | null {
    const tag = this.#u16(at);
    const type = this.#u16(at + 2);
    const count = this.#u32(at + 4);
    if (tag === null || type === null || count === null || at + 12 > this.bytes.length) return null;
    const length = (sizeOfType[type] ?? 0) * count;
    const elsewhere = this.#u32(at + 8);
    return { at, tag, length, count, valueAt: length > 4 ? (elsewhere ?? at + 8) : at + 8 };
  }

  #text({ valueAt, length }: Entry): string | null {
    if (length > 64 || valueAt + length > this.bytes.length) return null;
    const text = String.fromCharCode(...this.bytes.subarray(valueAt, valueAt + length));
    const words = (text.split('\0')[0] ?? '').trim();
    return words === '' ? null : words;
  }

  #u16(at: number): number | null {
    return at + 2 <= this.bytes.length ? this.#view.getUint16(at, this.#isLittle) : null;
  }

  #u32(at: number): number | null {
    return at + 4 <= this.bytes.length ? this.#view.getUint32(at, this.#isLittle) : null;
  }
}
