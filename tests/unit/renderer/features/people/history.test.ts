import { describe, expect, it } from '@jest/globals';
import { groupsOf, historyOf } from '@renderer/features/people/history';
import { inOrderOfPosts, isHeld } from '@renderer/features/people/posts';
import { aRecord, day, english, instant, nextId, time, zone } from '../../../../builders/records';

const hongKong = zone('Asia/Hong_Kong');
const nothing = { meetings: [], notes: [], followUps: [], zone: hongKong };

function aNote(markdown: string) {
  const block = { id: nextId(), authorId: nextId(), begunAt: instant('2026-02-01T00:00:00.000Z'), markdown };
  return aRecord('note', { personId: nextId(), blocks: [block] });
}

describe('a history', () => {
  it('mixes meetings, notes and follow-ups, the newest first', () => {
    const morning = aRecord('meeting', { day: day('2026-03-01'), start: time('09:30'), title: english('Morning') });
    const evening = aRecord('meeting', { day: day('2026-03-01'), start: time('18:00'), title: english('Evening') });
    const note = aNote('Said so');
    const due = aRecord('follow-up', { title: 'Send it', due: day('2026-04-01') });
    const history = historyOf({ ...nothing, meetings: [morning, evening], notes: [note], followUps: [due] });
    expect(history.map(({ id }) => id)).toEqual([due.id, evening.id, morning.id, note.id]);
  });

  it('puts a follow-up where it was done, else where it is due, else where it was made', () => {
    const done = aRecord('follow-up', {
      title: 'Done',
      status: 'done',
      due: day('2026-05-01'),
      doneAt: instant('2026-03-31T16:30:00.000Z'),
    });
    const undated = aRecord('follow-up', { title: 'Undated' });
    const history = historyOf({ ...nothing, followUps: [undated, done] });
    expect(history.map((entry) => entry.day)).toEqual(['2026-04-01', '2026-02-01']);
  });

  it('leaves out a note in which nothing is written', () => {
    expect(historyOf({ ...nothing, notes: [aNote(' \n')] })).toEqual([]);
  });

  it('keeps what is to come apart from the months', () => {
    const meetings = ['2026-03-02', '2026-03-01', '2026-02-28'].map((on) => aRecord('meeting', { day: day(on) }));
    const groups = groupsOf(historyOf({ ...nothing, meetings }), day('2026-03-01'));
    expect(groups.map(({ key, entries }) => [key, entries.length])).toEqual([
      ['upcoming', 1],
      ['2026-03', 1],
      ['2026-02', 1],
    ]);
  });
});

describe('posts', () => {
  const today = day('2026-11-22');
  const aPost = (fields: { from?: string; to?: string; isPrimary?: boolean }) =>
    aRecord('affiliation', {
      personId: nextId(),
      organisationId: nextId(),
      from: fields.from === undefined ? null : day(fields.from),
      to: fields.to === undefined ? null : day(fields.to),
      isPrimary: fields.isPrimary ?? false,
    });

  it('are over on the day they end', () => {
    expect(isHeld(aPost({ to: '2026-11-22' }), today)).toBe(false);
    expect(isHeld(aPost({ to: '2026-11-23' }), today)).toBe(true);
    expect(isHeld(aPost({}), today)).toBe(true);
  });

  it('stand with the primary first and those that are over last', () => {
    const over = aPost({ to: '2020-01-01', isPrimary: true });
    const early = aPost({ from: '2019-01-01' });
    const late = aPost({ from: '2023-01-01' });
    const primary = aPost({ from: '2010-01-01', isPrimary: true });
    expect(inOrderOfPosts([over, early, late, primary], today)).toEqual([primary, late, early, over]);
  });
});
