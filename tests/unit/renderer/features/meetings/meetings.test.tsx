import { describe, expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { MeetingPage, NewMeetingDrawer, TripMeetings } from '@renderer/features/meetings';
import type { AnyRecord } from '@shared/domain/records';
import { failed } from '@shared/result';
import { installBridge } from '../../../../builders/fake-bridge';
import type { FakeBridge } from '../../../../builders/fake-bridge';
import { aRecord, day, english, nextId, time } from '../../../../builders/records';
import { renderScreen } from '../../../../builders/render-screen';

const trip = aRecord('trip', { title: english('Visit'), firstDay: day('2026-02-26'), lastDay: day('2026-02-27') });
const organisation = aRecord('organisation', { legalName: english('Lantern AI (sample)') });
const anna = aRecord('person', { side: 'theirs', givenName: english('Anna (sample)') });
const boris = aRecord('person', { side: 'theirs', givenName: english('Boris (sample)') });

const meeting = aRecord('meeting', {
  tripId: trip.id,
  title: english('Lunch talk'),
  day: day('2026-02-26'),
  start: time('09:30'),
  end: time('11:00'),
  organisationIds: [organisation.id],
  theirAttendeeIds: [anna.id, boris.id],
});
const item = (title: string, fields: Partial<Parameters<typeof aRecord<'itinerary-item'>>[1]> = {}) =>
  aRecord('itinerary-item', {
    tripId: trip.id,
    title: english(title),
    day: day('2026-02-26'),
    start: time('15:00'),
    end: time('16:00'),
    ...fields,
  });

function openPage(records: AnyRecord[] = [], answers: Parameters<typeof installBridge>[0] = {}): FakeBridge {
  const fake = installBridge({ records: [trip, organisation, anna, boris, meeting, ...records], ...answers });
  renderScreen(
    <Routes>
      <Route path="/meetings/:meetingId" element={<MeetingPage />} />
      <Route path="*" element={null} />
    </Routes>,
    { at: `/meetings/${meeting.id}` },
  );
  return fake;
}

describe('the meetings of a trip', () => {
  it('lists what was written and what the programme still waits for, in the order of time', async () => {
    const written = item('Written already', { start: time('08:00'), end: time('09:00') });
    const records = [
      trip,
      { ...meeting, itineraryItemId: written.id },
      written,
      item('Not yet'),
      item('A train', { kind: 'transport' }),
      item('Called off', { status: 'cancelled' }),
    ];
    installBridge({ records });
    renderScreen(<TripMeetings tripId={trip.id} />);
    await screen.findByText('Not yet');
    const rows = screen.getAllByRole('row').slice(1);
    expect(rows).toHaveLength(2);
    expect(within(rows[0]!).getByText('Lunch talk')).toBeDefined();
    expect(within(rows[1]!).getByText('Not written yet')).toBeDefined();
  });

  it.each(['m', 'Enter'])('makes the meeting of a programme item with %s and opens it', async (key) => {
    const waiting = item('Not yet');
    const fake = installBridge({ records: [trip, waiting], answers: { 'meetings:open-for-item': () => meeting } });
    renderScreen(<TripMeetings tripId={trip.id} />);
    await screen.findByText('Not yet');
    fireEvent.keyDown(screen.getAllByRole('row')[1]!, { key });
    await waitFor(() => expect(screen.getByLabelText('address').textContent).toBe(`/meetings/${meeting.id}`));
    expect(fake.callsOf('meetings:open-for-item')).toEqual([{ itineraryItemId: waiting.id }]);
  });
});

describe('the page of a meeting', () => {
  it('opens with the caret in the note', async () => {
    openPage();
    const note = await screen.findByRole('textbox', { name: 'Your notes' });
    await waitFor(() => expect(document.activeElement).toBe(note));
  });

  it('writes a field as it is typed, by itself', async () => {
    const fake = openPage();
    fireEvent.change(await screen.findByRole('textbox', { name: 'Outcome' }), {
      target: { value: 'They will send a paper' },
    });
    await waitFor(() =>
      expect(fake.callsOf('meetings:update')).toEqual([
        { id: meeting.id, patch: { outcome: 'They will send a paper' } },
      ]),
    );
    await screen.findByText(/^Saved \d/);
  });

  it('says beside the field what main refuses, and writes other fields all the same', async () => {
    const fake = openPage([], {
      answers: {
        'meetings:update': ({ patch }) =>
          'end' in (patch as object)
            ? failed({ code: 'invalid-input', issues: [{ path: 'end', code: 'ends-before-it-begins' }] })
            : meeting,
      },
    });
    const end = await screen.findByRole('textbox', { name: 'End' });
    fireEvent.change(end, { target: { value: '9' } });
    fireEvent.blur(end);
    await screen.findByText('This is before the beginning.');
    fireEvent.change(screen.getByRole('textbox', { name: 'Outcome' }), { target: { value: 'Agreed' } });
    await waitFor(() =>
      expect(fake.callsOf('meetings:update')).toContainEqual({ id: meeting.id, patch: { outcome: 'Agreed' } }),
    );
  });

  it('moves somebody up in the order of precedence with Alt and the arrow, and keeps the focus on them', async () => {
    const fake = openPage();
    const theirs = await screen.findByRole('list', { name: 'Their side' });
    await within(theirs).findByText('Boris (sample)');
    const [, second] = within(theirs).getAllByRole('listitem');
    second!.focus();
    fireEvent.keyDown(second!, { key: 'ArrowUp', altKey: true });
    await waitFor(() =>
      expect(fake.callsOf('meetings:update')).toEqual([
        { id: meeting.id, patch: { theirAttendeeIds: [boris.id, anna.id] } },
      ]),
    );
    expect(document.activeElement?.textContent).toContain('Boris (sample)');
  });

  it('makes somebody on the fly from a name, at the enterprise that is met', async () => {
    const fake = openPage();
    const box = await screen.findByRole('combobox', { name: 'Add somebody of theirs' });
    fireEvent.click(box);
    fireEvent.change(box, { target: { value: '歐陽明' } });
    fireEvent.click(await screen.findByRole('option', { name: /歐陽明/ }));
    await waitFor(() => expect(fake.callsOf('affiliations:create')).toHaveLength(1));
    const made = [...fake.records.values()].find(
      (record) => record.type === 'person' && record.familyName.zhHans === '歐陽',
    );
    expect(fake.callsOf('affiliations:create')).toEqual([
      { fields: { personId: made?.id, organisationId: organisation.id } },
    ]);
    await waitFor(() =>
      expect(fake.callsOf('meetings:update')).toEqual([
        { id: meeting.id, patch: { theirAttendeeIds: [anna.id, boris.id, made?.id] } },
      ]),
    );
  });

  it('goes to the next meeting of the trip by key', async () => {
    const next = aRecord('meeting', { tripId: trip.id, day: day('2026-02-27') });
    openPage([next]);
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Next meeting of the trip' })).toHaveProperty('disabled', false),
    );
    fireEvent.keyDown(window, { key: 'PageDown', ctrlKey: true });
    await waitFor(() => expect(screen.getByLabelText('address').textContent).toBe(`/meetings/${next.id}`));
  });

  it('says where to look for one that is not there any more', async () => {
    installBridge();
    renderScreen(
      <Routes>
        <Route path="/meetings/:meetingId" element={<MeetingPage />} />
      </Routes>,
      { at: `/meetings/${nextId()}` },
    );
    expect((await screen.findByRole('link', { name: 'Look in the Trash' })).getAttribute('href')).toBe('/trash');
  });
});

describe('a meeting on its own', () => {
  it('is made with its organisation and whoever writes it, and opens', async () => {
    const fake = installBridge({ records: [organisation] });
    renderScreen(<NewMeetingDrawer organisationId={organisation.id} onClose={() => undefined} />);
    fireEvent.change(await screen.findByRole('textbox', { name: 'Title, English' }), { target: { value: 'Call' } });
    fireEvent.click(screen.getByRole('button', { name: /^Create and write the note/ }));
    await waitFor(() => expect(screen.getByLabelText('address').textContent).toMatch(/^\/meetings\//));
    expect(fake.callsOf('meetings:create')).toEqual([
      {
        fields: expect.objectContaining({
          kind: 'call',
          title: english('Call'),
          organisationIds: [organisation.id],
          ourAttendeeIds: ['11111111-1111-4111-8111-111111111111'],
        }),
      },
    ]);
  });
});
