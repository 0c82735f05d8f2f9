import { randomUUID } from 'node:crypto';
import { edited, shared } from '../../../main/sync/edit';
import { shortHash } from '../../../main/sync/hash';
import { compared, joined } from '../../../main/sync/merge/leaves';
import type { Dispute } from '../../../main/sync/merge/body';
import type { Parcel } from '../../../main/sync/peer';
import { revisionsBy } from '@shared/domain/revision';
import type { Body, Revise } from '@shared/domain/revision';
import { emptyStock, takeIn } from '../../../main/sync/round/pull';
import { round } from '../../../main/sync/round/round';
import type { RoundReport } from '../../../main/sync/round/round';
import { liveLeaves, shownLeaf } from '../../../main/sync/synced-record';
import type { RecordKey } from '../../../main/sync/synced-record';
import { aRecord, english } from '../../builders/records';
import { BrokenOff, Faults } from './faults';
import { SimulatedPeer } from './simulated-peer';
import { SimulatedStore } from './simulated-store';

export const revise: Revise = revisionsBy(shortHash);

const names = ['a', 'b', 'c'].map((letter) => `${letter}aaaaaaa-0000-4000-8000-000000000000`);
export const keys: readonly RecordKey[] = names.map((id) => `organisation:${id}`);

function firstBody(key: RecordKey): Body {
  const id = key.slice(key.indexOf(':') + 1);
  const { revision: _revision, ...body } = aRecord('organisation', { legalName: english('Harbour (sample)') }, { id });
  return body;
}

/** One laptop of the office. */
export class Device {
  readonly faults = new Faults();
  readonly store = new SimulatedStore(this.faults);

  constructor(public name: string) {}

  copyFrom(other: Device): void {
    this.name = other.name;
    this.store.putBack(other.store.saved(), true);
  }

  shown(key: RecordKey): Body | undefined {
    return shownLeaf(this.store.get(key))?.body;
  }

  edit(key: RecordKey, change: (body: Body) => Body): void {
    this.store.changeNow([key], (record) => {
      const before = shownLeaf(record)?.body ?? firstBody(key);
      return edited(record, change(before), revise);
    });
  }

  /** Settles what the two first leaves of a record say differently, as a person does who sees both; answers what it says then. */
  settle(key: RecordKey, choose: (dispute: Dispute) => unknown): Body | null {
    let settled: Body | null = null;
    this.store.changeNow([key], (record) => {
      const [one, other] = liveLeaves(shared(record));
      if (one === undefined || other === undefined) return record;
      const { body } = compared(record, one, other, (dispute) => ({ value: choose(dispute) }));
      settled = body;
      return joined(shared(record), [one, other], body, revise);
    });
    return settled;
  }

  /** A round with the peer; null when something broke it off. */
  async sync(peer: SimulatedPeer): Promise<RoundReport | null> {
    const { store, name } = this;
    try {
      return await round({ store, memory: store, peer, revise, device: name, newSession: () => randomUUID() });
    } catch (cause) {
      if (cause instanceof BrokenOff) return null;
      throw cause;
    }
  }

  /** Everything, as a file carries it. */
  async handOver(): Promise<Parcel[]> {
    const all = this.store.keys();
    this.store.changeNow(all, shared);
    return Promise.resolve(
      all.flatMap((key) =>
        this.store.get(key).leaves.map(({ rev, ancestors, ...leaf }): Parcel => ({
          ...{ key, rev, ancestors },
          content: leaf.kind === 'closed' ? { kind: 'closed', into: leaf.into } : { kind: 'live', body: leaf.body },
        })),
      ),
    );
  }

  async takeOver(parcels: readonly Parcel[]): Promise<void> {
    await takeIn(this.store, parcels, { revise, stock: emptyStock(), isLastTry: true });
  }

  /** Every live value, as one text to look for words in. */
  words(): string {
    return this.store
      .keys()
      .flatMap((key) => liveLeaves(this.store.get(key)).map(({ body }) => JSON.stringify(body)))
      .join('\n');
  }

  leafSets(): Map<RecordKey, string[]> {
    return new Map(
      this.store.keys().map((key) => [
        key,
        this.store
          .get(key)
          .leaves.map(({ rev }) => rev)
          .sort(),
      ]),
    );
  }
}

/** Some devices, and a server that breaks off for whoever speaks with it. */
export class Office {
  readonly serverFaults = new Faults();
  readonly peer = new SimulatedPeer(this.serverFaults);
  readonly devices: readonly Device[];

  constructor(count: number) {
    this.devices = Array.from({ length: count }, (_, nth) => new Device(`device-${nth}`));
  }

  /** Rounds without faults until nothing moves; throws when it never comes to rest. */
  async rest(): Promise<void> {
    this.serverFaults.none();
    for (const { faults } of this.devices) faults.none();
    for (let turn = 0; turn < 30; turn += 1) {
      const before = this.#state();
      for (const device of this.devices) await device.sync(this.peer);
      if (this.#state() === before) return;
    }
    throw new Error('The devices never come to rest');
  }

  #state(): string {
    return JSON.stringify([...this.devices.map((device) => [...device.leafSets()]), [...this.peer.leafSets()]]);
  }
}
