import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServiceContext } from '@main/services/context';
import { branchedStore } from '@main/services/sync/branched-store';
import { Conflicts } from '@main/services/sync/conflicts';
import { openStore } from '@main/storage/open-store';
import type { OpenedStore } from '@main/storage/open-store';
import type { Intent } from '@main/storage/store';
import { shortHash } from '@main/sync/hash';
import type { Peer } from '@main/sync/peer';
import { revisionsBy } from '@shared/domain/revision';
import { round } from '@main/sync/round/round';
import type { RoundReport } from '@main/sync/round/round';
import { english, instant, nextId } from '../../builders/records';
import { valueOf } from '../../builders/result';

const cleanUp: (() => Promise<void>)[] = [];

/** Closes every laptop that was begun, and removes what it held. */
export async function putLaptopsAway(): Promise<void> {
  for (const each of cleanUp.splice(0).reverse()) await each();
}

const revise = revisionsBy(shortHash);

/** A laptop with the real store in a folder. */
export class Laptop {
  readonly me = nextId();
  #memory: unknown = null;
  #opened: OpenedStore | null = null;
  folder = '';
  now = instant('2026-03-01T01:30:00.000Z');

  constructor(private readonly name: string) {}

  static async begin(name: string): Promise<Laptop> {
    const laptop = new Laptop(name);
    laptop.folder = await mkdtemp(join(tmpdir(), 'attache-sync-'));
    await laptop.open();
    cleanUp.push(async () => {
      await laptop.close();
      await rm(laptop.folder, { recursive: true, force: true });
    });
    return laptop;
  }

  async open(): Promise<void> {
    this.#opened = valueOf(await openStore({ folder: this.folder, clock: () => this.now, newId: nextId }));
  }

  async close(): Promise<void> {
    await this.#opened?.store.close();
    this.#opened = null;
  }

  get opened(): OpenedStore {
    if (this.#opened === null) throw new Error('It is closed');
    return this.#opened;
  }

  get context(): ServiceContext {
    return { store: this.opened.store, now: () => this.now, newId: nextId, me: () => this.me };
  }

  /** As they are at the moment: a restart begins them anew. */
  conflicts(): Conflicts {
    const { context, synced, opened } = this;
    return new Conflicts({ context, branches: opened.branches, synced, revise });
  }

  get intent(): Intent {
    return { by: this.me, verb: 'edit', type: 'organisation' };
  }

  get synced(): ReturnType<typeof branchedStore> {
    return branchedStore(this.opened.branches, { blobs: this.opened.blobs, me: () => this.me });
  }

  async write(id: string, fields: { size?: string; revenue?: string; profile?: string }): Promise<void> {
    valueOf(await this.opened.store.transact(this.intent, (tx) => tx.update('organisation', id, fields)));
  }

  sync(peer: Peer): Promise<RoundReport> {
    const memory = {
      read: () => this.#memory,
      keep: (value: unknown) => {
        this.#memory = value;
        return Promise.resolve();
      },
    };
    return round({ store: this.synced, peer, memory, revise, device: this.name, newSession: nextId });
  }
}

/** Makes an organisation; answers its id. */
export async function organisationOn(laptop: Laptop): Promise<string> {
  const legalName = english('Harbour Robotics (sample)');
  const made = await laptop.opened.store.transact(laptop.intent, (tx) =>
    tx.create('organisation', { legalName, profile: 'one\ntwo\nthree' }),
  );
  return valueOf(made).id;
}
