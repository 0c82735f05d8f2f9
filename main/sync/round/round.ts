import { shared } from '../edit';
import { Lineage } from '../lineage';
import type { Named, Peer } from '../peer';
import type { Revise } from '@shared/domain/revision';
import { liveLeaves } from '../synced-record';
import type { RecordKey } from '../synced-record';
import { beginningOf, withSession } from './checkpoint';
import type { Remembered } from './checkpoint';
import { emptyStock, fetched, takeIn, unknownOf } from './pull';
import type { TakenStock } from './pull';
import { KnownThere, push } from './push';
import type { HeldBack } from './push';
import type { Memory, SyncedStore } from './synced-store';

export interface RoundParts {
  readonly store: SyncedStore;
  readonly peer: Peer;
  readonly memory: Memory;
  readonly revise: Revise;
  /** Under what the peer keeps this device's note. */
  readonly device: string;
  readonly newSession: () => string;
}

/** How far a round has come; counts of leaves. */
export interface Progress {
  readonly received: number;
  readonly sent: number;
}

export interface RoundWatch {
  readonly onProgress?: (progress: Progress) => void;
  /** Throws when the round is to stop. */
  readonly throwIfStopped?: () => void;
}

/** What a round came to. */
export interface RoundReport extends TakenStock {
  readonly sent: number;
  readonly filesSent: number;
  /** What did not get across: it stays, and is offered again. */
  readonly heldBack: readonly HeldBack[];
  /** What the peer has and could not be read: it is asked for again. */
  readonly unreadable: readonly Named[];
}

/**
 * One round with a peer: takes in what is new there, merges what merges, sends what is new here, until nothing moves; and
 * only then remembers how far both came, first here and then there. Broken off at any point it has lost nothing: the next
 * one compares from the last that ended well. Throws `PeerError` and what the store throws.
 */
export async function round(parts: RoundParts, watch: RoundWatch = {}): Promise<RoundReport> {
  const { store, peer, memory, device, newSession } = parts;
  const [instance, note] = await Promise.all([peer.instance(), peer.note(device)]);
  const identity = store.identity();
  const begun = beginningOf(memory.read(), note, { instance, identity });
  const going = new Going(parts, watch);

  let { pulled, pushed } = begun;
  let offered: readonly RecordKey[] = begun.refused.map(({ key }) => key);
  await going.askAgain(begun.again);
  for (;;) {
    watch.throwIfStopped?.();
    const changed = await going.pull(pulled);
    pulled = changed.upTo;
    const count = store.count();
    const due = new Set([...offered, ...going.lacking, ...(await store.changedSince(pushed))]);
    const sent = await going.push([...due]);
    pushed = count;
    offered = [];
    if (sent === 0 && store.count() === count) break;
  }
  if (store.identity() !== identity) throw new Error('The store was replaced during a round');

  const { heldBack, again } = going;
  const isSame =
    begun.pulled === pulled &&
    begun.sessions.length > 0 &&
    begun.pushed === pushed &&
    begun.refused.length + heldBack.length + begun.again.length + again.length === 0;
  if (!isSame) {
    const sessions = withSession(begun.sessions, { session: newSession(), pulled, pushed });
    const kept: Remembered = {
      ...{ instance, identity, sessions },
      refused: heldBack.map(({ key, rev }) => ({ key, revs: [rev] })),
      again: again.map(({ key, revs }) => ({ key, revs: [...revs] })),
    };
    await memory.keep(kept);
    await peer.keepNote(device, { sessions });
  }
  return { ...going.stock, sent: going.sent, filesSent: going.filesSent, heldBack, unreadable: again };
}

/** A round under way. */
class Going {
  readonly stock = emptyStock();
  sent = 0;
  filesSent = 0;
  again: readonly Named[] = [];
  heldBack: readonly HeldBack[] = [];
  /** Records of which the peer showed that it lacks something that it was sent once: it was put back. */
  readonly lacking = new Set<RecordKey>();
  readonly #there = new KnownThere();
  #received = 0;

  constructor(
    private readonly parts: RoundParts,
    private readonly watch: RoundWatch,
  ) {}

  /** What could not be read in an earlier round, or waited for what could not be: nothing waits for ever. */
  async askAgain(wanted: readonly Named[]): Promise<void> {
    if (wanted.length > 0) await this.#fetch(wanted, true);
  }

  async pull(since: string | null): Promise<{ readonly upTo: string }> {
    const { store, peer } = this.parts;
    for (let from = since; ;) {
      const { changed, upTo, isMore } = await peer.changes(from, rowsAtOnce);
      for (const { key, revs } of changed) this.#there.add(key, revs);
      await this.#fetch(unknownOf(store, changed), false);
      // Somebody else may have made the very revision that is a draft here.
      await store.change(draftsAmong(store, changed), shared);
      for (const named of changed) this.#noteLacking(named);
      from = upTo;
      if (!isMore) return { upTo };
      this.watch.throwIfStopped?.();
    }
  }

  async push(keys: readonly RecordKey[]): Promise<number> {
    const { store, peer } = this.parts;
    const before = this.sent;
    const { leaves, files, heldBack } = await push({ store, peer }, keys, this.#there, (sent) => {
      this.watch.throwIfStopped?.();
      this.#tell(0, sent);
    });
    this.sent += leaves;
    this.filesSent += files;
    const isNew = ({ key, rev }: HeldBack): boolean =>
      !this.heldBack.some((each) => each.key === key && each.rev === rev);
    this.heldBack = [...this.heldBack, ...heldBack.filter(isNew)];
    this.lacking.clear();
    return this.sent - before;
  }

  async #fetch(wanted: readonly Named[], isLastTry: boolean): Promise<void> {
    const { store, peer, revise } = this.parts;
    if (wanted.length === 0) return;
    const { again } = await fetched(peer, wanted, async (parcels) => {
      const waiting = await takeIn(store, parcels, { revise, stock: this.stock, isLastTry });
      this.again = [...this.again, ...waiting];
      this.#tell(parcels.length, 0);
      this.watch.throwIfStopped?.();
    });
    this.again = [...this.again, ...again];
  }

  #noteLacking({ key, revs }: Named): void {
    const { leaves } = this.parts.store.get(key);
    const there = new Set(revs);
    if (leaves.every(({ rev }) => there.has(rev))) return;
    // What the peer's own leaves follow it has had, and need not have any more.
    const lineage = new Lineage(leaves.filter(({ rev }) => there.has(rev)));
    if (leaves.some((leaf) => !there.has(leaf.rev) && !lineage.has(leaf.rev))) this.lacking.add(key);
  }

  #tell(received: number, sent: number): void {
    this.#received += received;
    this.watch.onProgress?.({ received: this.#received, sent: this.sent + sent });
  }
}

/** The records whose draft is one of the leaves that a peer has. */
function draftsAmong(store: SyncedStore, changed: readonly Named[]): RecordKey[] {
  const isThere = ({ key, revs }: Named): boolean =>
    liveLeaves(store.get(key)).some(({ rev, isDraft }) => isDraft && revs.includes(rev));
  return changed.filter(isThere).map(({ key }) => key);
}

/** How many changed records are listed in one answer. */
const rowsAtOnce = 2000;
