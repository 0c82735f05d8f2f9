import { startExpressCouch } from '../../support/couch/express-couch';
import { asking, testAdmin } from '../../support/couch/test-couch';

/** PouchDB's server in a process of its own; makes a database for each name that it is told, and answers with the name. */
const couch = await startExpressCouch();
process.on('message', (name: string) => {
  void asking(couch, 'PUT', `/${name}`).then(() => process.send?.(name));
});
process.send?.({ url: couch.url, user: testAdmin.name, password: testAdmin.password });
