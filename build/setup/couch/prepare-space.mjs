import { isDeepStrictEqual } from 'node:util';
import { say, SetupError } from '../say.mjs';
import { validateDocument } from './validate-document.mjs';

/** @typedef {import('./server.mjs').Server} Server */
/** @typedef {{ names: string[], roles: string[] }} People */

const design = '_design/attache';
const oldest = 3;
const unknownName = 'The server does not know this name with this password.';

/**
 * Makes a database ready for Attaché, or finds that it is: done again, it changes nothing.
 * @param {Server} server
 * @param {{ name: string, role: string }} space
 */
export async function prepareSpace(server, { name, role }) {
  const path = `/${encodeURIComponent(name)}`;
  say(`1. The server is ${await serverKind(server)}.`);
  const isServerAdmin = await isAdministrator(server);
  say(`2. You are ${isServerAdmin ? 'an administrator of the server' : 'no administrator of the server'}.`);
  say(
    `3. The database "${name}" ${(await makeDatabase(server, path, isServerAdmin)) ? 'was made' : 'was there already'}.`,
  );
  say(`4. ${await admitMembers(server, path, role)}`);
  say(`5. The rules for what may be written ${await writeRules(server, path, rulesFor(role))}.`);
  await check(server, path);
  say('6. Checked: who does not sign in is not let in, and what is no document of a space is refused.');
  say(rightsInWords(server.url, role));
}

/** @param {Server} server */
async function serverKind(server) {
  // Some servers say nothing at all to nobody.
  const { status, json } = await server.ask('GET', '/');
  if (status === 401 || status === 403) throw new SetupError(unknownName);
  if (json?.couchdb !== 'Welcome' && json?.['express-pouchdb'] === undefined) {
    throw new SetupError(`What answers at ${server.url} is not a CouchDB.`);
  }
  const version = String(json.version);
  if (json.couchdb === undefined) return 'PouchDB Server, which is for trying things out and not for an office';
  if (Number.parseInt(version, 10) < oldest) {
    throw new SetupError(`The server is CouchDB ${version}; Attaché needs ${oldest} or newer.`);
  }
  return `CouchDB ${version}`;
}

/** @param {Server} server */
async function isAdministrator(server) {
  const { status, json } = await server.ask('GET', '/_session');
  if (status === 401 || status === 403) throw new SetupError(unknownName);
  const roles = json?.userCtx?.roles;
  return Array.isArray(roles) && roles.includes('_admin');
}

/**
 * @param {Server} server
 * @param {string} path
 * @param {boolean} isServerAdmin
 */
async function makeDatabase(server, path, isServerAdmin) {
  if ((await server.ask('GET', path)).status === 200) return false;
  if (!isServerAdmin) {
    throw new SetupError(
      'The database is not there, or not yours to see. Only an administrator of the server makes one: ' +
        'ask them to run this, or to make it and to name you among its administrators.',
    );
  }
  const { status, json } = await server.ask('PUT', path);
  if (status === 201 || status === 202) return true;
  if (status === 412) return false;
  throw new SetupError(`The database could not be made: ${told(status, json)}`);
}

/**
 * Adds the role to those who may read and write; takes nobody away.
 * @param {Server} server
 * @param {string} path
 * @param {string} role
 */
async function admitMembers(server, path, role) {
  const { status, json } = await server.ask('GET', `${path}/_security`);
  if (status !== 200) throw new SetupError(`Who may enter could not be read: ${told(status, json)}`);
  const members = people(json?.members);
  const wasOpen = members.names.length + members.roles.length === 0;
  const roles = members.roles.includes(role) ? members.roles : [...members.roles, role];
  const words = `Who has the role "${role}" may read and write it`;
  if (isDeepStrictEqual(roles, members.roles)) return `${words}, as before.`;
  const security = { ...json, admins: people(json?.admins), members: { ...members, roles } };
  const written = await server.ask('PUT', `${path}/_security`, security);
  if (written.status !== 200) {
    throw new SetupError(
      `Who may enter could not be set: ${told(written.status, written.json)}\n` +
        'It takes an administrator of the server, or one of the database ("admins" in its _security).',
    );
  }
  return wasOpen ? `${words}, and nobody else any more: until now it was open.` : `${words} from now on.`;
}

/**
 * CouchDB's newer engines take a function with a name for a declaration, and find no function in it.
 * @param {string} role
 */
function rulesFor(role) {
  const source = validateDocument
    .toString()
    .replace(/^function \w+/, 'function ')
    .replace("'attache'", `'${role}'`);
  return { language: 'javascript', validate_doc_update: source };
}

/**
 * @param {Server} server
 * @param {string} path
 * @param {ReturnType<typeof rulesFor>} rules
 */
async function writeRules(server, path, rules) {
  const found = await server.ask('GET', `${path}/${design}`);
  const { _id, _rev, ...before } = found.status === 200 ? found.json : {};
  if (isDeepStrictEqual(before, rules)) return 'are there already';
  const { status, json } = await server.ask('PUT', `${path}/${design}`, { ...(_rev && { _rev }), ...rules });
  if (status === 201 || status === 202) return _rev === undefined ? 'are written' : 'are brought up to date';
  throw new SetupError(
    `The rules for what may be written could not be kept: ${told(status, json)}\n` +
      'It takes an administrator of the server, or one of the database ("admins" in its _security).',
  );
}

/**
 * Tries what must not be possible.
 * @param {Server} server
 * @param {string} path
 */
async function check(server, path) {
  const { status } = await server.askAsNobody(path);
  if (status !== 401 && status !== 403) {
    throw new SetupError(`The server lets in who does not sign in (it said ${status}). Look at its configuration.`);
  }
  const stray = { _id: 'attache-init:no-document-of-a-space', _rev: `1-${'0'.repeat(32)}` };
  const tried = await server.ask('POST', `${path}/_bulk_docs`, { new_edits: false, docs: [stray] });
  const isRefused = Array.isArray(tried.json) && tried.json.some((each) => each?.error === 'forbidden');
  if (isRefused) return;
  await server.ask('DELETE', `${path}/${encodeURIComponent(stray._id)}?rev=${stray._rev}`);
  throw new SetupError('The rules are there, and the server does not keep to them: what is no record was taken.');
}

/**
 * @param {{ names?: string[], roles?: string[] } | undefined} given
 * @returns {People}
 */
function people(given) {
  return { ...given, names: given?.names ?? [], roles: given?.roles ?? [] };
}

/**
 * @param {number} status
 * @param {{ error?: string, reason?: string } | null} json
 */
function told(status, json) {
  return `${status} ${json?.error ?? ''} (${json?.reason ?? 'no reason given'})`;
}

/**
 * @param {string} url
 * @param {string} role
 */
function rightsInWords(url, role) {
  return `
The space is ready. What each right is for:
  · making a database takes an administrator of the server: you, now. Attaché itself never does;
  · who may enter and what may be written is kept in the database, and only its administrators change it;
  · officers are members: they read and write records and files, and delete no file for good.

Every officer needs an account of their own with the role "${role}": an administrator makes it in Fauxton
(${url}/_utils, database _users) with a document such as
  { "_id": "org.couchdb.user:NAME", "name": "NAME", "type": "user", "roles": ["${role}"], "password": "…" }
Then they enter the database's address, their name and their password in Attaché. Whoever leaves loses the role; what
their computer holds already, it holds.

Run this again after an update of Attaché: it brings the rules up to date, and changes nothing else.`;
}
