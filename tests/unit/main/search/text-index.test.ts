import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { matchIn, wordsOf } from '@main/search/matching';
import { searchedTexts } from '@main/search/searched-texts';
import type { Segment } from '@main/search/segment';
import { maker } from '@main/search/segment-maker';
import type { SegmentMaker } from '@main/search/segment-maker';
import { TextIndex } from '@main/search/text-index';
import type { RecordOf } from '@shared/domain/records';
import { aRecord, instant, nextId } from '../../../builders/records';

type Note = RecordOf<'note'>;

function aNote(id: string, markdown: string, isTrashed: boolean): Note {
  const begunAt = instant('2026-02-01T00:00:00.000Z');
  const note = aRecord('note', { tripId: nextId(), blocks: [{ id: nextId(), authorId: nextId(), begunAt, markdown }] });
  return { ...note, id, deletedAt: isTrashed ? begunAt : null };
}

/** A store of notes in memory, and the index over it. */
class Shop {
  readonly notes = new Map<string, Note>();
  readonly kept = new Set<Segment>();
  readonly oddities: string[] = [];
  /** So many times what was handed to the maker is forgotten. */
  forgetful = 0;
  index = this.#open();

  #open(): TextIndex {
    return new TextIndex({
      records: {
        ready: () => Promise.resolve(),
        snapshot: () => ({ records: Object.assign([...this.notes.values()].map(jsonOf), { length: this.notes.size }) }),
        jsonAt: (_, id) => {
          const note = this.notes.get(id);
          return note === undefined ? undefined : jsonOf(note);
        },
      },
      maker: this.#maker(),
      shelf: {
        load: (onSegment) => {
          for (const segment of this.kept) onSegment(segment);
          return Promise.resolve({ thrownAway: 0 });
        },
        keep: (segment, instead) => {
          this.kept.add(segment);
          for (const old of instead) this.kept.delete(old);
          return Promise.resolve();
        },
        remove: (segment) => {
          this.kept.delete(segment);
          return Promise.resolve();
        },
      },
      onComplete: () => undefined,
      onOddity: (what) => this.oddities.push(what),
    });
  }

  #maker(): SegmentMaker {
    const real = maker();
    return {
      ...real,
      add: (bytes, ends) => {
        if (this.forgetful > 0) this.forgetful -= 1;
        else real.add(bytes, ends);
      },
    };
  }

  async openAgain(): Promise<void> {
    await this.index.close();
    this.index = this.#open();
    await this.index.open();
  }

  put(note: Note): void {
    this.notes.set(note.id, note);
    this.index.note('note', note.id, note.deletedAt === null ? note : null);
  }

  /** As the service asks: what is pending is looked through, what the index names is read in the store. */
  found(asked: string): string[] {
    const words = wordsOf(asked);
    const named = [...this.index.pending(), ...this.index.find(words).newestFirst()].map(({ id }) => id);
    expect(new Set(named).size).toBe(named.length);
    return named.filter((id) => this.#has(id, words)).sort();
  }

  scan(asked: string): string[] {
    return [...this.notes.keys()].filter((id) => this.#has(id, wordsOf(asked))).sort();
  }

  #has(id: string, words: readonly string[]): boolean {
    const note = this.notes.get(id);
    return note?.deletedAt === null && matchIn(words, searchedTexts(note)) !== null;
  }
}

function jsonOf(note: Note): Uint8Array {
  const { type, id, ...rest } = note;
  return Buffer.from(JSON.stringify({ type, id, ...rest }), 'utf8');
}

const ids = Array.from({ length: 12 }, () => nextId());
const asked = ['深', '深圳', 'alpha', 'lph', 'alpha 圳', '%'];
const change = fc.record({
  kind: fc.constant('change' as const),
  id: fc.constantFrom(...ids),
  words: fc.array(fc.constantFrom('深圳', '访問', 'alpha', 'beta', '%'), { maxLength: 4 }).map((all) => all.join(' ')),
  isTrashed: fc.boolean(),
});
const step = fc.oneof(
  { weight: 6, arbitrary: change },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('drain' as const, 'drain-beside' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('replace' as const, 'open-again' as const) }) },
);

describe('the index over a store', () => {
  it('finds at every moment what a plain scan finds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const shop = new Shop();
        await shop.index.open();
        for (const each of steps) {
          if (each.kind === 'change') shop.put(aNote(each.id, each.words, each.isTrashed));
          else if (each.kind === 'drain') await shop.index.drain();
          else if (each.kind === 'drain-beside') void shop.index.drain();
          else if (each.kind === 'open-again') await shop.openAgain();
          else {
            // A restored backup: some records are others, some are gone, and nobody says which.
            const [first, second] = ids;
            if (first !== undefined) shop.notes.set(first, aNote(first, '深圳 restored', false));
            if (second !== undefined) shop.notes.delete(second);
            await shop.index.replaced();
          }
          for (const text of asked) expect(shop.found(text)).toEqual(shop.scan(text));
        }
        await shop.index.drain();
        expect([...shop.index.pending()]).toEqual([]);
        for (const text of asked) expect(shop.found(text)).toEqual(shop.scan(text));
        expect(shop.oddities).toEqual([]);
        await shop.index.close();
      }),
      { numRuns: 120 },
    );
  });

  it('has only a few segments, however long it is worked with', async () => {
    const shop = new Shop();
    await shop.index.open();
    for (let round = 0; round < 40; round += 1) {
      for (let n = 0; n < 70; n += 1) shop.put(aNote(nextId(), `alpha ${round} ${n}`, false));
      await shop.index.drain();
    }
    expect(shop.kept.size).toBeLessThanOrEqual(8);
    expect(shop.found('alpha').length).toBe(2800);
    await shop.index.close();
  });

  it('loses nothing when the thread ends in the midst of its work', async () => {
    const shop = new Shop();
    await shop.index.open();
    for (let n = 0; n < 30; n += 1) shop.put(aNote(nextId(), `alpha ${n}`, false));
    await shop.index.drain();
    shop.forgetful = 3;
    for (let n = 0; n < 20; n += 1) shop.put(aNote(nextId(), `alpha beta ${n}`, false));
    await shop.index.drain();
    expect(shop.found('alpha')).toHaveLength(50);
    await shop.index.drain();
    expect(shop.found('alpha')).toHaveLength(50);
    await shop.index.close();
  });

  it('gives up a segment that does not say what its records do, and makes it anew', async () => {
    const shop = new Shop();
    await shop.index.open();
    for (let n = 0; n < 40; n += 1) shop.put(aNote(nextId(), `alpha ${n}`, false));
    await shop.index.drain();
    const [segment] = shop.kept;
    // The lists are at the end: every document says that it has other words.
    segment?.whole.fill(1, segment.whole.length - 64);
    await shop.openAgain();
    expect(shop.oddities).toHaveLength(1);
    expect(shop.oddities[0]).toMatch(/^a segment of the index does not know note [0-9a-f-]+ as it is/);
    expect(shop.found('alpha')).toHaveLength(40);
    expect(shop.kept.has(segment as Segment)).toBe(false);
    await shop.index.close();
  });
});
