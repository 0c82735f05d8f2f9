import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { systemCode } from './disk-files';
import type { DiskFiles } from './disk-files';

const leftover = /\.[0-9a-f]{12}\.tmp$/;

/** The bytes of a file, whole or piece by piece. */
export type Content = Uint8Array | Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** In bytes: no file system that we know takes names that are longer. */
const longestName = 255;

/** A name beside a file that no other has. */
function nameBeside(path: string): string {
  const ending = `.${randomBytes(6).toString('hex')}.tmp`;
  let name = basename(path);
  while (Buffer.byteLength(name + ending) > longestName) name = [...name].slice(0, -1).join('');
  return join(dirname(path), name + ending);
}

/** Writes a whole new file beside its future place and makes its bytes durable; answers its path. */
async function writeBeside(files: DiskFiles, path: string, content: Content): Promise<string> {
  const temporary = nameBeside(path);
  const file = await files.create(temporary);
  try {
    try {
      for await (const piece of content instanceof Uint8Array ? [content] : content) await file.write(piece);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (cause) {
    await removeLeftover(files, temporary);
    throw cause;
  }
  return temporary;
}

/**
 * Puts a file in its place so that it is there wholly or not at all, and answers when that is durable: temporary file
 * → fsync → rename → fsync of the folder. After a failure the new file may be there all the same, if it is the name
 * whose durability could not be confirmed.
 */
export async function writeDurably(files: DiskFiles, path: string, content: Content): Promise<void> {
  await putInPlace(files, await writeBeside(files, path, content), path);
}

/**
 * The same but for the last step: the file is whole and durable, its name is not before the folder is synced. For many
 * files of one folder, which is then synced once.
 */
export async function writeInFolder(files: DiskFiles, path: string, content: Content): Promise<void> {
  const temporary = await writeBeside(files, path, content);
  try {
    await files.rename(temporary, path);
  } catch (cause) {
    await removeLeftover(files, temporary);
    throw cause;
  }
}

async function putInPlace(files: DiskFiles, temporary: string, path: string): Promise<void> {
  try {
    await files.rename(temporary, path);
    await files.syncFolder(dirname(path));
  } catch (cause) {
    await removeLeftover(files, temporary);
    throw cause;
  }
}

/**
 * The same for a file that others read afterwards as the answer said: after a failure `previous` stands in the place
 * again (null: nothing does), because the change is about to be refused. Should putting it back fail as well, the disk
 * is failing altogether; the next write that succeeds settles it.
 */
export async function replaceDurably(
  files: DiskFiles,
  path: string,
  bytes: Uint8Array,
  previous: () => Uint8Array | null,
): Promise<void> {
  const temporary = await writeBeside(files, path, bytes);
  try {
    await putInPlace(files, temporary, path);
  } catch (cause) {
    try {
      const before = previous();
      if (before !== null) await writeDurably(files, path, before);
      else if (await files.has(path)) await files.remove(path);
    } catch (second) {
      // What the person is told is why the change itself failed; a second error of the disk has the same source.
      if (systemCode(second) === undefined) throw second;
    }
    throw cause;
  }
}

/** Removes what interrupted writes left in a folder, of the one file that is named or of any. */
export async function removeLeftovers(files: DiskFiles, folder: string, ofFile = ''): Promise<void> {
  const leftovers = (await namesIfPossible(files, folder)).filter(
    (name) => name.startsWith(ofFile) && leftover.test(name),
  );
  for (const name of leftovers) await removeLeftover(files, join(folder, name));
}

/** The names in a folder; none when it cannot be looked into. For tidying only, which must not keep a store from opening. */
export async function namesIfPossible(files: DiskFiles, folder: string): Promise<string[]> {
  try {
    return await files.list(folder);
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause;
    return [];
  }
}

/** A leftover does no harm but take up room: when it cannot go now, the next opening tries again. */
async function removeLeftover(files: DiskFiles, path: string): Promise<boolean> {
  try {
    await files.remove(path);
    return true;
  } catch {
    return false;
  }
}

/** A path in the folder that nothing stands at yet: the name itself, or with a number before its ending. */
export async function freePath(files: DiskFiles, folder: string, stem: string, ending: string): Promise<string> {
  for (let count = 1; ; count += 1) {
    const path = join(folder, count === 1 ? `${stem}${ending}` : `${stem}-${count}${ending}`);
    if (!(await files.has(path))) return path;
  }
}

/** Makes a folder and its name durable. */
export async function makeFolderDurably(files: DiskFiles, folder: string): Promise<void> {
  if (!(await files.has(folder))) await files.makeFolder(folder);
  // Also where it is there already: who made it may have been ended before its name was durable.
  await files.syncFolder(dirname(folder));
}

/** The name without its ending, and the ending with its dot. */
export function nameParts(path: string): { stem: string; ending: string } {
  const name = basename(path);
  const dot = name.lastIndexOf('.');
  return dot < 1 ? { stem: name, ending: '' } : { stem: name.slice(0, dot), ending: name.slice(dot) };
}
