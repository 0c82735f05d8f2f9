import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { addAttachment } from '@main/services/attachments';
import { capturePerson } from '@main/services/capture';
import { keepHistory } from '@main/services/history';
import type { CapturedFields } from '@shared/ipc/meeting-channels';
import { success } from '@shared/result';
import { day, english, nextId } from '../../../builders/records';
import { valueOf } from '../../../builders/result';
import { aTemporaryStore } from '../../../builders/store';
import type { TemporaryStore } from '../../../builders/store';

const said: CapturedFields = {
  chineseName: '陳大文',
  latinName: 'David Chan',
  honorific: 'dr',
  post: 'CTO',
  organisation: '雲深科技 Cloud Deep',
  phones: ['138 0000 0000'],
  emails: [],
  wechatId: 'dwchan',
  remarks: 'likes tea',
};

let temporary: TemporaryStore;
let meetingId: string;
let first: string;
beforeEach(async () => {
  temporary = await aTemporaryStore();
  meetingId = nextId();
  first = nextId();
  const { context } = temporary;
  valueOf(
    await context.store.transact({ by: context.me(), verb: 'import', type: 'meeting' }, (tx) => {
      tx.create('person', { givenName: english('Anna (sample)') }, first);
      tx.create('meeting', { day: day('2026-02-26'), theirAttendeeIds: [first] }, meetingId);
    }),
  );
});
afterEach(() => temporary.remove());

const capture = (more: Partial<Parameters<typeof capturePerson>[1]> = {}) =>
  capturePerson(temporary.context, { personId: nextId(), isKnown: false, meetingId, fields: said, ...more });

describe('writing somebody down', () => {
  it('makes person, post, organisation and attendance in one step, which one undo takes back', async () => {
    const { store } = temporary.context;
    const history = keepHistory(temporary.context);
    const { personId, organisationId } = valueOf(await capture());
    expect(store.get('person', personId)).toMatchObject({
      side: 'theirs',
      familyName: { en: 'Chan', zhHant: '陳' },
      givenName: { en: 'David', zhHant: '大文' },
      honorific: 'dr',
      phones: ['138 0000 0000'],
      wechatId: 'dwchan',
      remarks: 'likes tea',
    });
    expect(store.get('organisation', organisationId ?? '')?.legalName).toEqual({
      en: 'Cloud Deep',
      zhHant: '雲深科技',
      zhHans: '',
    });
    expect(store.naming('affiliation', 'personId', personId)).toEqual([
      expect.objectContaining({ organisationId, jobTitle: english('CTO'), isPrimary: true }),
    ]);
    expect(store.get('meeting', meetingId)).toMatchObject({
      theirAttendeeIds: [first, personId],
      organisationIds: [organisationId],
    });

    valueOf(await history.undo());
    expect(store.all('person').map(({ id }) => id)).toEqual([first]);
    expect(store.all('organisation')).toEqual([]);
    expect(store.all('affiliation')).toEqual([]);
    expect(store.get('meeting', meetingId)).toMatchObject({ theirAttendeeIds: [first], organisationIds: [] });
  });

  it('is one step together with the photographs of the card', async () => {
    const { context } = temporary;
    const history = keepHistory(context);
    const personId = nextId();
    valueOf(await capture({ personId }));
    // Of the files beside the store only their being put away matters here.
    const blobs = { put: () => Promise.resolve(success('a'.repeat(64))) } as never;
    const card = { subject: { type: 'person' as const, id: personId }, name: 'card.png', mime: 'image/png' };
    const file = { ...card, bytes: new Uint8Array([1, 2, 3]) };
    valueOf(await addAttachment(context, blobs, file, { run: `add-files:${personId}`, as: 'card' }));
    expect(context.store.get('person', personId)?.cardImageIds).toHaveLength(1);
    valueOf(await history.undo());
    expect(context.store.all('attachment')).toEqual([]);
    expect(context.store.all('person').map(({ id }) => id)).toEqual([first]);
  });

  it('sent twice makes one person', async () => {
    const personId = nextId();
    await Promise.all([capture({ personId }), capture({ personId })]);
    const { store } = temporary.context;
    expect(store.all('person')).toHaveLength(2);
    expect(store.all('organisation')).toHaveLength(1);
    expect(store.all('affiliation')).toHaveLength(1);
    expect(store.get('meeting', meetingId)?.theirAttendeeIds).toEqual([first, personId]);
  });

  it('keeps nothing when one part of it cannot be', async () => {
    const answer = await capture({ fields: { ...said, chineseName: '', latinName: '' } });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
    expect(temporary.context.store.all('organisation')).toEqual([]);
    expect(temporary.context.store.get('meeting', meetingId)?.theirAttendeeIds).toEqual([first]);
  });

  it('takes an organisation that is known by another of its names', async () => {
    const { context } = temporary;
    const organisationId = nextId();
    valueOf(
      await context.store.transact({ by: context.me(), verb: 'import', type: 'organisation' }, (tx) => {
        tx.create('organisation', { legalName: english('Cloud Deep Ltd'), shortNames: ['雲深科技'] }, organisationId);
      }),
    );
    expect(valueOf(await capture()).organisationId).toBe(organisationId);
    expect(context.store.all('organisation')).toHaveLength(1);
  });

  it('keeps a post without an organisation in the remarks', async () => {
    const { personId } = valueOf(await capture({ fields: { ...said, organisation: '' }, meetingId: null }));
    expect(temporary.context.store.get('person', personId)?.remarks).toBe('likes tea\nCTO');
  });

  it('adds to somebody who is known what was missing, and changes nothing that was there', async () => {
    const { personId } = valueOf(await capture());
    const more = {
      ...said,
      latinName: 'Dave',
      phones: ['+86 13800000000', '9123 4567'],
      wechatId: 'other',
      remarks: '',
    };
    valueOf(await capture({ personId, isKnown: true, fields: more }));
    const { store } = temporary.context;
    expect(store.get('person', personId)).toMatchObject({
      familyName: { en: 'Chan' },
      givenName: { en: 'David' },
      phones: ['138 0000 0000', '9123 4567'],
      wechatId: 'dwchan',
      remarks: 'likes tea\nother',
    });
    expect(store.all('affiliation')).toHaveLength(1);
    expect(store.get('meeting', meetingId)?.theirAttendeeIds).toEqual([first, personId]);
  });
});
