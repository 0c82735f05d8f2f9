import { failed, success } from '@shared/result';
import type { Result } from '@shared/result';
import { failureOfWriting } from '../storage/disk/disk-failures';
import { systemCode } from '../storage/disk/disk-files';
import { beginEmptying, finishEmptying, isBeingEmptied, removeData } from '../storage/travel/emptying';
import type { Emptier, ProgramFolders } from '../storage/travel/emptying';

export interface Emptied {
  /** Lets go of the folder: nothing can be written any more. */
  readonly close: () => Promise<void>;
  /** Everything has arrived elsewhere and nothing was changed since. */
  readonly isStillSo: () => Promise<boolean>;
  readonly folders: ProgramFolders;
  readonly disk?: Emptier;
}

/**
 * Removes everything that this program keeps on the computer, once nothing can be written any more; what does not go now
 * goes at the next start. Fails with `not-checked` and with the disk's failures: then nothing goes. The program must be
 * begun anew after this, whatever came of it.
 */
export async function emptyComputer({ close, isStillSo, folders, disk }: Emptied): Promise<Result<void>> {
  await close();
  // A change that was made in the very last moment is in nobody's copy.
  if (!(await isStillSo())) return failed({ code: 'not-checked' });
  try {
    beginEmptying(folders, disk);
  } catch (cause) {
    return failed(failureOfWriting(cause));
  }
  try {
    removeData(folders, disk);
  } catch (cause) {
    // It is noted on the disk that all of it has to go; the next start goes on.
    if (systemCode(cause) === undefined) throw cause;
  }
  return success(undefined);
}

/** Goes on with an emptying that was begun; before anything is opened. Answers what keeps it from its end, or null. */
export function goOnEmptying(folders: ProgramFolders, disk?: Emptier): unknown {
  try {
    if (isBeingEmptied(folders, disk)) finishEmptying(folders, disk);
    return null;
  } catch (cause) {
    return cause;
  }
}
