import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { devNull } from 'node:os';
import expressPouch from 'express-pouchdb';
import memory from 'pouchdb-adapter-memory';
import pouch from 'pouchdb-core';
import replication from 'pouchdb-replication';
import { asking, testAdmin } from './test-couch';
import type { TestCouch } from './test-couch';

const Pouch = pouch.plugin(memory).plugin(replication);
// Each server listens to all databases of the process.
Pouch.setMaxListeners(100);
let count = 0;

/** PouchDB's server, in memory: somebody else's reading of CouchDB's protocol, and more lenient than CouchDB is. */
export async function startExpressCouch(): Promise<TestCouch> {
  count += 1;
  const prefix = `attache-${process.pid}-${count}-`;
  const app = expressPouch({
    mode: 'fullCouchDB',
    inMemoryConfig: true,
    logPath: devNull,
    overrideMode: { exclude: ['routes/log', 'routes/http-log', 'routes/fauxton'] },
  });
  app.couchConfig.registerDefault('log', 'level', 'none');
  void app.setPouchDB(Pouch.defaults({ adapter: 'memory', prefix }));
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // Until there is an administrator, everybody is one.
  await asking({ url }, 'PUT', `/_config/admins/${testAdmin.name}`, testAdmin.password, null);
  return {
    url,
    admin: testAdmin,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
