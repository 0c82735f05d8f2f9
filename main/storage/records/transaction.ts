import { instantOf } from '@shared/dates';
import type { Instant } from '@shared/dates';
import { definitions } from '@shared/domain/records';
import type { AnyRecord, NewFields, Patch, RecordOf, RecordType } from '@shared/domain/records';
import { isSameBody } from '@shared/domain/revision';
import type { RecordId } from '@shared/domain/values';
import type { Issue } from '@shared/result';
import { partsOf, whatComesBack, whatGoesAlong } from './parts';
import { asKind, Overlay } from './record-table';
import type { EntrySource } from './record-table';
import { Refusal } from './refusal';
import { firstRevision, nextRevision } from './revision';
import type { Transaction } from '../store';
import { deepFrozen } from './stored-record';

type Fields = Readonly<Record<string, unknown>>;

/** Who changes, when, and where new ids come from. One moment for the whole transaction. */
export interface Hand {
  readonly by: RecordId;
  readonly at: Instant;
  readonly newId: () => RecordId;
  /** Whether something that this version cannot read already has that place. */
  readonly isTaken: (type: RecordType, id: RecordId) => boolean;
}

/** What `work` changes with: everything lands on an overlay, which is committed or forgotten as a whole. */
export class OverlayTransaction implements Transaction {
  readonly overlay: Overlay;

  constructor(
    base: EntrySource,
    private readonly hand: Hand,
  ) {
    this.overlay = new Overlay(base);
  }

  get<T extends RecordType>(type: T, id: RecordId): RecordOf<T> | undefined {
    const entry = this.overlay.entry(type, id);
    return entry === undefined ? undefined : asKind<T>(entry.record);
  }

  existing<T extends RecordType>(type: T, id: RecordId): RecordOf<T> {
    const record = this.get(type, id);
    if (record === undefined) throw new Refusal({ code: 'not-found', type, id });
    return record;
  }

  all<T extends RecordType>(type: T): readonly RecordOf<T>[] {
    return this.#list(type, (record) => record.deletedAt === null);
  }

  trashed<T extends RecordType>(type: T): readonly RecordOf<T>[] {
    return this.#list(type, (record) => record.deletedAt !== null);
  }

  naming<T extends RecordType>(type: T, field: string, id: RecordId): readonly RecordOf<T>[] {
    const found: RecordOf<T>[] = [];
    for (const { record } of this.overlay.referring(type, field, id))
      if (record.deletedAt === null) found.push(asKind<T>(record));
    return found;
  }

  create<T extends RecordType>(type: T, fields: NewFields<T>, id: RecordId = this.hand.newId()): RecordOf<T> {
    if (this.overlay.entry(type, id) !== undefined || this.hand.isTaken(type, id)) {
      throw new Refusal({ code: 'invalid-input', issues: [{ path: 'id', code: 'invalid' }] });
    }
    const { at, by } = this.hand;
    const record = {
      type,
      id,
      schema: definitions[type].schema,
      createdAt: at,
      createdBy: by,
      updatedAt: at,
      updatedBy: by,
      deletedAt: null,
      classification: 'unclassified',
      ...definitions[type].blank,
      ...ownFieldsGiven(type, fields),
    };
    const { revision, sync } = firstRevision(record);
    const entry = deepFrozen({ record: { ...record, revision } as AnyRecord, sync });
    this.overlay.put(entry);
    return asKind<T>(entry.record);
  }

  update<T extends RecordType>(type: T, id: RecordId, patch: Patch<T>): RecordOf<T> {
    const record = this.existing(type, id);
    return asKind<T>(this.#replace(record, { ...record, ...ownFieldsGiven(type, patch) }));
  }

  trash(type: RecordType, id: RecordId): void {
    const record = this.existing(type, id);
    if (record.deletedAt !== null) return;
    const { going, alreadyGone } = whatGoesAlong(this.overlay, record);
    const moment = this.#momentApartFrom(alreadyGone);
    for (const each of going) this.#replace(each, { ...each, deletedAt: moment });
  }

  restore(type: RecordType, id: RecordId): void {
    const record = this.existing(type, id);
    if (record.deletedAt === null) return;
    const { coming, staying } = whatComesBack(this.overlay, record);
    for (const each of coming) this.#replace(each, { ...each, deletedAt: null });
    for (const [each, deletedAt] of staying) this.#replace(each, { ...each, deletedAt });
  }

  revert(type: RecordType, id: RecordId, to: AnyRecord | null): void {
    const record = this.existing(type, id);
    if (to !== null) {
      const { createdAt, createdBy, schema } = record;
      this.#replace(record, { ...to, type, id, schema, createdAt, createdBy });
    } else if (record.deletedAt === null) {
      // It was not there, and absence never means deletion: it goes to the Trash, by itself.
      this.#replace(record, { ...record, deletedAt: this.#momentApartFrom(partsOf(this.overlay, type, id)) });
    }
  }

  #list<T extends RecordType>(type: T, isWanted: (record: AnyRecord) => boolean): RecordOf<T>[] {
    const found: RecordOf<T>[] = [];
    for (const { record } of this.overlay.entries(type)) if (isWanted(record)) found.push(asKind<T>(record));
    return found;
  }

  /** Puts changed fields in the place of a record, unless they say the same; a record as it was is no change at all. */
  #replace(record: AnyRecord, fields: Fields): AnyRecord {
    const { type, id } = record;
    if (record.schema > definitions[type].schema) {
      throw new Refusal({ code: 'newer-version', found: record.schema, known: definitions[type].schema });
    }
    if (isSameBody(record, fields)) return record;
    const before = this.overlay.base.entry(type, id);
    if (before !== undefined && before.record !== record && isSameBody(before.record, fields)) {
      this.overlay.drop(type, id);
      return before.record;
    }
    const current = this.overlay.entry(type, id);
    if (current === undefined) throw new Error(`A record that is not there was changed: ${type}`);
    const changed = { ...fields, updatedAt: this.hand.at, updatedBy: this.hand.by };
    const { revision, sync } = nextRevision(
      { revision: current.record.revision, sync: current.sync },
      current.record,
      changed,
    );
    const entry = deepFrozen({ record: { ...changed, revision } as AnyRecord, sync });
    this.overlay.put(entry);
    return entry.record;
  }

  /** What goes to the Trash together shares a moment, and only that: later by a millisecond than what coincides. */
  #momentApartFrom(others: readonly AnyRecord[]): Instant {
    const taken = new Set(others.map((record) => record.deletedAt));
    let moment = this.hand.at;
    while (taken.has(moment)) moment = instantOf(Date.parse(moment) + 1);
    return moment;
  }
}

/** A copy of the fields that are given, so that nobody can change them afterwards; a field of no such name is refused. */
function ownFieldsGiven(type: RecordType, given: object): Fields {
  const entries = Object.entries(given).filter(([, value]) => value !== undefined);
  const issues = entries.flatMap(([name]): Issue[] =>
    name === 'classification' || Object.hasOwn(definitions[type].fields, name)
      ? []
      : [{ path: name, code: 'unknown-field' }],
  );
  if (issues.length > 0) throw new Refusal({ code: 'invalid-input', issues });
  return structuredClone(Object.fromEntries(entries));
}
