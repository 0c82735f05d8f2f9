import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { testAdmin } from '../test-couch';
import type { TestCouch } from '../test-couch';
import { Accounts } from './accounts';
import type { Database } from './database';
import { Faults, spoiled } from './faults';
import { Refusal } from './refusal';
import { Databases, jsonOf } from './routes';
import type { Asked, Reply } from './routes';

export interface StrictOptions {
  /** Before 3.3 databases were all born at "0". */
  readonly saysBirth?: boolean;
  readonly revisions?: number;
  readonly documentBytes?: number;
  readonly requestBytes?: number;
  /** How it answers a compressed request; CouchDB takes them, what stands before it may not. */
  readonly refusesGzip?: 400 | 415;
}

/** What came in, as it came. */
export interface Came {
  readonly request: string;
  readonly headers: IncomingMessage['headers'];
  readonly bytes: number;
}

/** A server that answers as CouchDB 3 does, also where it is stricter than others, and that fails when it is told to. */
export class StrictCouch implements TestCouch {
  readonly admin = testAdmin;
  readonly accounts = new Accounts();
  readonly faults = new Faults();
  readonly databases: Databases;
  /** Every request that came in. */
  came: Came[] = [];
  readonly #server = createServer((request, response) => void this.#handle(request, response));

  private constructor(private readonly options: StrictOptions) {
    const { revisions = 1000, documentBytes = 8_000_000, saysBirth = true } = options;
    this.databases = new Databases({ revisions, documentBytes }, saysBirth);
    this.accounts.add(testAdmin.name, testAdmin.password, ['_admin']);
  }

  static async start(options: StrictOptions = {}): Promise<StrictCouch> {
    const couch = new StrictCouch(options);
    couch.#server.listen(0, '127.0.0.1');
    await once(couch.#server, 'listening');
    return couch;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  database(name: string): Database {
    const held = this.databases.all.get(name);
    if (held === undefined) throw new Error(`No database ${name}`);
    return held.database;
  }

  /** Throws a database away and makes an empty one of its name, for the same members. */
  makeAnew(name: string): void {
    const { security } = this.database(name);
    this.databases.make(name).security = security;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/' } = request;
    const name = `${method} ${url}`;
    const fault = this.faults.of(name);
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const body = Buffer.concat(pieces);
    this.came.push({ request: name, headers: request.headers, bytes: body.length });
    if (fault?.kind === 'frozen') return;
    if (fault?.kind === 'lost' && fault.when === 'before') return void response.destroy();
    if (fault?.kind === 'answer') {
      return void response.writeHead(fault.status, { 'content-type': fault.type }).end(fault.body);
    }
    if (fault?.kind === 'elsewhere') return void response.writeHead(302, { location: fault.location }).end();
    const { status, json, bytes } = this.#answered(request, response, body);
    response.statusCode = status;
    response.setHeader('server', 'CouchDB/3.4.2 (Erlang OTP/26)');
    response.setHeader('content-type', bytes === undefined ? 'application/json' : 'application/octet-stream');
    const out = bytes ?? Buffer.from(`${JSON.stringify(json)}\n`, 'utf8');
    if (spoiled(fault, response, out) === null) response.end(out);
  }

  #answered(request: IncomingMessage, response: ServerResponse, body: Buffer): Reply {
    try {
      return this.#route(request, response, this.#plain(request, body));
    } catch (error) {
      if (error instanceof Refusal) return { status: error.status, json: { error: error.error, reason: error.reason } };
      return { status: 500, json: { error: 'unknown_error', reason: String(error) } };
    }
  }

  #plain({ headers }: IncomingMessage, body: Buffer): Buffer {
    const encoding = headers['content-encoding'] ?? 'identity';
    const { requestBytes = 4_294_967_296, refusesGzip } = this.options;
    if (body.length > requestBytes) throw new Refusal(413, 'too_large', 'the request entity is too large');
    if (encoding === 'identity') return body;
    if (refusesGzip !== undefined) throw new Refusal(refusesGzip, 'bad_request', 'invalid_json');
    if (encoding !== 'gzip') throw new Refusal(415, 'bad_ctype', `Unsupported encoding: ${encoding}`);
    return gunzipSync(body);
  }

  #route(request: IncomingMessage, response: ServerResponse, body: Buffer): Reply {
    const url = new URL(request.url ?? '/', this.url);
    const path = url.pathname.split('/').slice(1).map(decodeURIComponent);
    const { method = 'GET' } = request;
    const type = request.headers['content-type'] ?? '';
    if (path[0] === '_session' && method === 'POST') return this.#session(response, { body, type });
    const user = this.accounts.userOf(request);
    if (path[0] === '')
      return { status: 200, json: { couchdb: 'Welcome', version: '3.4.2', vendor: { name: 'Apache' } } };
    if (path[0] === '_session') return { status: 200, json: { ok: true, userCtx: user, info: {} } };
    const asked: Asked = { method, path, query: url.searchParams, type, body, user };
    if (path[0] === '_users' && method === 'PUT') return this.#account(asked);
    return this.databases.answer(asked);
  }

  #session(response: ServerResponse, asked: Pick<Asked, 'body' | 'type'>): Reply {
    const { name, password } = jsonOf(asked);
    const user = this.accounts.signedIn(name, password);
    response.setHeader('set-cookie', this.accounts.cookieOf(user));
    return { status: 200, json: { ok: true, ...user } };
  }

  #account(asked: Asked): Reply {
    if (!asked.user.roles.includes('_admin')) throw new Refusal(401, 'unauthorized', 'You are not a server admin.');
    const { name, password, roles } = jsonOf(asked);
    this.accounts.add(String(name), String(password), roles as string[]);
    return { status: 201, json: { ok: true } };
  }
}
