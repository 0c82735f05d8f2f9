import { canonicalJson, isSameJson } from '../canonical-json';

/** `<generation>-<32 hex digits>`, the shape that CouchDB gives its own. */
export type Revision = string;

/** A record's fields without its revision; `updatedAt` and `updatedBy` are among them. */
export type Body = Readonly<Record<string, unknown>>;

/**
 * What a revision says: a record's fields; or that a branch ends because everything it held is in the revision `into`.
 * Null when it does not say where: then it ends nothing (somebody deleted a document with another program).
 */
export type Content =
  { readonly kind: 'live'; readonly body: Body } | { readonly kind: 'closed'; readonly into: Revision | null };

/** Names what follows a revision (null: what is first). The same content after the same parent has the same name. */
export type Revise = (parent: Revision | null, content: Content) => Revision;

/** Makes revisions out of a hash of 32 hex digits. A space that is encrypted end to end has a keyed one. */
export function revisionsBy(hash: (text: string) => string): Revise {
  return (parent, content) => {
    const said = content.kind === 'live' ? vouchedFor(content.body) : { into: content.into };
    return `${generationOf(parent) + 1}-${hash(canonicalJson([parent, content.kind === 'closed', said]))}`;
  };
}

/**
 * What a revision vouches for. Who touched a record last, and when, is left out: the same merge made on two devices, at
 * two moments, must be one revision, or the devices would never come to rest.
 */
function vouchedFor(body: Body): Body {
  const { revision: _revision, updatedAt: _updatedAt, updatedBy: _updatedBy, ...fields } = body;
  return fields;
}

export function isSameBody(one: Body, other: Body): boolean {
  return isSameJson(vouchedFor(one), vouchedFor(other));
}

export function isRevision(text: unknown): text is Revision {
  return typeof text === 'string' && /^[1-9]\d{0,8}-[0-9a-f]{32}$/.test(text);
}

export function generationOf(revision: Revision | null): number {
  return revision === null ? 0 : Number(revision.slice(0, revision.indexOf('-')));
}

export function hashOf(revision: Revision): string {
  return revision.slice(revision.indexOf('-') + 1);
}

/** CouchDB's order: the revision that wins stands first. */
export function byRank(one: Revision, other: Revision): number {
  const generations = generationOf(other) - generationOf(one);
  if (generations !== 0) return generations;
  const [left, right] = [hashOf(one), hashOf(other)];
  return left === right ? 0 : left > right ? -1 : 1;
}
