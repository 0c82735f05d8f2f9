import { describe, expect, it } from '@jest/globals';
import { composeDocument } from '@main/services/documents/compose';
import { usualChoices } from '@shared/documents/choices';
import type { DocumentChoices } from '@shared/documents/choices';
import { busyEnterprises } from '../../../builders/busy-enterprises';
import { problemsIn, textOf } from '../../../builders/composed';
import { day } from '../../../builders/records';
import { aReader } from '../../../builders/report-trip';

function pack(choices: Partial<DocumentChoices>): string {
  const { trip, records } = busyEnterprises(1);
  const chosen = { ...usualChoices('briefing'), ...choices };
  const composed = composeDocument(aReader(records), trip.id, chosen, day('2026-03-02'));
  if (!composed.ok) throw new Error(composed.failure.code);
  expect(problemsIn(composed.value.document)).toEqual([]);
  return textOf(composed.value.document);
}

function times(text: string, part: string): number {
  return text.split(part).length - 1;
}

describe('a briefing on an enterprise of which much is known', () => {
  it('tells the first of each kind and counts the others', () => {
    const text = pack({});
    expect(times(text, 'Thursday 15 January 2026')).toBe(1);
    expect(text).toContain('and 3 more');
    expect(times(text, 'Ms Helen Host')).toBe(10);
    expect(text).toContain('10 more are not listed here.');
    expect(text).toMatch(/By Mr Our0 Member, Mr Our1 Member, Mr Our2 Member, and 3 more/);
    expect(times(text, 'They asked')).toBe(4);
    expect(text).toContain('and 8 more');
  });

  it('counts people as people in Chinese', () => {
    const text = pack({ form: 'zhHant' });
    expect(text).toContain('另有10人未有在此列出。');
    expect(text).toContain('另有3人');
  });

  it('tells less of each in two languages, which take the room of two', () => {
    expect(times(pack({ beside: 'zhHant' }), 'Ms Helen Host')).toBe(8);
  });
});
