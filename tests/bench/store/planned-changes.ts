import type { NoteBlock } from '@shared/domain/note/schema';
import { instantOf } from '@shared/dates';
import type { RecordType } from '@shared/domain/records';
import { Random } from './random';
import { groupSize, idAt, typeAt } from './sample-records';
import type { PlainRecord } from './sample-records';
import { sentence } from './sample-words';

/** One change as it is asked of every store: a small field is set, or a note's text grows by a sentence. */
export interface PlannedChange {
  readonly type: RecordType;
  readonly id: string;
  /** The small field; `null` when it is a note's text. */
  readonly field: string | null;
  readonly text: string;
}

const smallFields = {
  person: 'assistant',
  organisation: 'size',
  affiliation: 'department',
  trip: 'reference',
  'delegation-member': 'travelContact',
  'itinerary-item': 'dress',
  meeting: 'outcome',
  'follow-up': 'detail',
  'investment-project': 'standingReason',
} as const;

const places = Array.from({ length: groupSize }, (_, place) => place);
const notePlaces = places.filter((place) => typeAt(place) === 'note');
const otherPlaces = places.filter((place) => typeAt(place) !== 'note');
const shareOfNotes = 0.2;

/** Changes all over a store of this size, the same ones for the same seed; no two in a row are alike. */
export class ChangePlan {
  readonly #random: Random;
  #count = 0;

  constructor(
    private readonly size: number,
    seed: number,
  ) {
    this.#random = new Random(seed);
  }

  next(): PlannedChange {
    const random = this.#random;
    this.#count += 1;
    const place = random.pick(random.next() < shareOfNotes ? notePlaces : otherPlaces);
    const id = idAt(random.below(this.size / groupSize), place);
    const type = typeAt(place);
    const text = sentence(random);
    if (type === 'note') return { type, id, field: null, text };
    return { type, id, field: smallFields[type], text: `${this.#count}. ${text.slice(0, 60)}` };
  }

  /** So many changes of records that are all different. */
  several(count: number): PlannedChange[] {
    const chosen = new Map<string, PlannedChange>();
    while (chosen.size < count) {
      const change = this.next();
      if (!chosen.has(change.id)) chosen.set(change.id, change);
    }
    return [...chosen.values()];
  }
}

/** A note's blocks with a sentence added to the last one. */
export function grownBlocks(blocks: readonly NoteBlock[], text: string): NoteBlock[] {
  return blocks.map((block, index) =>
    index === blocks.length - 1 ? { ...block, markdown: `${block.markdown}\n${text}` } : block,
  );
}

/** A plain record after a change, as a program would keep it that has no more than this to do. */
export function changedRecord(record: PlainRecord, { field, text }: PlannedChange): PlainRecord {
  const updatedAt = instantOf(Date.now());
  if (field !== null) return { ...record, updatedAt, [field]: text };
  return { ...record, updatedAt, blocks: grownBlocks(record['blocks'] as readonly NoteBlock[], text) };
}
