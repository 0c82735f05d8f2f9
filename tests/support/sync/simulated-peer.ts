import { byRank, generationOf } from '@shared/domain/revision';
import type { Content, Revision } from '@shared/domain/revision';
import type { Changes, Named, Parcel, Peer, Refused, Sent } from '../../../main/sync/peer';
import { fileOf } from '../../../main/sync/round/push';
import type { RecordKey } from '../../../main/sync/synced-record';
import type { Faults } from './faults';

interface Node {
  readonly parent: Revision | null;
  content: Content | null;
}
interface Document {
  readonly nodes: Map<Revision, Node>;
  seq: number;
}
interface Held {
  documents: Map<RecordKey, Document>;
  seq: number;
  notes: Map<string, string>;
  files: Map<string, Uint8Array>;
}

/** A database in memory with CouchDB's trees of revisions: bodies of leaves alone, the order of last changes, notes. */
export class SimulatedPeer implements Peer {
  #held: Held = { documents: new Map(), seq: 0, notes: new Map(), files: new Map() };
  #instance = 1;
  requests = 0;
  /** What it will not take, and why; null for what it takes. */
  refusing: (parcel: Parcel) => Refused['why'] | null = () => null;
  /** Records that came before the file that they name. */
  readonly recordsBeforeTheirFiles: RecordKey[] = [];
  bytesUp = 0;
  rowsListed = 0;

  constructor(private readonly faults: Faults) {}

  instance(): Promise<string> {
    return this.#answer(() => `instance ${this.#instance}`);
  }

  note(name: string): Promise<unknown> {
    return this.#answer(() => JSON.parse(this.#held.notes.get(name) ?? 'null') as unknown);
  }

  keepNote(name: string, value: unknown): Promise<void> {
    return this.#answer(() => void this.#held.notes.set(name, JSON.stringify(value)));
  }

  changes(since: string | null, most: number): Promise<Changes> {
    return this.#answer(() => {
      const from = since === null || Number(since) > this.#held.seq ? 0 : Number(since);
      const rows = [...this.#held.documents]
        .filter(([, { seq }]) => seq > from)
        .sort(([, one], [, other]) => one.seq - other.seq);
      const some = rows.slice(0, most);
      this.rowsListed += some.length;
      return {
        changed: some.map(([key, document]) => ({ key, revs: leavesOf(document) })),
        upTo: String(some.at(-1)?.[1].seq ?? this.#held.seq),
        isMore: rows.length > some.length,
      };
    });
  }

  leaves(wanted: readonly Named[]): Promise<Sent> {
    return this.#answer(() => {
      const parcels: Parcel[] = [];
      const unreadable: { key: string; rev: string; why: 'absent' }[] = [];
      for (const { key, revs } of wanted) {
        const document = this.#held.documents.get(key);
        for (const rev of revs) {
          const content = document?.nodes.get(rev)?.content ?? null;
          if (document === undefined || content === null) unreadable.push({ key, rev, why: 'absent' });
          else parcels.push({ key, rev, ancestors: ancestorsOf(document, rev), content: structuredClone(content) });
        }
      }
      return { parcels, unreadable };
    });
  }

  missing(offered: readonly Named[]): Promise<readonly Named[]> {
    this.bytesUp += JSON.stringify(offered).length;
    return this.#answer(() =>
      offered.flatMap(({ key, revs }) => {
        const known = this.#held.documents.get(key)?.nodes;
        const missing = revs.filter((rev) => known?.has(rev) !== true);
        return missing.length === 0 ? [] : [{ key, revs: missing }];
      }),
    );
  }

  take(parcels: readonly Parcel[]): Promise<readonly Refused[]> {
    this.bytesUp += JSON.stringify(parcels).length;
    return this.#answer(() => {
      const refused: Refused[] = [];
      for (const parcel of parcels) {
        const why = this.refusing(parcel);
        const file = fileOf(parcel);
        if (file !== null && !this.hasFile(file)) this.recordsBeforeTheirFiles.push(parcel.key);
        if (why === null) this.#graft(parcel);
        else refused.push({ key: parcel.key, rev: parcel.rev, why });
      }
      return refused;
    });
  }

  missingFiles(hashes: readonly string[]): Promise<readonly string[]> {
    return this.#answer(() => hashes.filter((hash) => !this.#held.files.has(hash)));
  }

  takeFile(sha256: string, bytes: Uint8Array): Promise<void> {
    return this.#answer(() => void this.#held.files.set(sha256, bytes));
  }

  file(sha256: string): Promise<Uint8Array | null> {
    return this.#answer(() => this.#held.files.get(sha256) ?? null);
  }

  /** The leaves of every document, closed ones too. */
  leafSets(): Map<RecordKey, string[]> {
    return new Map([...this.#held.documents].map(([key, document]) => [key, leavesOf(document).sort()]));
  }

  /** Everything that its leaves say, as one text to look for words in. */
  words(): string {
    const nodes = [...this.#held.documents.values()].flatMap((document) =>
      leavesOf(document).map((rev) => document.nodes.get(rev)?.content),
    );
    return JSON.stringify(nodes);
  }

  hasFile(sha256: string): boolean {
    return this.#held.files.has(sha256);
  }

  saved(): unknown {
    return structuredClone(this.#held);
  }

  putBack(saved: unknown, withNotes: boolean): void {
    this.#held = structuredClone(saved) as Held;
    if (!withNotes) this.#held.notes.clear();
  }

  /** Its documents are put back, and what it keeps for each laptop is not: as when one of a cluster's nodes is. */
  putDocumentsBack(saved: unknown): void {
    this.#held = { ...(structuredClone(saved) as Held), notes: this.#held.notes };
  }

  beginAnew(): void {
    this.#held = { documents: new Map(), seq: 0, notes: new Map(), files: new Map() };
    this.#instance += 1;
  }

  #answer<T>(what: () => T): Promise<T> {
    this.requests += 1;
    return this.faults.step(what);
  }

  #graft({ key, rev, ancestors, content }: Parcel): void {
    const document = this.#held.documents.get(key) ?? { nodes: new Map<Revision, Node>(), seq: 0 };
    if (document.nodes.get(rev) !== undefined) return;
    this.#held.documents.set(key, document);
    this.#held.seq += 1;
    document.seq = this.#held.seq;
    const chain = [rev, ...ancestors.map((hash, nth) => `${generationOf(rev) - nth - 1}-${hash}`)];
    for (const [nth, each] of chain.entries()) {
      if (nth > 0 && document.nodes.has(each)) {
        // What is followed is no leaf any more, and its body goes at the next compaction: here at once.
        const node = document.nodes.get(each);
        if (node !== undefined) node.content = null;
        break;
      }
      document.nodes.set(each, {
        parent: chain[nth + 1] ?? null,
        content: nth === 0 ? structuredClone(content) : null,
      });
    }
  }
}

function leavesOf({ nodes }: Document): Revision[] {
  const parents = new Set([...nodes.values()].map(({ parent }) => parent));
  return [...nodes.keys()].filter((rev) => !parents.has(rev)).sort(byRank);
}

function ancestorsOf({ nodes }: Document, rev: Revision): string[] {
  const found: string[] = [];
  for (let at = nodes.get(rev)?.parent ?? null; at !== null; at = nodes.get(at)?.parent ?? null) {
    found.push(at.slice(at.indexOf('-') + 1));
  }
  return found;
}
