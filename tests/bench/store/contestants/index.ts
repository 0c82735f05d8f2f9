import { createRequire } from 'node:module';
import { join } from 'node:path';
import { attache } from './attache';
import type { Contestant, StoreName } from './contestant';
import { lowdb } from './lowdb';
import { nedb } from './nedb';
import type { NedbLibrary } from './nedb';
import { pouchdb } from './pouchdb';
import type { PouchLibrary } from './pouchdb';
import { sqlite } from './sqlite';
import type { SqliteLibrary } from './sqlite';

const packages = { sqlite: 'better-sqlite3', nedb: '@seald-io/nedb', pouchdb: 'pouchdb' } as const;

/** The store of a name; the libraries of others are loaded from where the bench installed them. */
export function contestantOf(name: StoreName, peersFolder: string): Contestant {
  const library = createRequire(join(peersFolder, 'package.json'));
  switch (name) {
    case 'attache':
      return attache({ isLocked: false, daysOn: 0 });
    case 'locked':
      return attache({ isLocked: true, daysOn: 0 });
    case 'lowdb':
      return lowdb;
    case 'sqlite':
      return sqlite(library(packages.sqlite) as SqliteLibrary);
    case 'nedb':
      return nedb(library(packages.nedb) as NedbLibrary);
    case 'pouchdb':
      return pouchdb(library(packages.pouchdb) as PouchLibrary);
  }
}
