import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { uptime } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { systemCode } from './disk-files';
import type { DiskFiles } from './disk-files';

const holderSchema = z.object({
  pid: z.int(),
  /** Tells apart two processes that had the same number, where the system says when one began. */
  began: z.string().nullable(),
  /** When the lock was made, in milliseconds since 1970: a lock from before the last start of the machine is stale. */
  since: z.number(),
  token: z.string(),
});
type Holder = z.infer<typeof holderSchema>;

/** The lock of a data folder, so that two processes never write one store; the answer's `release` gives it back. */
export interface FolderLock {
  /** Why no lock could be made, by the system's code; null when it is held. */
  readonly problem: string | null;
  release(): Promise<void>;
}

/** The locks that this process holds: one with its number that is not among them could not be removed when it was given back. */
const held = new Set<string>();

/**
 * Takes the lock; null when another living process has it. A folder in which no lock can be made (a full disk, a
 * read-only folder) is opened without: a person must be able to read then too, and no change will be possible there.
 */
export async function lockFolder(files: DiskFiles, folder: string): Promise<FolderLock | null> {
  const path = join(folder, 'attache.lock');
  const holder: Holder = {
    pid: process.pid,
    began: await beginningOf(process.pid),
    since: Date.now(),
    token: randomUUID(),
  };
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      await makeLock(files, path, holder);
      held.add(holder.token);
      return { problem: null, release: () => release(files, path, holder.token) };
    } catch (cause) {
      const code = systemCode(cause);
      if (code === undefined) throw cause;
      if (code !== 'EEXIST') return withoutLock(code);
    }
    const other = await holderAt(files, path);
    if (other !== null && (await isAlive(other))) return null;
    try {
      await removeIfThere(files, path);
    } catch (cause) {
      const code = systemCode(cause);
      if (code === undefined) throw cause;
      return withoutLock(code);
    }
  }
  return null;
}

function withoutLock(problem: string): FolderLock {
  return { problem, release: () => Promise.resolve() };
}

async function makeLock(files: DiskFiles, path: string, holder: Holder): Promise<void> {
  const file = await files.create(path);
  try {
    await file.write(Buffer.from(JSON.stringify(holder), 'utf8'));
  } finally {
    await file.close();
  }
}

/** A lock that stays behind is found to be stale at the next opening. */
async function release(files: DiskFiles, path: string, token: string): Promise<void> {
  held.delete(token);
  let isOurs = true;
  try {
    isOurs = (await holderAt(files, path))?.token === token;
  } catch (cause) {
    // It was ours when it was made, and nobody takes the lock of one who lives.
    if (systemCode(cause) === undefined) throw cause;
  }
  try {
    if (isOurs) await removeIfThere(files, path);
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause;
  }
}

async function removeIfThere(files: DiskFiles, path: string): Promise<void> {
  try {
    await files.remove(path);
  } catch (cause) {
    if (systemCode(cause) !== 'ENOENT') throw cause;
  }
}

/** Who holds the lock; null when it has gone or was never written to its end. */
async function holderAt(files: DiskFiles, path: string): Promise<Holder | null> {
  let text: string;
  try {
    text = Buffer.from(await files.read(path)).toString('utf8');
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return null;
    throw cause;
  }
  try {
    return holderSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

async function isAlive(holder: Holder): Promise<boolean> {
  const machineBegan = Date.now() - uptime() * 1000;
  // The clock may have been set since; a minute's difference decides nothing.
  if (holder.began === null && holder.since < machineBegan - 60_000) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (cause) {
    if (systemCode(cause) === 'ESRCH') return false;
    // EPERM: it lives, and belongs to somebody else.
  }
  const began = await beginningOf(holder.pid);
  if (holder.began !== null && began !== null && began !== holder.began) return false;
  return holder.pid !== process.pid || held.has(holder.token);
}

/** When a process began, as Linux counts it: the boot and the ticks since then; null where the system does not say. */
async function beginningOf(pid: number): Promise<string | null> {
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets and may hold blanks; the 22nd is when it began.
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return ticks === undefined ? null : `${boot.trim()}:${ticks}`;
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause;
    return null;
  }
}
