import { describe, expect, it } from '@jest/globals';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { TripProgramme } from '@renderer/features/programme';
import type { AnyRecord } from '@shared/domain/records';
import { installBridge } from '../../../../builders/fake-bridge';
import type { FakeBridge } from '../../../../builders/fake-bridge';
import { aRecord, day, english, time } from '../../../../builders/records';
import { renderScreen } from '../../../../builders/render-screen';

const trip = aRecord('trip', {
  title: english('Visit (sample)'),
  firstDay: day('2026-02-24'),
  lastDay: day('2026-02-26'),
});
const call = aRecord('itinerary-item', {
  tripId: trip.id,
  title: english('Courtesy call'),
  day: day('2026-02-24'),
  start: time('09:30'),
  end: time('11:00'),
  status: 'confirmed',
});
const talk = aRecord('itinerary-item', {
  tripId: trip.id,
  title: english('Round table'),
  day: day('2026-02-24'),
  start: time('10:30'),
  end: time('12:00'),
});

function open(more: readonly AnyRecord[] = [], at = '/'): FakeBridge {
  const fake = installBridge({
    records: [trip, ...more],
    answers: {
      'itinerary:duplicate': ({ id, day: on }) => ({
        ...call,
        id: '99999999-9999-4999-8999-999999999999',
        day: on,
        title: english(id),
      }),
      'meetings:open-for-item': () =>
        aRecord('meeting', { day: day('2026-02-24') }, { id: '88888888-8888-4888-8888-888888888888' }),
    },
  });
  renderScreen(<TripProgramme tripId={trip.id} />, { at });
  return fake;
}

describe('the programme', () => {
  it('says day, times, title and status of each item, and what is wrong with it', async () => {
    open([call, talk]);
    await screen.findByRole('button', { name: /^Tue 24 Feb, 09:30–11:00, Courtesy call, Meeting, Confirmed/ });
    expect(screen.getByRole('button', { name: /Courtesy call.*Overlaps with “Round table”/ })).toBeDefined();
    expect(screen.getByRole('button', { name: /Round table.*Overlaps with “Courtesy call”/ })).toBeDefined();
  });

  it('goes from the list of things to check to the item', async () => {
    open([call, talk]);
    fireEvent.click(await screen.findByRole('button', { name: '1 thing to check' }));
    fireEvent.click(within(await screen.findByRole('dialog', { name: '1 thing to check' })).getByRole('button'));
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toMatch(/Courtesy call/));
  });

  it('moves an item with Alt and arrows as one change, shown at once', async () => {
    const fake = open([call]);
    const item = await screen.findByRole('button', { name: /Courtesy call/ });
    act(() => item.focus());
    fireEvent.keyDown(item, { key: 'ArrowDown', altKey: true });
    fireEvent.keyDown(item, { key: 'ArrowDown', altKey: true });
    expect(screen.getByRole('button', { name: /10:00–11:30, Courtesy call/ })).toBeDefined();
    await waitFor(() =>
      expect(fake.callsOf('itinerary:update')).toEqual([
        { id: call.id, patch: { day: '2026-02-24', start: '10:00', endDay: null, end: '11:30' } },
      ]),
    );
  });

  it('keeps the focus on an item that goes to the next day', async () => {
    open([call]);
    const item = await screen.findByRole('button', { name: /Courtesy call/ });
    act(() => item.focus());
    fireEvent.keyDown(item, { key: 'ArrowRight', altKey: true });
    await waitFor(() =>
      expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Wed 25 Feb, 09:30–11:00, Courtesy call/),
    );
  });

  it('puts an item back where it was when main refuses the move', async () => {
    installBridge({
      records: [trip, call],
      answers: { 'itinerary:update': () => ({ ok: false, failure: { code: 'disk-full' } }) },
    });
    renderScreen(<TripProgramme tripId={trip.id} />);
    const item = await screen.findByRole('button', { name: /Courtesy call/ });
    fireEvent.keyDown(item, { key: 'ArrowDown', altKey: true, shiftKey: true });
    expect(screen.getByRole('button', { name: /09:30–11:15, Courtesy call/ })).toBeDefined();
    await screen.findByText('The disk is full');
    expect(await screen.findByRole('button', { name: /09:30–11:00, Courtesy call/ })).toBeDefined();
  });

  it('cancels with C, duplicates to a day with D, opens the meeting with M', async () => {
    const fake = open([call]);
    const item = await screen.findByRole('button', { name: /Courtesy call/ });
    act(() => item.focus());
    fireEvent.keyDown(item, { key: 'c' });
    await screen.findByRole('button', { name: /Courtesy call, Meeting, Cancelled/ });
    fireEvent.keyDown(screen.getByRole('button', { name: /Courtesy call/ }), { key: 'd' });
    fireEvent.click(await screen.findByRole('menuitem', { name: /Day 3 · Thu 26 Feb/ }));
    await waitFor(() => expect(fake.callsOf('itinerary:duplicate')).toEqual([{ id: call.id, day: '2026-02-26' }]));
    fireEvent.keyDown(screen.getByRole('button', { name: /Courtesy call/ }), { key: 'm' });
    await waitFor(() =>
      expect(screen.getByLabelText('address').textContent).toBe('/meetings/88888888-8888-4888-8888-888888888888'),
    );
  });

  it('moves an item to the Trash with Delete and offers to undo it', async () => {
    const fake = open([call]);
    const item = await screen.findByRole('button', { name: /Courtesy call/ });
    act(() => item.focus());
    fireEvent.keyDown(item, { key: 'Delete' });
    await screen.findByText('“Courtesy call” was moved to the Trash');
    expect(fake.callsOf('itinerary:trash')).toEqual([{ id: call.id }]);
    await waitFor(() => expect(screen.queryByRole('button', { name: /09:30–11:00, Courtesy call/ })).toBeNull());
    expect(screen.getAllByRole('button', { name: 'Undo' })).toHaveLength(1);
  });

  it('adds an item with N at the time where the keyboard stands', async () => {
    const fake = open([call]);
    const item = await screen.findByRole('button', { name: /Courtesy call/ });
    act(() => item.focus());
    fireEvent.keyDown(item, { key: 'ArrowDown' });
    const slot = await screen.findByRole('button', { name: 'Tue 24 Feb, 11:00, empty. Press N to add an item.' });
    await waitFor(() => expect(document.activeElement).toBe(slot));
    fireEvent.keyDown(slot, { key: 'n' });
    fireEvent.change(await screen.findByRole('textbox', { name: 'Title, English' }), { target: { value: 'Tea' } });
    fireEvent.click(screen.getByRole('button', { name: /Add to programme/ }));
    await waitFor(() =>
      expect(fake.callsOf('itinerary:create')).toEqual([
        { fields: expect.objectContaining({ day: '2026-02-24', start: '11:00', end: '12:00', title: english('Tea') }) },
      ]),
    );
  });

  it('says beside the field that an item ends before it begins', async () => {
    const fake = open([call]);
    const item = await screen.findByRole('button', { name: /Courtesy call/ });
    fireEvent.keyDown(item, { key: 'Enter' });
    const end = await screen.findByRole('textbox', { name: /^End/ });
    fireEvent.change(end, { target: { value: '8' } });
    fireEvent.blur(end);
    fireEvent.click(screen.getByRole('button', { name: /Save/ }));
    expect(await screen.findByText('This is before the beginning.')).toBeDefined();
    expect(fake.callsOf('itinerary:update')).toEqual([]);
  });

  it('asks for train and seat of a transport, and for no host', async () => {
    open([call]);
    fireEvent.keyDown(await screen.findByRole('button', { name: /Courtesy call/ }), { key: 'Enter' });
    expect(await screen.findByLabelText('Host organisation')).toBeDefined();
    fireEvent.click(screen.getByRole('combobox', { name: 'Kind' }));
    fireEvent.click(await screen.findByRole('option', { name: 'Transport' }));
    expect(await screen.findByRole('textbox', { name: 'Seat' })).toBeDefined();
    expect(screen.queryByLabelText('Host organisation')).toBeNull();
  });

  it('shows what lies outside the days of the trip', async () => {
    open([{ ...call, day: day('2026-03-01') }]);
    expect(await screen.findByRole('button', { name: /^Sun 1 Mar.*Outside the days of the trip/ })).toBeDefined();
  });

  it('remembers the list, and walks it with the arrow keys', async () => {
    open([call, talk]);
    fireEvent.click(await screen.findByRole('radio', { name: 'List' }));
    const tuesday = await screen.findByRole('region', { name: 'Tuesday 24 February 2026' });
    const first = within(tuesday).getByRole('button', { name: /11:00, Courtesy call/ });
    act(() => first.focus());
    fireEvent.keyDown(first, { key: 'ArrowDown' });
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/Round table/);
  });

  it('goes to the item that the address names', async () => {
    open([call, talk], `/trips/${trip.id}/programme?item=${talk.id}`);
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toMatch(/Round table/));
  });
});
