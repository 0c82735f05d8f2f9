import { parseArgs } from 'node:util';
import { askPassword } from '../setup/couch/password.mjs';
import { prepareSpace } from '../setup/couch/prepare-space.mjs';
import { Server } from '../setup/couch/server.mjs';
import { runCommand, say, SetupError } from '../setup/say.mjs';

const usage = `Prepares a database of a CouchDB for Attaché:
  npm run couch:init -- https://ADMIN@couch.office.example:6984/delegations

ADMIN is the name of an administrator of the server, or of the database when it is there already; it can also be given
as ATTACHE_COUCH_ADMIN. The password is asked for, or taken from ATTACHE_COUCH_PASSWORD.
  --role NAME   the role of those who may enter ("attache" unless it is given)`;

await runCommand(async () => {
  const { address, admin, name, role } = wanted(process.argv.slice(2));
  say(`Preparing the space "${name}" at ${address}, as ${admin}.\n`);
  if (address.startsWith('http:') && !/^http:\/\/(?:localhost|127\.|\[::1\])/.test(address)) {
    say('Take care: this connection is not encrypted (http). Whoever listens on the way learns the password.\n');
  }
  const password = await askPassword(admin);
  await prepareSpace(new Server(address, { name: admin, password }), { name, role });
});

/** @param {string[]} given */
function wanted(given) {
  const { text, role } = argumentsIn(given);
  if (text === undefined || !URL.canParse(text)) throw new SetupError(usage);
  const url = new URL(text);
  if (url.password !== '') {
    throw new SetupError('Leave the password out of the address: it would stay in the history of the command line.');
  }
  const admin = decodeURIComponent(url.username) || process.env['ATTACHE_COUCH_ADMIN'];
  const parts = url.pathname.split('/').filter((part) => part !== '');
  const name = decodeURIComponent(parts.pop() ?? '');
  if (!/^https?:$/.test(url.protocol) || admin === undefined || admin === '' || name === '')
    throw new SetupError(usage);
  if (!/^[a-z][a-z0-9_$()+/-]*$/.test(name)) {
    throw new SetupError(
      `"${name}" is no name of a database: small letters, digits and _ $ ( ) + - /, a letter first.`,
    );
  }
  if (!/^[\w-]{1,100}$/.test(role)) throw new SetupError(`"${role}" is no name of a role.`);
  return { address: [url.origin, ...parts].join('/'), admin, name, role };
}

/** @param {string[]} given */
function argumentsIn(given) {
  try {
    const options = { role: { type: /** @type {const} */ ('string'), default: 'attache' } };
    const { positionals, values } = parseArgs({ args: given, options, allowPositionals: true });
    return { text: positionals.length === 1 ? positionals[0] : undefined, role: values.role };
  } catch (error) {
    throw new SetupError(usage, { cause: error });
  }
}
