import { describe, expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { TodayPage } from '@renderer/features/today';
import { instantOf, wallClockAt } from '@shared/dates';
import type { AnyRecord, NewFields } from '@shared/domain/records';
import { installBridge } from '../../../../builders/fake-bridge';
import type { FakeBridge } from '../../../../builders/fake-bridge';
import { aRecord, english, zone } from '../../../../builders/records';
import { renderScreen } from '../../../../builders/render-screen';

const china = zone('Asia/Shanghai');
const clock = (minutes: number) => wallClockAt(instantOf(Date.now() + minutes * 60_000), china);
const trip = aRecord('trip', {
  title: english('Visit'),
  firstDay: clock(-2 * 1440).day,
  lastDay: clock(2 * 1440).day,
});

function item(title: string, from: number, to: number, more: Partial<NewFields<'itinerary-item'>> = {}) {
  const [begins, ends] = [clock(from), clock(to)];
  return aRecord('itinerary-item', {
    tripId: trip.id,
    title: english(title),
    day: begins.day,
    start: begins.time,
    endDay: ends.day === begins.day ? null : ends.day,
    end: ends.time,
    zone: china,
    ...more,
  });
}

const running = item('Meeting with Lantern AI', -20, 40, { place: english('Tower B') });
const next = item('Dinner', 300, 400, { kind: 'banquet' });
const missed = item('Visit to the park', -300, -200);

function open(records: AnyRecord[] = [], answers: Parameters<typeof installBridge>[0] = {}): FakeBridge {
  const fake = installBridge({ records: [trip, running, next, missed, ...records], ...answers });
  renderScreen(<TodayPage />);
  return fake;
}

describe('Today during a trip', () => {
  it('says what is on and what comes next, when and where, and opens what is on', async () => {
    const meeting = aRecord('meeting', { tripId: trip.id, itineraryItemId: running.id, day: running.day });
    const fake = open([], { answers: { 'meetings:open-for-item': () => meeting } });
    await screen.findByText('On now');
    expect(screen.getAllByText('Meeting with Lantern AI').length).toBeGreaterThan(1);
    expect(screen.getByText(/in 5 h 0 min/)).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: /^Open the meeting/ }));
    await waitFor(() => expect(screen.getByLabelText('address').textContent).toBe(`/room/${meeting.id}`));
    expect(fake.callsOf('meetings:open-for-item')).toEqual([{ itineraryItemId: running.id }]);
  });

  it('lists what is unfinished: drafts, what nobody wrote down, and people without details', async () => {
    const stranger = aRecord('person', { givenName: english('Anna'), familyName: english('Wu') });
    const draft = aRecord('meeting', {
      tripId: trip.id,
      title: english('A call'),
      day: clock(-1440).day,
      theirAttendeeIds: [stranger.id],
    });
    open([draft, stranger]);
    const notes = await screen.findByRole('region', { name: 'Notes to finish' });
    await within(notes).findByRole('button', { name: 'Visit to the park' });
    expect(within(notes).getByRole('link', { name: 'A call' })).toBeDefined();
    const people = await screen.findByRole('region', { name: 'People to complete' });
    expect(within(people).getByRole('link', { name: 'Anna Wu' })).toBeDefined();
    expect(within(people).getByText('No organisation · No phone, e-mail or WeChat')).toBeDefined();
  });

  it('waits with a draft until its meeting has ended', async () => {
    const noteOf = (of: typeof running, title: string) =>
      aRecord('meeting', { tripId: trip.id, itineraryItemId: of.id, day: of.day, title: english(title) });
    open([noteOf(missed, 'The park'), noteOf(running, 'Still talking')]);
    const notes = await screen.findByRole('region', { name: 'Notes to finish' });
    await within(notes).findByRole('link', { name: 'The park' });
    await waitFor(() => expect(within(notes).queryByRole('link', { name: 'Still talking' })).toBeNull());
  });

  it('has nothing to say about what is on where nothing was planned', async () => {
    installBridge({ records: [trip] });
    renderScreen(<TodayPage />);
    await screen.findByText('The programme is empty.');
    expect(screen.queryByText('On now')).toBeNull();
    expect(screen.queryByText('Nothing is on now')).toBeNull();
  });
});
