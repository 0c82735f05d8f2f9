import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { keepHistory } from '@main/services/history';
import { writeNote } from '@main/services/notes';
import { createRecord, trashRecord, updateRecord } from '@main/services/records';
import type { NewFields, RecordOf } from '@shared/domain/records';
import { aTemporaryStore } from '../../../builders/store';
import type { TemporaryStore } from '../../../builders/store';
import { day, english, nextId } from '../../../builders/records';
import { valueOf } from '../../../builders/result';

const anchor = '3b1f0c2a';
let opened: TemporaryStore;
let meeting: RecordOf<'meeting'>;
let organisation: RecordOf<'organisation'>;
let ids: { noteId: string; blockId: string };
const people = { me: nextId(), ada: nextId(), chan: nextId(), adam: nextId() };

async function person(id: string, fields: NewFields<'person'>): Promise<void> {
  valueOf(await createRecord(opened.context, 'person', { side: 'ours', ...fields }, id));
}

beforeEach(async () => {
  // A Sunday noon in Hangzhou.
  opened = await aTemporaryStore('2026-03-01T04:00:00.000Z');
  const { context } = opened;
  opened = { ...opened, context: { ...context, me: () => people.me } };
  await person(people.me, { familyName: english('Officer (sample)') });
  await person(people.ada, {
    familyName: english('Lovelace'),
    givenName: english('Ada (sample)'),
    romanisation: 'Lok Ada',
  });
  await person(people.adam, { familyName: english('Smith'), givenName: english('Adam') });
  await person(people.chan, {
    familyName: { en: 'Chan', zhHant: '陳', zhHans: '陈' },
    givenName: { en: 'Tai-man', zhHant: '大文', zhHans: '大文' },
  });
  organisation = valueOf(
    await createRecord(
      opened.context,
      'organisation',
      { legalName: english('Cloud Deep (sample)'), kind: 'enterprise' },
      undefined,
    ),
  );
  meeting = valueOf(
    await createRecord(
      opened.context,
      'meeting',
      { day: day('2026-03-01'), organisationIds: [organisation.id] },
      undefined,
    ),
  );
  ids = { noteId: nextId(), blockId: nextId() };
});
afterEach(() => opened.remove());

async function write(markdown: string, into = ids): Promise<void> {
  valueOf(await writeNote(opened.context, { ...into, markdown, subject: { type: 'meeting', id: meeting.id } }));
}
const followUps = () => opened.context.store.all('follow-up');
const only = (): RecordOf<'follow-up'> => {
  expect(followUps()).toHaveLength(1);
  const [followUp] = followUps();
  if (followUp === undefined) throw new Error('No follow-up');
  return followUp;
};
const line = (words: string): string => `Opening words\n\n- [follow-up] ${words} ^${anchor}`;

describe('a follow-up line', () => {
  it('becomes a follow-up with its owner, day and links, found by its anchor', async () => {
    await write(line('@Ada send the **lease terms** by Friday'));
    expect(only()).toMatchObject({
      title: 'send the lease terms',
      ownerId: people.ada,
      due: '2026-03-06',
      status: 'open',
      noteId: ids.noteId,
      noteLine: '@Ada send the lease terms by Friday',
      meetingId: meeting.id,
      organisationId: organisation.id,
      tripId: null,
      personId: null,
    });
    expect(only().id.startsWith(anchor)).toBe(true);
  });

  it.each([
    ['@Tai-man Chan call', 'chan', 'call'],
    ['@chan tai man call', 'chan', 'call'],
    ['＠陳大文下週五致電', 'chan', '致電'],
    ['@陈大文 call', 'chan', 'call'],
    ['@Adam call', 'adam', 'call'],
    ['@lok ada, call', 'ada', 'call'],
    ['@me call', 'me', 'call'],
    ['@我 call', 'me', 'call'],
    ['call', 'me', 'call'],
    ['@Grace call', 'me', '@Grace call'],
    ['mail x@ada.com', 'me', 'mail x@ada.com'],
    ['ask [Ada\\_L](https://example.com) &amp; co', 'me', 'ask Ada_L & co'],
  ] as const)('%s is for %s', async (words, owner, title) => {
    await write(line(words));
    expect(only()).toMatchObject({ ownerId: people[owner], title });
  });

  it('without words or without an anchor makes nothing, and twice the same anchor makes one', async () => {
    await write(`[follow-up] ^${anchor}\n\n[follow-up] no anchor\n\n[ask] send it ^00000001`);
    expect(followUps()).toEqual([]);
    await write(`[follow-up] first ^${anchor}\n\n[follow-up] second ^${anchor}`);
    expect(only().title).toBe('first');
  });

  it('with more words than a title holds keeps the text whole', async () => {
    await write(line('長'.repeat(25_000)));
    expect(only().title).toHaveLength(300);
    expect(opened.context.store.get('note', ids.noteId)?.blocks[0]?.markdown).toBe(line('長'.repeat(25_000)));
  });

  it('is followed by its follow-up while it is written', async () => {
    await write(line('@A'));
    await write(line('@Ada send'));
    await write(line('@Ada send terms Fri'));
    await write(line('@Ada send terms 3/3'));
    expect(only()).toMatchObject({ title: 'send terms', ownerId: people.ada, due: '2026-03-03' });
  });

  it('leaves alone what somebody set by hand', async () => {
    await write(line('send terms Friday'));
    valueOf(
      await updateRecord(opened.context, 'follow-up', only().id, { due: day('2026-04-01'), ownerId: people.ada }),
    );
    await write(line('send all terms Monday'));
    expect(only()).toMatchObject({ title: 'send all terms', due: '2026-04-01', ownerId: people.ada });
    valueOf(await updateRecord(opened.context, 'follow-up', only().id, { title: 'Terms' }));
    await write(line('send every term Monday'));
    expect(only().title).toBe('Terms');
  });

  it('means the same Friday a week later', async () => {
    await write(line('send terms Friday'));
    opened.setClock('2026-03-09T04:00:00.000Z');
    await write(line('send the terms Friday'));
    expect(only()).toMatchObject({ title: 'send the terms', due: '2026-03-06' });
    await write(line('send the terms Thursday'));
    expect(only().due).toBe('2026-03-12');
    await write(line('send the terms'));
    expect(only().due).toBeNull();
  });

  it('that is gone takes its follow-up to the Trash, and back with it', async () => {
    await write(line('send terms'));
    const { id } = only();
    await write('Opening words');
    expect(followUps()).toEqual([]);
    await write(line('send all terms'));
    expect(only()).toMatchObject({ id, title: 'send all terms' });
  });

  it('that is gone leaves a follow-up that somebody has worked on', async () => {
    await write(line('send terms'));
    valueOf(await updateRecord(opened.context, 'follow-up', only().id, { status: 'done' }));
    await write('Opening words');
    expect(only().status).toBe('done');
  });

  it('does not bring back a follow-up that was thrown away while it stood', async () => {
    await write(line('send terms'));
    valueOf(await trashRecord(opened.context, 'follow-up', only().id));
    await write(line('send all terms'));
    expect(followUps()).toEqual([]);
  });

  it('ticked or not is not in the words', async () => {
    await write(line('send terms'));
    valueOf(await updateRecord(opened.context, 'follow-up', only().id, { status: 'done' }));
    await write(line('send the terms'));
    expect(only()).toMatchObject({ status: 'done', title: 'send the terms' });
  });

  it('copied into another note stays the follow-up of the first, and moved there goes with it', async () => {
    await write(line('send terms'));
    const other = { noteId: nextId(), blockId: nextId() };
    await write(line('send other terms'), other);
    expect(only()).toMatchObject({ title: 'send terms', noteId: ids.noteId });
    await write('Opening words');
    expect(only()).toMatchObject({ title: 'send other terms', noteId: other.noteId });
    await write(line('send moved terms'), other);
    expect(only().title).toBe('send moved terms');
    await write('x', other);
    await write(line('send it from here'));
    expect(only()).toMatchObject({ title: 'send it from here', noteId: ids.noteId });
  });

  it('is taken back together with its follow-up', async () => {
    const history = keepHistory(opened.context);
    await write('Opening words');
    opened.setClock('2026-03-01T04:30:00.000Z');
    await write(line('send terms'));
    expect(followUps()).toHaveLength(1);
    valueOf(await history.undo());
    expect(followUps()).toEqual([]);
    expect(opened.context.store.get('note', ids.noteId)?.blocks[0]?.markdown).toBe('Opening words');
    valueOf(await history.redo());
    expect(only().title).toBe('send terms');
  });

  it('keeps that it is sensitive', async () => {
    await write(`[sensitive] [follow-up] send terms ^${anchor}`);
    expect(only()).toMatchObject({ title: 'send terms', noteLine: '[sensitive] send terms' });
    await write(`[follow-up] send terms ^${anchor}`);
    expect(only().noteLine).toBe('send terms');
  });
});
