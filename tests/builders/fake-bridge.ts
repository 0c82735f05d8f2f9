import { definitions } from '@shared/domain/records';
import type { AnyRecord, RecordOf } from '@shared/domain/records';
import type { Bridge } from '@shared/ipc/bridge';
import type { Channel, InputOf, OutputOf } from '@shared/ipc/contract';
import type { AppEvent } from '@shared/ipc/events';
import { channelPrefixes, listedTypes } from '@shared/ipc/record-channels';
import type { ListedType } from '@shared/ipc/record-channels';
import { failed, success } from '@shared/result';
import type { Failure, Result } from '@shared/result';

type Answers = { [C in Channel]?: (input: InputOf<C>) => OutputOf<C> | Result<OutputOf<C>> };

interface FakeBridgeOptions {
  /** What the store holds; the five channels of each kind of record work on them. */
  readonly records?: readonly AnyRecord[];
  /** What other channels answer, or these five in another way. A `Result` may be given for a failure. */
  readonly answers?: Answers;
}

interface Call {
  readonly channel: string;
  readonly input: unknown;
}

export interface FakeBridge {
  readonly bridge: Bridge;
  /** Everything that was asked, in order. */
  readonly calls: readonly Call[];
  readonly callsOf: (channel: Channel) => unknown[];
  /** Lets main tell the window something. */
  readonly tell: (event: AppEvent) => void;
  readonly records: Map<string, AnyRecord>;
}

const settings: OutputOf<'settings:get'> = {
  meId: '11111111-1111-4111-8111-111111111111',
  colourScheme: 'light',
  places: {},
};

/** All that the window has: what one test began may still be listening when the next sets up a bridge of its own. */
const listeners = new Set<(event: unknown) => void>();

/** Stands in for main behind the process border: keeps records in memory and says when they change. */
export function fakeBridge({ records: given = [], answers = {} }: FakeBridgeOptions = {}): FakeBridge {
  const records = new Map(given.map((record) => [record.id, record]));
  const calls: Call[] = [];
  const tell = (event: AppEvent): void => {
    for (const listener of [...listeners]) listener(event);
  };
  const fallback: Answers = {
    'settings:get': () => settings,
    'settings:update': () => settings,
    'start:state': () => ({ kind: 'ready', notices: [] }),
    'history:state': () => ({ undo: null, redo: null }),
    'language:get': () => ({ chosen: 'system', shown: 'en' }),
    'search:names': () => [],
    'hand-over:offered': () => null,
    'news:about': () => ({ count: 0, writers: [], changes: [] }),
    'app:closing-ready': () => undefined,
  };

  function onRecords(channel: string, input: Record<string, unknown>): Result<unknown> | undefined {
    const type = listedTypes.find((each) => channel.startsWith(`${channelPrefixes[each].prefix}:`));
    if (type === undefined) return undefined;
    const changed = (record: AnyRecord): Result<unknown> => {
      records.set(record.id, record);
      tell({ kind: 'changed', types: [type] });
      return success(record);
    };
    const known = records.get(String(input['id']));
    switch (channel.split(':')[1]) {
      case 'list':
        return success(live(records, type).filter((record) => fits(record, input)));
      case 'get':
        return known && known.deletedAt === null ? success(known) : failed(notFound(type, String(input['id'])));
      case 'create':
        return changed({
          ...blankBase(type),
          ...(input['fields'] as object),
          id: input['id'] ?? crypto.randomUUID(),
        } as AnyRecord);
      case 'update':
        return known
          ? changed({ ...known, ...(input['patch'] as object) })
          : failed(notFound(type, String(input['id'])));
      case 'trash':
        if (!known) return failed(notFound(type, String(input['id'])));
        changed({ ...known, deletedAt: known.updatedAt });
        return success(undefined);
      default:
        return undefined;
    }
  }

  const answer = (channel: string, input: unknown): Result<unknown> => {
    const own = (answers as Record<string, ((input: unknown) => unknown) | undefined>)[channel];
    if (own) return asResult(own(input));
    const fromRecords = onRecords(channel, (input ?? {}) as Record<string, unknown>);
    if (fromRecords) return fromRecords;
    const other = (fallback as Record<string, ((input: unknown) => unknown) | undefined>)[channel];
    return other ? asResult(other(input)) : failed({ code: 'unknown-channel', channel });
  };

  return {
    calls,
    records,
    tell,
    callsOf: (channel) => calls.filter((call) => call.channel === channel).map(({ input }) => input),
    bridge: {
      platform: 'linux',
      call: (channel, input) => {
        calls.push({ channel, input });
        return Promise.resolve(answer(channel, input));
      },
      listen: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  };
}

/** Puts a fake bridge where the preload script would put the real one. */
export function installBridge(options: FakeBridgeOptions = {}): FakeBridge {
  const fake = fakeBridge(options);
  Object.defineProperty(window, 'attache', { value: fake.bridge, configurable: true });
  return fake;
}

function live<T extends ListedType>(records: ReadonlyMap<string, AnyRecord>, type: T): RecordOf<T>[] {
  return [...records.values()].filter((record) => record.type === type && record.deletedAt === null) as RecordOf<T>[];
}

function fits(record: AnyRecord, filter: Readonly<Record<string, unknown>>): boolean {
  const fields = new Map<string, unknown>(Object.entries(record));
  return Object.entries(filter).every(([field, wanted]) => {
    const value = fields.get(field);
    return wanted === undefined || value === wanted || (Array.isArray(value) && value.includes(wanted));
  });
}

function notFound(type: string, id: string): Failure {
  return { code: 'not-found', type, id };
}

function blankBase(type: ListedType): object {
  const written = '2026-02-01T00:00:00.000Z';
  return {
    type,
    schema: 1,
    createdAt: written,
    createdBy: settings.meId,
    updatedAt: written,
    updatedBy: settings.meId,
    deletedAt: null,
    revision: `1-${'0'.repeat(32)}`,
    classification: 'unclassified',
    ...definitions[type].blank,
  };
}

function asResult(value: unknown): Result<unknown> {
  const isResult = typeof value === 'object' && value !== null && 'ok' in value;
  return isResult ? (value as Result<unknown>) : success(value);
}
