import { describe, expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { MeetingNowButton, NowPage, RoomPage } from '@renderer/features/meeting-mode';
import { instantOf, wallClockAt } from '@shared/dates';
import type { AnyRecord } from '@shared/domain/records';
import { installBridge } from '../../../../builders/fake-bridge';
import type { FakeBridge } from '../../../../builders/fake-bridge';
import { aRecord, day, english, instant, zone } from '../../../../builders/records';
import { renderScreen } from '../../../../builders/render-screen';

const trip = aRecord('trip', { title: english('Visit'), firstDay: day('2026-02-26'), lastDay: day('2026-02-27') });
const lantern = aRecord('organisation', { legalName: english('Lantern AI (sample)') });
const anna = aRecord('person', { givenName: english('Anna'), familyName: english('Wu'), honorific: 'dr' });
const boris = aRecord('person', {
  givenName: { en: 'Boris', zhHant: '大文', zhHans: '' },
  familyName: { en: 'Chan', zhHant: '陳', zhHans: '' },
});
const officer = aRecord('person', { side: 'ours', givenName: english('Officer (sample)') });

const china = zone('Asia/Shanghai');
const clock = (minutes: number) => wallClockAt(instantOf(Date.now() + minutes * 60_000), china);
const began = clock(-20);
const item = aRecord('itinerary-item', {
  tripId: trip.id,
  title: english('Meeting with Lantern AI'),
  day: began.day,
  start: began.time,
  endDay: day('2199-01-01'),
  end: began.time,
  place: english('Tower B'),
  hostOrganisationId: lantern.id,
  talkingPoints: '1. Where will they test?\n2. Listing plans',
});
const later = aRecord('itinerary-item', {
  tripId: trip.id,
  title: english('Dinner'),
  kind: 'banquet',
  day: day('2199-01-02'),
  start: began.time,
  endDay: day('2199-01-03'),
  end: began.time,
});
const meeting = aRecord('meeting', {
  tripId: trip.id,
  itineraryItemId: item.id,
  title: item.title,
  day: began.day,
  start: began.time,
  organisationIds: [lantern.id],
  theirAttendeeIds: [boris.id, anna.id],
  ourAttendeeIds: [officer.id],
});
const world: AnyRecord[] = [trip, lantern, anna, boris, officer, item, later, meeting];
const asks = { asks: [], followUps: [], projects: [] };

function open(at: string, answers: Parameters<typeof installBridge>[0] = {}): FakeBridge {
  const fake = installBridge({
    records: world,
    ...answers,
    answers: {
      'meetings:asks': () => asks,
      'meetings:open-now': () => ({ found: 'on', meeting }),
      ...answers.answers,
    },
  });
  renderScreen(
    <Routes>
      <Route path="/room" element={<NowPage />} />
      <Route path="/room/:meetingId" element={<RoomPage />} />
      <Route path="*" element={<MeetingNowButton />} />
    </Routes>,
    { at },
  );
  return fake;
}
const address = (): string | null => screen.getByLabelText('address').textContent;

describe('the way into meeting mode', () => {
  it('leads to the meeting that is on now, and Escape back to where one was', async () => {
    open('/trips');
    fireEvent.click(await screen.findByRole('button', { name: /Meeting now/ }));
    await waitFor(() => expect(address()).toBe(`/room/${meeting.id}`));
    await screen.findByRole('heading', { level: 1, name: 'Meeting with Lantern AI' });
    fireEvent.keyDown(document.body, { key: 'Escape' });
    await waitFor(() => expect(address()).toBe('/trips'));
  });

  it('says what comes next when nothing is on, and begins a meeting once though it is pressed twice', async () => {
    const begun: unknown[] = [];
    open('/room', {
      answers: {
        'meetings:open-now': () => ({
          found: 'none',
          next: {
            itineraryItemId: later.id,
            meetingId: null,
            title: later.title,
            place: later.place,
            begins: instant('2199-01-02T01:30:00.000Z'),
            zone: china,
          },
        }),
        'meetings:begin': (input) => {
          begun.push(input);
          return meeting;
        },
      },
    });
    await screen.findByText(/^Next: Dinner, .* at 09:30/);
    const button = screen.getByRole('button', { name: 'Begin a meeting now' });
    fireEvent.click(button);
    fireEvent.click(button);
    await waitFor(() => expect(address()).toBe(`/room/${meeting.id}`));
    expect(new Set(begun.map((input) => JSON.stringify(input))).size).toBe(1);
  });
});

describe('meeting mode', () => {
  it('shows who sits across in order of precedence, in both scripts, and what is to be said', async () => {
    open(`/room/${meeting.id}`);
    const theirs = await screen.findByRole('region', { name: /Across the table/ });
    const people = await within(theirs).findAllByRole('listitem');
    expect(people.map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('Boris Chan 陳大文'),
      expect.stringContaining('Dr Anna Wu'),
    ]);
    const points = screen.getByRole('region', { name: 'Talking points' });
    expect(within(points).getAllByRole('listitem')).toHaveLength(2);
    expect(screen.getByText('Elapsed')).toBeDefined();
    expect(screen.getByText(/Lantern AI \(sample\) · Tower B/)).toBeDefined();
  });

  it('shows what is open with them, and ticks a follow-up off', async () => {
    const promised = aRecord('follow-up', { title: 'Send the guide', organisationId: lantern.id });
    const fake = open(`/room/${meeting.id}`, {
      records: [...world, promised],
      answers: {
        'meetings:asks': () => ({
          asks: [
            {
              kind: 'theirs' as const,
              words: 'Send the floor plan',
              isSensitive: true,
              noteId: promised.id,
              meetingId: null,
              day: day('2026-01-10'),
            },
          ],
          followUps: [promised],
          projects: [{ id: promised.id, title: 'Base', asks: 'Talent schemes' }],
        }),
      },
    });
    const opened = await screen.findByRole('region', { name: /Open with them/ });
    await within(opened).findByText('They promised');
    expect(within(opened).getByText('10 Jan 2026 · sensitive')).toBeDefined();
    expect(within(opened).getByText('Talent schemes')).toBeDefined();
    fireEvent.click(within(opened).getByRole('checkbox', { name: 'Mark “Send the guide” as done' }));
    await waitFor(() =>
      expect(fake.callsOf('follow-ups:update')).toEqual([{ id: promised.id, patch: { status: 'done' } }]),
    );
  });

  it('goes to the next meeting by key and makes its record from the programme', async () => {
    const dinner = aRecord('meeting', {
      tripId: trip.id,
      itineraryItemId: later.id,
      title: later.title,
      day: later.day,
    });
    const fake = open(`/room/${meeting.id}`, {
      records: [...world],
      answers: {
        'meetings:open-for-item': () => {
          fake.records.set(dinner.id, dinner);
          return dinner;
        },
      },
    });
    await waitFor(() =>
      expect(screen.getByRole('button', { name: /^Next meeting: .* Dinner/ })).toHaveProperty('disabled', false),
    );
    fireEvent.keyDown(window, { key: 'PageDown', ctrlKey: true });
    await waitFor(() => expect(address()).toBe(`/room/${dinner.id}`));
    expect(fake.callsOf('meetings:open-for-item')).toEqual([{ itineraryItemId: later.id }]);
  });

  it('stays when Escape ends a composition, and asks for a second one from the midst of writing', async () => {
    open(`/room/${meeting.id}`);
    const note = await screen.findByRole('textbox', { name: 'Your notes' });
    const writing = document.createElement('input');
    note.parentElement?.append(writing);
    fireEvent.keyDown(writing, { key: 'Escape', isComposing: true });
    fireEvent.keyDown(writing, { key: 'Escape', isComposing: true });
    fireEvent.keyDown(writing, { key: 'Escape' });
    fireEvent.keyDown(writing, { key: 'a' });
    fireEvent.keyDown(writing, { key: 'Escape' });
    await screen.findAllByText(/Press Esc once more/);
    expect(address()).toBe(`/room/${meeting.id}`);
    fireEvent.keyDown(writing, { key: 'Escape' });
    await waitFor(() => expect(address()).toBe(`/meetings/${meeting.id}`));
  });
});
