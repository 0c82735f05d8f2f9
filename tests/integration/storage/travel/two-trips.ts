import { createHash } from 'node:crypto';
import type { OpenedStore } from '@main/storage/open-store';
import type { CalendarDate } from '@shared/dates';
import type { RecordId } from '@shared/domain/values';
import { english } from '../../../builders/records';
import { intent, officer, tripFields, valueOf } from '../opened';

/** Words that stand in what must stay at home. */
export const homeWord = 'PLANTED-AT-HOME 留在辦公室';
/** Words that stand in what goes along. */
export const roadWord = 'PLANTED-FOR-THE-ROAD 帶上路';

export interface TwoTrips {
  readonly tripId: RecordId;
  readonly otherId: RecordId;
  readonly noteId: RecordId;
  /** Of the trip's photograph and of the host's business card. */
  readonly going: readonly string[];
  /** Of a photograph of the other trip, which is also the host's picture. */
  readonly staying: string;
}

export const photograph = Buffer.from(`a photograph of the trip ${roadWord}`);
export const card = Buffer.from('a business card');
export const otherPhotograph = Buffer.from(`a photograph of another trip ${homeWord}`);

/** A store in which one trip is to be taken, and everything that may be mistaken for a part of it. */
export async function withTwoTrips({ store, blobs }: OpenedStore): Promise<TwoTrips> {
  for (const bytes of [photograph, card, otherPhotograph]) valueOf(await blobs.put(bytes));
  const file = (bytes: Buffer) => ({ sha256: hash(bytes), name: 'picture.jpg', size: bytes.length });
  const day = '2026-03-02' as CalendarDate;
  const made = await store.transact({ ...intent, verb: 'import' }, (tx) => {
    tx.create('person', { side: 'ours', familyName: english('Officer') }, officer);
    const colleague = tx.create('person', { side: 'ours', familyName: english('Colleague') });
    const parent = tx.create('organisation', { legalName: english('Parent (sample)'), accountManagerId: colleague.id });
    const host = tx.create('organisation', { legalName: english('Host (sample)'), parentId: parent.id });
    const earlier = tx.create('organisation', { legalName: english('Earlier (sample)') });
    const founder = tx.create('person', { familyName: english('Founder') });
    tx.create('affiliation', { personId: founder.id, organisationId: host.id, jobTitle: english('Founder') });
    tx.create('affiliation', { personId: founder.id, organisationId: earlier.id, jobTitle: english('Engineer') });
    const project = tx.create('investment-project', { organisationId: host.id, title: 'A new laboratory (sample)' });
    const cardRecord = tx.create('attachment', { ...file(card), personId: founder.id });

    const trip = tx.create('trip', { ...tripFields('Taken (sample)'), purpose: roadWord });
    tx.create('delegation-member', { tripId: trip.id, personId: officer, precedence: 1 });
    const item = tx.create('itinerary-item', {
      ...{ tripId: trip.id, title: english('Visit'), day, start: '09:00' as never, end: '10:00' as never },
      ...{ hostOrganisationId: host.id, hostContactIds: [founder.id] },
    });
    const meeting = tx.create('meeting', {
      tripId: trip.id,
      itineraryItemId: item.id,
      day,
      organisationIds: [host.id],
    });
    const block = (markdown: string) => [{ id: trip.id, authorId: colleague.id, begunAt: trip.createdAt, markdown }];
    const note = tx.create('note', { meetingId: meeting.id, blocks: block(roadWord) });
    tx.create('attachment', { ...file(photograph), meetingId: meeting.id });
    const trashed = tx.create('note', { tripId: trip.id, blocks: block(`${roadWord} in the Trash`) });
    tx.trash('note', trashed.id);
    tx.create('follow-up', { title: 'Of no trip', meetingId: meeting.id });

    const other = tx.create('trip', { ...tripFields('Other'), purpose: homeWord });
    const otherMeeting = tx.create('meeting', { tripId: other.id, day, outcome: homeWord, organisationIds: [host.id] });
    const otherNote = tx.create('note', { meetingId: otherMeeting.id, blocks: block(homeWord) });
    tx.create('note', { organisationId: host.id, blocks: block(`${homeWord} about the host`) });
    tx.create('note', { personId: founder.id, blocks: block(`${homeWord} about the founder`) });
    tx.create('person', { familyName: english('Nobody'), remarks: homeWord });
    tx.create('organisation', { legalName: english('Unrelated'), profile: homeWord });
    const taken = tx.create('attachment', { ...file(otherPhotograph), caption: homeWord, meetingId: otherMeeting.id });
    tx.update('person', founder.id, { photographId: taken.id, cardImageIds: [cardRecord.id] });
    // A task of this trip that came out of what was said on another one.
    tx.create('follow-up', {
      ...{ title: 'Of the trip', tripId: trip.id, meetingId: otherMeeting.id, noteId: otherNote.id },
      ...{ projectId: project.id, ownerId: colleague.id, personId: founder.id },
    });
    return { tripId: trip.id, otherId: other.id, noteId: note.id };
  });
  return { ...valueOf(made), going: [hash(photograph), hash(card)], staying: hash(otherPhotograph) };
}

function hash(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
