/** Packages of the tests that bring no types: only what is used of them. */
declare module 'express-pouchdb' {
  import type { RequestListener } from 'node:http';

  interface Application extends RequestListener {
    couchConfig: { registerDefault(section: string, key: string, value: unknown): void };
    setPouchDB(pouch: unknown): Promise<unknown>;
  }
  const expressPouch: (options: Readonly<Record<string, unknown>>) => Application;
  export = expressPouch;
}

declare module 'pouchdb-core' {
  interface PouchClass {
    plugin(plugin: unknown): PouchClass;
    setMaxListeners(most: number): PouchClass;
    defaults(options: Readonly<Record<string, unknown>>): PouchClass;
  }
  const pouch: PouchClass;
  export = pouch;
}

declare module 'pouchdb-adapter-memory' {
  const plugin: unknown;
  export = plugin;
}

declare module 'pouchdb-replication' {
  const plugin: unknown;
  export = plugin;
}
