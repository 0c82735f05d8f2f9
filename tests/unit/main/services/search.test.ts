import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { writeNote } from '@main/services/notes';
import { createRecord, trashRecord, updateRecord } from '@main/services/records';
import { restoreFromTrash } from '@main/services/trash';
import type { NewFields, RecordOf, RecordType } from '@shared/domain/records';
import { contract } from '@shared/ipc/contract';
import type { InputOf } from '@shared/ipc/contract';
import { day, english, nextId, time } from '../../../builders/records';
import { valueOf } from '../../../builders/result';
import { aSearchableStore, removeFolder } from '../../../builders/search';
import type { SearchableStore } from '../../../builders/search';

let office: SearchableStore;

beforeEach(async () => {
  office = await aSearchableStore();
});
afterEach(async () => {
  await office.close();
  await removeFolder(office.folder);
});

async function make<T extends RecordType>(type: T, fields: NewFields<T>): Promise<RecordOf<T>> {
  return valueOf(
    await createRecord(office.context, type as 'trip', fields as NewFields<'trip'>, undefined),
  ) as RecordOf<T>;
}

const aTrip = (title = 'Visit to Hangzhou (sample)') =>
  make('trip', { title: english(title), firstDay: day('2026-03-02'), lastDay: day('2026-03-04') });

function aNote(trip: RecordOf<'trip'>, markdown: string, blockId = nextId()) {
  return writeNote(office.context, {
    noteId: nextId(),
    blockId,
    markdown,
    subject: { type: 'trip', id: trip.id },
  }).then(valueOf);
}

async function found(question: InputOf<'search:all'>): Promise<string[]> {
  const { groups } = await office.ask(question);
  return groups.flatMap(({ hits }) => hits.map(({ id }) => id));
}

describe.each([
  ['while nothing is in the index yet', () => Promise.resolve()],
  ['once everything is in the index', () => office.search.settled()],
])('search %s', (_, settle) => {
  it('finds words of a note and says where in which block they stand', async () => {
    const trip = await aTrip();
    const markdown = `## Day one\n\n- [ask] ${'前言 '.repeat(60)}a \\* 錢塘江畔的企業`;
    const blockId = nextId();
    const note = await aNote(trip, markdown, blockId);
    await settle();
    const { groups } = await office.ask({ text: '钱塘江' });
    expect(groups).toMatchObject([{ kind: 'note', total: 1, isAtLeast: false }]);
    const hit = groups[0]?.hits[0];
    expect(hit).toMatchObject({
      id: note.id,
      title: 'Visit to Hangzhou (sample)',
      field: 'note',
      subject: { type: 'trip', id: trip.id, title: 'Visit to Hangzhou (sample)' },
    });
    const [mark] = hit?.excerptMarks ?? [];
    expect(hit?.excerpt?.slice(mark?.start, (mark?.start ?? 0) + (mark?.length ?? 0))).toBe('錢塘江');
    expect(hit?.place).toEqual({ blockId, start: markdown.indexOf('錢'), length: 3 });
  });

  it('wants every word, wherever in the record it stands, and puts whole names first', async () => {
    const exact = await make('organisation', { legalName: english('Spatial Intelligence Limited (sample)') });
    const inside = await make('organisation', {
      legalName: english('New Spatial Works (sample)'),
      profile: 'Makers of intelligence',
    });
    await make('organisation', { legalName: english('Spatial Only (sample)') });
    await settle();
    expect(await found({ text: 'intelligence SPATIAL' })).toEqual([exact.id, inside.id]);
    expect(await found({ text: 'spatial w' })).toEqual([inside.id]);
    expect(await found({ text: 'ＳＰＡＴＩＡＬ　ｉｎｔｅｌｌ' })).toEqual([exact.id, inside.id]);
  });

  it('marks the words in a title, and says in which other text they were found', async () => {
    await make('trip', {
      title: { en: 'Shenzhen visit (sample)', zhHant: '深圳訪問', zhHans: '' },
      firstDay: day('2026-03-02'),
      lastDay: day('2026-03-04'),
    });
    await settle();
    const english = (await office.ask({ text: 'shenzhen' })).groups[0]?.hits[0];
    expect(english).toMatchObject({ titleMarks: [{ start: 0, length: 8 }], excerpt: null });
    const chinese = (await office.ask({ text: '访问' })).groups[0]?.hits[0];
    expect(chinese).toMatchObject({ titleMarks: [], excerpt: '深圳訪問', excerptMarks: [{ start: 2, length: 2 }] });
    const inChinese = (await office.ask({ text: '访问', form: 'zhHant' })).groups[0]?.hits[0];
    expect(inChinese).toMatchObject({ title: '深圳訪問', titleMarks: [{ start: 2, length: 2 }], excerpt: null });
  });

  it('finds a telephone number however its digits are set apart', async () => {
    const person = await make('person', { familyName: english('Chan'), phones: ['+852 5123-4567'] });
    await settle();
    for (const text of ['51234567', '5123-4567', '234567', '+85251234567'])
      expect(await found({ text })).toEqual([person.id]);
  });

  it('finds nothing that is in the Trash, and finds it again when it comes back', async () => {
    const trip = await aTrip();
    const note = await aNote(trip, 'kept words');
    await settle();
    expect(await found({ text: 'kept' })).toEqual([note.id]);
    valueOf(await trashRecord(office.context, 'trip', trip.id));
    expect(await found({ text: 'kept' })).toEqual([]);
    expect(await found({ text: 'hangzhou' })).toEqual([]);
    valueOf(await restoreFromTrash(office.context, 'trip', trip.id));
    expect(await found({ text: 'kept' })).toEqual([note.id]);
  });

  it('finds what was written a moment ago, and not what stood there before', async () => {
    const trip = await aTrip();
    const blockId = nextId();
    const noteId = nextId();
    const write = (markdown: string) =>
      writeNote(office.context, { noteId, blockId, markdown, subject: { type: 'trip', id: trip.id } }).then(valueOf);
    await write('first words');
    await settle();
    await write('second words');
    expect(await found({ text: 'first' })).toEqual([]);
    expect(await found({ text: 'second' })).toEqual([noteId]);
    await settle();
    expect(await found({ text: 'second' })).toEqual([noteId]);
  });

  it('keeps to a kind, a trip, a city, a sector and days', async () => {
    const trip = await make('trip', {
      title: english('Delta visit (sample)'),
      firstDay: day('2026-03-02'),
      lastDay: day('2026-03-04'),
      cities: [{ id: nextId(), name: { en: 'Shenzhen', zhHant: '深圳', zhHans: '' }, zone: 'Asia/Shanghai' as never }],
    });
    const other = await aTrip('Another delta visit (sample)');
    const item = await make('itinerary-item', {
      ...{ tripId: trip.id, title: english('Delta dinner (sample)'), day: day('2026-03-03') },
      ...{ start: time('18:00'), end: time('20:00') },
    });
    const organisation = await make('organisation', {
      ...{ legalName: english('Delta Limited (sample)'), sectors: ['fintech'] },
    });
    const note = await aNote(other, 'delta again');
    await settle();
    const text = 'delta';
    expect(new Set(await found({ text }))).toEqual(new Set([trip.id, other.id, item.id, organisation.id, note.id]));
    expect(await found({ text, kinds: ['note'] })).toEqual([note.id]);
    expect(new Set(await found({ text, tripId: trip.id }))).toEqual(new Set([trip.id, item.id]));
    expect(new Set(await found({ text, city: '深圳' }))).toEqual(new Set([trip.id, item.id]));
    expect(await found({ text, sector: 'fintech' })).toEqual([organisation.id]);
    expect(await found({ text, kinds: ['itinerary-item'], from: day('2026-03-03'), to: day('2026-03-03') })).toEqual([
      item.id,
    ]);
    expect(await found({ text, kinds: ['itinerary-item'], from: day('2026-03-04') })).toEqual([]);
    expect(await found({ text: '', tripId: trip.id, kinds: ['itinerary-item'] })).toEqual([item.id]);
  });

  it('leaves patterns for trips out', async () => {
    const pattern = await make('trip', {
      ...{ title: english('Pattern (sample)'), firstDay: day('2026-03-02'), lastDay: day('2026-03-04') },
      isTemplate: true,
    });
    await make('itinerary-item', {
      ...{ tripId: pattern.id, title: english('Pattern dinner (sample)'), day: day('2026-03-03') },
      ...{ start: time('18:00'), end: time('20:00') },
    });
    await settle();
    expect(await found({ text: 'pattern' })).toEqual([]);
  });

  it('shows what was opened last, then what was changed last, when nothing is looked for', async () => {
    const first = await aTrip('First (sample)');
    const second = await aTrip('Second (sample)');
    await settle();
    const recent = async () => (await office.ask({ text: ' ' })).recent.map(({ id }) => id);
    expect(await recent()).toEqual([second.id, first.id]);
    valueOf(await office.search.opened('trip', first.id));
    expect(await recent()).toEqual([first.id, second.id]);
  });

  it('says how many there are when it shows only some', async () => {
    const trip = await aTrip();
    for (let n = 0; n < 12; n += 1) await aNote(trip, `words number ${n}`);
    await settle();
    const [group] = (await office.ask({ text: 'words', most: 5 })).groups;
    expect(group?.hits).toHaveLength(5);
    expect(group).toMatchObject({ total: 12, isAtLeast: false });
  });
});

describe('a name', () => {
  const liu = {
    familyName: { en: '', zhHant: '劉', zhHans: '' },
    givenName: { en: '', zhHant: '德華', zhHans: '' },
  };

  it('is found in any script, by its sound, and marked as it is written', async () => {
    const person = await make('person', liu);
    await office.search.settled();
    for (const text of ['劉德華', '刘德华', 'Liu Dehua', 'liudehua', 'Lau Tak-wah', 'ldh', 'LIU DE']) {
      const { groups } = await office.ask({ text });
      expect(groups.map(({ hits }) => hits.map(({ id }) => id))).toEqual([[person.id]]);
    }
    const hit = (await office.ask({ text: 'dehua' })).groups[0]?.hits[0];
    expect(hit).toMatchObject({ title: '劉德華', titleMarks: [{ start: 1, length: 2 }], excerpt: null });
  });

  it('is found by a box that chooses one, the likeliest first and nothing that is in the Trash', async () => {
    const person = await make('person', liu);
    const other = await make('person', { familyName: english('Lau'), givenName: english('Tak-wing') });
    const gone = await make('person', liu);
    valueOf(await trashRecord(office.context, 'person', gone.id));
    await office.search.settled();
    expect(await office.search.names('lau tak wah', ['person'], 10)).toEqual([person.id]);
    expect(await office.search.names('刘', ['person'], 10)).toEqual(expect.arrayContaining([person.id, other.id]));
    expect(await office.search.names('lau', ['organisation'], 10)).toEqual([]);
    expect(await office.search.names('Lau Tak-wah', ['person'], 10, true)).toEqual([person.id]);
    expect(await office.search.names('lau', ['person'], 10, true)).toEqual([]);
    expect(await office.search.names('', ['person'], 10)).toEqual([]);
  });

  it('comes before texts that only mention it', async () => {
    const trip = await aTrip();
    await aNote(trip, 'Liu Dehua called');
    const person = await make('person', liu);
    await office.search.settled();
    expect((await found({ text: 'liu dehua' }))[0]).toBe(person.id);
  });

  it('is not found any more once it is another, or in the Trash', async () => {
    const person = await make('person', liu);
    await office.search.settled();
    valueOf(await updateRecord(office.context, 'person', person.id, { givenName: english('Hon') }));
    await office.search.settled();
    expect(await found({ text: 'liu dehua' })).toEqual([]);
    expect(await found({ text: 'liu hon' })).toEqual([person.id]);
    valueOf(await trashRecord(office.context, 'person', person.id));
    expect(await found({ text: 'liu' })).toEqual([]);
  });
});

describe('a question', () => {
  it('is dropped when its box asks another one, and not when another box does', async () => {
    const trip = await aTrip();
    for (let n = 0; n < 40; n += 1) await aNote(trip, `${'long words '.repeat(2000)}${n}`);
    const older = office.search.ask(questionOf({ text: 'words' }));
    const elsewhere = office.search.ask(questionOf({ text: 'words', box: 'palette' }));
    const newer = office.search.ask(questionOf({ text: 'long' }));
    expect(await older).toEqual({ ok: false, failure: { code: 'cancelled' } });
    expect((await elsewhere).ok).toBe(true);
    expect((await newer).ok).toBe(true);
  });
});

function questionOf(question: InputOf<'search:all'>) {
  return contract['search:all'].input.parse(question);
}
