import { byRank, generationOf } from '@shared/domain/revision';
import type { Revision } from '@shared/domain/revision';

/** What a lineage is made of: leaves as they are, or as they arrive. */
interface Branch {
  readonly rev: Revision;
  readonly ancestors: readonly string[];
  readonly kind: 'live' | 'closed';
  readonly into?: Revision | null;
}

/**
 * Who descends from whom among a record's revisions. A revision has one parent in CouchDB's tree. Closed leaves tell of
 * the others: a branch that ends `into` a revision is among the ancestors of that one, too.
 */
export class Lineage {
  readonly #parents = new Map<Revision, Revision | null>();
  /** By the revision that they ended in: the revisions that were last on their branch. */
  readonly #ended = new Map<Revision, Revision[]>();

  constructor(branches: readonly Branch[]) {
    for (const { rev, ancestors } of branches) this.#remember(rev, ancestors);
    for (const { rev, ancestors, kind, into } of branches) {
      if (kind !== 'closed' || into === undefined || into === null || ancestors[0] === undefined) continue;
      const last = `${generationOf(rev) - 1}-${ancestors[0]}`;
      this.#ended.set(into, [...(this.#ended.get(into) ?? []), last]);
    }
  }

  has(rev: Revision): boolean {
    return this.#parents.has(rev);
  }

  /** The revisions before this one in CouchDB's tree, newest first, as far as they are remembered. */
  ancestorsOf(rev: Revision): Revision[] {
    const found: Revision[] = [];
    for (let at = this.#parents.get(rev); at !== undefined && at !== null; at = this.#parents.get(at)) found.push(at);
    return found;
  }

  /** The revision and all whose words it took over: its ancestors, what ended in them, and the ancestors of these. */
  reach(rev: Revision): Set<Revision> {
    const reached = new Set<Revision>([rev]);
    for (const each of reached) {
      const parent = this.#parents.get(each);
      if (parent !== undefined && parent !== null) reached.add(parent);
      for (const last of this.#ended.get(each) ?? []) reached.add(last);
    }
    return reached;
  }

  /**
   * The last revisions that two have in common: what a three-way merge compares them with. Usually one; several after
   * two people have settled one conflict apart from each other; none when nobody remembers.
   */
  meetings(one: Revision, other: Revision): Revision[] {
    const mine = this.reach(one);
    const common = [...this.reach(other)].filter((rev) => mine.has(rev)).sort(byRank);
    const passed = new Set<Revision>();
    return common.filter((rev) => {
      if (passed.has(rev)) return false;
      for (const before of this.reach(rev)) passed.add(before);
      return true;
    });
  }

  #remember(rev: Revision, ancestors: readonly string[]): void {
    const generation = generationOf(rev);
    let child = rev;
    for (const [nth, hash] of ancestors.entries()) {
      if (generation - nth - 1 < 1) break;
      const parent = `${generation - nth - 1}-${hash}`;
      this.#parents.set(child, parent);
      child = parent;
    }
    // Where one branch forgets, another may remember.
    if (!this.#parents.has(child)) this.#parents.set(child, null);
  }
}
