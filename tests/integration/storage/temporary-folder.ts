import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from '@jest/globals';

const made: string[] = [];

afterEach(async () => {
  for (const folder of made.splice(0))
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 });
});

/** A folder of this test's own; it goes when the test ends. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'attache-storage-'));
  made.push(folder);
  return folder;
}

/** Every file under a folder with its bytes as text, by its path inside it. */
export async function everyFile(folder: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const text = await readIfStillThere(path);
    if (text !== null) found[path.slice(folder.length + 1)] = text;
  }
  return found;
}

/** Somebody may be at work in the folder: a file that is written aside is renamed when it is whole. */
async function readIfStillThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'latin1');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw cause;
  }
}
