import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { outlineOf } from '@main/storage/travel/outline';
import { wholeTrip } from '@main/storage/travel/whole-trip';
import { jsonOf } from '@main/storage/records/stored-record';
import { idsAt, relations } from '@shared/domain/relations';
import type { AnyRecord, RecordType } from '@shared/domain/records';
import { aRecord, day, english, instant, time } from '../../../builders/records';

const officer = '11111111-1111-4111-8111-111111111111';
const planted = 'PLANTED AT HOME';

function idOf(kind: string, index: number): string {
  return `${kind}0000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
}

const people = 6;
const organisations = 5;
const meetings = 6;
const attachments = 6;
const index = (count: number) => fc.nat(count - 1);
const maybe = (count: number) => fc.option(index(count));
const trips = 3;

const shape = fc.record({
  items: fc.array(
    fc.record({ trip: index(trips), host: maybe(organisations), contacts: fc.array(index(people), { maxLength: 3 }) }),
    { maxLength: 5 },
  ),
  meetings: fc.array(
    fc.record({
      ...{ trip: maybe(trips), item: maybe(5), hosts: fc.array(index(organisations), { maxLength: 2 }) },
      ...{ theirs: fc.array(index(people), { maxLength: 3 }), isTrashed: fc.boolean() },
    }),
    { minLength: meetings, maxLength: meetings },
  ),
  notes: fc.array(
    fc.record({
      about: fc.constantFrom('meetingId', 'organisationId', 'personId', 'tripId'),
      of: fc.nat(30),
      author: index(people),
    }),
    { maxLength: 10 },
  ),
  tasks: fc.array(
    fc.record({
      ...{ trip: maybe(trips), meeting: maybe(meetings), note: maybe(10), project: maybe(3) },
      ...{ organisation: maybe(organisations), person: maybe(people) },
    }),
    { maxLength: 8 },
  ),
  projects: fc.array(index(organisations), { minLength: 3, maxLength: 3 }),
  posts: fc.array(fc.record({ person: index(people), organisation: index(organisations) }), { maxLength: 8 }),
  parents: fc.array(maybe(organisations), { minLength: organisations, maxLength: organisations }),
  managers: fc.array(maybe(people), { minLength: organisations, maxLength: organisations }),
  pictures: fc.array(fc.record({ photograph: maybe(attachments), card: maybe(attachments) }), {
    minLength: people,
    maxLength: people,
  }),
  files: fc.array(
    fc.record({
      trip: maybe(trips),
      meeting: maybe(meetings),
      organisation: maybe(organisations),
      person: maybe(people),
    }),
    { minLength: attachments, maxLength: attachments },
  ),
});
type Shape = typeof shape extends fc.Arbitrary<infer S> ? S : never;

const at = (kind: string, value: number | null): string | null => (value === null ? null : idOf(kind, value));

/** The records of a store in which everything may name everything. Trip 0 is the one that is taken. */
function recordsOf(world: Shape): AnyRecord[] {
  const gone = { deletedAt: instant('2026-02-02T00:00:00.000Z') };
  const dates = { firstDay: day('2026-03-02'), lastDay: day('2026-03-04') };
  const organisation = (each: number) => idOf('a', each);
  const person = (each: number) => idOf('b', each);
  const note = ({ about, of, author }: Shape['notes'][number]): { [field: string]: unknown } => {
    const subjects = { meetingId: idOf('d', of % meetings), organisationId: organisation(of % organisations) };
    const id = { ...subjects, personId: person(of % people), tripId: idOf('c', of % trips) }[about];
    const isHome = about !== 'meetingId' && id !== idOf('c', 0);
    const markdown = isHome || isOther(world, id) ? planted : 'said on the road';
    const block = { id: officer, authorId: person(author), begunAt: instant('2026-03-02T00:00:00.000Z'), markdown };
    return { [about]: id, blocks: [block] };
  };
  return [
    aRecord('person', { side: 'ours', familyName: english('Officer') }, { id: officer }),
    ...Array.from({ length: trips }, (_, each) =>
      aRecord('trip', { title: english(`Trip ${each}`), ...dates }, { id: idOf('c', each) }),
    ),
    ...world.pictures.map(({ photograph, card }, each) =>
      aRecord(
        'person',
        {
          familyName: english('P'),
          photographId: at('f', photograph),
          cardImageIds: card === null ? [] : [idOf('f', card)],
        },
        { id: person(each) },
      ),
    ),
    ...world.parents.map((parent, each) =>
      aRecord(
        'organisation',
        { legalName: english('O'), parentId: at('a', parent), accountManagerId: at('b', world.managers[each] ?? null) },
        { id: organisation(each) },
      ),
    ),
    ...world.posts.map((post) =>
      aRecord('affiliation', { personId: person(post.person), organisationId: organisation(post.organisation) }),
    ),
    ...world.projects.map((of, each) =>
      aRecord('investment-project', { organisationId: organisation(of), title: 'I' }, { id: idOf('9', each) }),
    ),
    ...world.items.map(({ trip, host, contacts }, each) =>
      aRecord(
        'itinerary-item',
        {
          ...{
            tripId: idOf('c', trip),
            title: english('V'),
            day: day('2026-03-02'),
            start: time('09:00'),
            end: time('10:00'),
          },
          ...{ hostOrganisationId: at('a', host), hostContactIds: contacts.map(person) },
        },
        { id: idOf('e', each) },
      ),
    ),
    ...world.meetings.map(({ trip, item, hosts, theirs, isTrashed }, each) =>
      aRecord(
        'meeting',
        {
          ...{ tripId: at('c', trip), itineraryItemId: at('e', item), day: day('2026-03-02') },
          ...{ organisationIds: hosts.map(organisation), theirAttendeeIds: theirs.map(person) },
        },
        { id: idOf('d', each), ...(isTrashed && gone) },
      ),
    ),
    ...world.notes.map((each, number) => aRecord('note', note(each) as never, { id: idOf('8', number) })),
    ...world.tasks.map(({ trip, meeting, note: from, project, organisation: of, person: who }) =>
      aRecord('follow-up', {
        ...{
          title: 'T',
          tripId: at('c', trip),
          meetingId: at('d', meeting),
          noteId: at('8', from),
          projectId: at('9', project),
        },
        ...{ organisationId: at('a', of), personId: at('b', who) },
      }),
    ),
    ...world.files.map(({ trip, meeting, organisation: of, person: who }, each) =>
      aRecord(
        'attachment',
        {
          ...{
            sha256: String(each).repeat(64),
            name: 'F',
            size: 1,
            tripId: at('c', trip),
            meetingId: at('d', meeting),
          },
          ...{ organisationId: at('a', of), personId: at('b', who) },
        },
        { id: idOf('f', each) },
      ),
    ),
  ];
}

/** A meeting that is no meeting of the trip that is taken. */
function isOther({ meetings: all }: Shape, id: string): boolean {
  const number = all.findIndex((_, each) => idOf('d', each) === id);
  return number >= 0 && all[number]?.trip !== 0;
}

async function taken(records: readonly AnyRecord[]): Promise<AnyRecord[]> {
  const sync = { anc: [], seq: 1, own: true, sh: false };
  const outline = await outlineOf(records.map((record) => jsonOf({ record, sync })));
  const keys = new Set([...wholeTrip(outline, idOf('c', 0), officer)].map(({ key }) => key));
  return records.filter(({ type, id }) => keys.has(`${type}:${id}`));
}

const followed: readonly RecordType[] = ['person', 'organisation', 'attachment', 'investment-project'];

describe('what goes along with a trip', () => {
  it('names nothing that is missing, but for what stays at home with what it belongs to', async () => {
    await fc.assert(
      fc.asyncProperty(shape, async (world) => {
        const all = recordsOf(world);
        const going = await taken(all);
        const ids = new Set(going.map(({ id }) => id));
        const belongsElsewhere = (id: string): boolean => {
          const file = all.find((record) => record.id === id);
          if (file?.type !== 'attachment') return false;
          return [file.tripId, file.meetingId].some((whole) => whole !== null && !ids.has(whole));
        };
        for (const record of going) {
          for (const { field, to } of relations.filter(({ from }) => from === record.type)) {
            for (const id of idsAt(record, field)) {
              const isThere = all.some((each) => each.id === id);
              const mayStay = !followed.includes(to) || belongsElsewhere(id);
              expect(ids.has(id) || !isThere || mayStay).toBe(true);
            }
          }
        }
      }),
    );
  });

  it('has every part of the trip, and no part and no word of another', async () => {
    await fc.assert(
      fc.asyncProperty(shape, async (world) => {
        const all = recordsOf(world);
        const going = await taken(all);
        const ids = new Set(going.map(({ id }) => id));
        for (const record of all) {
          if (record.type === 'trip') expect(ids.has(record.id)).toBe(record.id === idOf('c', 0));
          if (record.type === 'itinerary-item' || record.type === 'meeting') {
            expect(ids.has(record.id)).toBe(record.tripId === idOf('c', 0));
          }
          if (record.type === 'note') {
            const isOfMeeting = record.meetingId !== null && ids.has(record.meetingId);
            expect(ids.has(record.id)).toBe(isOfMeeting || record.tripId === idOf('c', 0));
          }
        }
        expect(JSON.stringify(going)).not.toContain(planted);
      }),
    );
  });
});
