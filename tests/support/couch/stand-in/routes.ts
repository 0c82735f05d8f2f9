import { isServerAdmin, mustBeAdmin, mustBeMember } from './accounts';
import type { Security, User } from './accounts';
import { Database } from './database';
import type { DatabaseLimits, Json, Row } from './database';
import { relatedParts } from './multipart';
import { badRequest, notFound, Refusal } from './refusal';

export interface Asked {
  readonly method: string;
  /** Behind the server's address, decoded. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  readonly type: string;
  readonly body: Buffer;
  readonly user: User;
}

/** What is answered: JSON, or bytes of a file. */
export interface Reply {
  readonly status: number;
  readonly json?: unknown;
  readonly bytes?: Uint8Array;
}

/** What a cluster may do to a list of changes. */
export type RowsAre = 'in-order' | 'repeated' | 'reordered';

/** The databases of a server, and what CouchDB 3 answers about them. */
export class Databases {
  readonly all = new Map<string, { readonly database: Database; readonly born: string }>();
  rows: RowsAre = 'in-order';
  #births = 0;

  constructor(
    private readonly limits: DatabaseLimits,
    /** Until 3.3 CouchDB did not say when a database was made. */
    private readonly saysBirth: boolean,
  ) {}

  make(name: string): Database {
    this.#births += 1;
    const born = this.saysBirth ? String(1_700_000_000 + this.#births) : '0';
    const database = new Database(this.limits);
    this.all.set(name, { database, born });
    return database;
  }

  answer(asked: Asked): Reply {
    const { method, user } = asked;
    const [name = '', ...rest] = asked.path;
    const isWhole = rest.length === 0;
    if (isWhole && method === 'PUT') return this.#made(name, user);
    const held = this.all.get(name);
    if (isWhole && method === 'DELETE') mustBeAdmin(user, noSecurity);
    if (held === undefined) throw notFound('Database does not exist.');
    if (isWhole && method === 'DELETE') return ok(this.all.delete(name));
    mustBeMember(user, held.database.security);
    if (isWhole && method === 'GET') {
      return { status: 200, json: { db_name: name, ...held.database.about(), instance_start_time: held.born } };
    }
    const [first = '', second] = rest;
    if (first === '_local' && second !== undefined) return local(held.database, second, asked);
    const special = first.startsWith('_') && first !== '_design' ? `${method} ${first}` : null;
    return special === null ? document(held.database, rest, asked) : this.#special(special, held.database, asked);
  }

  #made(name: string, user: User): Reply {
    if (!isServerAdmin(user)) throw new Refusal(401, 'unauthorized', 'You are not a server admin.');
    if (!/^[a-z][a-z0-9_$()+/-]*$/.test(name)) throw new Refusal(400, 'illegal_database_name', `Name: '${name}'.`);
    if (this.all.has(name)) {
      throw new Refusal(412, 'file_exists', 'The database could not be created, the file already exists.');
    }
    this.make(name);
    return { status: 201, json: { ok: true } };
  }

  #special(what: string, database: Database, asked: Asked): Reply {
    switch (what) {
      case 'GET _security':
        return { status: 200, json: database.security };
      case 'PUT _security':
        mustBeAdmin(asked.user, database.security);
        database.security = { ...emptySecurity, ...(jsonOf(asked) as Partial<Security>) };
        return ok(true);
      case 'GET _changes':
        return { status: 200, json: this.#changes(database, asked.query) };
      case 'POST _bulk_get':
        return { status: 200, json: bulkGet(database, asked) };
      case 'POST _bulk_docs':
        return { status: 201, json: bulkDocs(database, asked) };
      case 'POST _revs_diff':
        return { status: 200, json: revsDiff(database, asked) };
      case 'POST _all_docs':
        return { status: 200, json: allDocs(database, asked) };
      case 'POST _compact':
        mustBeAdmin(asked.user, database.security);
        database.compact();
        return { status: 202, json: { ok: true } };
      default:
        throw new Refusal(405, 'method_not_allowed', 'Not what this is asked for');
    }
  }

  #changes(database: Database, query: URLSearchParams): Json {
    const limit = Math.max(1, Number(query.get('limit') ?? Number.MAX_SAFE_INTEGER));
    const { results, ...rest } = database.changes(query.get('since') ?? '0', limit, query.get('style') === 'all_docs');
    const rows = results as Row[];
    if (this.rows === 'repeated') return { results: rows.flatMap((row) => [row, row]), ...rest };
    return { results: this.rows === 'reordered' ? [...rows].reverse() : rows, ...rest };
  }
}

const emptySecurity: Security = { admins: { names: [], roles: [] }, members: { names: [], roles: [] } };
const noSecurity: Security = emptySecurity;

function ok(_: boolean): Reply {
  return { status: 200, json: { ok: true } };
}

/** The body as JSON, as strict as CouchDB's reader: halves of characters are none. */
export function jsonOf({ body, type }: Pick<Asked, 'body' | 'type'>): Json {
  if (!/^application\/json\b/.test(type)) {
    throw new Refusal(415, 'bad_content_type', 'Content-Type must be application/json');
  }
  let read: unknown;
  try {
    read = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body), (_, value: unknown) => {
      if (typeof value === 'string' && /\p{Surrogate}/u.test(value)) throw new TypeError('Half a character');
      return value;
    });
  } catch (cause) {
    throw Object.assign(badRequest('invalid UTF-8 JSON'), { cause });
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read))
    throw badRequest('Request body must be a JSON object');
  return read as Json;
}

function listIn(json: Json, name: string): readonly unknown[] {
  const list = json[name];
  if (!Array.isArray(list)) throw badRequest(`Missing JSON list of '${name}'`);
  return list;
}

function bulkGet(database: Database, asked: Asked): Json {
  const withRevisions = asked.query.get('revs') === 'true';
  const wanted = listIn(jsonOf(asked), 'docs') as readonly { readonly id: string; readonly rev?: string }[];
  const results = wanted.map(({ id, rev }) => {
    const found = database.read(id, rev, { withRevisions });
    const error = { id, rev, error: 'not_found', reason: 'missing' };
    return { id, docs: [found === null ? { error } : { ok: found }] };
  });
  return { results };
}

/** With `new_edits: false` only what was refused is told of. */
function bulkDocs(database: Database, asked: Asked): unknown[] {
  const json = jsonOf(asked);
  const documents = listIn(json, 'docs') as readonly Json[];
  if (json['new_edits'] !== false) return documents.map((each) => edited(database, each, asked.user));
  // Each is read before any is written.
  for (const each of documents) database.check(each);
  return documents.flatMap((each) => {
    const refusal = database.replicate(each, asked.user);
    if (refusal === null) return [];
    return [{ id: each['_id'], rev: each['_rev'], error: refusal.error, reason: refusal.reason }];
  });
}

function edited(database: Database, each: Json, user: User): Json {
  try {
    return { ok: true, id: each['_id'], rev: database.edit(each, user) };
  } catch (error) {
    if (!(error instanceof Refusal) || error.status === 400 || error.status === 413) throw error;
    return { id: each['_id'], error: error.error, reason: error.reason };
  }
}

function revsDiff(database: Database, asked: Asked): Json {
  return Object.fromEntries(
    Object.entries(jsonOf(asked)).flatMap(([id, revs]) => {
      const lacking = database.lacking(id, revs as string[]);
      return lacking === null ? [] : [[id, lacking]];
    }),
  );
}

function allDocs(database: Database, asked: Asked): Json {
  const rows = (listIn(jsonOf(asked), 'keys') as readonly string[]).map((key) => {
    const value = database.standing(key);
    return value === null ? { key, error: 'not_found' } : { id: key, key, value };
  });
  return { total_rows: rows.length, offset: null, rows };
}

function local(database: Database, name: string, asked: Asked): Reply {
  if (asked.method === 'GET') return { status: 200, json: database.local(name) };
  if (asked.method !== 'PUT') throw new Refusal(405, 'method_not_allowed', 'Only GET and PUT');
  const rev = database.writeLocal(name, jsonOf(asked));
  return { status: 201, json: { ok: true, id: `_local/${name}`, rev } };
}

function document(database: Database, rest: readonly string[], asked: Asked): Reply {
  const isDesign = rest[0] === '_design';
  const id = isDesign ? rest.slice(0, 2).join('/') : (rest[0] ?? '');
  const attachment = rest[isDesign ? 2 : 1];
  if (asked.method === 'GET' && attachment !== undefined) {
    return { status: 200, bytes: database.attachment(id, attachment).bytes };
  }
  if (asked.method === 'GET') {
    const found = database.read(id, asked.query.get('rev') ?? undefined, { withRevisions: asked.query.has('revs') });
    if (found === null) throw notFound(database.standing(id)?.deleted === true ? 'deleted' : 'missing');
    return { status: 200, json: found };
  }
  if (asked.method === 'DELETE') {
    const rev = database.edit({ _id: id, _rev: asked.query.get('rev') ?? undefined, _deleted: true }, asked.user);
    return { status: 200, json: { ok: true, id, rev } };
  }
  if (asked.method !== 'PUT') throw new Refusal(405, 'method_not_allowed', 'Not what documents are asked for');
  return put(database, id, asked);
}

function put(database: Database, id: string, asked: Asked): Reply {
  const isRelated = asked.type.startsWith('multipart/related;');
  const { document: given, attachments } = isRelated
    ? relatedParts(asked.type, asked.body)
    : { document: jsonOf(asked), attachments: {} };
  const whole = { ...given, _id: id };
  if (asked.query.get('new_edits') !== 'false') {
    return { status: 201, json: { ok: true, id, rev: database.edit(whole, asked.user) } };
  }
  const refusal = database.replicate(whole, asked.user, attachments);
  if (refusal !== null) throw refusal;
  return { status: 201, json: { ok: true, id, rev: given['_rev'] } };
}
