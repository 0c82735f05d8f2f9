import { describe, expect, it } from '@jest/globals';
import type { TripReport } from '@main/export/compose/models/report';
import { fromNote } from '@main/export/document/from-markdown';
import { Voice } from '@main/export/document/voice';
import { blocksInMarkup } from '@main/export/write/page/blocks';
import { gatherReport } from '@main/services/documents/gather/report';
import { DocumentSources } from '@main/services/documents/sources';
import { aRecord, day, english, instant, nextId } from '../../../../builders/records';
import { aBareTrip, aReader } from '../../../../builders/report-trip';

describe('sensitive lines of a trip report', () => {
  const trip = { ...aBareTrip(), observations: 'Seen\n\n[sensitive] Not for all' };
  const meeting = aRecord('meeting', {
    tripId: trip.id,
    title: english('A meeting (sample)'),
    day: day('2026-02-24'),
    outcome: '[sensitive] a price\n\nThey will come',
    status: 'complete',
  });
  const block = (markdown: string) => ({
    id: nextId(),
    authorId: nextId(),
    begunAt: instant('2026-02-24T01:00:00.000Z'),
    markdown,
  });
  const records = [
    trip,
    meeting,
    aRecord('note', {
      meetingId: meeting.id,
      blocks: [
        block('- [ask] land\n- [sensitive] a bribe\n- [sensitive] [ask] a visa'),
        block('[sensitive] all of it'),
      ],
    }),
    aRecord('follow-up', { title: 'Say it', noteLine: '[sensitive] Say it', tripId: trip.id }),
    aRecord('follow-up', { title: 'Send the deck', noteLine: 'Send the deck', tripId: trip.id }),
  ];

  function gather(isWithSensitive = false): TripReport {
    const sources = new DocumentSources(aReader(records), trip, { audience: 'internal', isWithSensitive });
    return gatherReport(sources, day('2026-03-16'));
  }

  it('are not in it, nor the follow-ups that come from them, and are counted', () => {
    const report = gather();
    const [visit] = report.chapters.flatMap((chapter) => chapter.visits);
    expect(visit).toMatchObject({ outcome: 'They will come', notes: [{ markdown: '- [ask] land\n' }] });
    expect(report.observations).toBe('Seen\n\n');
    expect(report.followUps.map(({ number, title }) => [number, title])).toEqual([[1, 'Send the deck']]);
    expect(report.leftOut).toBe(6);
    expect(JSON.stringify(report)).not.toMatch(/sensitive|bribe|visa|price|all of it/);
  });

  it('are in it when they are asked for', () => {
    const report = gather(true);
    expect(report.chapters[0]?.visits[0]?.notes).toHaveLength(2);
    expect(report.followUps).toHaveLength(2);
    expect(report.leftOut).toBe(0);
  });
});

describe('markers in print', () => {
  it('are words, and anchors are not printed', () => {
    const printed = blocksInMarkup(
      fromNote('- [ask] land\n- [sensitive] [follow-up] send ^3b1f0c2a', new Voice({ form: 'en', beside: null })),
      'en',
    ).text;
    expect(printed).toContain('<strong>Ask: </strong>land');
    expect(printed).toContain('<strong>Sensitive · Follow-up: </strong>send');
    expect(printed).not.toMatch(/3b1f0c2a|\[ask\]/);
  });
});
