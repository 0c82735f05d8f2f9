import { describe, expect, it } from '@jest/globals';
import { composeDocument } from '@main/services/documents/compose';
import { sectionsOf, usualChoices } from '@shared/documents/choices';
import type { DocumentChoices, DocumentKind } from '@shared/documents/choices';
import type { AnyRecord } from '@shared/domain/records';
import { textOf } from '../../../../builders/composed';
import { aRecord, day, english, instant, nextId, programmeItem } from '../../../../builders/records';
import { aBareTrip, aPerson, aReader, threeForms } from '../../../../builders/report-trip';

const withheldWords = { en: 'Withheld', zhHant: '不予公開', zhHans: '不予公开' } as const;

function made(records: readonly AnyRecord[], kind: DocumentKind, choices: Partial<DocumentChoices> = {}) {
  const composed = composeDocument(
    aReader(records),
    records.find(({ type }) => type === 'trip')?.id ?? '',
    { ...usualChoices(kind), sections: [...sectionsOf[kind]], audience: 'external', ...choices },
    day('2026-03-02'),
  );
  if (!composed.ok) throw new Error(composed.failure.code);
  return { text: textOf(composed.value.document), leftOut: composed.value.leftOut };
}

const secret = aPerson('Quill Marguerite', '闕夢瑤', { side: 'ours', classification: 'restricted' });
const officer = aPerson('Chan David', '陳大衛', { side: 'ours', honorific: 'mr' });

describe('a follow-up whose owner may not be told of', () => {
  const trip = aBareTrip();
  const enterprise = aRecord('organisation', { legalName: english('Open Enterprise (sample)') });
  const visit = programmeItem(trip.id, '09:00', '10:00', { hostOrganisationId: enterprise.id });
  const task = (title: string, ownerId: string | null) =>
    aRecord('follow-up', { tripId: trip.id, organisationId: enterprise.id, title, ownerId });
  const records = [trip, secret, officer, enterprise, visit, task('Write to them', secret.id)];

  it.each(['report', 'summary', 'briefing', 'register'] as const)('is withheld outside, and counted: %s', (kind) => {
    for (const form of ['en', 'zhHant', 'zhHans'] as const) {
      const { text, leftOut } = made(records, kind, { form });
      expect(text).toContain(withheldWords[form]);
      expect(text).not.toMatch(/Not assigned|未指派|Quill|闕/);
      expect(leftOut.restrictedRecords).toBe(1);
    }
  });

  it('stands in both languages of a document that has two', () => {
    expect(made(records, 'register', { form: 'en', beside: 'zhHant' }).text).toMatch(/Withheld[\s\S]*不予公開/);
  });

  it('is named inside the house, and one of nobody is not assigned in both', () => {
    expect(made(records, 'register', { audience: 'internal' }).text).toContain('Marguerite Quill');
    const open = [trip, task('Write to them', null)];
    for (const audience of ['internal', 'external'] as const) {
      const { text } = made(open, 'register', { audience });
      expect(text).toContain('Not assigned');
      expect(text).not.toContain('Withheld');
    }
  });
});

describe('an external version', () => {
  const trip = aBareTrip();

  it('does not make everybody attend what a withheld person attends', () => {
    const member = (personId: string) => aRecord('delegation-member', { tripId: trip.id, personId, precedence: 1 });
    const item = programmeItem(trip.id, '09:00', '10:00', { participantIds: [secret.id] });
    const records = [trip, secret, officer, member(secret.id), member(officer.id), item];
    expect(made(records, 'report').text).toContain('Attending: Withheld');
    expect(made(records, 'booklet').text).toContain('Withheld');
  });

  it('keeps a booklet the programme of the one whose it is', () => {
    const mine = programmeItem(trip.id, '09:00', '10:00', { participantIds: [secret.id], title: english('Mine') });
    const theirs = programmeItem(trip.id, '11:00', '12:00', { participantIds: [officer.id], title: english('Theirs') });
    const { text } = made([trip, secret, officer, mine, theirs], 'booklet', { personId: secret.id });
    expect(text).toContain('Mine');
    expect(text).not.toMatch(/Theirs|whole delegation/);
  });

  it('does not put the words of a withheld author into the mouth of another', () => {
    const meeting = aRecord('meeting', { tripId: trip.id, day: trip.firstDay });
    const block = (authorId: string, markdown: string, minute: string) => ({
      id: nextId(),
      authorId,
      begunAt: instant(`2026-02-24T01:${minute}:00.000Z`),
      markdown,
    });
    const blocks = [block(officer.id, 'First words.', '00'), block(secret.id, 'Second words.', '10')];
    const { text } = made(
      [trip, secret, officer, meeting, aRecord('note', { meetingId: meeting.id, blocks })],
      'report',
    );
    expect(text).toMatch(/First words\.[\s\S]*Noted by Withheld[\s\S]*Second words\./);
  });

  it('does not move a post at a withheld organisation to the one that was met', () => {
    const hidden = aRecord('organisation', { legalName: english('Obsidian'), classification: 'restricted' });
    const open = aRecord('organisation', { legalName: english('Open Enterprise (sample)') });
    const host = aPerson('Host Helen', '何海倫');
    const post = aRecord('affiliation', {
      personId: host.id,
      organisationId: hidden.id,
      jobTitle: threeForms('Chair of the board', '主席', '主席'),
      isPrimary: true,
    });
    const meeting = aRecord('meeting', {
      tripId: trip.id,
      day: trip.firstDay,
      organisationIds: [open.id],
      theirAttendeeIds: [host.id],
    });
    const records = [trip, hidden, open, host, post, meeting];
    expect(made(records, 'report', { audience: 'internal' }).text).toContain('Chair of the board');
    const { text, leftOut } = made(records, 'report');
    expect(text).toContain('Helen Host');
    expect(text).not.toContain('Chair of the board');
    expect(leftOut.restrictedRecords).toBe(1);
  });

  it('keeps to itself how far a note is', () => {
    const meeting = aRecord('meeting', { tripId: trip.id, day: trip.firstDay, outcome: 'They agreed.' });
    expect(made([trip, meeting], 'report', { audience: 'internal' }).text).toContain('Draft note');
    expect(made([trip, meeting], 'report').text).not.toContain('Draft note');
  });

  it('does not say that nothing was recorded where something was left out', () => {
    const task = aRecord('follow-up', { tripId: trip.id, title: 'Secret', classification: 'restricted' });
    const { text } = made([trip, task], 'report');
    expect(text).toContain('Nothing to show.');
    expect(text).not.toContain('been recorded');
    expect(made([trip], 'report', { audience: 'internal' }).text).toContain('No follow-up actions have been recorded.');
  });
});
