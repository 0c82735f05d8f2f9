import { bundleEnding } from './heading';

/** One bundle of a device in the shared folder. It is written once and never changed; its number says which it is. */
export interface Segment {
  readonly device: string;
  /** From 1 on. */
  readonly number: number;
}

/** A file as the folder lists it. */
export interface Listed {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** In milliseconds, by the clock of whoever wrote it: only ever compared with itself. */
  readonly modified: number;
}

const segmentPattern = /^([a-z0-9][a-z0-9-]{0,63})-([1-9]\d{0,8})\.attache$/;

export function segmentName({ device, number }: Segment): string {
  const name = `${device}-${number}${bundleEnding}`;
  if (segmentIn(name) === null) throw new RangeError('Not the name of a device');
  return name;
}

/** Null for what is something else: copies with a number in brackets, what is still being written, files of others. */
export function segmentIn(name: string): Segment | null {
  const [, device, number] = segmentPattern.exec(name) ?? [];
  return device === undefined || number === undefined ? null : { device, number: Number(number) };
}

/** Which numbers of one device were settled: all up to one, and some beyond it. */
interface Settled {
  readonly upTo: number;
  readonly beyond: readonly number[];
}

/** What a device remembers of a shared folder; the caller keeps it, as JSON. */
export interface FolderMemory {
  /** By device: its bundles that were taken in. */
  readonly taken: Readonly<Record<string, Settled>>;
  /** The last number that was written here. */
  readonly written: number;
  /** As it was listed at the last look, by name: what has changed since is still on its way. */
  readonly seen: Readonly<Record<string, Listed>>;
  /** What could not be read as it was then: not whole, or damaged. It is read again when it is another. */
  readonly unreadable: Readonly<Record<string, Listed>>;
}

export const newFolder: FolderMemory = { taken: {}, written: 0, seen: {}, unreadable: {} };

export interface FolderLook {
  /** Not taken in yet, and at rest since the last look. */
  readonly ready: readonly Segment[];
  /** New, or changed since the last look: to be looked at again in a while. */
  readonly arriving: readonly Segment[];
  /** Read once and found not whole, and the same still. */
  readonly unreadable: readonly Segment[];
  /** Numbers that must have been written, since later ones were, and that are not there. */
  readonly lost: readonly Segment[];
  /** Bundles of this device's own that are not there any more: what they said is to be written again. */
  readonly ownLost: readonly Segment[];
  readonly memory: FolderMemory;
}

/** Looks a listing over. `device`: this one. */
export function lookOver(listing: readonly Listed[], device: string, memory: FolderMemory): FolderLook {
  const found = listing.flatMap((listed) => {
    const segment = segmentIn(listed.name);
    return segment === null ? [] : [{ segment, listed }];
  });
  const others = found.filter(({ segment }) => segment.device !== device).sort(bySegment);
  const news = others.filter(({ segment }) => !isTaken(memory, segment));
  const [unreadable, readable] = parted(news, ({ listed }) => isSame(memory.unreadable[listed.name], listed));
  const [ready, arriving] = parted(
    readable,
    ({ listed }) => listed.size > 0 && isSame(memory.seen[listed.name], listed),
  );
  const own = new Set(found.filter(({ segment }) => segment.device === device).map(({ segment }) => segment.number));
  const names = new Set(listing.map(({ name }) => name));
  return {
    ready: segmentsOf(ready),
    arriving: segmentsOf(arriving),
    unreadable: segmentsOf(unreadable),
    lost: lostOf(segmentsOf(others), memory),
    ownLost: numbersBetween(1, memory.written)
      .filter((number) => !own.has(number))
      .map((number) => ({ device, number })),
    memory: {
      ...memory,
      // The number that a copy of this device, or its restored self, used already is never used again.
      written: Math.max(memory.written, ...own),
      seen: Object.fromEntries(news.map(({ listed }) => [listed.name, listed])),
      unreadable: Object.fromEntries(Object.entries(memory.unreadable).filter(([name]) => names.has(name))),
    },
  };
}

/** After a bundle was taken in. One that holds everything makes up for all before it, lost ones too. */
export function withTaken(memory: FolderMemory, { device, number }: Segment, holdsEverything: boolean): FolderMemory {
  const before = settledOf(memory, device);
  let upTo = holdsEverything ? Math.max(before.upTo, number) : before.upTo;
  const beyond = new Set([...before.beyond, number]);
  while (beyond.has(upTo + 1)) upTo += 1;
  const left = [...beyond].filter((each) => each > upTo).sort((one, other) => one - other);
  return { ...memory, taken: { ...memory.taken, [device]: { upTo, beyond: left } } };
}

/** After a bundle could not be read: it is left alone until it is another. */
export function withUnreadable(memory: FolderMemory, listed: Listed): FolderMemory {
  return { ...memory, unreadable: { ...memory.unreadable, [listed.name]: listed } };
}

/** Before a bundle is written: its number is used up, whatever becomes of it. */
export function withNext(memory: FolderMemory, device: string): { memory: FolderMemory; segment: Segment } {
  const number = memory.written + 1;
  return { memory: { ...memory, written: number }, segment: { device, number } };
}

interface Found {
  readonly segment: Segment;
  readonly listed: Listed;
}

function settledOf({ taken }: FolderMemory, device: string): Settled {
  return (Object.hasOwn(taken, device) ? taken[device] : undefined) ?? { upTo: 0, beyond: [] };
}

function isTaken(memory: FolderMemory, { device, number }: Segment): boolean {
  const { upTo, beyond } = settledOf(memory, device);
  return number <= upTo || beyond.includes(number);
}

function isSame(one: Listed | undefined, other: Listed): boolean {
  return one?.size === other.size && one.modified === other.modified;
}

function bySegment({ segment: one }: Found, { segment: other }: Found): number {
  if (one.device !== other.device) return one.device < other.device ? -1 : 1;
  return one.number - other.number;
}

function segmentsOf(found: readonly Found[]): Segment[] {
  return found.map(({ segment }) => segment);
}

function parted<T>(items: readonly T[], isOne: (item: T) => boolean): [T[], T[]] {
  return [items.filter(isOne), items.filter((item) => !isOne(item))];
}

/** More than so many in a row are told as the first of them: a name with a huge number must not fill the memory. */
const mostLost = 1000;

function numbersBetween(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, Math.min(last - first + 1, mostLost)) }, (_, nth) => first + nth);
}

function lostOf(there: readonly Segment[], memory: FolderMemory): Segment[] {
  const byDevice = new Map<string, Set<number>>();
  for (const { device, number } of there) byDevice.set(device, (byDevice.get(device) ?? new Set()).add(number));
  for (const device of Object.keys(memory.taken)) if (!byDevice.has(device)) byDevice.set(device, new Set());
  return [...byDevice].flatMap(([device, numbers]) => {
    const { upTo, beyond } = settledOf(memory, device);
    const last = Math.max(0, ...numbers, ...beyond);
    return numbersBetween(upTo + 1, last)
      .filter((number) => !numbers.has(number) && !beyond.includes(number))
      .map((number) => ({ device, number }));
  });
}
