import { describe, expect, it } from '@jest/globals';
import { plant, seedSchema } from '@main/services/plant';
import type { Seed, Soil } from '@main/services/plant';
import type { Transaction } from '@main/storage/store';
import { day, instant, nextId } from '../../../builders/records';

const me = '22222222-2222-4222-8222-222222222222';
const soil: Soil = {
  firstDay: day('2026-02-27'),
  today: day('2026-03-01'),
  now: instant('2026-03-01T01:30:00.000Z'),
  me,
  newId: nextId,
};

interface Made {
  readonly type: string;
  readonly fields: Record<string, unknown>;
  readonly id: string | undefined;
}

/** Plants a seed and answers with what it asked the store to make. */
function planted(seed: Seed): { made: Made[]; ids: ReadonlyMap<string, string> } {
  const made: Made[] = [];
  const create = ((type: string, fields: Record<string, unknown>, id?: string) => {
    made.push({ type, fields, id });
  }) as Transaction['create'];
  return { ids: plant({ create }, seed, soil), made };
}

/** What a text of a seed becomes in the title of a follow-up. */
function meaningOf(text: string): unknown {
  return planted([{ key: 'one', type: 'follow-up', fields: { title: text } }]).made[0]?.fields['title'];
}

const somewhere = { en: 'Somewhere', zhHant: '', zhHans: '' };

describe('planting a seed', () => {
  it('gives one key one id, before and after the record of that key, and the officer their own', () => {
    const { made, ids } = planted([
      { key: 'task', type: 'follow-up', fields: { title: 'Call', tripId: '@visit', ownerId: '@me' } },
      { key: 'visit', type: 'trip', fields: { title: somewhere, firstDay: '#day', lastDay: '#day' } },
    ]);
    const [task, visit] = made;
    expect(visit?.id).toBe(ids.get('visit'));
    expect(task?.fields['tripId']).toBe(visit?.id);
    expect(task?.fields['ownerId']).toBe(me);
  });

  it('gives a key without a record an id too, for the cities of a trip and the blocks of a note', () => {
    const { made } = planted([
      {
        key: 'visit',
        type: 'trip',
        fields: {
          title: somewhere,
          firstDay: '#day',
          lastDay: '#day',
          cities: [{ id: '@city', name: somewhere, zone: 'Asia/Shanghai' }],
        },
      },
      {
        key: 'item',
        type: 'itinerary-item',
        fields: { tripId: '@visit', cityId: '@city', title: somewhere, day: '#day', start: '09:00', end: '10:00' },
      },
    ]);
    const cities = made[0]?.fields['cities'] as { id: string }[];
    expect(made[1]?.fields['cityId']).toBe(cities[0]?.id);
  });

  it.each([
    ['#day', '2026-02-27'],
    ['#day+2', '2026-03-01'],
    ['#day-1', '2026-02-26'],
    ['#today', '2026-03-01'],
    ['#today+5', '2026-03-06'],
    ['#day+1T10:30', '2026-02-28T02:30:00.000Z'],
    ['#now', '2026-03-01T01:30:00.000Z'],
    ['#now-90m', '2026-03-01T00:00:00.000Z'],
    ['#now-2h', '2026-02-28T23:30:00.000Z'],
    ['#now-30d', '2026-01-30T01:30:00.000Z'],
  ])('reads %s', (mark, meaning) => {
    expect(meaningOf(mark)).toBe(meaning);
  });

  it.each([
    ['\\@me', '@me'],
    ['\\#day', '#day'],
    ['\\\\server', '\\server'],
    ['see @me or #day', 'see @me or #day'],
  ])('takes the escaped or longer text %s for a text', (written, meaning) => {
    expect(meaningOf(written)).toBe(meaning);
  });

  it('joins lines, whose headings are no marks', () => {
    const { made } = planted([
      { key: 'task', type: 'follow-up', fields: { title: 'Call', detail: { lines: ['# Heading', '', '@me'] } } },
    ]);
    expect(made[0]?.fields['detail']).toBe('# Heading\n\n@me');
  });

  it.each(['#dya+1', '@Not A Key', '#day+1T25:00', '#now-5y'])('refuses %s, which means nothing', (mark) => {
    expect(() => meaningOf(mark)).toThrow(mark);
  });

  it('refuses a field that the record does not have', () => {
    expect(() => planted([{ key: 'task', type: 'follow-up', fields: { title: 'Call', titel: '' } }])).toThrow('titel');
  });
});

describe('the file of a seed', () => {
  it('is refused when two records have one key, or a type is unknown', () => {
    const task = { key: 'task', type: 'follow-up', fields: { title: 'Call' } };
    expect(seedSchema.safeParse([task]).success).toBe(true);
    expect(seedSchema.safeParse([task, task]).success).toBe(false);
    expect(seedSchema.safeParse([{ ...task, type: 'visit' }]).success).toBe(false);
    expect(seedSchema.safeParse([]).success).toBe(false);
  });
});
