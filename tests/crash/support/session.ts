import { createHash, randomUUID } from 'node:crypto';
import type { CalendarDate } from '@shared/dates';
import type { RecordId } from '@shared/domain/values';
import type { Result } from '@shared/result';
import { systemCode } from '@main/storage/disk/disk-files';
import type { OpenedStore } from '@main/storage/open-store';
import type { Seal } from '@main/storage/seal/seal';
import type { Intent, Transaction } from '@main/storage/store';
import type { Chance } from './chance';
import { holdingOf, inTheTrash, labelOf, textOf, usedTypes } from './labels';
import type { UsedType } from './labels';
import type { Said, Write } from './said';

const intent: Intent = { by: '5a1b0f5e-0f5b-4c55-9a39-0d6d3f6f3d01', verb: 'edit', type: 'trip' };

export interface SessionParts {
  readonly opened: OpenedStore;
  readonly say: (said: Said) => void;
  readonly chance: Chance;
  /** The number of the first step; no two steps of one ledger share one. */
  readonly firstStep: number;
  /** From so many records on, changes change what is there instead of adding to it. */
  readonly mostRecords: number;
  /** What `reseal` goes between; nothing is resealed where there is only one. */
  readonly seals: readonly Seal[];
  /** Acknowledges before the store has answered: what must never be, to prove that it would be seen. */
  readonly isHasty?: boolean;
}

interface Plan extends Write {
  readonly type: UsedType;
  readonly id: RecordId;
  readonly text: string;
  readonly tripId: RecordId | null;
}

/** An officer at work: changes, bursts of changes, files, backups and restores, each said as it happens. */
export class Session {
  readonly #parts: SessionParts;
  #step: number;
  /** Backups that were made by this session while nothing was being changed. */
  readonly #quietBackups: string[] = [];

  constructor(parts: SessionParts) {
    this.#parts = parts;
    this.#step = parts.firstStep;
  }

  /** The number that the next step will have. */
  get nextStep(): number {
    return this.#step;
  }

  /** One change of some records with texts of about this length. */
  async change(records: number, length: number, canOnlyAdd = false): Promise<void> {
    const { opened, isHasty } = this.#parts;
    const step = this.#takeStep();
    const plans = this.#plan(step, records, length, canOnlyAdd);
    const writes = plans.map(({ key, label, isNew, isTrashed }): Write => ({ key, label, isNew, isTrashed }));
    this.#parts.say({ say: 'asks', step, writes });
    const work = opened.store.transact(intent, (tx) => plans.forEach((plan) => write(tx, plan)));
    if (isHasty === true) this.#parts.say({ say: 'done', step });
    await this.#hearAnswer(step, work, isHasty === true);
  }

  /** Changes that are asked for in one breath. */
  async burst(changes: number, length: number, canOnlyAdd = false): Promise<void> {
    await Promise.all(Array.from({ length: changes }, (_, index) => this.change(1 + (index % 3), length, canOnlyAdd)));
  }

  async keepFile(length: number): Promise<void> {
    const content = Buffer.from(`${randomUUID()}${textOf(this.#step, 1, 1, length)}`);
    const answer = await this.#settled(this.#parts.opened.blobs.put(content));
    if (answer?.ok !== true) return;
    const sha256 = createHash('sha256').update(content).digest('hex');
    this.#parts.say(
      answer.value === sha256
        ? { say: 'keeps', sha256 }
        : { say: 'wrong', what: 'A file was kept under a hash that is not its own' },
    );
  }

  /** A backup; with changes under way at the same time, when `amid` gives some. */
  async backUp(amid: () => Promise<void> = () => Promise.resolve()): Promise<void> {
    const stepBefore = this.#step;
    this.#parts.say({ say: 'backs-up' });
    const [made] = await Promise.all([this.#settled(this.#parts.opened.backups.make()), amid()]);
    if (made?.ok !== true) return;
    this.#parts.say({ say: 'backed-up', name: made.value.name });
    if (stepBefore === this.#step) this.#quietBackups.push(made.value.name);
  }

  /** Puts one of this session's backups in the place of everything. */
  async restore(amid?: () => Promise<void>): Promise<void> {
    const { opened, chance, say } = this.#parts;
    const listed = await this.#settled(opened.backups.list());
    if (listed?.ok !== true) return;
    const names = this.#quietBackups.filter((name) => listed.value.some((backup) => backup.name === name));
    if (names.length === 0) return;
    const backup = chance.pick(names);
    const step = this.#takeStep();
    say({ say: 'restores', step, backup });
    const work = opened.backups.restore(backup);
    const [restored] = await Promise.all([this.#hearAnswer(step, work, false), amid?.()]);
    const undo = restored?.ok === true ? restored.value.undo : null;
    if (undo !== null && amid === undefined) {
      say({ say: 'backed-up-before', step, name: undo });
      this.#quietBackups.push(undo);
    }
    this.sayHolding();
  }

  async compact(): Promise<void> {
    await this.#unlessTheDiskFails(() => this.#parts.opened.compact());
  }

  /** Turns everything from readable to sealed, or back. */
  async reseal(): Promise<void> {
    const { opened, seals } = this.#parts;
    const to = seals.find(({ isSecret }) => isSecret !== opened.isSecret());
    if (to === undefined) return;
    this.#parts.say({ say: 'reseals' });
    await this.#unlessTheDiskFails(() => opened.reseal(to));
    if (opened.isSecret() !== to.isSecret) return;
    await this.#settled(opened.blobs.reseal(to));
    await this.#settled(opened.backups.reseal(to));
  }

  /** Says what memory shows; nothing may be under way. */
  sayHolding(): void {
    this.#parts.say({ say: 'holds', holding: [...holdingOf(this.#parts.opened.store)] });
  }

  #takeStep(): number {
    this.#step += 1;
    return this.#step - 1;
  }

  /** Says the store's answer; that a promise is rejected is wrong whatever the disk does. */
  async #hearAnswer<V>(step: number, work: Promise<Result<V>>, isSaid: boolean): Promise<Result<V> | null> {
    const result = await this.#settled(work);
    if (result?.ok === true) {
      if (!isSaid) this.#parts.say({ say: 'done', step });
    } else if (!isSaid) this.#parts.say({ say: 'refused', step, code: result?.failure.code ?? 'thrown' });
    return result;
  }

  /** For what throws the disk's errors, and nothing else. */
  async #unlessTheDiskFails(task: () => Promise<void>): Promise<void> {
    try {
      await task();
    } catch (cause) {
      if (systemCode(cause) === undefined) this.#parts.say({ say: 'wrong', what: `Thrown: ${inWords(cause)}` });
    }
  }

  async #settled<V>(work: Promise<Result<V>>): Promise<Result<V> | null> {
    try {
      return await work;
    } catch (cause) {
      this.#parts.say({ say: 'wrong', what: `Thrown instead of answered: ${inWords(cause)}` });
      return null;
    }
  }

  #plan(step: number, records: number, length: number, canOnlyAdd: boolean): Plan[] {
    const { opened, chance, mostRecords } = this.#parts;
    const { store } = opened;
    const present = usedTypes.flatMap((type) => [...store.all(type), ...store.trashed(type)]);
    const trips = canOnlyAdd ? [] : store.all('trip');
    const taken = new Set<string>();
    return Array.from({ length: records }, (_, index): Plan => {
      const part = index + 1;
      // Notes are long.
      const textFor = (type: UsedType): string => textOf(step, part, records, type === 'note' ? length * 8 : length);
      const candidates = present.filter(({ id }) => !taken.has(id));
      const isNew = canOnlyAdd || candidates.length === 0 || (present.length < mostRecords && chance.isOneIn(2));
      if (isNew) {
        const type = trips.length === 0 ? chance.pick(['trip', 'follow-up'] as const) : chance.pick(usedTypes);
        const id = randomUUID();
        const text = textFor(type);
        const tripId = type === 'trip' || trips.length === 0 ? null : chance.pick(trips).id;
        return { type, id, key: `${type}:${id}`, text, label: labelOf(text), isNew, isTrashed: false, tripId };
      }
      const { type, id } = chance.pick(candidates);
      taken.add(id);
      const text = textFor(type);
      // A trip takes what belongs to it along to the Trash; only what stands alone goes there here.
      const isTrashed = type !== 'trip' && chance.isOneIn(8);
      const label = isTrashed ? inTheTrash(labelOf(text)) : labelOf(text);
      return { type, id, key: `${type}:${id}`, text, label, isNew, isTrashed, tripId: null };
    });
  }
}

function write(tx: Transaction, { type, id, text, isNew, isTrashed, tripId }: Plan): void {
  if (!isNew && !isTrashed) tx.restore(type, id);
  if (isNew) create(tx, type, id, text, tripId);
  else if (type === 'trip') tx.update(type, id, { purpose: text });
  else if (type === 'follow-up') tx.update(type, id, { detail: text });
  else tx.update(type, id, { blocks: [{ ...blockOf(id), markdown: text }] });
  if (isTrashed) tx.trash(type, id);
}

function create(tx: Transaction, type: UsedType, id: RecordId, text: string, tripId: RecordId | null): void {
  const day = '2026-03-02' as CalendarDate;
  if (type === 'trip') {
    const title = { en: 'Trip (sample)', zhHant: '訪問（樣本）', zhHans: '' };
    tx.create(type, { title, firstDay: day, lastDay: day, purpose: text }, id);
  } else if (type === 'follow-up') {
    tx.create(type, { title: 'Task (sample)', detail: text, tripId }, id);
  } else {
    tx.create(type, { tripId, blocks: [{ ...blockOf(id), markdown: text }] }, id);
  }
}

function blockOf(id: RecordId): { id: RecordId; authorId: RecordId; begunAt: never } {
  return { id, authorId: intent.by, begunAt: '2026-03-02T01:00:00.000Z' as never };
}

function inWords(cause: unknown): string {
  return cause instanceof Error ? `${cause.message} (${String(cause.cause)})` : String(cause);
}
