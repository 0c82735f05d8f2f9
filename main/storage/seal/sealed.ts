import { createHmac } from 'node:crypto';
import { subkey } from './aes-gcm';
import type { Seal } from './seal';
import { openedFile, sealedFile } from './sealed-file';
import { linesBetweenQuotes, openedLine, sealedLine } from './sealed-line';

/** A seal that can forget its keys. */
export interface KeyedSeal extends Seal {
  /** Overwrites the keys in memory; every later call throws `SealWiped`. */
  wipe(): void;
}

/** Something was to be read or written under a key that is no longer in memory: Attaché was locked meanwhile. */
export class SealWiped extends Error {
  constructor() {
    super('The keys of this seal were wiped');
    this.name = 'SealWiped';
  }
}

/**
 * Seals with AES-256-GCM under keys of their own for lines, files and names, derived from `dataKey` (32 random bytes),
 * which may be wiped afterwards. What stands where on the disk is written down in docs/adr/0010.
 */
export function sealedWith(dataKey: Uint8Array): KeyedSeal {
  const keys = {
    lines: subkey(dataKey, 'attache 1 lines'),
    files: subkey(dataKey, 'attache 1 files'),
    names: subkey(dataKey, 'attache 1 names'),
  };
  let isWiped = false;
  const keyFor = (purpose: keyof typeof keys): Uint8Array => {
    if (isWiped) throw new SealWiped();
    return keys[purpose];
  };
  return {
    isSecret: true,
    line: (json) => sealedLine(keyFor('lines'), json),
    openLine: (line) => openedLine(keyFor('lines'), line),
    linesIn(damaged) {
      keyFor('lines');
      return linesBetweenQuotes(damaged);
    },
    file(content) {
      keyFor('files');
      return sealedFile(() => keyFor('files'), content);
    },
    openFile: (file) => openedFile(() => keyFor('files'), file),
    // The hash itself would tell whether somebody's guess of a file's content is right.
    fileName: (sha256) => createHmac('sha256', keyFor('names')).update(sha256, 'utf8').digest('hex'),
    wipe() {
      isWiped = true;
      for (const key of Object.values(keys)) key.fill(0);
    },
  };
}
