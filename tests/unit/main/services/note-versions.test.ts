import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { keepHistory } from '@main/services/history';
import { listVersions, readVersion, restoreVersion, superfluous } from '@main/services/note-versions';
import { isSearched } from '@main/search/searched-texts';
import { writeNote } from '@main/services/notes';
import { createRecord, trashRecord } from '@main/services/records';
import { listTrash, restoreFromTrash } from '@main/services/trash';
import { instantOf } from '@shared/dates';
import type { RecordOf } from '@shared/domain/records';
import { aTemporaryStore } from '../../../builders/store';
import type { TemporaryStore } from '../../../builders/store';
import { aRecord, day, english, instant, nextId } from '../../../builders/records';
import { valueOf } from '../../../builders/result';

let opened: TemporaryStore;
let trip: RecordOf<'trip'>;
let ids: { noteId: string; blockId: string };

beforeEach(async () => {
  opened = await aTemporaryStore('2026-03-01T04:00:00.000Z');
  const fields = { title: english('Visit (sample)'), firstDay: day('2026-03-01'), lastDay: day('2026-03-04') };
  trip = valueOf(await createRecord(opened.context, 'trip', fields, undefined));
  ids = { noteId: nextId(), blockId: nextId() };
});
afterEach(() => opened.remove());

const colleague = nextId();
const paragraph = '雲深科技 asked about land and the launch date. '.repeat(6);

async function write(markdown: string, into: Partial<typeof ids> = {}, me?: string): Promise<void> {
  const context = me === undefined ? opened.context : { ...opened.context, me: () => me };
  const subject = { type: 'trip' as const, id: trip.id };
  valueOf(await writeNote(context, { ...ids, ...into, markdown, subject }));
}
const at = (time: string): void => opened.setClock(`2026-03-01T${time}:00.000Z`);
const versions = () => valueOf(listVersions(opened.context.store, ids.noteId));
const words = (id: string | undefined): string[] =>
  valueOf(readVersion(opened.context.store, id ?? '')).blocks.map((block) => block.markdown);
const now = (): string[] => (opened.context.store.get('note', ids.noteId)?.blocks ?? []).map((block) => block.markdown);

describe('a version of a note', () => {
  it('is kept every ten minutes of writing, with how much longer it was', async () => {
    await write('one');
    at('04:05');
    await write('one two');
    expect(versions()).toEqual([]);
    at('04:11');
    await write('one two three');
    at('04:12');
    await write('one two three four');
    at('04:25');
    await write('one two three four five');
    expect(versions()).toMatchObject([
      { characters: 'one two three four'.length, difference: ' three four'.length, keptAt: '2026-03-01T04:12:00.000Z' },
      { characters: 'one two'.length, difference: 'one two'.length, writtenBy: opened.context.me() },
    ]);
    expect(words(versions()[0]?.id)).toEqual(['one two three four']);
  });

  it('is kept when a colleague begins to write', async () => {
    await write('mine');
    await write('theirs', { blockId: nextId() }, colleague);
    expect(versions()).toMatchObject([{ writtenBy: opened.context.me(), characters: 4 }]);
  });

  it('is kept when much is taken away or written over at once', async () => {
    await write(paragraph);
    await write('gone');
    expect(words(versions()[0]?.id)).toEqual([paragraph]);
    at('04:01');
    await write('a'.repeat(200));
    at('04:02');
    await write('b'.repeat(200));
    expect(words(versions()[0]?.id)).toEqual(['a'.repeat(200)]);
  });

  it('has the longest words when they were taken away little by little', async () => {
    await write(paragraph);
    for (let length = paragraph.length - 20; length > 0; length -= 20) await write(paragraph.slice(0, length));
    expect(words(versions().at(-1)?.id)).toEqual([paragraph]);
  });

  it('is not kept twice of the same words', async () => {
    await write(paragraph);
    await write('');
    await write(paragraph);
    at('05:00');
    await write(`${paragraph} more`);
    const kept = versions().map(({ keptAt }) => keptAt);
    expect(new Set(kept).size).toBe(kept.length);
  });

  it('is not found by a search, not shown in the Trash, and comes and goes with its note', async () => {
    await write(`錢塘 ${paragraph}`);
    await write('## **gone**\n\n- [ask] land ^3b1f0c2a');
    expect(isSearched('note-version')).toBe(false);
    valueOf(await trashRecord(opened.context, 'note', ids.noteId));
    expect(listTrash(opened.context.store)).toMatchObject([
      { type: 'note', title: 'Visit (sample) · gone [ask] land', parts: 0 },
    ]);
    expect(versions()).toEqual([]);
    valueOf(await restoreFromTrash(opened.context, 'note', ids.noteId));
    expect(versions()).toHaveLength(1);
    expect(now()).toEqual(['## **gone**\n\n- [ask] land ^3b1f0c2a']);
  });

  it('has the words that were thrown away while somebody goes on writing in their place', async () => {
    await write('short');
    valueOf(await trashRecord(opened.context, 'note', ids.noteId));
    await write('new');
    expect(now()).toEqual(['new']);
    expect(words(versions()[0]?.id)).toEqual(['short']);
  });

  it('of a note that is not there is not found', () => {
    expect(listVersions(opened.context.store, nextId())).toMatchObject({ ok: false, failure: { code: 'not-found' } });
    expect(readVersion(opened.context.store, nextId())).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  });
});

describe('going back to a version', () => {
  it('keeps the present words first, and is undone as one', async () => {
    const history = keepHistory(opened.context);
    await write(paragraph);
    at('04:02');
    await write('gone');
    at('04:03');
    valueOf(await restoreVersion(opened.context, versions()[0]?.id ?? ''));
    expect(now()).toEqual([paragraph]);
    expect(versions().map(({ id }) => words(id))).toEqual([['gone'], [paragraph]]);
    valueOf(await history.undo());
    expect(now()).toEqual(['gone']);
  });

  it('leaves what colleagues wrote, and takes nothing away that came later without keeping it', async () => {
    const [theirs, later] = [nextId(), nextId()];
    await write('mine');
    await write('theirs', { blockId: theirs }, colleague);
    const version = versions()[0]?.id ?? '';
    at('04:05');
    await write('mine now');
    await write('another block of mine', { blockId: later });
    valueOf(await restoreVersion(opened.context, version));
    expect(now()).toEqual(['mine', 'theirs', '']);
    expect(words(versions()[0]?.id)).toEqual(['mine now', 'theirs', 'another block of mine']);
  });

  it('brings back the follow-up of a line that was taken away', async () => {
    await write(`[follow-up] send terms ^3b1f0c2a\n\n${paragraph}`);
    await write('gone');
    expect(opened.context.store.all('follow-up')).toEqual([]);
    valueOf(await restoreVersion(opened.context, versions()[0]?.id ?? ''));
    expect(opened.context.store.all('follow-up')).toMatchObject([{ title: 'send terms' }]);
  });

  it('that is not there is refused', async () => {
    expect(await restoreVersion(opened.context, nextId())).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  });
});

describe('thinning the versions of a note', () => {
  const newest = instant('2026-03-20T12:00:00.000Z');
  const every = (minutes: number, count: number): RecordOf<'note-version'>[] =>
    Array.from({ length: count }, (_, nth) =>
      aRecord('note-version', {
        noteId: ids.noteId,
        writtenBy: colleague,
        keptAt: instantOf(Date.parse(newest) - nth * minutes * 60_000),
      }),
    );

  it('keeps all of a day, one an hour of a week, then one a day, and a hundred at most', () => {
    expect(superfluous(every(30, 48), newest)).toEqual([]);
    const twoDays = every(60, 49).concat(every(60, 49).map((version) => ({ ...version, id: nextId() })));
    expect(superfluous(every(30, 97), newest)).toHaveLength(24);
    expect(superfluous(twoDays.slice(0, 49), newest)).toEqual([]);
    expect(superfluous(every(12 * 60, 40), newest)).toHaveLength(12);
    expect(superfluous(every(1, 500), newest)).toHaveLength(400);
  });

  it('takes the words of those that go', async () => {
    await write('x');
    for (let minute = 10; minute < 10 * 110; minute += 10) {
      opened.setClock(instantOf(Date.parse('2026-03-01T04:00:00.000Z') + minute * 60_000));
      await write(`x ${'y'.repeat(minute)}`);
    }
    expect(versions()).toHaveLength(100);
    const thinned = opened.context.store.trashed('note-version');
    expect(thinned.length).toBeGreaterThan(0);
    expect(thinned.every((version) => version.blocks.length === 0)).toBe(true);
  });
});
