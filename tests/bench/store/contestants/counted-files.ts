import { basename } from 'node:path';
import type { DiskFiles } from '@main/storage/disk/disk-files';

/** What our store does at the disk, as far as its file names tell. */
export interface DiskActivity {
  /** Bytes written for the records, backups left out. */
  written: number;
  /** Compactions that have come to their end: a manifest took the place of another. */
  compactions: number;
  isCompacting: boolean;
  isBackingUp: boolean;
}

/** The same files, with an eye on what is written to them. */
export function countedFiles(files: DiskFiles): { files: DiskFiles; activity: DiskActivity } {
  const activity: DiskActivity = { written: 0, compactions: 0, isCompacting: false, isBackingUp: false };
  const counted: DiskFiles = {
    ...files,
    async create(path, room) {
      const isBackup = path.includes('backups');
      if (isBackup) activity.isBackingUp = true;
      else if (basename(path).startsWith('bucket-')) activity.isCompacting = true;
      const file = await files.create(path, room);
      return {
        sync: () => file.sync(),
        write(bytes) {
          if (!isBackup) activity.written += bytes.length;
          return file.write(bytes);
        },
        async close() {
          await file.close();
          if (isBackup) activity.isBackingUp = false;
        },
      };
    },
    async rename(from, to) {
      await files.rename(from, to);
      if (basename(to) !== 'manifest.json') return;
      activity.isCompacting = false;
      activity.compactions += 1;
    },
  };
  return { files: counted, activity };
}
