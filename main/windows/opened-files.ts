import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { endingOf } from '../services/file-risk';

/** Copies of files that other programs look at. They can be read by anybody at this computer, so they go again soon. */
export interface OpenedFiles {
  /** Writes a copy that cannot be written to and answers where it is. Throws the disk's error. */
  put(name: string, bytes: Uint8Array): Promise<string>;
  /** Removes every copy that the system lets go; the others go the next time. */
  removeAll(): Promise<void>;
}

export function keepOpenedFiles(folder: string, newId: () => string): OpenedFiles {
  let last: Promise<unknown> = Promise.resolve();
  /** One after the other: a copy that is just being written when everything is locked goes too. */
  function inTurn<V>(task: () => Promise<V>): Promise<V> {
    const done = last.then(task);
    last = done.catch(() => undefined);
    return done;
  }
  return {
    put: (name, bytes) =>
      inTurn(async () => {
        const own = join(folder, newId());
        await mkdir(own, { recursive: true, mode: 0o700 });
        const path = join(own, safeFileName(name));
        await writeFile(path, bytes, { mode: 0o400, flag: 'wx' });
        return path;
      }),
    removeAll: () =>
      inTurn(async () => {
        try {
          await rm(folder, { recursive: true, force: true, maxRetries: 2 });
        } catch (cause) {
          // Windows keeps what a program holds open; it goes at the next lock, end or start.
          if (!(cause instanceof Error && 'code' in cause)) throw cause;
        }
      }),
  };
}

const reservedNames = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const longestStem = 80;

/** A name that every system takes and that reads as what it is: no folders, no signs that turn the direction of words. */
export function safeFileName(name: string): string {
  const clean = name
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[\\/:*?"<>|]/g, '_')
    .replace(/[.\s]+$/, '')
    .replace(/^[.\s]+/, '');
  const ending = endingOf(clean);
  const stem = [...(ending === '' ? clean : clean.slice(0, -(ending.length + 1)))].slice(0, longestStem).join('');
  const whole = `${stem === '' ? 'file' : stem}${ending === '' ? '' : `.${ending.slice(0, 20)}`}`;
  return reservedNames.test(whole) ? `_${whole}` : whole;
}
