import { basename } from 'node:path';
import { namesIfPossible } from '../disk/durable-write';
import type { DiskFiles } from '../disk/disk-files';

/** How the names of our own files begin, and what they are in full. */
const ours = [
  { begins: 'attache', full: /^attache\.(json|lock)$/ },
  { begins: 'bucket-', full: /^bucket-\d+\.json$/ },
  { begins: 'journal-', full: /^journal-\d+\.jsonl$/ },
  { begins: 'manifest', full: /^manifest\.json$/ },
  { begins: 'settings', full: /^settings\.json$/ },
  { begins: 'remembered', full: /^remembered\.json$/ },
  { begins: 'vault', full: /^vault(-copy|-tries)?\.json$/ },
];
const temporary = /\.[0-9a-f]{12}\.tmp$/;

/**
 * The files in these folders that look like ours under another name, `attache-LAPTOP.json` or
 * `journal-2 (conflicted copy).jsonl`: what a cloud service makes of a file that was changed in two places. They are told
 * of, and neither read nor removed.
 */
export async function conflictCopies(files: DiskFiles, folders: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const folder of folders) {
    for (const name of await namesIfPossible(files, folder)) {
      const known = ours.find(({ begins }) => name.startsWith(begins));
      if (known !== undefined && !known.full.test(name) && !temporary.test(name)) found.push(basename(name));
    }
  }
  return found;
}
