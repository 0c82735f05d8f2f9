import { randomUUID } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { uptime } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { systemCode } from './disk-files';

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
  release(): Promise<void>;
}

/**
 * Takes the lock; null when another living process has it. A folder in which no lock can be made (a full disk, a
 * read-only folder) is opened without: a person must be able to read then too, and no change will be possible there.
 */
export async function lockFolder(folder: string): Promise<FolderLock | null> {
  const path = join(folder, 'attache.lock');
  const holder: Holder = {
    pid: process.pid,
    began: await beginningOf(process.pid),
    since: Date.now(),
    token: randomUUID(),
  };
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      await writeFile(path, JSON.stringify(holder), { flag: 'wx', mode: 0o600 });
      return { release: () => release(path, holder.token) };
    } catch (cause) {
      const code = systemCode(cause);
      if (code === undefined) throw cause;
      if (code !== 'EEXIST') return { release: () => Promise.resolve() };
    }
    const other = await holderAt(path);
    if (other !== null && (await isAlive(other))) return null;
    await rm(path, { force: true });
  }
  return null;
}

async function release(path: string, token: string): Promise<void> {
  const holder = await holderAt(path);
  if (holder?.token === token) await rm(path, { force: true });
}

/** Who holds the lock; null when it has gone or was never written to its end. */
async function holderAt(path: string): Promise<Holder | null> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
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
  return holder.began === null || began === null || began === holder.began;
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
