import { Chance } from './chance';
import { holdingOf, stepOf } from './labels';
import type { Holding } from './labels';
import { Ledger } from './ledger';
import type { Said } from './said';
import { SimulatedDisk, simulatedFolder } from './simulated-disk';
import type { StoreKind } from './store-kinds';
import { openWith, workThrough } from './workday';
import type { Happening } from './workday';

/** A small store that was closed: records in buckets, changes of them in two journals, a file, and perhaps backups. */
export interface SampleStore {
  readonly kind: StoreKind;
  readonly disk: SimulatedDisk;
  readonly ledger: Ledger;
  readonly holding: Holding;
  /** Its files by their paths in the folder, and those of them that stood there in another state before. */
  readonly files: ReadonlyMap<string, Buffer>;
  readonly earlier: ReadonlyMap<string, Buffer>;
  /** Every label that each record ever had. */
  readonly history: ReadonlyMap<string, ReadonlySet<string>>;
  /** Steps from this one on stand in a journal only. */
  readonly firstInJournal: number;
}

const hour = 60 * 60 * 1000;
const inBuckets: readonly Happening[] = [
  { do: 'change', records: 3, length: 20 },
  { do: 'burst', changes: 2, length: 5 },
  { do: 'keep-file', length: 100 },
  { do: 'change', records: 2, length: 30 },
  { do: 'back-up' },
  { do: 'compact' },
];
const stale: readonly Happening[] = [{ do: 'burst', changes: 2, length: 10 }, { do: 'compact' }];
const inJournals: readonly Happening[] = [
  { do: 'change', records: 2, length: 20 },
  { do: 'change', records: 1, length: 5 },
  { do: 'reopen', clockMoves: hour },
  { do: 'burst', changes: 3, length: 5 },
  { do: 'change', records: 2, length: 10 },
  { do: 'burst', changes: 2, length: 10 },
];

export async function sampleStore(kind: StoreKind, hasBackups: boolean, seed = 7): Promise<SampleStore> {
  const disk = new SimulatedDisk();
  const ledger = new Ledger();
  const chance = new Chance(seed);
  const history = new Map<string, Set<string>>();
  const listening = ledger.hear.bind(ledger);
  ledger.hear = (said: Said): void => {
    if (said.say === 'asks')
      for (const { key, label } of said.writes) history.set(key, (history.get(key) ?? new Set()).add(label));
    listening(said);
  };
  const parts = { files: disk, kind, chance, ledger, compactAt: 1_000_000 };
  await workThrough({ ...parts, firstStep: 0 }, inBuckets);
  const earlier = disk.files(simulatedFolder);
  await workThrough({ ...parts, firstStep: 100 }, stale);
  const firstInJournal = 200;
  await workThrough({ ...parts, firstStep: firstInJournal }, inJournals);
  const names = [...disk.files(simulatedFolder).keys()];
  if (!hasBackups) for (const name of names.filter((each) => each.startsWith('backups/'))) takeAway(disk, name);

  const files = disk.files(simulatedFolder);
  const changed = [...earlier].filter(([path, bytes]) => files.has(path) && files.get(path)?.equals(bytes) === false);
  if (ledger.losses.length > 0) throw new Error(`The sample is no good: ${ledger.losses.join('; ')}`);
  return {
    kind,
    disk,
    ledger,
    holding: ledger.acknowledged(),
    files,
    earlier: new Map(changed),
    history,
    firstInJournal,
  };
}

export function put(disk: SimulatedDisk, path: string, bytes: Uint8Array): void {
  disk.place(`${simulatedFolder}/${path}`, bytes);
}

export function takeAway(disk: SimulatedDisk, path: string): void {
  disk.takeAway(`${simulatedFolder}/${path}`);
}

/** What may be missing, or older than it was, when a sample was harmed. */
export type Harm =
  /** Nothing, whatever is said. */
  | 'nothing'
  /** What one change wrote, or one record; it is said. */
  | 'one change'
  /** Whatever one file held; it is said. */
  | 'said'
  /** The last changes, from some change on: nobody can know that there were more. */
  | 'the last changes';

/**
 * Opens a sample that was harmed, does what is to be done, closes it and opens it again. Answers what is wrong with what
 * it found.
 */
export async function lossesAfterHarm(
  sample: SampleStore,
  disk: SimulatedDisk,
  harm: Harm,
  happenings: readonly Happening[],
): Promise<string[]> {
  const { kind, holding, history, firstInJournal } = sample;
  const heard: Extract<Said, { say: 'found' }>[] = [];
  const ledger = new Ledger();
  const listening = ledger.hear.bind(ledger);
  ledger.hear = (said: Said): void => {
    // The ledger knows nothing of the sample: it takes what is found for what there is.
    if (said.say === 'found') {
      heard.push(said);
      ledger.startFrom(said.holding);
    } else listening(said);
  };
  const chance = new Chance(1);
  await workThrough({ files: disk, kind, chance, ledger, firstStep: 1000, compactAt: 1_000_000 }, happenings);
  const acknowledged = ledger.acknowledged();
  const again = await openWith({ files: disk, kind });
  const losses = [...ledger.losses];
  if (again.ok) {
    const { store, notices } = again.value;
    const now = holdingOf(store);
    for (const [key, label] of acknowledged)
      if (now.get(key) !== label) losses.push(`At the second opening ${key} is ${now.get(key) ?? 'gone'}`);
    if (notices.length > 0) losses.push(`At the second opening it is still said: ${JSON.stringify(notices)}`);
    await store.close();
  }
  const [first] = heard;
  if (first === undefined) return losses;

  for (const notice of first.notices) {
    if (notice.kind !== 'set-aside' || notice.count === 0) continue;
    const kept = notice.file === null ? undefined : disk.files(simulatedFolder).get(notice.file);
    if (kept === undefined || kept.length === 0) losses.push('What was set aside cannot be found');
  }
  const found = new Map(first.holding);
  const changed = [...new Set([...holding.keys(), ...found.keys()])].filter(
    (key) => holding.get(key) !== found.get(key),
  );
  for (const key of changed) {
    const label = found.get(key);
    if (label !== undefined && history.get(key)?.has(label) !== true) losses.push(`${key} was never ${label}`);
  }
  const steps = new Set(changed.map((key) => stepOf(holding.get(key) ?? '').step));
  const isSaid = first.notices.length > 0;
  if (changed.length > 0) {
    const what = `${changed.length} records of ${steps.size} changes are not as they were`;
    if (harm === 'nothing') losses.push(what);
    if (harm === 'one change' && changed.length > 1 && steps.size > 1) losses.push(what);
    if (harm !== 'the last changes' && !isSaid) losses.push(`${what}, and nobody says so`);
  }
  if (harm === 'the last changes') {
    const firstLost = Math.min(...steps);
    if (firstLost < firstInJournal) losses.push('What stood in a bucket is lost with a journal');
    for (const [key, label] of found) {
      if (holding.get(key) === label && stepOf(label).step > firstLost)
        losses.push(`${key} is there although an earlier change is not`);
    }
  }
  return losses;
}
