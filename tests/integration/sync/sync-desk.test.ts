import { afterEach, describe, expect, it } from '@jest/globals';
import { ServerPlace } from '@main/services/sync/server-place';
import { SyncDesk } from '@main/services/sync/sync-desk';
import type { Timer } from '@main/services/sync/sync-desk';
import { addressOf } from '@main/services/sync/server-address';
import { shortHash } from '@main/sync/hash';
import { PeerError } from '@main/sync/peer';
import type { Peer, PeerProblem } from '@main/sync/peer';
import { revisionsBy } from '@shared/domain/revision';
import type { Keychain } from '@main/storage/vault/vault';
import { failed, success } from '@shared/result';
import { valueOf } from '../../builders/result';
import { Faults } from '../../support/sync/faults';
import { Laptop, organisationOn, putLaptopsAway } from '../../support/sync/laptop';
import { SimulatedPeer } from '../../support/sync/simulated-peer';

afterEach(putLaptopsAway);

const server = { address: 'https://couch.example/attache', user: 'chan', password: 'open sesame' };

const reversing: Keychain = {
  isAvailable: () => true,
  seal: (secret) => Uint8Array.from(secret).reverse(),
  open: (sealed) => Uint8Array.from(sealed).reverse(),
};
const noKeychain: Keychain = { ...reversing, isAvailable: () => false };

/** What is remembered, and whether the disk takes it. */
class Remembering {
  places: Record<string, string> = {};
  isFull = false;

  get(): never {
    return { meId: null, places: this.places, drafts: [] } as never;
  }

  update(change: (now: never) => { places?: Record<string, string> }): Promise<never> {
    if (this.isFull) return Promise.resolve(failed({ code: 'disk-full' }) as never);
    this.places = change(this.get()).places ?? this.places;
    return Promise.resolve(success(this.get()) as never);
  }
}

interface Desk {
  readonly desk: SyncDesk;
  readonly peer: SimulatedPeer;
  readonly faults: Faults;
  readonly remembered: Remembering;
  /** What is to be done later, and when, in milliseconds. */
  readonly due: { what: () => void; milliseconds: number }[];
  /** What the line answers with instead. */
  readonly line: { problem: PeerProblem | null; isFrozen: boolean; signal: AbortSignal | null };
  readonly broken: unknown[];
}

function deskOf(laptop: Laptop, keychain = reversing, remembered = new Remembering()): Desk {
  const faults = new Faults();
  const peer = new SimulatedPeer(faults);
  const line: Desk['line'] = { problem: null, isFrozen: false, signal: null };
  const due: Desk['due'] = [];
  const timer: Timer = (what, milliseconds) => {
    const later = { what, milliseconds };
    due.push(later);
    return () => {
      if (due.includes(later)) due.splice(due.indexOf(later), 1);
    };
  };
  const cut = new Proxy(peer, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...given: unknown[]): unknown => {
        if (line.isFrozen) return frozenUntil(line.signal);
        return line.problem === null
          ? (value.apply(target, given) as unknown)
          : Promise.reject(new PeerError(line.problem));
      };
    },
  }) as Peer;
  const broken: unknown[] = [];
  const desk = new SyncDesk({
    context: laptop.context,
    synced: laptop.synced,
    files: {
      wanted: () => Promise.resolve([]),
      keep: () => Promise.resolve(),
    },
    place: new ServerPlace(remembered, keychain),
    conflicts: laptop.conflicts(),
    revise: revisionsBy(shortHash),
    device: 'device',
    peerAt: (_server, signal) => {
      line.signal = signal;
      return cut;
    },
    onChanged: () => undefined,
    onBroken: (cause) => broken.push(cause),
    timer,
  });
  return { desk, peer, faults, remembered, due, line, broken };
}

/** No answer ever comes; only who breaks it off is told. */
function frozenUntil(signal: AbortSignal | null): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => {
      reject(signal.reason as Error);
    });
  });
}

describe('the desk that meets the office’s server', () => {
  it('does nothing and asks nobody before a server is set up', async () => {
    const laptop = await Laptop.begin('here');
    const { desk, peer, due } = deskOf(laptop);
    await organisationOn(laptop);
    expect(due).toEqual([]);
    expect(peer.requests).toBe(0);
    expect(await desk.state()).toMatchObject({ server: null, upToDateAt: null, problem: null, waiting: 0 });
  });

  it('signs in, sends what waits, and says so honestly', async () => {
    const laptop = await Laptop.begin('here');
    const { desk, peer } = deskOf(laptop);
    await organisationOn(laptop);
    valueOf(await desk.connect(server));
    expect(await desk.state()).toMatchObject({
      ...{ server: { address: server.address, user: 'chan', isPasswordKept: true, needsPassword: false } },
      ...{ upToDateAt: null, waiting: 1 },
    });
    valueOf(await desk.now());
    expect(await desk.state()).toMatchObject({ upToDateAt: laptop.now, waiting: 0, problem: null, round: null });
    expect(peer.leafSets().size).toBe(1);
  });

  it('keeps nothing of a server that does not let one in', async () => {
    const laptop = await Laptop.begin('here');
    const { desk, line, remembered } = deskOf(laptop);
    for (const problem of [
      { code: 'not-signed-in' },
      { code: 'not-couchdb' },
      { code: 'no-space-there' },
      { code: 'cannot-reach', reason: 'ENOTFOUND' },
    ] as const) {
      line.problem = problem;
      expect(await desk.connect(server)).toEqual(failed(problem));
    }
    expect(await desk.connect({ ...server, address: 'ftp://example' })).toEqual(
      failed({ code: 'not-a-server-address' }),
    );
    expect(remembered.places).toEqual({});
  });

  it('keeps the password in the system’s keychain alone', async () => {
    const laptop = await Laptop.begin('here');
    const { desk, remembered } = deskOf(laptop);
    valueOf(await desk.connect(server));
    expect(JSON.stringify(remembered.places)).not.toContain(server.password);
    const again = deskOf(laptop, reversing, remembered);
    expect(await again.desk.state()).toMatchObject({ server: { needsPassword: false } });
    const elsewhere = deskOf(laptop, noKeychain, remembered);
    expect(await elsewhere.desk.state()).toMatchObject({ server: { needsPassword: true } });
    expect(await elsewhere.desk.now()).toEqual(failed({ code: 'not-signed-in' }));
  });

  it('asks for it after each start where there is no keychain', async () => {
    const laptop = await Laptop.begin('here');
    const { desk, remembered } = deskOf(laptop, noKeychain);
    valueOf(await desk.connect(server));
    expect(await desk.state()).toMatchObject({ server: { isPasswordKept: false, needsPassword: false } });
    expect(await deskOf(laptop, noKeychain, remembered).desk.state()).toMatchObject({
      server: { isPasswordKept: false, needsPassword: true },
    });
  });

  it('says since when it cannot reach the server, over a restart, and tries again ever later', async () => {
    const laptop = await Laptop.begin('here');
    const { desk, line, due, remembered } = deskOf(laptop);
    valueOf(await desk.connect(server));
    line.problem = { code: 'cannot-reach', reason: 'ENOTFOUND' };
    const began = laptop.now;
    const waits: number[] = [];
    for (let nth = 0; nth < 8; nth += 1) {
      expect((await desk.now()).ok).toBe(false);
      waits.push(due.at(-1)?.milliseconds ?? 0);
      laptop.now = `2026-03-0${nth + 2}T00:00:00.000Z` as typeof began;
    }
    expect(waits).toEqual([...waits].sort((one, other) => one - other));
    expect(waits.at(-1)).toBe(900_000);
    expect(await desk.state()).toMatchObject({ problem: { code: 'cannot-reach', since: began } });
    const again = deskOf(laptop, reversing, remembered);
    again.line.problem = line.problem;
    await again.desk.now();
    expect(await again.desk.state()).toMatchObject({ problem: { since: began } });
    again.line.problem = null;
    valueOf(await again.desk.now());
    expect(await again.desk.state()).toMatchObject({ problem: null });
  });

  it('waits for a pause before it sends what is being written', async () => {
    const laptop = await Laptop.begin('here');
    const { desk, due } = deskOf(laptop);
    valueOf(await desk.connect(server));
    valueOf(await desk.now());
    const id = await organisationOn(laptop);
    for (let nth = 0; nth < 5; nth += 1) await laptop.write(id, { size: `${nth}` });
    expect(due.map(({ milliseconds }) => milliseconds)).toEqual([15_000]);
    expect(await desk.state()).toMatchObject({ waiting: 1 });
  });

  it('is broken off by a fault of its own without a word lost, and says so', async () => {
    const laptop = await Laptop.begin('here');
    const { desk, faults, broken, peer } = deskOf(laptop);
    await organisationOn(laptop);
    valueOf(await desk.connect(server));
    faults.plan(4, 'before');
    expect(await desk.now()).toEqual(failed({ code: 'internal' }));
    expect(broken).toHaveLength(1);
    faults.none();
    valueOf(await desk.now());
    expect(peer.leafSets().size).toBe(1);
  });

  it('says it when the disk takes nothing any more, and goes on where it was', async () => {
    const laptop = await Laptop.begin('here');
    const { desk, remembered } = deskOf(laptop);
    valueOf(await desk.connect(server));
    await organisationOn(laptop);
    remembered.isFull = true;
    expect((await desk.now()).ok).toBe(false);
    remembered.isFull = false;
    valueOf(await desk.now());
    expect(await desk.state()).toMatchObject({ waiting: 0 });
  });

  it('forgets a server and leaves everything here', async () => {
    const laptop = await Laptop.begin('here');
    const { desk, remembered } = deskOf(laptop);
    const id = await organisationOn(laptop);
    valueOf(await desk.connect(server));
    valueOf(await desk.now());
    valueOf(await desk.forget());
    expect(await desk.state()).toMatchObject({ server: null });
    expect(Object.values(remembered.places).join('')).toBe('');
    expect(laptop.opened.store.get('organisation', id)).toBeDefined();
  });

  it('is not held up by a server that has frozen, neither in stopping nor at the end of the program', async () => {
    const laptop = await Laptop.begin('here');
    const { desk, line } = deskOf(laptop);
    valueOf(await desk.connect(server));
    line.isFrozen = true;
    const running = desk.now();
    await Promise.resolve();
    desk.stop();
    expect(await running).toEqual(failed({ code: 'cancelled' }));
    const last = desk.now();
    await desk.close();
    expect(await last).toEqual(failed({ code: 'cancelled' }));
  });

  it('stops at once when it is asked to, and begins again when it is asked to', async () => {
    const laptop = await Laptop.begin('here');
    const { desk } = deskOf(laptop);
    await organisationOn(laptop);
    valueOf(await desk.connect(server));
    const running = desk.now();
    desk.stop();
    expect(await running).toEqual(failed({ code: 'cancelled' }));
    valueOf(await desk.now());
  });
});

describe('the address of a server', () => {
  it.each([
    ['https://couch.example/attache', 'https://couch.example/attache'],
    ['couch.example/attache/', 'https://couch.example/attache'],
    ['http://127.0.0.1:5984/attache', 'http://127.0.0.1:5984/attache'],
    ['http://couch.example/attache', null],
    ['https://couch.example', null],
    ['https://me:secret@couch.example/attache', null],
    ['https://couch.example/attache?x=1', null],
    ['javascript:alert(1)', null],
    ['', null],
  ])('%s is taken as %s', (typed, taken) => {
    expect(addressOf(typed)).toBe(taken);
  });
});
