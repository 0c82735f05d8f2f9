import { describe, expect, it } from '@jest/globals';
import { differencesSince } from '@main/services/backup-differences';
import type { Differing } from '@main/storage/backups/difference';
import { jsonOf } from '@main/storage/records/stored-record';
import type { Reader } from '@main/storage/store';
import type { AnyRecord } from '@shared/domain/records';
import { success } from '@shared/result';
import { aRecord, day, english } from '../../../builders/records';

const aMeeting = (title: string): AnyRecord => aRecord('meeting', { title: english(title), day: day('2026-03-02') });
const json = (record: AnyRecord): Uint8Array => jsonOf({ record, sync: { anc: [], seq: 1, own: true, sh: false } });
const empty: Reader = { get: () => undefined, all: () => [], trashed: () => [], naming: () => [] };

async function titles(differing: readonly Differing[], reader: Reader = empty): Promise<string[]> {
  const look = { kind: 'good', records: 1, counts: [], differing } as const;
  const answer = await differencesSince(reader, { look: () => Promise.resolve(success(look)) }, 'b1');
  return answer.ok ? answer.value.map(({ title }) => title) : [];
}

describe('the records that differ from a backup', () => {
  it('are called what they are called now', async () => {
    const [then, now] = [aMeeting('Courtesy call (sample)'), aMeeting('Courtesy visit (sample)')];
    const differing = { type: 'meeting', id: now.id, became: 'changed', then: json(then), now: json(now) } as const;
    expect(await titles([differing])).toEqual(['Courtesy visit (sample)']);
  });

  it('are called by what they belonged to, though that is gone with them', async () => {
    const meeting = aMeeting('Courtesy call (sample)');
    const note = aRecord('note', { meetingId: meeting.id });
    const gone = [meeting, note].map((record): Differing => ({
      type: record.type,
      id: record.id,
      became: 'gone',
      then: json(record),
      now: null,
    }));
    expect(await titles(gone)).toEqual(['Courtesy call (sample)', 'Courtesy call (sample)']);
  });

  it('have no name when only a newer Attaché can read them', async () => {
    const now = Buffer.from('{"type":"thing-of-tomorrow","id":"abc"}');
    expect(await titles([{ type: 'thing-of-tomorrow', id: 'abc', became: 'added', then: null, now }])).toEqual(['']);
  });

  it('are none of a backup that cannot be read', async () => {
    const look = (): ReturnType<Parameters<typeof differencesSince>[1]['look']> =>
      Promise.resolve(success({ kind: 'damaged', reason: 'cut-short' }));
    expect(await differencesSince(empty, { look }, 'b1')).toEqual(success([]));
  });
});
