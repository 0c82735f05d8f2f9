import { describe, expect, it } from '@jest/globals';
import { definitions, issuesInNewFields, issuesInRecord, recordTypes } from '@shared/domain/records';
import { relations } from '@shared/domain/relations';
import { aRecord, day, english, nextId, time } from '../../../builders/records';

const tripFields = { title: english('Visit (sample)'), firstDay: day('2026-02-24'), lastDay: day('2026-02-26') };

describe('what a form is told', () => {
  it('takes a good trip', () => {
    expect(issuesInNewFields('trip', tripFields)).toEqual([]);
  });

  it('says beside the last day that a trip ends before it begins', () => {
    expect(issuesInNewFields('trip', { ...tripFields, lastDay: day('2026-02-23') })).toEqual([
      { path: 'lastDay', code: 'ends-before-it-begins' },
    ]);
  });

  it('refuses an impossible date, a missing day and a name of 10,000 characters, each beside its field', () => {
    expect(issuesInNewFields('trip', { ...tripFields, firstDay: '2026-02-30' })).toEqual([
      { path: 'firstDay', code: 'not-a-date' },
    ]);
    expect(
      issuesInNewFields('itinerary-item', { tripId: nextId(), title: english('x'), start: '09:00', end: '10:00' }),
    ).toEqual([{ path: 'day', code: 'not-a-date' }]);
    expect(issuesInNewFields('trip', { ...tripFields, title: english('長'.repeat(10_000)) })).toEqual([
      { path: 'title.en', code: 'too-long', params: { max: 300 } },
    ]);
  });

  it('takes emoji and control characters as they are', () => {
    const title = english('Tea 🍵 with\u0000nulls and 𨋢');
    expect(issuesInNewFields('trip', { ...tripFields, title })).toEqual([]);
    expect(aRecord('trip', { ...tripFields, title }).title.en).toBe('Tea 🍵 with\u0000nulls and 𨋢');
  });

  it('refuses a field that it does not know', () => {
    expect(issuesInNewFields('person', { familyName: english('Chan'), __proto__pollution: 1 })).toEqual([
      { path: '__proto__pollution', code: 'unknown-field' },
    ]);
  });

  it('needs one name in any script, and no more', () => {
    expect(issuesInNewFields('person', {})).toEqual([{ path: 'familyName', code: 'name-needed' }]);
    expect(issuesInNewFields('person', { familyName: { en: '', zhHant: '陳', zhHans: '' } })).toEqual([]);
    expect(issuesInNewFields('person', { romanisation: 'Chan Tai-man' })).toEqual([]);
  });

  it('says what is wrong with an e-mail address, a web address and a credit code', () => {
    expect(issuesInNewFields('person', { familyName: english('Chan'), emails: ['chan@'] })).toEqual([
      { path: 'emails.0', code: 'not-an-email' },
    ]);
    const legalName = english('Qiantang (sample)');
    expect(issuesInNewFields('organisation', { legalName, website: 'javascript:alert(1)' })).toEqual([
      { path: 'website', code: 'not-a-web-address' },
    ]);
    expect(issuesInNewFields('organisation', { legalName, creditCode: '91350100M000100Y44' })).toEqual([
      { path: 'creditCode', code: 'bad-credit-code' },
    ]);
    expect(
      issuesInNewFields('organisation', {
        legalName,
        creditCode: '91350100M000100Y43',
        website: 'https://example.com',
      }),
    ).toEqual([]);
  });

  it('lets an item end on a later day, but never before it begins', () => {
    const item = {
      tripId: nextId(),
      title: english('Night train (sample)'),
      day: day('2026-02-24'),
      start: time('22:00'),
      end: time('06:00'),
    };
    expect(issuesInNewFields('itinerary-item', item)).toEqual([{ path: 'end', code: 'ends-before-it-begins' }]);
    expect(issuesInNewFields('itinerary-item', { ...item, endDay: day('2026-02-25') })).toEqual([]);
  });

  it('lets a note be about exactly one thing', () => {
    expect(issuesInNewFields('note', { tripId: nextId() })).toEqual([]);
    expect(issuesInNewFields('note', {})).toEqual([{ path: '', code: 'exactly-one-subject' }]);
    expect(issuesInNewFields('note', { tripId: nextId(), personId: nextId() })).toEqual([
      { path: '', code: 'exactly-one-subject' },
    ]);
  });
});

describe('records', () => {
  it('keep fields that a newer version wrote', () => {
    const record = { ...aRecord('trip', tripFields), fromTheFuture: { kept: true } };
    expect(issuesInRecord('trip', record)).toEqual([]);
    expect(definitions.trip.record.parse(record)).toMatchObject({ fromTheFuture: { kept: true } });
  });

  it('name each other only by fields that they have', () => {
    for (const relation of relations) {
      expect(Object.keys(definitions[relation.from].fields)).toContain(relation.field);
      expect(recordTypes).toContain(relation.to);
    }
  });

  it('declare a relation for every field that holds ids of records', () => {
    // Ids that are no references: a trip's cities are parts of the trip itself, a conflict may be about any kind.
    const otherwise = new Set(['itinerary-item.cityId', 'conflict.recordId', 'conflict.settledBy', 'person.wechatId']);
    for (const type of recordTypes) {
      for (const field of Object.keys(definitions[type].fields).filter((name) => /Ids?$/.test(name))) {
        if (otherwise.has(`${type}.${field}`)) continue;
        expect(
          relations.some((relation) => relation.from === type && relation.field === field) || `${type}.${field}`,
        ).toBe(true);
      }
    }
  });
});
