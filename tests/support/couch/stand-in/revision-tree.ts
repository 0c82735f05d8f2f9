/** A revision in the tree of a document: what followed what, and what it said as long as that is kept. */
export interface Node {
  parent: string | null;
  readonly isDeleted: boolean;
  /** Null for what is known by name only. */
  content: Content | null;
}

export interface Content {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly attachments: Readonly<Record<string, Attachment>>;
}

export interface Attachment {
  readonly type: string;
  readonly revpos: number;
  readonly bytes: Uint8Array;
}

export type RevisionTree = Map<string, Node>;

/** A revision with the names of those before it, newest first. */
export interface Branch {
  readonly path: readonly [string, ...string[]];
  readonly isDeleted: boolean;
  readonly content: Content;
}

/** Adds a branch where it belongs; answers whether anything is new. */
export function graft(tree: RevisionTree, { path, isDeleted, content }: Branch, limit: number): boolean {
  const [rev] = path;
  if (tree.has(rev)) return false;
  for (const [nth, each] of path.entries()) {
    const parent = path[nth + 1] ?? null;
    const known = tree.get(each);
    if (known === undefined) tree.set(each, nth === 0 ? { parent, isDeleted, content } : nameless(parent));
    // What was the end of the tree's memory may be remembered further.
    else known.parent ??= parent;
  }
  stem(tree, limit);
  return true;
}

function nameless(parent: string | null): Node {
  return { parent, isDeleted: false, content: null };
}

/** CouchDB remembers so many revisions of each branch, and forgets what stands before on none of them. */
function stem(tree: RevisionTree, limit: number): void {
  const kept = new Set(leavesOf(tree).flatMap((leaf) => pathTo(tree, leaf).slice(0, limit)));
  for (const rev of [...tree.keys()]) if (!kept.has(rev)) tree.delete(rev);
  for (const node of tree.values()) if (node.parent !== null && !tree.has(node.parent)) node.parent = null;
}

/** The leaves, the winner first: a live one before a deleted one, then the longer history, then the greater hash. */
export function leavesOf(tree: RevisionTree): string[] {
  const parents = new Set([...tree.values()].map(({ parent }) => parent));
  return [...tree.keys()]
    .filter((rev) => !parents.has(rev))
    .sort((one, other) => {
      const deleted = Number(tree.get(one)?.isDeleted) - Number(tree.get(other)?.isDeleted);
      return deleted || generation(other) - generation(one) || (hash(one) > hash(other) ? -1 : 1);
    });
}

/** The revision and those before it, newest first. */
export function pathTo(tree: RevisionTree, rev: string): string[] {
  const path: string[] = [];
  for (let at: string | null = rev; at !== null; at = tree.get(at)?.parent ?? null) path.push(at);
  return path;
}

/** What compaction does: only leaves keep what they said. */
export function compact(tree: RevisionTree): void {
  const leaves = new Set(leavesOf(tree));
  for (const [rev, node] of tree) if (!leaves.has(rev)) node.content = null;
}

export function generation(rev: string): number {
  return Number(rev.slice(0, rev.indexOf('-')));
}

export function hash(rev: string): string {
  return rev.slice(rev.indexOf('-') + 1);
}
