import { wallClockAt, timeZoneHere } from '@shared/dates';
import type { CalendarDate, Instant, TimeZone } from '@shared/dates';
import { markedLines, writeLine } from '@shared/domain/note/marks';
import { definitions } from '@shared/domain/records';
import type { Patch, RecordOf } from '@shared/domain/records';
import type { RecordId } from '@shared/domain/values';
import type { Transaction } from '../storage/store';
import type { ServiceContext } from './context';
import { readFollowUp } from './follow-up-words';
import type { SaidFollowUp, Writing } from './follow-up-words';

type Note = RecordOf<'note'>;
type FollowUp = RecordOf<'follow-up'>;
type Blocks = Note['blocks'];

/** What each follow-up line says, by its anchor; an anchor that was copied counts where it stands first. */
function linesIn(blocks: Blocks): Map<string, string> {
  const lines = new Map<string, string>();
  for (const block of blocks) {
    if (!block.markdown.includes('^')) continue;
    for (const { anchor, isSensitive, words } of markedLines(block.markdown)) {
      const line = { marker: null, anchor: null, isSensitive, words };
      if (anchor !== null && !lines.has(anchor)) lines.set(anchor, writeLine(line));
    }
  }
  return lines;
}

/**
 * Makes the follow-ups say what the lines of a note say, in the transaction that writes them. A field follows its line
 * only while it says what the line said before: what somebody set by hand stays. A follow-up whose line is gone goes to
 * the Trash unless somebody has worked on it, and comes back with its line.
 */
export function followLines(context: ServiceContext, tx: Transaction, note: Note, before: Blocks): void {
  const [was, is] = [linesIn(before), linesIn(note.blocks)];
  const changed = [...new Set([...was.keys(), ...is.keys()])].filter((anchor) => was.get(anchor) !== is.get(anchor));
  if (changed.length === 0) return;
  const zone = zoneOf(tx, note);
  const ours = tx.all('person').filter((person) => person.side === 'ours');
  const writing: Writing = { me: context.me(), ours, today: dayIn(zone, context.now()) };
  for (const anchor of changed) {
    const followUp = followUpAt(tx, anchor);
    const [wordsBefore, words] = [was.get(anchor), is.get(anchor)];
    const said = words === undefined ? null : readFollowUp(words, writing);
    if (followUp === undefined) {
      if (said !== null) make(context, tx, note, anchor, said);
      continue;
    }
    // What a newer Attaché wrote is shown and never changed; a line copied into another note is that note's follow-up.
    if (followUp.schema > definitions['follow-up'].schema) continue;
    if (followUp.noteId !== note.id && !isLeftBehind(tx, followUp, anchor)) continue;
    const line = { note, followUp, zone, writing };
    if (words === undefined) {
      const other = noteWith(tx, anchor, note.id);
      if (other !== undefined) {
        const copied = readFollowUp(linesIn(other.blocks).get(anchor) ?? '', writing);
        update(tx, { ...line, note: other }, wordsBefore ?? '', copied);
      } else if (!isWorkedOn(line, wordsBefore ?? '')) tx.trash('follow-up', followUp.id);
    } else if (wordsBefore === undefined && followUp.deletedAt !== null) {
      tx.restore('follow-up', followUp.id);
      update(tx, line, followUp.noteLine, said);
    } else if (followUp.deletedAt === null) {
      update(tx, line, wordsBefore ?? followUp.noteLine, said);
    }
  }
}

interface FollowedLine {
  readonly note: Note;
  readonly followUp: FollowUp;
  readonly zone: TimeZone;
  readonly writing: Writing;
}

/** The follow-up whose id begins with the anchor. */
function followUpAt(tx: Transaction, anchor: string): FollowUp | undefined {
  const isIt = (followUp: FollowUp): boolean => followUp.id.startsWith(anchor);
  return tx.all('follow-up').find(isIt) ?? tx.trashed('follow-up').find(isIt);
}

/** Whether the note that a follow-up came from no longer has its line: then the line was moved here. */
function isLeftBehind(tx: Transaction, { noteId }: FollowUp, anchor: string): boolean {
  const source = noteId === null ? undefined : tx.get('note', noteId);
  return source === undefined || source.deletedAt !== null || !linesIn(source.blocks).has(anchor);
}

/** Another note that has the line: it was copied there before it was taken away here. */
function noteWith(tx: Transaction, anchor: string, exceptId: RecordId): Note | undefined {
  const sign = `^${anchor}`;
  return tx
    .all('note')
    .filter((note) => note.id !== exceptId && note.blocks.some(({ markdown }) => markdown.includes(sign)))
    .find((note) => linesIn(note.blocks).has(anchor));
}

function make(context: ServiceContext, tx: Transaction, note: Note, anchor: string, said: SaidFollowUp): void {
  const { title, ownerId, due, line } = said;
  const fields = { title, ownerId, due, noteLine: line, noteId: note.id, ...linksOf(tx, note) };
  tx.create('follow-up', fields, `${anchor}${context.newId().slice(anchor.length)}`);
}

function update(tx: Transaction, line: FollowedLine, wordsBefore: string, said: SaidFollowUp | null): void {
  // A line that is empty for a moment, while it is written anew, says nothing.
  if (said === null) return;
  const { note, followUp } = line;
  const before = readFollowUp(wordsBefore, line.writing);
  const patch: Patch<'follow-up'> = { noteLine: said.line };
  if (before === null || followUp.title === before.title) patch.title = said.title;
  if (before === null || followUp.ownerId === before.ownerId) patch.ownerId = said.ownerId;
  // The same words mean another day a week later: only other words say something new.
  if (said.dueWords !== (before?.dueWords ?? '') && daysSaid(line, wordsBefore).has(followUp.due)) patch.due = said.due;
  if (followUp.noteId !== note.id) Object.assign(patch, linksOf(tx, note), { noteId: note.id });
  tx.update('follow-up', followUp.id, patch);
}

/** Every day that the words could have meant when the line was written or changed. */
function daysSaid({ note, followUp, zone, writing }: FollowedLine, words: string): Set<CalendarDate | null> {
  const moments = [followUp.createdAt, followUp.updatedAt, note.updatedAt].map((moment) => dayIn(zone, moment));
  return new Set([...moments, writing.today].map((today) => readFollowUp(words, { ...writing, today })?.due ?? null));
}

/** Somebody has done more with a follow-up than write its line. */
function isWorkedOn(line: FollowedLine, words: string): boolean {
  const { followUp, writing } = line;
  const said = readFollowUp(words, writing);
  const { title, ownerId, status, detail, remindOn, priority, projectId, referredTo, classification } = followUp;
  if (said === null) return false;
  return (
    title !== said.title ||
    ownerId !== said.ownerId ||
    !daysSaid(line, words).has(followUp.due) ||
    status !== 'open' ||
    detail !== '' ||
    remindOn !== null ||
    priority !== 'normal' ||
    projectId !== null ||
    referredTo !== '' ||
    classification !== 'unclassified'
  );
}

type Links = Pick<FollowUp, 'tripId' | 'meetingId' | 'organisationId' | 'personId'>;

/** What a note's follow-ups are linked to: a meeting brings its trip and its first organisation along. */
function linksOf(tx: Transaction, { tripId, meetingId, organisationId, personId }: Note): Links {
  const meeting = meetingId === null ? undefined : tx.get('meeting', meetingId);
  const known = (type: 'trip' | 'organisation', id: RecordId | null | undefined): RecordId | null =>
    id === null || id === undefined || tx.get(type, id) === undefined ? null : id;
  return {
    tripId: known('trip', tripId ?? meeting?.tripId),
    meetingId,
    organisationId: known('organisation', organisationId ?? meeting?.organisationIds[0]),
    personId,
  };
}

/** The clock of the place that is written about; of what has no place, this machine's. */
function zoneOf(tx: Transaction, { meetingId, tripId }: Note): TimeZone {
  const meeting = meetingId === null ? undefined : tx.get('meeting', meetingId);
  const trip = tripId === null ? undefined : tx.get('trip', tripId);
  return meeting?.zone ?? trip?.cities[0]?.zone ?? timeZoneHere();
}

function dayIn(zone: TimeZone, moment: Instant): CalendarDate {
  return wallClockAt(moment, zone).day;
}
