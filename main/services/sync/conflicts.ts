import type { AnyRecord, RecordType } from '@shared/domain/records';
import { issuesInRecord, recordTypes } from '@shared/domain/records';
import type { RecordId } from '@shared/domain/values';
import type {
  ConflictChoice,
  ConflictDifference,
  ConflictLook,
  ConflictShown,
  ConflictSide,
  SettledConflict,
} from '@shared/ipc/sync-channels';
import { failed, success } from '@shared/result';
import type { Failure, Result } from '@shared/result';
import type { Dispute } from '../../sync/merge/body';
import { compared, joined, reopened } from '../../sync/merge/leaves';
import { bothOf, stretchesOf } from '../../sync/merge/both';
import { edited, shared } from '../../sync/edit';
import type { Body, Revise, Revision } from '@shared/domain/revision';
import type { SyncedStore } from '../../sync/round/synced-store';
import { liveLeaves, shownLeaf } from '../../sync/synced-record';
import type { LiveLeaf, RecordKey, SyncedRecord } from '../../sync/synced-record';
import type { OpenedStore } from '../../storage/open-store';
import { intend } from '../context';
import type { ServiceContext } from '../context';
import { spokenForm } from '../../words';
import { subjectOf, titleOf, titleOfId } from '../searchable-texts';

export interface Choice {
  readonly path: string;
  readonly choice: ConflictChoice;
  /** The text, of a place that is written anew. */
  readonly anew: string | null;
}

interface RecordName {
  readonly type: RecordType;
  readonly id: RecordId;
}

/** What takes a settlement back. */
interface Settlement {
  readonly key: RecordKey;
  readonly shown: Body;
  readonly endings: readonly { readonly closed: Revision; readonly body: Body }[];
}

export interface ConflictParts {
  readonly context: ServiceContext;
  readonly branches: Pick<OpenedStore['branches'], 'disputed'>;
  readonly synced: SyncedStore;
  readonly revise: Revise;
}

/** Records that say two things, until a person has settled which of them it is. */
export class Conflicts {
  readonly #parts: ConflictParts;
  /** Null until somebody asks: then every record is looked at once, and later those that change. */
  #known: Promise<Map<RecordKey, RecordName>> | null = null;
  readonly #settlements = new Map<RecordId, Settlement>();

  constructor(parts: ConflictParts) {
    this.#parts = parts;
    const { store } = parts.context;
    store.onCommit(({ changes }) => {
      void this.#known?.then((known) => {
        for (const { type, id } of changes) this.#note(known, { type, id });
      });
    });
    store.onReplaced(() => {
      this.#known = null;
      this.#settlements.clear();
    });
  }

  async count(): Promise<number> {
    return (await this.#names()).size;
  }

  async list(): Promise<ConflictShown[]> {
    const { store } = this.#parts.context;
    const shown = [...(await this.#names()).values()].flatMap(({ type, id }): ConflictShown[] => {
      const record = store.get(type, id);
      if (record === undefined) return [];
      const leaves = liveLeaves(this.#parts.synced.get(keyOf({ type, id })));
      const at = leaves.map(({ body }) => String(body['updatedAt'])).sort();
      return [
        {
          ...{ type, id, title: titleOf(store, record), place: this.#placeOf(record) },
          writers: leaves.map((leaf) => this.#side(leaf).by),
          at: (at.at(-1) ?? record.updatedAt) as ConflictShown['at'],
        },
      ];
    });
    return shown.sort((one, other) => other.at.localeCompare(one.at));
  }

  look(name: RecordName): ConflictLook | null {
    const { store } = this.#parts.context;
    const record = this.#parts.synced.get(keyOf(name));
    const [one, other] = sidesOf(record);
    if (one === undefined || other === undefined) return null;
    const { disputes } = compared(record, one, other);
    const differences = disputes.map(differenceOf);
    const shown = store.get(name.type, name.id);
    return {
      ...{ ...name, title: shown === undefined ? '' : titleOf(store, shown) },
      one: this.#side(one),
      other: this.#side(other),
      more: liveLeaves(record).length - 2,
      differences,
      names: this.#namesOf(differences),
    };
  }

  async settle(
    name: RecordName,
    seen: readonly [Revision, Revision],
    choices: readonly Choice[],
  ): Promise<Result<{ settlement: RecordId }>> {
    const { context, synced, revise } = this.#parts;
    const byPath = new Map(choices.map((choice) => [choice.path, choice]));
    let outcome: Result<{ settled: Settlement; disputes: readonly Dispute[] }> = failed({
      ...{ code: 'changed-meanwhile', ...name },
    });
    await synced.change([keyOf(name)], (before) => {
      const record = shared(before);
      const [one, other] = seen.map((rev) => liveLeaves(record).find((leaf) => leaf.rev === rev));
      if (one === undefined || other === undefined) return before;
      const all = compared(record, one, other).disputes;
      const merged = compared(record, one, other, (dispute) => decided(dispute, byPath.get(dispute.path)));
      const failure = wrongIn(name, merged.body, merged.disputes);
      if (failure !== null) {
        outcome = failed(failure);
        return before;
      }
      const body = { ...merged.body, updatedAt: context.now(), updatedBy: context.me() };
      const after = joined(record, [one, other], body, revise);
      outcome = success({ settled: settlementOf(record, after, [one, other]), disputes: all });
      return after;
    });
    if (!outcome.ok) return outcome;
    const id = context.newId();
    this.#settlements.set(id, outcome.value.settled);
    const kept = await this.#keep(name, outcome.value.disputes, byPath);
    return kept.ok ? success({ settlement: id }) : kept;
  }

  async takeBack(id: RecordId): Promise<Result<void>> {
    const { synced, revise } = this.#parts;
    const settlement = this.#settlements.get(id);
    if (settlement === undefined) return failed({ code: 'nothing-to-undo' });
    await synced.change([settlement.key], (record) =>
      reopened(edited(record, settlement.shown, revise), settlement.endings, revise),
    );
    this.#settlements.delete(id);
    return success(undefined);
  }

  /** What was settled, by anybody, the last first. */
  settled(): SettledConflict[] {
    const { store } = this.#parts.context;
    const all = store.all('conflict').map((conflict): SettledConflict => {
      const type = recordTypes.find((each) => each === conflict.recordType);
      const by = conflict.settledBy;
      return {
        ...{ id: conflict.id, type: conflict.recordType, recordId: conflict.recordId },
        title: type === undefined ? '' : titleOfId(store, type, conflict.recordId, spokenForm()),
        ...{ path: conflict.field, one: conflict.mine, other: conflict.theirs },
        ...{ choice: conflict.settled, by: by === null ? '' : this.#nameOf(by), at: conflict.settledAt },
      };
    });
    return all.sort((one, other) => (other.at ?? '').localeCompare(one.at ?? ''));
  }

  /** Both texts and what was chosen stay, for everybody, whatever becomes of the record. */
  #keep(
    { type, id }: RecordName,
    disputes: readonly Dispute[],
    byPath: ReadonlyMap<string, Choice>,
  ): Promise<Result<void>> {
    const { context } = this.#parts;
    return context.store.transact(intend(context, 'sync', 'conflict'), (tx) => {
      for (const dispute of disputes) {
        const choice = byPath.get(dispute.path)?.choice ?? 'one';
        const [mine, theirs] = [dispute.one, dispute.other].map(asJson);
        tx.create('conflict', {
          ...{ recordType: type, recordId: id, field: dispute.path, base: asJson(dispute.base) },
          ...{ mine: mine ?? null, theirs: theirs ?? null },
          settled: choice === 'one' ? 'mine' : choice === 'other' ? 'theirs' : choice,
          ...{ settledBy: context.me(), settledAt: context.now() },
        });
      }
    });
  }

  #names(): Promise<Map<RecordKey, RecordName>> {
    this.#known ??= this.#parts.branches.disputed().then((names) => {
      const known = new Map<RecordKey, RecordName>();
      for (const { type, id } of names) {
        const kind = recordTypes.find((each) => each === type);
        if (kind !== undefined) this.#note(known, { type: kind, id });
      }
      return known;
    });
    return this.#known;
  }

  #note(known: Map<RecordKey, RecordName>, name: RecordName): void {
    const key = keyOf(name);
    if (liveLeaves(this.#parts.synced.get(key)).length > 1) known.set(key, name);
    else known.delete(key);
  }

  #side({ rev, body }: LiveLeaf): ConflictSide {
    const by = String(body['updatedBy']);
    return {
      ...{ revision: rev, by: this.#nameOf(by), isMine: by === this.#parts.context.me() },
      at: String(body['updatedAt']) as ConflictSide['at'],
    };
  }

  #nameOf(id: RecordId): string {
    return titleOfId(this.#parts.context.store, 'person', id, spokenForm());
  }

  #placeOf(record: AnyRecord): string {
    const subject = subjectOf(record);
    return subject === null ? '' : titleOfId(this.#parts.context.store, subject.type, subject.id, spokenForm());
  }

  /** What the ids are called that stand in values. */
  #namesOf(differences: readonly ConflictDifference[]): Record<string, string> {
    const { store } = this.#parts.context;
    const names: Record<string, string> = {};
    for (const id of JSON.stringify(differences).match(idPattern) ?? []) {
      for (const type of namedTypes) {
        const record = id in names ? undefined : store.get(type, id);
        if (record !== undefined) names[id] = titleOf(store, record);
      }
    }
    return names;
  }
}

const idPattern = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g;
const namedTypes: readonly RecordType[] = recordTypes.filter((type) => type !== 'conflict' && type !== 'note-version');

/** What is shown stands first, as it does everywhere else. */
function sidesOf(record: SyncedRecord): [LiveLeaf | undefined, LiveLeaf | undefined] {
  const shown = shownLeaf(record);
  return [shown, liveLeaves(record).find((leaf) => leaf !== shown)];
}

function keyOf({ type, id }: RecordName): RecordKey {
  return `${type}:${id}`;
}

function differenceOf(dispute: Dispute): ConflictDifference {
  const { path, base, one, other } = dispute;
  return {
    ...{ path, base: asJson(base), one: asJson(one), other: asJson(other) },
    stretches: stretchesOf(dispute),
    canBeBoth: bothOf(dispute) !== null,
    canBeAnew: isWritten(dispute),
  };
}

/** A text that somebody wrote, and not a day or one of a few words. */
function isWritten({ way, one, other }: Dispute): boolean {
  return (way === 'text' || way === 'line') && [one, other].every((value) => typeof value === 'string');
}

function decided(dispute: Dispute, choice: Choice | undefined): { readonly value: unknown } | null {
  switch (choice?.choice) {
    case 'one':
      return { value: dispute.one };
    case 'other':
      return { value: dispute.other };
    case 'both':
      return bothOf(dispute);
    case 'anew':
      return choice.anew === null || !isWritten(dispute) ? null : { value: choice.anew };
    case undefined:
      return null;
  }
}

function wrongIn({ type }: RecordName, body: Body, open: readonly Dispute[]): Failure | null {
  const undecided = open.map(({ path }) => ({ path, code: 'required' }) as const);
  const issues = open.length > 0 ? undecided : issuesInRecord(type, { ...body, revision: `1-${'0'.repeat(32)}` });
  return issues.length === 0 ? null : { code: 'invalid-input', issues };
}

function settlementOf(before: SyncedRecord, after: SyncedRecord, sides: readonly LiveLeaf[]): Settlement {
  const known = new Set(before.leaves.map(({ rev }) => rev));
  const closed = after.leaves.filter(({ kind, rev }) => kind === 'closed' && !known.has(rev));
  const endings = closed.flatMap((leaf) => {
    const side = sides.find(({ rev }) => rev.slice(rev.indexOf('-') + 1) === leaf.ancestors[0]);
    return side === undefined ? [] : [{ closed: leaf.rev, body: side.body }];
  });
  return { key: before.key, shown: shownLeaf(before)?.body ?? {}, endings };
}

type Json = ConflictDifference['base'];

function asJson(value: unknown): Json {
  return (value ?? null) as Json;
}
