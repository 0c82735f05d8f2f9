import { compareUrgency, isClosed } from '@shared/domain/follow-up/rules';
import { markedLines } from '@shared/domain/note/marks';
import type { RecordOf } from '@shared/domain/records';
import type { RecordId } from '@shared/domain/values';
import type { MeetingAsks, OpenAsk } from '@shared/ipc/meeting-channels';
import { plainWords } from '@shared/markdown/plain-words';
import { failed, success } from '@shared/result';
import type { Result } from '@shared/result';
import type { Reader } from '../storage/store';

type Meeting = RecordOf<'meeting'>;
type Note = RecordOf<'note'>;
type FollowUp = RecordOf<'follow-up'>;

const mostAsks = 60;

/** What is still open with the organisations of a meeting: earlier notes, follow-ups, and projects that go on. */
export function meetingAsks(reader: Reader, id: RecordId): Result<MeetingAsks> {
  const meeting = reader.get('meeting', id);
  if (meeting === undefined) return failed({ code: 'not-found', type: 'meeting', id });
  const earlier = unique(
    meeting.organisationIds.flatMap((organisationId) => reader.naming('meeting', 'organisationIds', organisationId)),
  ).filter((other) => other.id !== id && other.day <= meeting.day);
  return success({
    asks: asksOf(reader, meeting.organisationIds, earlier),
    followUps: followUpsOf(reader, meeting, earlier),
    projects: meeting.organisationIds
      .flatMap((organisationId) => reader.naming('investment-project', 'organisationId', organisationId))
      .filter(({ standing, asks }) => standing !== 'lost' && standing !== 'won' && asks.trim() !== '')
      .map((project) => ({ id: project.id, title: project.title, asks: project.asks })),
  });
}

/** What was asked and promised, and is not settled: in the notes of these meetings and of the organisations themselves. */
export function asksOf(
  reader: Pick<Reader, 'naming'>,
  organisationIds: readonly RecordId[],
  earlier: readonly Meeting[],
): OpenAsk[] {
  const ofMeetings = [...earlier]
    .sort((one, other) => other.day.localeCompare(one.day) || (other.start ?? '').localeCompare(one.start ?? ''))
    .flatMap((other) => reader.naming('note', 'meetingId', other.id).flatMap((note) => asksIn(note, other)));
  const ofOrganisations = organisationIds
    .flatMap((organisationId) => reader.naming('note', 'organisationId', organisationId))
    .flatMap((note) => asksIn(note, null));
  return [...ofOrganisations, ...ofMeetings].slice(0, mostAsks);
}

function asksIn(note: Note, meeting: Meeting | null): OpenAsk[] {
  return note.blocks.flatMap(({ markdown }) =>
    markedLines(markdown).flatMap(({ marker, isSensitive, words }): OpenAsk[] => {
      if (marker !== 'ask' && marker !== 'theirs' && marker !== 'ours') return [];
      if (isSettled(words)) return [];
      const said = plainWords(words);
      if (said === '') return [];
      const day = meeting?.day ?? null;
      return [{ kind: marker, words: said, isSensitive, noteId: note.id, meetingId: meeting?.id ?? null, day }];
    }),
  );
}

/** Whoever wrote a line strikes it through when it is settled: it stays in the note and is asked no more. */
function isSettled(words: string): boolean {
  return /^~~(?:(?!~~).)+~~[\s.。!！]*$/su.test(words.trim());
}

function followUpsOf(reader: Reader, meeting: Meeting, earlier: readonly Meeting[]): FollowUp[] {
  const found = [
    ...meeting.organisationIds.flatMap((id) => reader.naming('follow-up', 'organisationId', id)),
    ...meeting.theirAttendeeIds.flatMap((id) => reader.naming('follow-up', 'personId', id)),
    ...[meeting, ...earlier].flatMap(({ id }) => reader.naming('follow-up', 'meetingId', id)),
  ];
  return unique(found)
    .filter((followUp) => !isClosed(followUp))
    .sort(compareUrgency);
}

function unique<T extends { readonly id: RecordId }>(records: readonly T[]): T[] {
  return [...new Map(records.map((record) => [record.id, record])).values()];
}
