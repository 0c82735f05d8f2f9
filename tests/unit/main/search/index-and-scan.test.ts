import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FoundInSegments } from '@main/search/found';
import { matchIn, wordsOf } from '@main/search/matching';
import { piecesOf } from '@main/search/pieces';
import { makePrint } from '@main/search/print';
import { searchedTexts } from '@main/search/searched-texts';
import { Segment } from '@main/search/segment';
import { SegmentWork } from '@main/search/segment-work';
import type { RecordOf } from '@shared/domain/records';
import { aRecord, instant, nextId } from '../../../builders/records';

/** Few characters, so that what is looked for is often there: of every sort that the index treats in its own way. */
const characters = [
  ...Array.from('abcdeéＡ1２ -,.%、。（）#*\\_\n'),
  ...Array.from('深圳訪问業业発髮发發香港'),
  ...Array.from('ひらカﾀハパ한'),
  '𠵱',
  '𡃁',
  '😀',
  '㎏',
  '\u0301',
  '\u200d',
  '&amp;',
  '\ud842',
  'ß',
  'ﷺ',
];
const text = fc.array(fc.constantFrom(...characters), { maxLength: 60 }).map((all) => all.join(''));
const longRun = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1'), minLength: 60, maxLength: 200 });
const texts = fc.array(fc.oneof({ weight: 5, arbitrary: text }, longRun), { minLength: 1, maxLength: 12 });
const question = fc.oneof(
  fc.array(fc.constantFrom(...characters, ' '), { minLength: 1, maxLength: 7 }).map((all) => all.join('')),
  fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1'), minLength: 20, maxLength: 90 }),
);

function aNote(blocks: readonly string[], updatedAt = '2026-02-01T00:00:00.000Z'): RecordOf<'note'> {
  const written = blocks.map((markdown) => ({
    ...{ id: nextId(), authorId: nextId(), begunAt: instant('2026-02-01T00:00:00.000Z') },
    markdown,
  }));
  return { ...aRecord('note', { tripId: nextId(), blocks: written }), updatedAt: instant(updatedAt) };
}

async function segmentOf(notes: readonly RecordOf<'note'>[]): Promise<Segment> {
  const work = new SegmentWork(await makePrint());
  for (const note of notes) {
    const json = Buffer.from(JSON.stringify(note), 'utf8');
    work.add(json, Uint32Array.of(json.length));
  }
  const segment = Segment.read(work.finish());
  if (segment === null) throw new Error('A segment that was just made cannot be read');
  return segment;
}

const scan = (notes: readonly RecordOf<'note'>[], asked: string): string[] =>
  notes.filter((note) => matchIn(wordsOf(asked), searchedTexts(note)) !== null).map(({ id }) => id);

describe('the index', () => {
  it('names everything that a plain scan finds, and exactly that when it says so', async () => {
    await fc.assert(
      fc.asyncProperty(texts, fc.array(question, { minLength: 1, maxLength: 6 }), async (all, questions) => {
        const notes = all.map((words, at) => aNote([words, all[at - 1] ?? '']));
        const segment = await segmentOf(notes);
        for (const asked of questions.filter((each) => wordsOf(each).length > 0)) {
          const found = new FoundInSegments([segment], piecesOf(wordsOf(asked)));
          const named = new Set([...found.newestFirst()].map(({ id }) => id));
          const wanted = scan(notes, asked);
          for (const id of wanted) expect(named).toContain(id);
          if (found.isExact) expect(named).toEqual(new Set(wanted));
          expect(found.count('note')).toBe(named.size);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('finds every stretch of every text by itself', async () => {
    await fc.assert(
      fc.asyncProperty(texts, fc.nat(), fc.integer({ min: 1, max: 40 }), async (all, start, length) => {
        const notes = all.map((words) => aNote([words]));
        const segment = await segmentOf(notes);
        for (const note of notes) {
          const [first] = searchedTexts(note);
          const asked = first?.text.slice(start % Math.max(1, first.text.length)).slice(0, length) ?? '';
          const named = [...new FoundInSegments([segment], piecesOf(wordsOf(asked))).newestFirst()].map(({ id }) => id);
          if (wordsOf(asked).length > 0 && scan([note], asked).length > 0) expect(named).toContain(note.id);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('answers from several segments, the newest first, without what was taken out', async () => {
    const at = (hour: number): string => `2026-02-01T${String(hour).padStart(2, '0')}:00:00.000Z`;
    const [first, second, third, fourth] = [1, 2, 3, 4].map((hour) => aNote(['the same 話'], at(hour)));
    if (!first || !second || !third || !fourth) throw new Error('There are four');
    const segments = [await segmentOf([third, first]), await segmentOf([fourth, second])];
    const named = (): string[] =>
      [...new FoundInSegments(segments, piecesOf(wordsOf('same 話'))).newestFirst()].map(({ id }) => id);
    expect(named()).toEqual([fourth.id, third.id, second.id, first.id]);
    const [one] = segments;
    one?.drop(one.documentOf(third.id));
    expect(named()).toEqual([fourth.id, second.id, first.id]);
    expect(new FoundInSegments(segments, piecesOf([])).count('note')).toBe(3);
  });

  it('leaves out what is in the Trash, and what is no record', async () => {
    const trashed = { ...aNote(['gone']), deletedAt: instant('2026-02-02T00:00:00.000Z') };
    const work = new SegmentWork(await makePrint());
    const rubbish = Buffer.from('{"type":"note","id":"x"');
    work.add(rubbish, Uint32Array.of(rubbish.length));
    const json = Buffer.from(JSON.stringify(trashed));
    work.add(json, Uint32Array.of(json.length));
    const segment = Segment.read(work.finish());
    expect(segment?.count).toBe(1);
    expect(segment?.find(piecesOf(['gone'])).documents).toHaveLength(0);
  });
});
