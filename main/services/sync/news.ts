import type { AnyRecord, RecordType } from '@shared/domain/records';
import { idsAt, relations } from '@shared/domain/relations';
import type { RecordId } from '@shared/domain/values';
import type { NewsShown } from '@shared/ipc/sync-channels';
import { success } from '@shared/result';
import type { Result } from '@shared/result';
import type { OpenedStore } from '../../storage/open-store';
import type { RememberedFile } from '../../storage/remembered-file';
import type { Reader } from '../../storage/store';
import type { ServiceContext } from '../context';
import { spokenForm } from '../../words';
import { subjectOf, titleOf, titleOfId } from '../searchable-texts';

interface RecordName {
  readonly type: RecordType;
  readonly id: RecordId;
}

/** Among the remembered places of the screens: up to which change of this device each page was looked at. */
const place = 'news:looked';
const mostPages = 500;
const mostShown = 40;
const partRelations = relations.filter(({ kind }) => kind === 'part');

/**
 * What colleagues changed since a page was last looked at. It is told by the order in which changes came to this device, for
 * a colleague's clock may be wrong and what was written on Monday may come on Friday.
 */
export class News {
  constructor(
    private readonly context: ServiceContext,
    private readonly branches: Pick<OpenedStore['branches'], 'branched' | 'seq'>,
    private readonly remembered: Pick<RememberedFile, 'get' | 'update'>,
  ) {}

  about(name: RecordName): NewsShown {
    const { store, me } = this.context;
    const since = this.#looked().get(keyOf(name)) ?? 0;
    const all = withParts(store, name)
      .map((record) => ({ record, at: this.#cameAt(record) }))
      .filter(({ record, at }) => at > since && record.updatedBy !== me())
      .sort((one, other) => other.at - one.at);
    return {
      count: all.length,
      writers: [...new Set(all.map(({ record }) => record.updatedBy))].map((by) =>
        titleOfId(store, 'person', by, spokenForm()),
      ),
      changes: all.slice(0, mostShown).map(({ record }) => ({
        ...{ type: record.type, id: record.id, title: titleOf(store, record), subject: subjectOf(record) },
        by: titleOfId(store, 'person', record.updatedBy, spokenForm()),
        at: record.updatedAt,
        became: record.deletedAt !== null ? 'trashed' : record.createdAt === record.updatedAt ? 'added' : 'changed',
      })),
    };
  }

  /** Whoever pressed the button has seen what there is now. */
  async looked(name: RecordName): Promise<Result<void>> {
    const pages = this.#looked();
    pages.delete(keyOf(name));
    pages.set(keyOf(name), this.branches.seq);
    const text = [...pages].slice(-mostPages).map(([key, seq]) => `${key}=${seq}`);
    const written = await this.remembered.update(({ places }) => ({ places: { ...places, [place]: text.join(' ') } }));
    return written.ok ? success(undefined) : written;
  }

  #looked(): Map<string, number> {
    const text = this.remembered.get().places[place] ?? '';
    return new Map(
      text
        .split(' ')
        .map((each) => each.split('='))
        .flatMap(([key = '', seq = '']) => (/^\d+$/.test(seq) ? [[key, Number(seq)] as const] : [])),
    );
  }

  #cameAt({ type, id }: AnyRecord): number {
    const sync = this.branches.branched(type, id)?.sync;
    return typeof sync === 'object' && sync !== null && 'seq' in sync && typeof sync.seq === 'number' ? sync.seq : 0;
  }
}

function keyOf({ type, id }: RecordName): string {
  return `${type}:${id}`;
}

/** The record and everything that belongs to it, the parts of parts too, in the Trash or not. */
function withParts(reader: Reader, name: RecordName): AnyRecord[] {
  const record = reader.get(name.type, name.id);
  const found = new Map<string, AnyRecord>(record === undefined ? [] : [[keyOf(name), record]]);
  for (const whole of found.values()) {
    for (const { from, field } of partRelations.filter(({ to }) => to === whole.type)) {
      const trashed: readonly AnyRecord[] = reader.trashed(from);
      const parts = [
        ...reader.naming(from, field, whole.id),
        ...trashed.filter((part) => idsAt(part, field).includes(whole.id)),
      ];
      for (const part of parts) if (isTold(part)) found.set(keyOf(part), part);
    }
  }
  return [...found.values()];
}

/** How a note read before is nobody's news. */
function isTold({ type }: AnyRecord): boolean {
  return type !== 'note-version';
}
