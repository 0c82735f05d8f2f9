import type { Parcel } from '../../peer';
import { generationOf, hashOf, isRevision } from '@shared/domain/revision';
import type { Revision } from '@shared/domain/revision';
import { typeIn } from '../../synced-record';

/** A document as CouchDB takes and gives it. */
export type Document = Readonly<Record<string, unknown>>;

/** The most earlier revisions that are read: what CouchDB keeps of each branch unless it is told otherwise. */
const mostRevisions = 1000;

/**
 * A leaf as a document: the record's fields beside `_id`, `_rev` and the revisions before it. The end of a branch is
 * `_deleted`, and says where its words went.
 */
export function documentOf({ key, rev, ancestors, content }: Parcel): Document {
  const place = {
    _id: key,
    _rev: rev,
    _revisions: { start: generationOf(rev), ids: [hashOf(rev), ...ancestors].slice(0, generationOf(rev)) },
  };
  if (content.kind === 'live') return { ...place, ...renamed(content.body, escaped) };
  return { ...place, _deleted: true, ...(content.into !== null && { into: content.into }) };
}

/** The leaf that a document holds; null when there is something wrong with it. */
export function parcelOf(document: Document): Parcel | null {
  const { _id: key, _rev: rev, _deleted: isClosed } = document;
  if (typeof key !== 'string' || typeIn(key) === null || !isRevision(rev)) return null;
  const ancestors = ancestorsIn(document['_revisions'], rev);
  if (ancestors === null) return null;
  if (isClosed !== true) return { key, rev, ancestors, content: { kind: 'live', body: renamed(document, unescaped) } };
  const { into } = document;
  return { key, rev, ancestors, content: { kind: 'closed', into: isRevision(into) ? into : null } };
}

function ancestorsIn(revisions: unknown, rev: Revision): string[] | null {
  if (typeof revisions !== 'object' || revisions === null || !('start' in revisions) || !('ids' in revisions))
    return null;
  const { start, ids } = revisions;
  if (start !== generationOf(rev) || !Array.isArray(ids) || ids[0] !== hashOf(rev) || ids.length > start) return null;
  const ancestors: unknown[] = ids.slice(1, mostRevisions);
  return ancestors.every(isHash) ? ancestors : null;
}

function isHash(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{32}$/.test(value);
}

/** Names that begin with an underscore are CouchDB's: a field of ours that does is sent with a dollar sign before it. */
function escaped(name: string): string {
  return /^\$*_/.test(name) ? `$${name}` : name;
}

/** Null for what is CouchDB's own. */
function unescaped(name: string): string | null {
  if (name.startsWith('_')) return null;
  return /^\$+_/.test(name) ? name.slice(1) : name;
}

/** Made by entries, so that a field called `__proto__` is one like any other. */
function renamed(fields: Document, rename: (name: string) => string | null): Document {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      const other = rename(name);
      return other === null ? [] : [[other, value]];
    }),
  );
}
