import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { systemCode } from '@main/storage/disk/disk-files';

/** The bytes of all files below a folder; backups are left out. */
export async function folderSize(folder: string): Promise<number> {
  let size = 0;
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !path.slice(folder.length).includes('backups')) size += await fileSize(path);
  }
  return size;
}

/** A store that is open may have let go of the file meanwhile. */
async function fileSize(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return 0;
    throw cause;
  }
}
