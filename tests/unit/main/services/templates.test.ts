import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createFromTemplate, listTemplates } from '@main/services/templates';
import { saveAsTemplate } from '@main/services/trips';
import { programmeWarnings } from '@shared/domain/itinerary-item/rules';
import { writtenForms } from '@shared/domain/values';
import { day, english } from '../../../builders/records';
import { aTemporaryStore } from '../../../builders/store';
import type { TemporaryStore } from '../../../builders/store';

const names = ['one-day-one-city', 'three-days-two-cities', 'five-day-exhibition'];

let temporary: TemporaryStore;
beforeEach(async () => {
  temporary = await aTemporaryStore();
});
afterEach(() => temporary.remove());

async function tripFrom(template: Parameters<typeof createFromTemplate>[1]['template'], title = english('My trip')) {
  const made = await createFromTemplate(temporary.context, { template, firstDay: day('2026-04-30'), title });
  if (!made.ok) throw new Error(JSON.stringify(made.failure));
  return made.value;
}

describe('templates', () => {
  it('offers the shipped ones, the shortest first, in three written forms', () => {
    const listed = listTemplates(temporary.context.store);
    expect(listed.map(({ source, days }) => ({ source, days }))).toEqual([
      { source: { kind: 'shipped', name: 'one-day-one-city' }, days: 1 },
      { source: { kind: 'shipped', name: 'three-days-two-cities' }, days: 3 },
      { source: { kind: 'shipped', name: 'five-day-exhibition' }, days: 5 },
    ]);
    for (const { title } of listed) for (const form of writtenForms) expect(title[form]).not.toBe('');
  });

  it.each(names)('makes from %s a trip with as many items as it says, on its days, without a warning', async (name) => {
    const { store } = temporary.context;
    const summary = listTemplates(store).find(({ source }) => source.kind === 'shipped' && source.name === name);
    const trip = await tripFrom({ kind: 'shipped', name });
    const items = store.all('itinerary-item');
    expect(items).toHaveLength(summary!.items);
    expect(trip).toMatchObject({
      title: english('My trip'),
      firstDay: '2026-04-30',
      status: 'planning',
      isTemplate: false,
    });
    expect(programmeWarnings(trip, items)).toEqual([]);
    expect(items.every((item) => item.status === 'tentative' && item.tripId === trip.id)).toBe(true);
    for (const item of items) for (const form of writtenForms) expect(item.title[form]).not.toBe('');
  });

  it('takes a title that looks like a mark as it is', async () => {
    const trip = await tripFrom({ kind: 'shipped', name: 'one-day-one-city' }, english('#day+1 @me \\o/'));
    expect(trip.title.en).toBe('#day+1 @me \\o/');
  });

  it('offers a trip that was saved as a template, and makes a trip of it', async () => {
    const { context } = temporary;
    const source = await tripFrom({ kind: 'shipped', name: 'one-day-one-city' });
    const saved = await saveAsTemplate(context, { id: source.id, title: english('Ours') });
    if (!saved.ok) throw new Error(saved.failure.code);
    const last = listTemplates(context.store).at(-1);
    expect(last).toMatchObject({ source: { kind: 'saved', id: saved.value.id }, title: english('Ours'), days: 1 });
    const trip = await tripFrom({ kind: 'saved', id: saved.value.id });
    expect(trip).toMatchObject({ title: english('My trip'), isTemplate: false });
    expect(context.store.all('itinerary-item').filter((item) => item.tripId === trip.id)).toHaveLength(last!.items);
  });

  it('refuses a template that is not there', async () => {
    const made = await createFromTemplate(temporary.context, {
      template: { kind: 'shipped', name: 'nowhere' },
      firstDay: day('2026-04-30'),
      title: english('My trip'),
    });
    expect(made).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  });
});
