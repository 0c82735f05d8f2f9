/** Sequences of units and, in order, the places from which each can be found: a name by any of its words, a number by any part. */
export class SuffixArray {
  /** Begins with 0, and 0 stands behind each sequence. */
  #units: Uint16Array;
  #length: number;
  #starts: Uint32Array;
  /** For each of `#starts` the number of its sequence, beside it: looking it up for thousands would be slow. */
  #sequencesOfStarts: Uint32Array;
  #count: number;
  /** Where each sequence begins in `#units`, and whose it is. */
  #beginnings: Uint32Array;
  #owners: Uint32Array;
  #sequences: number;
  #pending: number[] = [];

  constructor(saved?: SavedSuffixArray) {
    this.#units = saved?.units ?? new Uint16Array(1024);
    this.#length = saved?.units.length ?? 1;
    this.#starts = saved?.starts ?? new Uint32Array(256);
    this.#sequencesOfStarts = new Uint32Array(this.#starts.length);
    this.#count = saved?.starts.length ?? 0;
    this.#beginnings = saved?.beginnings ?? new Uint32Array(64);
    this.#owners = saved?.owners ?? new Uint32Array(64);
    this.#sequences = saved?.owners.length ?? 0;
    const sequenceOfUnit = new Uint32Array(saved === undefined ? 0 : this.#length);
    for (let sequence = 0; sequence < this.#sequences; sequence += 1) {
      sequenceOfUnit.fill(sequence, this.beginningOf(sequence), this.endOf(sequence) + 1);
    }
    for (let index = 0; index < this.#count; index += 1) {
      this.#sequencesOfStarts[index] = sequenceOfUnit[this.#starts[index] ?? 0] ?? 0;
    }
  }

  /** Adds a sequence; it is found after `settle`. */
  add(owner: number, units: readonly number[], starts: readonly number[]): void {
    const begin = this.#length;
    this.#units = roomIn(this.#units, begin + units.length + 1);
    this.#units.set(units, begin);
    this.#units[begin + units.length] = 0;
    this.#length = begin + units.length + 1;
    this.#beginnings = roomIn(this.#beginnings, this.#sequences + 1);
    this.#owners = roomIn(this.#owners, this.#sequences + 1);
    this.#beginnings[this.#sequences] = begin;
    this.#owners[this.#sequences] = owner;
    this.#sequences += 1;
    for (const start of starts) this.#pending.push(begin + start);
  }

  /** Puts what was added in order among the rest: one pass over the array, however many there are. */
  settle(): void {
    const added = this.#pending;
    if (added.length === 0) return;
    this.#pending = [];
    const sorted = this.#inOrder(added);
    const before = this.#count;
    this.#count = before + sorted.length;
    this.#starts = roomIn(this.#starts, this.#count);
    this.#sequencesOfStarts = roomIn(this.#sequencesOfStarts, this.#count);
    // From behind: what stands after the place of each new one moves by as many as are still to come.
    let end = before;
    for (let left = sorted.length; left > 0; left -= 1) {
      const start = sorted[left - 1] ?? 0;
      const place = this.#placeOf(start, end);
      if (place < end) {
        this.#starts.copyWithin(place + left, place, end);
        this.#sequencesOfStarts.copyWithin(place + left, place, end);
      }
      this.#starts[place + left - 1] = start;
      this.#sequencesOfStarts[place + left - 1] = this.#sequenceAt(start);
      end = place;
    }
  }

  get size(): number {
    return this.#count;
  }

  /** Bytes held. */
  get bytes(): number {
    return (
      this.#units.byteLength +
      this.#starts.byteLength +
      this.#sequencesOfStarts.byteLength +
      this.#beginnings.byteLength +
      this.#owners.byteLength
    );
  }

  /** Of the places from `low` to before `high`, which agree in their first `depth` units, those that go on with `unit`. */
  narrow(low: number, high: number, depth: number, unit: number): readonly [low: number, high: number] {
    const first = this.#bound(low, high, depth, unit);
    return [first, this.#bound(first, high, depth, unit + 1)];
  }

  #bound(low: number, high: number, depth: number, unit: number): number {
    let from = low;
    let to = high;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((this.#units[(this.#starts[middle] ?? 0) + depth] ?? 0) < unit) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  /** The ranges of places that go on with one of `options` at each step; none over another. */
  ranges(options: readonly (readonly number[])[]): (readonly [low: number, high: number])[] {
    let ranges: (readonly [number, number])[] = [[0, this.#count]];
    for (const [depth, units] of options.entries()) {
      const next: (readonly [number, number])[] = [];
      for (const [low, high] of ranges) {
        if (units.length > (high - low) * 2) this.#walk(low, high, depth, units, next);
        else {
          let from = low;
          for (const unit of units) {
            const [first, last] = this.narrow(from, high, depth, unit);
            if (first < last) next.push([first, last]);
            from = last;
            if (from === high) break;
          }
        }
      }
      if (next.length === 0) return [];
      ranges = next;
    }
    return ranges;
  }

  /** The ranges of places that go on with `units` but for one slip, and with how many units they do. */
  nearRanges(units: readonly number[], alphabet: readonly number[]): NearRange[] {
    const found: NearRange[] = [];
    const follow = (low: number, high: number, depth: number, from: number): void => {
      let range: readonly [number, number] = [low, high];
      let reached = depth;
      for (let at = from; at < units.length && range[0] < range[1]; at += 1, reached += 1) {
        range = this.narrow(range[0], range[1], reached, units[at] ?? 0);
      }
      if (range[0] < range[1]) found.push({ low: range[0], high: range[1], length: reached });
    };
    let [low, high] = [0, this.#count];
    for (let at = 0; at < units.length && low < high; at += 1) {
      const unit = units[at] ?? 0;
      const next = units[at + 1];
      if (at > 0) follow(low, high, at, at + 1);
      for (const other of alphabet) {
        const [first, last] = this.narrow(low, high, at, other);
        if (first === last) continue;
        // A letter too few in the query; and one that is another.
        follow(first, last, at + 1, at);
        if (other !== unit) follow(first, last, at + 1, at + 1);
        if (other === next && other !== unit) {
          const [swapped, end] = this.narrow(first, last, at + 1, unit);
          follow(swapped, end, at + 2, at + 2);
        }
      }
      [low, high] = this.narrow(low, high, at, unit);
    }
    return found;
  }

  /** A few places and many options: it is quicker to ask of each place whether it is wanted. */
  #walk(low: number, high: number, depth: number, units: readonly number[], into: (readonly [number, number])[]): void {
    let from = low;
    while (from < high) {
      const unit = this.#units[(this.#starts[from] ?? 0) + depth] ?? 0;
      const last = this.#bound(from, high, depth, unit + 1);
      if (units.includes(unit)) into.push([from, last]);
      from = last;
    }
  }

  /** The place of the units that the one with this number in the order begins with. */
  startAt(index: number): number {
    return this.#starts[index] ?? 0;
  }

  unitAt(place: number): number {
    return this.#units[place] ?? 0;
  }

  /** The number of the sequence that the one with this number in the order lies in. */
  sequenceOf(index: number): number {
    return this.#sequencesOfStarts[index] ?? 0;
  }

  #sequenceAt(place: number): number {
    let from = 0;
    let to = this.#sequences;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((this.#beginnings[middle] ?? 0) <= place) from = middle + 1;
      else to = middle;
    }
    return from - 1;
  }

  beginningOf(sequence: number): number {
    return this.#beginnings[sequence] ?? 0;
  }

  ownerOf(sequence: number): number {
    return this.#owners[sequence] ?? 0;
  }

  /** The units behind a sequence's last. */
  endOf(sequence: number): number {
    return (sequence + 1 < this.#sequences ? (this.#beginnings[sequence + 1] ?? 0) : this.#length) - 1;
  }

  /** Leaves only the sequences whose owner has a new number (-1 where it has none), under that one, in their order. */
  keep(renumbered: Int32Array): SuffixArray {
    const units = new Uint16Array(this.#length);
    const beginnings: number[] = [];
    const owners: number[] = [];
    const moved = new Int32Array(this.#sequences);
    let length = 1;
    for (let sequence = 0; sequence < this.#sequences; sequence += 1) {
      const owner = renumbered[this.ownerOf(sequence)] ?? -1;
      if (owner < 0) continue;
      const begin = this.beginningOf(sequence);
      const end = this.endOf(sequence) + 1;
      moved[sequence] = length - begin;
      units.set(this.#units.subarray(begin, end), length);
      beginnings.push(length);
      owners.push(owner);
      length += end - begin;
    }
    const starts = new Uint32Array(this.#count);
    let count = 0;
    for (let index = 0; index < this.#count; index += 1) {
      const start = this.startAt(index);
      const sequence = this.sequenceOf(index);
      if ((renumbered[this.ownerOf(sequence)] ?? -1) < 0) continue;
      starts[count] = start + (moved[sequence] ?? 0);
      count += 1;
    }
    return new SuffixArray({
      units: units.slice(0, length),
      starts: starts.slice(0, count),
      beginnings: Uint32Array.from(beginnings),
      owners: Uint32Array.from(owners),
    });
  }

  /** What to write down, so that opening needs no rebuild. */
  save(): SavedSuffixArray {
    this.settle();
    return {
      units: this.#units.slice(0, this.#length),
      starts: this.#starts.slice(0, this.#count),
      beginnings: this.#beginnings.slice(0, this.#sequences),
      owners: this.#owners.slice(0, this.#sequences),
    };
  }

  #compare(one: number, other: number): number {
    const units = this.#units;
    for (let depth = 0; ; depth += 1) {
      const left = units[one + depth] ?? 0;
      const right = units[other + depth] ?? 0;
      if (left !== right) return left - right;
      if (left === 0) return one - other;
    }
  }

  #placeOf(start: number, end: number): number {
    let from = 0;
    let to = end;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (this.#compare(this.#starts[middle] ?? 0, start) < 0) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  /** In a large build those with the same two first units are put in order apart from the others. */
  #inOrder(starts: readonly number[]): Uint32Array {
    if (starts.length < 1000) return Uint32Array.from(starts).sort((one, other) => this.#compare(one, other));
    const keys = new Map<number, number[]>();
    for (const start of starts) {
      const first = this.#units[start] ?? 0;
      const key = first === 0 ? 0 : first * 0x10000 + (this.#units[start + 1] ?? 0);
      const bucket = keys.get(key);
      if (bucket === undefined) keys.set(key, [start]);
      else bucket.push(start);
    }
    const sorted = new Uint32Array(starts.length);
    let at = 0;
    for (const key of Float64Array.from(keys.keys()).sort()) {
      const bucket = keys.get(key) ?? [];
      if (bucket.length > 1) bucket.sort((one, other) => this.#compare(one, other));
      sorted.set(bucket, at);
      at += bucket.length;
    }
    return sorted;
  }
}

/** Places that agree with a query but for one slip. */
export interface NearRange {
  readonly low: number;
  readonly high: number;
  readonly length: number;
}

/** The arrays of an index as they are kept beside the store. */
export interface SavedSuffixArray {
  readonly units: Uint16Array;
  readonly starts: Uint32Array;
  readonly beginnings: Uint32Array;
  readonly owners: Uint32Array;
}

function roomIn<Numbers extends Uint16Array | Uint32Array>(numbers: Numbers, wanted: number): Numbers {
  if (numbers.length >= wanted) return numbers;
  const size = Math.max(wanted, Math.ceil(numbers.length * 1.5) + 64);
  const larger = (numbers instanceof Uint16Array ? new Uint16Array(size) : new Uint32Array(size)) as Numbers;
  larger.set(numbers);
  return larger;
}
