import { describe, expect, it } from '@jest/globals';
import { composeDocument } from '@main/services/documents/compose';
import { usualChoices } from '@shared/documents/choices';
import type { DocumentChoices } from '@shared/documents/choices';
import type { AnyRecord } from '@shared/domain/records';
import { textOf } from '../../../builders/composed';
import { aRecord, day, english, instant, nextId, programmeItem } from '../../../builders/records';
import { aBareTrip, aPerson, aReader } from '../../../builders/report-trip';

const trip = aBareTrip();

function text(
  records: readonly AnyRecord[],
  choices: Pick<DocumentChoices, 'kind'> & Partial<DocumentChoices>,
): string {
  const chosen = { ...usualChoices(choices.kind), ...choices };
  const composed = composeDocument(aReader([trip, ...records]), trip.id, chosen, day('2026-03-02'));
  if (!composed.ok) throw new Error(composed.failure.code);
  return textOf(composed.value.document);
}

describe('what a document lists in a sentence', () => {
  const people = ['陳大文', '李小明', '何海倫'].map((name) => aPerson('', name, { side: 'ours' }));
  const [one, other] = people;
  const attendees = [one?.id ?? '', other?.id ?? ''];
  const records = [
    ...people,
    ...people.map(({ id }) => aRecord('delegation-member', { tripId: trip.id, personId: id, precedence: 1 })),
    programmeItem(trip.id, '09:00', '10:00', { participantIds: attendees }),
  ];

  it('has the mark of lists between names, which in Chinese is not the comma', () => {
    expect(text(records, { kind: 'report', form: 'zhHant' })).toContain('出席：陳大文、李小明');
  });

  it('has it between numbers too', () => {
    const meeting = aRecord('meeting', { tripId: trip.id, day: trip.firstDay, outcome: '同意' });
    const tasks = ['甲', '乙'].map((title) => aRecord('follow-up', { tripId: trip.id, meetingId: meeting.id, title }));
    expect(text([meeting, ...tasks], { kind: 'report', form: 'zhHant' })).toMatch(/1、2/);
  });
});

describe('a summary', () => {
  it('says that no outcome was recorded of a visit that has a note, and that there is no note where there is none', () => {
    const visit = (title: string) => aRecord('meeting', { tripId: trip.id, day: trip.firstDay, title: english(title) });
    const [noted, bare] = [visit('Noted'), visit('Bare')];
    const block = {
      id: nextId(),
      authorId: nextId(),
      begunAt: instant('2026-02-24T01:00:00.000Z'),
      markdown: 'A tour of the building.',
    };
    const note = aRecord('note', { meetingId: noted.id, blocks: [block] });
    const said = text([noted, bare, note], { kind: 'summary' });
    expect(said).toMatch(/Noted\nNo outcome was recorded\./);
    expect(said).toMatch(/Bare\nNo note yet/);
  });
});
