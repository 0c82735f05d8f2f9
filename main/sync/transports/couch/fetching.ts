import { PeerError } from '../../peer';
import type { Named, Parcel, Sent } from '../../peer';
import type { Revision } from '@shared/domain/revision';
import type { RecordKey } from '../../synced-record';
import { bulkGetSchema } from './answers';
import { parcelOf } from './documents';
import { parsed } from './line';
import type { Line } from './line';
import { AnswerTooLong } from './problems';

type Wanted = readonly [key: RecordKey, rev: Revision];
type Unreadable = Sent['unreadable'][number];

const mostAtOnce = 500;
/** How many bytes an answer should come to. */
const usualBytes = 8_000_000;

/** Asks for leaves in portions, smaller ones where they are long. Nothing of what comes is believed unseen. */
export class Fetching {
  /** What a leaf came to in the last answer, in bytes. */
  #typical = 1_000;

  constructor(private readonly line: Line) {}

  async leaves(named: readonly Named[]): Promise<Sent> {
    const wanted = named.flatMap(({ key, revs }) => revs.map((rev): Wanted => [key, rev]));
    const parcels: Parcel[] = [];
    const unreadable: Unreadable[] = [];
    for (let at = 0; at < wanted.length;) {
      const most = Math.min(mostAtOnce, Math.max(1, Math.floor(usualBytes / this.#typical)));
      const sent = await this.#portion(wanted.slice(at, at + most));
      parcels.push(...sent.parcels);
      unreadable.push(...sent.unreadable);
      at += most;
    }
    return { parcels, unreadable };
  }

  async #portion(wanted: readonly Wanted[]): Promise<Sent> {
    try {
      return await this.#answered(wanted);
    } catch (error) {
      if (!(error instanceof PeerError && error.cause instanceof AnswerTooLong)) throw error;
      const [[key, rev] = ['', '']] = wanted;
      if (wanted.length === 1) return { parcels: [], unreadable: [{ key, rev, why: 'damaged' }] };
      const half = Math.ceil(wanted.length / 2);
      const [one, other] = [await this.#portion(wanted.slice(0, half)), await this.#portion(wanted.slice(half))];
      return { parcels: [...one.parcels, ...other.parcels], unreadable: [...one.unreadable, ...other.unreadable] };
    }
  }

  async #answered(wanted: readonly Wanted[]): Promise<Sent> {
    const { bytes } = await this.line.bytes({
      method: 'POST',
      path: '/_bulk_get?revs=true',
      json: { docs: wanted.map(([id, rev]) => ({ id, rev })) },
    });
    this.#typical = Math.max(1, bytes.length / wanted.length);
    const came = new Map<string, Parcel | null>();
    for (const { docs } of parsed(bulkGetSchema, bytes).results) {
      for (const { ok } of docs) if (isObject(ok)) came.set(nameOf(ok['_id'], ok['_rev']), parcelOf(ok));
    }
    const parcels: Parcel[] = [];
    const unreadable: Unreadable[] = [];
    for (const [key, rev] of wanted) {
      const parcel = came.get(nameOf(key, rev));
      if (parcel !== undefined && parcel !== null) parcels.push(parcel);
      else unreadable.push({ key, rev, why: parcel === null ? 'damaged' : 'absent' });
    }
    return { parcels, unreadable };
  }
}

function nameOf(key: unknown, rev: unknown): string {
  return JSON.stringify([key, rev]);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
