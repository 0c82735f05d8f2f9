import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '@shared/result';
import type { OpenedStore } from '@main/storage/open-store';
import { Chance } from './chance';
import { holdingOf } from './labels';
import type { Ledger } from './ledger';
import { Session } from './session';
import { simulatedFolder } from './simulated-disk';
import type { SimulatedDisk } from './simulated-disk';

/** A data folder wherever it is, as somebody finds it who looks after a crash. */
export interface FoundFolder {
  open(): Promise<Result<OpenedStore>>;
  /** The paths of all files below it, with `/` between their parts. */
  names(): Promise<string[]>;
  text(path: string): Promise<string>;
}

/**
 * Opens a store after a crash and lets the ledger judge it: the records, the files, the backups, whether it can be
 * worked with, and whether it is tidy when it is closed. `firstStep` begins a stretch of a thousand unused numbers.
 */
export async function inspect(found: FoundFolder, ledger: Ledger, firstStep: number): Promise<void> {
  const opened = await openAndHear(found, ledger);
  if (opened === null) return;
  const { store, blobs, backups } = opened;
  for (const sha256 of ledger.files) {
    const kept = await blobs.get(sha256);
    if (!kept.ok) wrong(ledger, `A file that was kept cannot be read: ${JSON.stringify(kept.failure)}`);
  }
  const session = new Session({
    opened,
    say: (said) => ledger.hear(said),
    chance: new Chance(firstStep),
    firstStep,
    mostRecords: 100,
    seals: [],
  });
  await session.change(2, 300);
  session.sayHolding();

  const listed = await backups.list();
  const last = ledger.lastBackup;
  if (!listed.ok) wrong(ledger, `The backups cannot be listed: ${JSON.stringify(listed.failure)}`);
  else if (last !== null && !listed.value.some(({ name }) => name === last))
    wrong(ledger, `A backup that was made is not listed: ${last}`);
  else if (last !== null) await inspectBackup(opened, ledger, last, session);
  await store.close();
  for (const stray of await strayNames(found)) wrong(ledger, `Something was left behind: ${stray}`);
  const again = await openAndHear(found, ledger);
  await again?.store.close();
}

/** Restores a backup and undoes that. */
async function inspectBackup(opened: OpenedStore, ledger: Ledger, name: string, session: Session): Promise<void> {
  const { store, backups } = opened;
  const restored = await backups.restore(name);
  const difference = restored.ok ? ledger.judgeBackup(name, holdingOf(store)) : JSON.stringify(restored.failure);
  if (difference !== null) wrong(ledger, `A backup does not give back what it should: ${difference}`);
  if (!restored.ok) return;
  const { undo } = restored.value;
  const undone = undo === null ? null : await backups.restore(undo);
  if (undone?.ok !== true) wrong(ledger, `A restore cannot be undone: ${JSON.stringify(undone)}`);
  session.sayHolding();
}

async function openAndHear(found: FoundFolder, ledger: Ledger): Promise<OpenedStore | null> {
  try {
    const opened = await found.open();
    if (!opened.ok) {
      wrong(ledger, `The store does not open: ${JSON.stringify(opened.failure)}`);
      return null;
    }
    const { store, notices } = opened.value;
    ledger.hear({ say: 'found', holding: [...holdingOf(store)], notices: [...notices] });
    return opened.value;
  } catch (cause) {
    const text = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
    wrong(ledger, `Opening the store throws: ${text}`);
    return null;
  }
}

function wrong(ledger: Ledger, what: string): void {
  ledger.hear({ say: 'wrong', what });
}

/** What should not be in a data folder that is closed. */
async function strayNames(found: FoundFolder): Promise<string[]> {
  const names = await found.names();
  const generations = new Set(names.map((name) => /^store-\d+/.exec(name)?.[0]).filter((name) => name !== undefined));
  const strays = names.filter(
    (name) => name.endsWith('.tmp') || name.startsWith('quarantine') || name === 'attache.lock',
  );
  if (generations.size > 1) return [...strays, ...generations];
  const manifest = names.find((name) => name.endsWith('/manifest.json'));
  if (manifest === undefined) return strays;
  const journalsFrom = Number(/"journalsFrom":(\d+)/.exec(await found.text(manifest))?.[1]);
  const compacted = names.filter((name) => Number(/\/journal-(\d+)\./.exec(name)?.[1]) < journalsFrom);
  return [...strays, ...compacted];
}

/** A folder of the simulated disk as `inspect` looks at it. */
export function foundOn(disk: SimulatedDisk, open: FoundFolder['open']): FoundFolder {
  const files = (): Map<string, Buffer> => disk.files(simulatedFolder);
  return {
    open,
    names: () => Promise.resolve([...files().keys()]),
    text: (path) => Promise.resolve(files().get(path)?.toString('utf8') ?? ''),
  };
}

/** A folder of the real disk as `inspect` looks at it. */
export function foundIn(folder: string, open: FoundFolder['open']): FoundFolder {
  return { open, names: () => namesBelow(folder), text: (path) => readFile(join(folder, path), 'utf8') };
}

/** The paths of all files below a folder, with `/` between their parts. */
export async function namesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );
}
