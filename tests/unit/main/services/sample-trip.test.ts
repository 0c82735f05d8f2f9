import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { plantSampleTrip } from '@main/services/sample-trip';
import { keepHistory } from '@main/services/history';
import { todayHere } from '@main/services/plant';
import { isOverdue } from '@shared/domain/follow-up/rules';
import { programmeWarnings } from '@shared/domain/itinerary-item/rules';
import { allNames } from '@shared/domain/person/rules';
import { issuesInRecord, recordTypes } from '@shared/domain/records';
import { idsAt, relations } from '@shared/domain/relations';
import { timeOf } from '@shared/domain/trip/rules';
import { aTemporaryStore } from '../../../builders/store';
import type { TemporaryStore } from '../../../builders/store';

let temporary: TemporaryStore;
beforeEach(async () => {
  temporary = await aTemporaryStore();
});
afterEach(() => temporary.remove());

async function plantedTrip() {
  const { context } = temporary;
  const planted = await plantSampleTrip(context, '陳大文');
  if (!planted.ok) throw new Error(JSON.stringify(planted.failure));
  return { context, store: context.store, trip: context.store.get('trip', planted.value.tripId)! };
}

describe('the sample trip', () => {
  it('holds records that are right in every field and name only records that are there', async () => {
    const { store } = await plantedTrip();
    for (const type of recordTypes) {
      for (const record of store.all(type)) {
        expect({ record, issues: issuesInRecord(type, record) }).toEqual({ record, issues: [] });
        for (const relation of relations.filter(({ from }) => from === type)) {
          for (const id of idsAt({ ...record }, relation.field)) expect(store.get(relation.to, id)).toBeDefined();
        }
      }
    }
  });

  it('is on now: it began yesterday in China, which is no later than today anywhere', async () => {
    const { context, trip } = await plantedTrip();
    expect(timeOf(trip, todayHere(context.now()))).toBe('now');
    expect(trip.firstDay).toBe('2026-02-28');
  });

  it('has the officer in the delegation, under the name that was typed', async () => {
    const { context, store, trip } = await plantedTrip();
    expect(store.get('person', context.me())).toMatchObject({ side: 'ours', familyName: { zhHant: '陳' } });
    const members = store.all('delegation-member').filter((member) => member.tripId === trip.id);
    expect(members.map((member) => member.personId)).toContain(context.me());
  });

  it('gives every item, meeting and stage move of the trip to one of its days and cities', async () => {
    const { store, trip } = await plantedTrip();
    const cities = trip.cities.map((city) => city.id);
    for (const item of store.all('itinerary-item')) {
      expect(item.day >= trip.firstDay && item.day <= trip.lastDay).toBe(true);
      if (item.cityId !== null) expect(cities).toContain(item.cityId);
    }
    const meetings = store.all('meeting');
    for (const project of store.all('investment-project')) {
      expect(project.stageLog.at(-1)?.to).toBe(project.stage);
      for (const { meetingId } of project.stageLog) {
        if (meetingId !== null) expect(meetings.map((meeting) => meeting.id)).toContain(meetingId);
      }
    }
  });

  it('shows what a planner would meet: one overlap, one cancelled item, follow-ups of every kind', async () => {
    const { context, store, trip } = await plantedTrip();
    const items = store.all('itinerary-item');
    expect(programmeWarnings(trip, items).map((warning) => warning.kind)).toEqual(['overlap']);
    expect(items.filter((item) => item.status === 'cancelled')).toHaveLength(1);
    const followUps = store.all('follow-up');
    const statuses = new Set(followUps.map((followUp) => followUp.status));
    expect([...statuses].sort()).toEqual(['done', 'in-progress', 'open', 'waiting']);
    expect(followUps.filter((followUp) => isOverdue(followUp, todayHere(context.now()))).length).toBeGreaterThan(0);
  });

  it('quotes in each follow-up a line that stands in the note it came from', async () => {
    const { store } = await plantedTrip();
    for (const { noteId, noteLine } of store.all('follow-up')) {
      if (noteId === null) continue;
      const text = store
        .get('note', noteId)!
        .blocks.map((block) => block.markdown)
        .join('\n');
      expect(text).toContain(noteLine);
    }
  });

  it('labels every enterprise and every person that the public account does not name', async () => {
    const { context, store } = await plantedTrip();
    const label = /\(sample\)|（示例）/;
    for (const organisation of store.all('organisation')) {
      const { en, zhHant, zhHans } = organisation.legalName;
      for (const name of [en, zhHant, zhHans].filter((text) => text !== '')) expect(name).toMatch(label);
    }
    for (const person of store.all('person').filter(({ id }) => id !== context.me())) {
      const names = allNames({ ...person, romanisation: '' }, 'en');
      if (names[0] === 'Peter Yan') expect(names).toHaveLength(1);
      else for (const name of names) expect(name).toMatch(label);
    }
  });

  it('is one change, and a beginning: undo does not take it back', async () => {
    const commits: unknown[] = [];
    temporary.context.store.onCommit((commit) => commits.push(commit));
    const history = keepHistory(temporary.context);
    const { store } = await plantedTrip();
    expect(commits).toHaveLength(1);
    expect(await history.undo()).toMatchObject({ ok: false, failure: { code: 'nothing-to-undo' } });
    expect(store.all('trip')).toHaveLength(1);
  });
});
