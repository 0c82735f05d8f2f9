import { describe, expect, it } from '@jest/globals';
import { gapsOf } from '@renderer/features/documents/gaps';
import { aRecord, day, english, nextId, time } from '../../../../builders/records';

const trip = aRecord('trip', {
  title: english('Visit'),
  firstDay: day('2026-02-26'),
  lastDay: day('2026-02-27'),
  reference: 'DV/1',
  purpose: 'To learn',
  objectives: ['One'],
  observations: 'Seen',
  conclusions: 'Concluded',
});
const head = aRecord('delegation-member', { tripId: trip.id, personId: nextId(), role: 'head', precedence: 1 });
const item = aRecord('itinerary-item', {
  tripId: trip.id,
  title: english('Visit'),
  day: day('2026-02-26'),
  start: time('09:00'),
  end: time('10:00'),
});
const meeting = aRecord('meeting', {
  tripId: trip.id,
  itineraryItemId: item.id,
  day: day('2026-02-26'),
  outcome: 'Agreed',
  status: 'complete',
});
const followUp = aRecord('follow-up', {
  title: 'Send it',
  tripId: trip.id,
  ownerId: head.personId,
  due: day('2026-03-05'),
});
const whole = { trip, members: [head], items: [item], meetings: [meeting], followUps: [followUp] };

describe('what a report lacks', () => {
  it('is nothing when everything was written', () => {
    expect(gapsOf(whole)).toEqual([]);
  });

  it('is most things for a trip that was only just made', () => {
    const bare = aRecord('trip', { title: english('New'), firstDay: day('2026-02-26'), lastDay: day('2026-02-27') });
    const gaps = gapsOf({ trip: bare, members: [], items: [], meetings: [], followUps: [] });
    expect(gaps.map(({ kind }) => kind)).toEqual([
      'reference',
      'purpose',
      'objectives',
      'delegation',
      'programme',
      'observations',
      'conclusions',
    ]);
  });

  it('counts meetings in draft and leads to the only one, or to the list of several', () => {
    const draft = { ...meeting, status: 'draft' as const };
    const another = aRecord('meeting', { tripId: trip.id, day: day('2026-02-27'), outcome: 'Agreed' });
    expect(gapsOf({ ...whole, meetings: [draft] })).toEqual([
      { kind: 'draft-meetings', count: 1, to: `/meetings/${meeting.id}` },
    ]);
    expect(gapsOf({ ...whole, meetings: [draft, another] })).toEqual([
      { kind: 'draft-meetings', count: 2, to: `/trips/${trip.id}/meetings` },
    ]);
  });

  it('leaves out what wants no note, and asks for the visits that have none', () => {
    const train = { ...item, id: nextId(), kind: 'transport' as const };
    const calledOff = { ...item, id: nextId(), status: 'cancelled' as const };
    const unwritten = { ...item, id: nextId() };
    expect(gapsOf({ ...whole, items: [item, train, calledOff] })).toEqual([]);
    expect(gapsOf({ ...whole, items: [item, unwritten] })).toEqual([
      { kind: 'unwritten-meetings', count: 1, to: `/trips/${trip.id}/meetings` },
    ]);
  });

  it('asks for the owner and the day of what is still open only', () => {
    const nobodys = { ...followUp, ownerId: null, due: null };
    expect(gapsOf({ ...whole, followUps: [nobodys] }).map(({ kind }) => kind)).toEqual(['owners', 'due-days']);
    expect(gapsOf({ ...whole, followUps: [{ ...nobodys, status: 'done' }] })).toEqual([]);
  });
});
