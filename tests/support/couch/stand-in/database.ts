import { createHash, randomBytes } from 'node:crypto';
import { runInNewContext } from 'node:vm';
import { mustBeAdmin } from './accounts';
import type { Security, User } from './accounts';
import { badRequest, notFound, Refusal } from './refusal';
import { compact, generation, graft, hash, leavesOf, pathTo } from './revision-tree';
import type { Attachment, Branch, Node, RevisionTree } from './revision-tree';

export type Json = Readonly<Record<string, unknown>>;

interface Local {
  readonly rev: number;
  readonly fields: Json;
}

interface Held {
  readonly documents: Map<string, { readonly tree: RevisionTree; seq: number }>;
  readonly locals: Map<string, Local>;
  seq: number;
  security: Security;
}

export interface Row {
  readonly seq: string;
  readonly id: string;
  readonly changes: readonly { readonly rev: string }[];
  readonly deleted?: true;
}

export interface DatabaseLimits {
  readonly revisions: number;
  readonly documentBytes: number;
}

const onlyAdmins: Security = { admins: { names: [], roles: ['_admin'] }, members: { names: [], roles: ['_admin'] } };

/** A database as CouchDB 3 keeps one: a tree of revisions for each document, and a place in history that is no number. */
export class Database {
  #held: Held = { documents: new Map(), locals: new Map(), seq: 0, security: onlyAdmins };
  /** Of this making of the database. */
  readonly #epoch = randomBytes(9).toString('base64url');

  constructor(private readonly limits: DatabaseLimits) {}

  get security(): Security {
    return this.#held.security;
  }
  set security(security: Security) {
    this.#held.security = security;
  }

  about(): Json {
    const ids = [...this.#held.documents.values()];
    const deleted = ids.filter(({ tree }) => tree.get(leavesOf(tree)[0] ?? '')?.isDeleted === true).length;
    return {
      ...{ doc_count: ids.length - deleted, doc_del_count: deleted, update_seq: this.#seqOf(this.#held.seq) },
      ...{ purge_seq: `0-${this.#epoch}`, compact_running: false, cluster: { q: 2, n: 3, w: 2, r: 2 }, props: {} },
    };
  }

  // What tests do to it.

  saved(): unknown {
    return structuredClone(this.#held);
  }

  /** Yesterday's backup; `withNotes`: the local documents, too. */
  putBack(saved: unknown, { withNotes }: { readonly withNotes: boolean }): void {
    const held = structuredClone(saved) as Held;
    this.#held = withNotes ? held : { ...held, locals: new Map<string, Local>() };
  }

  compact(): void {
    for (const { tree } of this.#held.documents.values()) compact(tree);
  }

  leavesOf(id: string): string[] {
    return leavesOf(this.#held.documents.get(id)?.tree ?? noTree);
  }

  ids(): string[] {
    return [...this.#held.documents.keys()];
  }

  // Reading

  changes(since: string, limit: number, isAllLeaves: boolean): Json {
    const from = this.#placeOf(since);
    const rows = [...this.#held.documents]
      .filter(([, { seq }]) => seq > from)
      .sort(([, one], [, other]) => one.seq - other.seq);
    const results = rows.slice(0, limit).map(([id, { tree, seq }]): Row => {
      const [winner = '', ...others] = leavesOf(tree);
      const changes = [winner, ...(isAllLeaves ? others : [])].map((rev) => ({ rev }));
      return { seq: this.#seqOf(seq), id, changes, ...(tree.get(winner)?.isDeleted === true && { deleted: true }) };
    });
    const last = rows[results.length - 1]?.[1].seq ?? Math.max(from, this.#held.seq);
    return { results, last_seq: this.#seqOf(last), pending: rows.length - results.length };
  }

  /** The document as JSON at a revision, at the winning one without; null when it is not there. */
  read(id: string, rev?: string, { withRevisions = false } = {}): Json | null {
    const { tree } = this.#held.documents.get(id) ?? {};
    const at = rev ?? leavesOf(tree ?? noTree)[0] ?? '';
    const node = tree?.get(at);
    if (tree === undefined || node === undefined || node.content === null) return null;
    if (rev === undefined && node.isDeleted) return null;
    const { fields, attachments } = node.content;
    const path = pathTo(tree, at);
    const stubs = Object.entries(attachments).map(([name, each]) => [name, stubOf(each)] as const);
    return {
      ...{ _id: id, _rev: at, ...fields, ...(node.isDeleted && { _deleted: true }) },
      ...(withRevisions && { _revisions: { start: generation(at), ids: path.map(hash) } }),
      ...(stubs.length > 0 && { _attachments: Object.fromEntries(stubs) }),
    };
  }

  /** The state of a document for a list of all; null for one that never was. */
  standing(id: string): { readonly rev: string; readonly deleted?: true } | null {
    const { tree } = this.#held.documents.get(id) ?? {};
    const [rev] = tree === undefined ? [] : leavesOf(tree);
    if (tree === undefined || rev === undefined) return null;
    return { rev, ...(tree.get(rev)?.isDeleted === true && { deleted: true }) };
  }

  attachment(id: string, name: string): Attachment {
    const { tree } = this.#held.documents.get(id) ?? {};
    const node = tree?.get(leavesOf(tree)[0] ?? '');
    const found = node?.isDeleted === true ? undefined : node?.content?.attachments[name];
    if (found === undefined) throw notFound('Document is missing attachment');
    return found;
  }

  lacking(id: string, revs: readonly string[]): Json | null {
    const tree: RevisionTree = this.#held.documents.get(id)?.tree ?? noTree;
    const missing = revs.filter((rev) => !tree.has(rev));
    if (missing.length === 0) return null;
    const newest = Math.max(...missing.map(generation));
    const possible = leavesOf(tree).filter((rev) => generation(rev) < newest);
    return { missing, ...(possible.length > 0 && { possible_ancestors: possible }) };
  }

  // Writing

  /** Throws for what is no document at all. */
  check(document: Json): void {
    this.#taken(document);
  }

  /** What somebody else has named already (`new_edits: false`); answers what was refused of it, null for nothing. */
  replicate(document: Json, user: User, attachments: Branch['content']['attachments'] = {}): Refusal | null {
    const { id, path, isDeleted, fields } = this.#taken(document);
    const [rev] = path;
    if (rev === undefined) {
      throw badRequest('When `new_edits: false`, the document needs `_rev` or `_revisions` specified');
    }
    const branch: Branch = { path: [rev, ...path.slice(1)], isDeleted, content: { fields, attachments } };
    const held = this.#held.documents.get(id) ?? { tree: new Map<string, Node>(), seq: 0 };
    if (held.tree.has(rev)) return null;
    try {
      this.#validate(document, held.tree, user);
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
    if (graft(held.tree, branch, this.limits.revisions)) this.#noted(id, held);
    return null;
  }

  /** Somebody's own edit, which must follow the winning revision. Answers the new one. */
  edit(document: Json, user: User): string {
    const { id, path, isDeleted, fields } = this.#taken(document);
    const held = this.#held.documents.get(id) ?? { tree: new Map<string, Node>(), seq: 0 };
    const [winner] = leavesOf(held.tree);
    const isGone = winner === undefined || held.tree.get(winner)?.isDeleted === true;
    const given = path[0];
    if (given === undefined ? !isGone : !leavesOf(held.tree).includes(given)) {
      throw new Refusal(409, 'conflict', 'Document update conflict.');
    }
    this.#validate(document, held.tree, user);
    const parent = given ?? winner;
    const digest = createHash('md5')
      .update(JSON.stringify([parent, isDeleted, fields]))
      .digest('hex');
    const rev = `${parent === undefined ? 1 : generation(parent) + 1}-${digest}`;
    const before = parent === undefined ? [] : pathTo(held.tree, parent);
    const content = { fields, attachments: {} };
    graft(held.tree, { path: [rev, ...before], isDeleted, content }, this.limits.revisions);
    this.#noted(id, held);
    return rev;
  }

  local(name: string): Json {
    const found = this.#held.locals.get(name);
    if (found === undefined) throw notFound();
    return { _id: `_local/${name}`, _rev: `0-${found.rev}`, ...found.fields };
  }

  writeLocal(name: string, { _id: _, _rev: rev, ...fields }: Json): string {
    const known = this.#held.locals.get(name);
    if ((known === undefined ? undefined : `0-${known.rev}`) !== rev) {
      throw new Refusal(409, 'conflict', 'Document update conflict.');
    }
    const next = (known?.rev ?? 0) + 1;
    this.#held.locals.set(name, { rev: next, fields });
    return `0-${next}`;
  }

  #noted(id: string, held: { readonly tree: RevisionTree; seq: number }): void {
    this.#held.seq += 1;
    held.seq = this.#held.seq;
    this.#held.documents.set(id, held);
  }

  #taken(document: Json): { id: string; path: string[]; isDeleted: boolean; fields: Json } {
    const { _id: id } = document;
    if (typeof id !== 'string' || id === '') throw new Refusal(400, 'illegal_docid', 'Document id must be a string');
    if (/^_(?!design\/.)/.test(id)) {
      throw new Refusal(400, 'illegal_docid', 'Only reserved document ids may start with underscore.');
    }
    if (Buffer.byteLength(JSON.stringify(document)) > this.limits.documentBytes) {
      throw new Refusal(413, 'document_too_large', id);
    }
    const special = Object.keys(document).find((name) => name.startsWith('_') && !specialMembers.has(name));
    if (special !== undefined) throw new Refusal(400, 'doc_validation', `Bad special document member: ${special}`);
    const fields = Object.fromEntries(Object.entries(document).filter(([name]) => !name.startsWith('_')));
    return { id, path: pathIn(document), isDeleted: document['_deleted'] === true, fields };
  }

  #validate(document: Json, tree: RevisionTree, user: User): void {
    if (String(document['_id']).startsWith('_design/')) {
      mustBeAdmin(user, this.security);
      return;
    }
    const parent = pathIn(document)[1] ?? leavesOf(tree)[0] ?? '';
    const before = tree.get(parent)?.content?.fields ?? null;
    for (const [id] of this.#held.documents) {
      const source = id.startsWith('_design/') ? this.read(id)?.['validate_doc_update'] : undefined;
      if (typeof source !== 'string') continue;
      // As its newer engines do, which find no function in one that has a name.
      if (!/^function ?\(/.test(source)) throw new Refusal(500, 'compilation_error', 'Does not eval to a function');
      const refused = runInNewContext(`try { (${source})(...given); null; } catch (thrown) { thrown; }`, {
        given: structuredClone([document, before, { ...user, db: 'space' }, this.security]),
      }) as { forbidden?: string; unauthorized?: string } | null;
      if (refused === null) continue;
      if (refused.unauthorized !== undefined) throw new Refusal(401, 'unauthorized', refused.unauthorized);
      if (refused.forbidden === undefined) throw new Error('A validation function that fails', { cause: refused });
      throw new Refusal(403, 'forbidden', refused.forbidden);
    }
  }

  #seqOf(place: number): string {
    return `${place}-${Buffer.from(JSON.stringify([this.#epoch, place])).toString('base64url')}`;
  }

  /** Places of an earlier making of the database are the beginning of this one. */
  #placeOf(since: string): number {
    if (since === '0' || since === '') return 0;
    const malformed = badRequest("Malformed sequence supplied in 'since' parameter.");
    const told = /^\d+-([\w-]+)$/.exec(since)?.[1];
    if (told === undefined) throw malformed;
    try {
      const [epoch, place] = JSON.parse(Buffer.from(told, 'base64url').toString('utf8')) as [string, number];
      return epoch === this.#epoch ? place : 0;
    } catch (cause) {
      throw Object.assign(malformed, { cause });
    }
  }
}

const noTree: RevisionTree = new Map<string, Node>();

const specialMembers = new Set(['_id', '_rev', '_revisions', '_deleted', '_attachments']);

function pathIn({ _rev: rev, _revisions: revisions }: Json): string[] {
  if (typeof revisions === 'object' && revisions !== null) {
    const { start, ids } = revisions as { start: number; ids: string[] };
    return ids.map((each, nth) => `${start - nth}-${each}`);
  }
  if (rev === undefined) return [];
  if (typeof rev !== 'string' || !/^\d+-./.test(rev)) throw badRequest('Invalid rev format');
  return [rev];
}

function stubOf({ type, revpos, bytes }: Attachment): Json {
  const digest = `md5-${createHash('md5').update(bytes).digest('base64')}`;
  return { content_type: type, revpos, digest, length: bytes.length, stub: true };
}
