import { isSameJson } from '@shared/canonical-json';
import type { Instant } from '@shared/dates';
import { recordTypes } from '@shared/domain/records';
import type { SyncState } from '@shared/ipc/sync-channels';
import { failed, success } from '@shared/result';
import type { Failure, Result } from '@shared/result';
import { PeerError } from '../../sync/peer';
import type { Peer } from '../../sync/peer';
import type { Revise } from '@shared/domain/revision';
import { fetchFiles } from '../../sync/round/fetch-files';
import type { FilesWanted } from '../../sync/round/fetch-files';
import { round } from '../../sync/round/round';
import type { RoundReport } from '../../sync/round/round';
import type { SyncedStore } from '../../sync/round/synced-store';
import { typeIn } from '../../sync/synced-record';
import type { RecordKey } from '../../sync/synced-record';
import type { ServiceContext } from '../context';
import { spokenForm } from '../../words';
import { titleOfId } from '../searchable-texts';
import type { Conflicts } from './conflicts';
import { addressOf } from './server-address';
import type { Server, ServerPlace } from './server-place';

export interface SyncDeskParts {
  readonly context: ServiceContext;
  readonly synced: SyncedStore;
  readonly files: FilesWanted;
  readonly place: ServerPlace;
  readonly conflicts: Pick<Conflicts, 'count'>;
  readonly revise: Revise;
  readonly device: string;
  /** `signal` breaks off whatever is being waited for; what was asked for then throws its reason. */
  readonly peerAt: (server: Server, signal: AbortSignal) => Peer;
  readonly onChanged: () => void;
  /** A fault of the program, and not of the line: told, and tried again later. */
  readonly onBroken: (cause: unknown) => void;
  readonly timer?: Timer;
}

/** Does something later, in milliseconds; the answer takes it back. */
export type Timer = (what: () => void, milliseconds: number) => () => void;

const seconds = 1000;
/** After the last change, so that a paragraph goes as one. */
const quiet = 15 * seconds;
const usual = 180 * seconds;
const [firstWait, longestWait] = [30 * seconds, 900 * seconds];

class Stopped extends Error {}

/** Rounds with the office's server: in the background, or now; one at a time, and never in the way of anything. */
export class SyncDesk {
  readonly #parts: SyncDeskParts;
  readonly #timer: Timer;
  #cancelNext: () => void = () => undefined;
  #running: Promise<Result<void>> | null = null;
  #progress: { received: number; sent: number } | null = null;
  #isStopped = false;
  #isClosed = false;
  #failures = 0;
  #problem: { readonly failure: Failure; readonly since: Instant } | null = null;
  /** Kept from round to round, with its session at the server. */
  #line: { readonly server: Server; readonly peer: Peer; readonly end: AbortController } | null = null;
  /** What has changed here and was not sent; null until somebody asks, and after each round: then it is looked for once. */
  #unsent: Promise<Set<RecordKey>> | null = null;
  #last: Pick<RoundReport, 'heldBack' | 'damaged'> = { heldBack: [], damaged: [] };

  constructor(parts: SyncDeskParts) {
    this.#parts = parts;
    this.#timer = parts.timer ?? systemTimer;
    parts.context.store.onCommit(({ intent, changes }) => {
      if (intent.verb === 'sync' || parts.place.server() === null) return;
      void this.#unsent?.then((unsent) => {
        for (const { type, id } of changes) unsent.add(`${type}:${id}`);
      });
      this.#in(quiet);
      parts.onChanged();
    });
    parts.context.store.onReplaced(() => {
      this.#unsent = null;
    });
    if (parts.place.server() !== null) this.#in(firstWait / 10);
  }

  async state(): Promise<SyncState> {
    const { context, place, conflicts } = this.#parts;
    const known = place.server();
    const stamp = place.stamp();
    return {
      server:
        known === null
          ? null
          : { ...known.server, isPasswordKept: known.isKept, needsPassword: known.password === null },
      round: this.#progress,
      upToDateAt: stamp.upToDateAt as Instant | null,
      waiting: known === null ? 0 : (await this.#waiting()).size,
      problem: this.#problem === null ? null : problemShown(this.#problem),
      heldBack: this.#last.heldBack.map(({ key, why }) => {
        const type = typeIn(key) ?? '';
        const kind = recordTypes.find((each) => each === type);
        const title =
          kind === undefined ? '' : titleOfId(context.store, kind, key.slice(type.length + 1), spokenForm());
        return { type, title, why };
      }),
      unreadable: this.#last.damaged.length,
      conflicts: await conflicts.count(),
    };
  }

  /** Signs in, and keeps the server when that went well. */
  async connect(given: Server): Promise<Result<void>> {
    const { place } = this.#parts;
    const address = addressOf(given.address);
    if (address === null) return failed({ code: 'not-a-server-address' });
    const server = { ...given, address };
    await this.#ended();
    const tried = await this.#answered(async () => {
      await this.#peerAt(server).instance();
    });
    if (!tried.ok) return tried;
    const kept = await place.keepServer(server);
    if (!kept.ok) return kept;
    this.#problem = null;
    this.#failures = 0;
    this.#in(0);
    this.#parts.onChanged();
    return success(undefined);
  }

  /** Answers when the round has ended, the one under way if there is one. */
  now(): Promise<Result<void>> {
    this.#running ??= this.#round().finally(() => {
      this.#running = null;
      this.#progress = null;
      this.#unsent = null;
      this.#parts.onChanged();
      if (!this.#isClosed && !this.#isStopped) this.#in(this.#failures === 0 ? usual : this.#wait());
    });
    return this.#running;
  }

  /** Ends the round that is under way; the next begins when something is written, or when it is asked for. */
  stop(): void {
    this.#isStopped = this.#running !== null;
    // A server that has frozen would hold up the end of the program.
    this.#line?.end.abort(new Stopped());
    this.#line = null;
    this.#cancelNext();
  }

  async forget(): Promise<Result<void>> {
    await this.#ended();
    const forgotten = await this.#parts.place.forget();
    this.#line = null;
    this.#problem = null;
    this.#last = { heldBack: [], damaged: [] };
    this.#parts.onChanged();
    return forgotten;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#ended();
  }

  async #ended(): Promise<void> {
    this.stop();
    await this.#running;
    this.#unsent = null;
  }

  #peerAt(server: Server): Peer {
    if (this.#line === null || !isSameJson(this.#line.server, server)) {
      const end = new AbortController();
      this.#line = { server, peer: this.#parts.peerAt(server, end.signal), end };
    }
    return this.#line.peer;
  }

  #in(milliseconds: number): void {
    this.#cancelNext();
    if (this.#isClosed) return;
    this.#cancelNext = this.#timer(() => void this.now(), milliseconds);
  }

  #wait(): number {
    return Math.min(longestWait, firstWait * 2 ** (this.#failures - 1));
  }

  async #round(): Promise<Result<void>> {
    const { place, context, synced, revise, device, files } = this.#parts;
    const known = place.server();
    if (known === null) return success(undefined);
    if (known.password === null) return this.#ending(failed({ code: 'not-signed-in' }));
    const peer = this.#peerAt({ ...known.server, password: known.password });
    this.#isStopped = false;
    this.#progress = { received: 0, sent: 0 };
    this.#parts.onChanged();
    const throwIfStopped = (): void => {
      if (this.#isStopped || this.#isClosed) throw new Stopped();
    };
    const ended = await this.#answered(async () => {
      const report = await round(
        { store: synced, peer, memory: place, revise, device, newSession: context.newId },
        {
          throwIfStopped,
          onProgress: (progress) => {
            this.#progress = progress;
            this.#parts.onChanged();
          },
        },
      );
      this.#last = report;
      await fetchFiles(peer, files, throwIfStopped);
    });
    return this.#ending(ended);
  }

  async #ending(ended: Result<void>): Promise<Result<void>> {
    const { place, context } = this.#parts;
    const { upToDateAt, troubleSince } = place.stamp();
    if (ended.ok) {
      this.#failures = 0;
      this.#problem = null;
      await place.keepStamp({ upToDateAt: context.now(), troubleSince: null });
    } else if (ended.failure.code !== 'cancelled') {
      this.#failures += 1;
      const since = (troubleSince ?? context.now()) as Instant;
      this.#problem = { failure: ended.failure, since };
      await place.keepStamp({ upToDateAt, troubleSince: since });
    }
    return ended;
  }

  async #answered(work: () => Promise<void>): Promise<Result<void>> {
    try {
      await work();
      return success(undefined);
    } catch (cause) {
      if (cause instanceof Stopped) return failed({ code: 'cancelled' });
      if (cause instanceof PeerError) return failed(cause.problem);
      this.#parts.onBroken(cause);
      return failed({ code: 'internal' });
    }
  }

  #waiting(): Promise<Set<RecordKey>> {
    const { place, synced } = this.#parts;
    const memory = place.read() as { sessions?: { pushed?: unknown }[] } | null;
    const pushed = memory?.sessions?.[0]?.pushed;
    this.#unsent ??= synced.changedSince(typeof pushed === 'number' ? pushed : 0).then((keys) => new Set(keys));
    return this.#unsent;
  }
}

function problemShown({ failure, since }: { readonly failure: Failure; readonly since: Instant }): {
  code: string;
  reason: string;
  since: Instant;
} {
  const reason = 'reason' in failure ? failure.reason : 'status' in failure ? String(failure.status) : '';
  return { code: failure.code, reason, since };
}

const systemTimer: Timer = (what, milliseconds) => {
  const timeout = setTimeout(what, milliseconds);
  return () => {
    clearTimeout(timeout);
  };
};
