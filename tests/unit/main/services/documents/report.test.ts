import { describe, expect, it } from '@jest/globals';
import { composeDocument } from '@main/services/documents/compose';
import { gatherReport } from '@main/services/documents/gather/report';
import { DocumentSources } from '@main/services/documents/sources';
import { usualChoices } from '@shared/documents/choices';
import type { TripReport } from '@main/export/compose/models/report';
import type { AnyRecord } from '@shared/domain/records';
import { aRecord, day, english, instant, nextId, time, zone } from '../../../../builders/records';
import { aBareTrip, aPerson, aReader, aVisit, threeForms } from '../../../../builders/report-trip';
import type { Trip } from '../../../../builders/report-trip';

const today = day('2026-03-16');

function gather(records: readonly AnyRecord[], trip: Trip): TripReport {
  const sources = new DocumentSources(aReader(records), trip, { audience: 'internal', isWithSensitive: false });
  return gatherReport(sources, today);
}

function anItemOf(trip: Trip, fields: Partial<Extract<AnyRecord, { type: 'itinerary-item' }>> = {}) {
  return aRecord('itinerary-item', {
    tripId: trip.id,
    title: english('An engagement (sample)'),
    day: day('2026-02-24'),
    start: time('09:00'),
    end: time('10:00'),
    status: 'confirmed',
    ...fields,
  });
}

function aMeetingOf(trip: Trip, fields: Partial<Extract<AnyRecord, { type: 'meeting' }>> = {}) {
  return aRecord('meeting', {
    tripId: trip.id,
    title: english('A meeting (sample)'),
    day: day('2026-02-24'),
    ...fields,
  });
}

describe('gathering a trip report', () => {
  it('finds no trip that is not there', () => {
    expect(composeDocument(aReader([]), nextId(), usualChoices('report'), today)).toMatchObject({
      ok: false,
      failure: { code: 'not-found' },
    });
  });

  it('finds no trip that is in the Trash', () => {
    const trip = { ...aBareTrip(), deletedAt: instant('2026-03-01T00:00:00.000Z') };
    expect(composeDocument(aReader([trip]), trip.id, usualChoices('report'), today)).toMatchObject({
      ok: false,
      failure: { code: 'not-found' },
    });
  });

  it('gives a trip without anything as empty sections', () => {
    const trip = aBareTrip();
    expect(gather([trip], trip)).toMatchObject({
      head: null,
      delegation: [],
      programme: { days: [], cancelled: 0 },
      chapters: [],
      followUps: [],
      moves: [],
      accounts: [],
      photographs: [],
    });
  });

  it('puts the delegation in order of precedence, whatever order the records stand in', () => {
    const { trip, records } = aVisit();
    const report = gather([...records].reverse(), trip);
    expect(report.delegation.map(({ person, role }) => [person.name.en, role])).toEqual([
      ['Alexander Fictional', 'head'],
      ['Beatrice Sample', 'member'],
      ['Charles Invented', 'liaison'],
    ]);
    expect(report.head?.name.zhHant).toBe('范立山');
  });

  it('gives members of equal precedence by family name', () => {
    const trip = aBareTrip();
    const people = [aPerson('Zeta Ann', '', { side: 'ours' }), aPerson('Alpha Zoe', '', { side: 'ours' })];
    const members = people.map(({ id }) =>
      aRecord('delegation-member', { tripId: trip.id, personId: id, precedence: 1 }),
    );
    const report = gather([trip, ...people, ...members], trip);
    expect(report.delegation.map(({ person }) => person.name.en)).toEqual(['Zoe Alpha', 'Ann Zeta']);
  });

  it('keeps the order in which attendees of both sides were put', () => {
    const trip = aBareTrip();
    const [first, second] = [aPerson('One First', ''), aPerson('Two Second', '')];
    const meeting = aMeetingOf(trip, {
      theirAttendeeIds: [second.id, first.id],
      ourAttendeeIds: [first.id, second.id],
    });
    const visit = gather([trip, first, second, meeting], trip).chapters[0]?.visits[0];
    expect(visit?.theirs.map(({ name }) => name.en)).toEqual(['Second Two', 'First One']);
    expect(visit?.ours.map(({ name }) => name.en)).toEqual(['First One', 'Second Two']);
  });

  it('gives the post that an attendee held on the day of the meeting', () => {
    const trip = aBareTrip();
    const person = aPerson('Qian Tangsheng', '錢塘生');
    const organisation = aRecord('organisation', { legalName: english('Example Limited (sample)') });
    const post = (title: string, from: string | null, to: string | null) =>
      aRecord('affiliation', {
        personId: person.id,
        organisationId: organisation.id,
        jobTitle: english(title),
        from: from === null ? null : day(from),
        to: to === null ? null : day(to),
      });
    const posts = [
      post('Engineer', null, '2025-12-31'),
      post('Director', '2026-01-01', '2026-02-24'),
      post('Chairman', '2026-02-25', null),
    ];
    const meeting = aMeetingOf(trip, { organisationIds: [organisation.id], theirAttendeeIds: [person.id] });
    const visit = gather([trip, person, organisation, ...posts, meeting], trip).chapters[0]?.visits[0];
    expect(visit?.theirs[0]?.posts).toEqual([{ title: english('Director'), organisation: null }]);
  });

  it('leaves out whoever and whatever is in the Trash', () => {
    const trip = aBareTrip();
    const deletedAt = instant('2026-03-01T00:00:00.000Z');
    const gone = { ...aPerson('Gone Person', ''), deletedAt };
    const records = [
      trip,
      gone,
      aRecord('delegation-member', { tripId: trip.id, personId: gone.id, precedence: 1 }),
      { ...anItemOf(trip), deletedAt },
      aMeetingOf(trip, { theirAttendeeIds: [gone.id], outcome: 'It took place.' }),
      { ...aRecord('follow-up', { tripId: trip.id, title: 'Gone' }), deletedAt },
      aRecord('follow-up', { tripId: trip.id, title: 'Stays', ownerId: gone.id }),
    ];
    const report = gather(records, trip);
    expect(report.delegation).toEqual([]);
    expect(report.programme.days).toEqual([]);
    expect(report.chapters[0]?.visits[0]?.theirs).toEqual([]);
    expect(report.followUps).toMatchObject([{ title: 'Stays', owner: null }]);
    expect(JSON.stringify(report)).not.toContain('Gone');
  });

  it('is marked as its strictest part', () => {
    const trip = aBareTrip({ classification: 'unclassified' });
    const meeting = aMeetingOf(trip, { classification: 'restricted' });
    const note = aRecord('note', {
      meetingId: meeting.id,
      classification: 'confidential',
      blocks: [
        {
          id: nextId(),
          authorId: nextId(),
          begunAt: instant('2026-02-24T01:00:00.000Z'),
          markdown: 'Said in confidence.',
        },
      ],
    });
    expect(gather([trip], trip).classification).toBe('unclassified');
    expect(gather([trip, meeting], trip).classification).toBe('restricted');
    expect(gather([trip, meeting, note], trip).classification).toBe('confidential');
  });

  it('is not marked by what it does not print', () => {
    const trip = aBareTrip();
    const cancelled = anItemOf(trip, { status: 'cancelled', classification: 'confidential' });
    const elsewhere = aRecord('follow-up', { title: 'Of no trip', classification: 'confidential' });
    expect(gather([trip, cancelled, elsewhere], trip).classification).toBe('unclassified');
  });

  it('counts cancelled items and lists the others at their local times, one that lasts overnight on its first day', () => {
    const trip = aBareTrip();
    const night = anItemOf(trip, {
      kind: 'hotel',
      start: time('20:00'),
      endDay: day('2026-02-26'),
      end: time('08:00'),
    });
    const abroad = anItemOf(trip, { day: day('2026-02-25'), zone: zone('Asia/Tokyo') });
    const report = gather([trip, night, abroad, anItemOf(trip), anItemOf(trip, { status: 'cancelled' })], trip);
    expect(report.programme.cancelled).toBe(1);
    expect(report.programme.days.map(({ first, items }) => [first, items.map(({ times }) => times)])).toEqual([
      [
        '2026-02-24',
        [
          { start: '09:00', end: '10:00', endDay: null, clock: '' },
          { start: '20:00', end: '08:00', endDay: '2026-02-26', clock: '' },
        ],
      ],
      ['2026-02-25', [{ start: '09:00', end: '10:00', endDay: null, clock: 'Tokyo' }]],
      ['2026-02-26', []],
    ]);
  });

  it('puts days on which nothing was arranged into one row', () => {
    const trip = aBareTrip({ firstDay: day('2026-02-01'), lastDay: day('2026-02-28') });
    const report = gather([trip, anItemOf(trip, { day: day('2026-02-10') })], trip);
    expect(report.programme.days.map(({ first, last, items }) => [first, last, items.length])).toEqual([
      ['2026-02-01', '2026-02-09', 0],
      ['2026-02-10', '2026-02-10', 1],
      ['2026-02-11', '2026-02-28', 0],
    ]);
  });

  it('gives each city its chapter in the order of the trip, and what belongs to none a last one', () => {
    const { trip, records } = aVisit();
    const nowhere = aMeetingOf(trip, { outcome: 'By telephone.' });
    const cities = gather([...records, nowhere], trip).chapters.map(({ city, visits }) => [
      city?.en ?? null,
      visits.length,
    ]);
    expect(cities).toEqual([
      ['Hangzhou', 3],
      ['Shenzhen', 1],
      [null, 1],
    ]);
  });

  it('names a visit that was arranged but not written about, and leaves out one that was cancelled', () => {
    const trip = aBareTrip();
    const arranged = anItemOf(trip, { title: english('Arranged') });
    const cancelled = anItemOf(trip, { title: english('Cancelled'), status: 'cancelled' });
    const emptyMeeting = aMeetingOf(trip, { itineraryItemId: cancelled.id });
    const report = gather([trip, arranged, cancelled, emptyMeeting], trip);
    expect(report.chapters[0]?.visits).toMatchObject([{ title: { en: 'Arranged' }, record: 'unwritten' }]);
  });

  it('prints a cancelled visit all the same when somebody wrote about it', () => {
    const trip = aBareTrip();
    const cancelled = anItemOf(trip, { status: 'cancelled' });
    const meeting = aMeetingOf(trip, { itineraryItemId: cancelled.id, outcome: 'Met in the lobby instead.' });
    expect(gather([trip, cancelled, meeting], trip).chapters[0]?.visits).toHaveLength(1);
  });

  it('numbers follow-ups in the order of their due days, and names the numbers at the visit they came from', () => {
    const { trip, records } = aVisit();
    const report = gather(records, trip);
    expect(report.followUps.map(({ number, due, isOverdue }) => [number, due, isOverdue])).toEqual([
      [1, '2026-03-13', true],
      [2, '2026-04-30', false],
      [3, null, false],
    ]);
    expect(report.chapters.flatMap(({ visits }) => visits).map(({ followUpNumbers }) => followUpNumbers)).toEqual([
      [1],
      [],
      [],
      [2],
    ]);
  });

  it('tells what its own meetings moved in the pipeline, and nothing else', () => {
    const { trip, records } = aVisit();
    const unrelated = aRecord('organisation', { legalName: english('Another (sample)') });
    const project = aRecord('investment-project', {
      organisationId: unrelated.id,
      title: 'Moved at home meanwhile',
      stageLog: [
        { from: 'identified', to: 'contacted', at: instant('2026-02-25T02:00:00.000Z'), by: nextId(), meetingId: null },
      ],
    });
    expect(gather([...records, unrelated, project], trip).moves.map(({ from, to }) => [from, to])).toEqual([
      ['contacted', 'visited'],
      ['visited', 'interested'],
    ]);
  });

  it('sets what was spent against the budget of the same currency, to the cent', () => {
    const { trip, records } = aVisit();
    expect(gather(records, trip).accounts).toMatchObject([
      { currency: 'HKD', budget: { minor: 4_500_000 }, spent: { minor: 3_985_050 }, balance: { minor: 514_950 } },
      { currency: 'CNY', budget: { minor: 1_890_000 }, spent: { minor: 2_434_000 }, balance: { minor: -544_000 } },
    ]);
  });

  it('takes pictures that are to be in the report, and names other files as annexes', () => {
    const trip = aBareTrip();
    const meeting = aMeetingOf(trip);
    const file = (name: string, fields: object) =>
      aRecord('attachment', {
        sha256: 'a'.repeat(64),
        name,
        size: 1,
        isInReport: true,
        meetingId: meeting.id,
        ...fields,
      });
    const records = [
      trip,
      meeting,
      file('second.jpg', { mime: 'image/jpeg', position: 2, caption: 'Second' }),
      file('first.png', { mime: 'image/png', position: 1, caption: 'First' }),
      file('kept.png', { mime: 'image/png', isInReport: false }),
      file('drawing.svg', { mime: 'image/svg+xml', position: 3 }),
    ];
    const report = gather(records, trip);
    expect(report.chapters[0]?.visits[0]?.photographs.map(({ caption }) => caption)).toEqual(['First', 'Second']);
    expect(report.annexes.map(({ name }) => name)).toEqual(['drawing.svg']);
  });

  it('says who wrote which part only when several did', () => {
    const trip = aBareTrip();
    const [one, other] = [aPerson('One Author', '', { side: 'ours' }), aPerson('Other Author', '', { side: 'ours' })];
    const meeting = aMeetingOf(trip);
    const block = (authorId: string, markdown: string) => ({
      id: nextId(),
      authorId,
      begunAt: instant('2026-02-24T01:00:00.000Z'),
      markdown,
    });
    const authors = (authorIds: string[]) => {
      const note = aRecord('note', { meetingId: meeting.id, blocks: authorIds.map((id) => block(id, 'Words.')) });
      const visit = gather([trip, one, other, meeting, note], trip).chapters[0]?.visits[0];
      return visit?.notes.map(({ author }) => author?.name.en ?? null);
    };
    expect(authors([one.id, one.id])).toEqual([null, null]);
    expect(authors([one.id, other.id])).toEqual(['Author One', 'Author Other']);
  });

  it('names the organisation beside a post only when it does not go without saying', () => {
    const trip = aBareTrip();
    const person = aPerson('Visitor Two', '');
    const [host, guest] = ['Host (sample)', 'Guest (sample)'].map((name) =>
      aRecord('organisation', { legalName: threeForms(name, '', '') }),
    );
    const posts = [host, guest].map((organisation) =>
      aRecord('affiliation', {
        personId: person.id,
        organisationId: organisation?.id ?? '',
        jobTitle: english('Adviser'),
      }),
    );
    const meeting = aMeetingOf(trip, {
      organisationIds: [host?.id ?? '', guest?.id ?? ''],
      theirAttendeeIds: [person.id],
    });
    const records = [trip, person, ...posts, meeting, ...[host, guest].filter((one) => one !== undefined)];
    const visit = gather(records, trip).chapters[0]?.visits[0];
    expect(visit?.theirs[0]?.posts.map(({ organisation }) => organisation?.en)).toEqual([
      'Host (sample)',
      'Guest (sample)',
    ]);
  });

  it('counts the visits to each sector, the most visited first', () => {
    const trip = aBareTrip();
    const studio = aRecord('organisation', {
      legalName: english('Studio (sample)'),
      sectors: ['fintech', 'ai-and-data-science'],
    });
    const works = aRecord('organisation', { legalName: english('Works (sample)'), sectors: ['ai-and-data-science'] });
    const met = (organisationIds: string[]) =>
      aRecord('meeting', { tripId: trip.id, day: day('2026-02-24'), organisationIds });
    const report = gather([trip, studio, works, met([studio.id, works.id]), met([works.id])], trip);
    expect(report.sectors).toEqual([
      { sector: 'ai-and-data-science', visits: 2 },
      { sector: 'fintech', visits: 1 },
    ]);
  });
});
