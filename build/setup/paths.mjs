import { join, resolve } from 'node:path';

/** The repository's top folder; every script works from here, wherever it was called. */
export const root = resolve(import.meta.dirname, '../..');

/** What set-up fetches or remembers; ignored by git, safe to delete. */
export const cache = join(root, '.cache');

/** What commands make; ignored by git, safe to delete. */
export const out = join(root, 'out');
