import type { RecordType } from '@shared/domain/records';
import { idsAt, relations } from '@shared/domain/relations';
import type { Slot } from './slot';
import type { StoredRecord } from './stored-record';

const nobody: ReadonlySet<Slot> = new Set();

/** Which records of one kind name which others: what is answered from here need not be looked for among all of them. */
export class Links {
  readonly #fields: readonly string[];
  readonly #byField: ReadonlyMap<string, Map<string, Set<Slot>>>;

  constructor(type: RecordType) {
    this.#fields = [...new Set(relations.filter(({ from }) => from === type).map(({ field }) => field))];
    this.#byField = new Map(this.#fields.map((field) => [field, new Map()]));
  }

  /** Answers what was read of the record. */
  add(slot: Slot): StoredRecord | undefined {
    return this.#each(slot, (slots) => slots.add(slot));
  }

  /** To be called before the slot's record changes. */
  remove(slot: Slot): void {
    this.#each(slot, (slots) => slots.delete(slot));
  }

  to(field: string, id: string): ReadonlySet<Slot> {
    const byId = this.#byField.get(field);
    if (byId === undefined) throw new Error(`No relation is called ${field}`);
    return byId.get(id) ?? nobody;
  }

  #each(slot: Slot, act: (slots: Set<Slot>) => void): StoredRecord | undefined {
    const record = slot.beginning();
    if (record === undefined) return undefined;
    for (const field of this.#fields) {
      const byId = this.#byField.get(field);
      for (const id of idsAt(record, field)) {
        const slots = byId?.get(id) ?? new Set();
        byId?.set(id, slots);
        act(slots);
      }
    }
    return record;
  }
}
