import { describe, expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { TripPage } from '@renderer/features/trips';
import { installBridge } from '../../../../builders/fake-bridge';
import type { FakeBridge } from '../../../../builders/fake-bridge';
import { aRecord, day, english, nextId, time, zone } from '../../../../builders/records';
import { renderScreen } from '../../../../builders/render-screen';

const hangzhou = { id: nextId(), name: english('Hangzhou'), zone: zone('Asia/Shanghai') };
const trip = aRecord('trip', {
  title: english('Visit (sample)'),
  firstDay: day('2026-02-24'),
  lastDay: day('2026-02-26'),
  cities: [hangzhou],
  objectives: ['Meet founders'],
  budget: [{ id: nextId(), description: 'Hotels', amount: { currency: 'HKD', minor: 1_000_000 } }],
  expenditure: [{ id: nextId(), description: 'Hotels', amount: { currency: 'HKD', minor: 1_250_050 } }],
});
const item = aRecord('itinerary-item', {
  tripId: trip.id,
  title: english('Courtesy call'),
  day: day('2026-02-24'),
  start: time('09:30'),
  end: time('11:00'),
  cityId: hangzhou.id,
});

function open(at = `/trips/${trip.id}`): FakeBridge {
  const fake = installBridge({
    records: [trip, item],
    answers: {
      'trips:counts': () => [{ tripId: trip.id, items: 1, meetings: 0, openFollowUps: 0, overdueFollowUps: 0 }],
    },
  });
  renderScreen(
    <Routes>
      <Route path="/trips/:tripId/:tab?" element={<TripPage />} />
      <Route path="*" element={null} />
    </Routes>,
    { at },
  );
  return fake;
}

describe('the page of a trip', () => {
  it('goes from tab to tab with Alt and a number, and with the arrow keys', async () => {
    open();
    await screen.findByRole('tab', { name: 'Overview', selected: true });
    fireEvent.keyDown(document.body, { key: '3', altKey: true });
    await waitFor(() => expect(screen.getByLabelText('address').textContent).toBe(`/trips/${trip.id}/delegation`));
    const tab = await screen.findByRole('tab', { name: 'Delegation', selected: true });
    fireEvent.keyDown(tab, { key: 'ArrowLeft' });
    await screen.findByRole('tab', { name: /^Programme/, selected: true });
  });

  it('takes the trip one step on with one button', async () => {
    const fake = open();
    fireEvent.click(await screen.findByRole('button', { name: 'Confirm trip' }));
    await screen.findByRole('button', { name: 'Start trip' });
    expect(fake.callsOf('trips:update')).toEqual([{ id: trip.id, patch: { status: 'confirmed' } }]);
  });

  it('saves the purpose as it is typed', async () => {
    const fake = open();
    const box = await screen.findByRole('textbox', { name: 'Purpose' });
    fireEvent.change(box, { target: { value: 'To learn' } });
    fireEvent.change(box, { target: { value: 'To learn how' } });
    await waitFor(() =>
      expect(fake.callsOf('trips:update')).toEqual([{ id: trip.id, patch: { purpose: 'To learn how' } }]),
    );
  });

  it('keeps what is typed on the screen when it cannot be saved', async () => {
    installBridge({
      records: [trip],
      answers: { 'trips:counts': () => [], 'trips:update': () => ({ ok: false, failure: { code: 'disk-full' } }) },
    });
    renderScreen(
      <Routes>
        <Route path="/trips/:tripId/:tab?" element={<TripPage />} />
      </Routes>,
      { at: `/trips/${trip.id}` },
    );
    const box = await screen.findByRole('textbox', { name: 'Observations' });
    fireEvent.change(box, { target: { value: 'They grow' } });
    fireEvent.blur(box);
    await screen.findByText(/Cannot save/);
    expect(screen.getByDisplayValue('They grow')).toBe(box);
  });

  it('begins another objective with Enter, and leaves empty ones out', async () => {
    const fake = open();
    const first = await screen.findByRole('textbox', { name: 'Objective 1' });
    fireEvent.keyDown(first, { key: 'Enter' });
    fireEvent.change(await screen.findByRole('textbox', { name: 'Objective 2' }), {
      target: { value: 'See factories' },
    });
    await waitFor(() =>
      expect(fake.callsOf('trips:update').at(-1)).toEqual({
        id: trip.id,
        patch: { objectives: ['Meet founders', 'See factories'] },
      }),
    );
  });

  it('says what is left of the money, in each currency', async () => {
    open();
    const sums = await screen.findByRole('table', { name: 'Sums by currency' });
    const row = within(sums).getByRole('row', { name: /^HKD/ });
    expect(row.textContent?.replaceAll(/\u00a0/g, ' ')).toBe('HKDHKD 10,000.00HKD 12,500.50-HKD 2,500.50');
  });

  it('says how many items lose their city when it is removed', async () => {
    const fake = open();
    await screen.findByText('1 item');
    fireEvent.click(screen.getByRole('button', { name: 'Remove Hangzhou' }));
    await screen.findByText('Hangzhou was removed; 1 item of the programme was there and now has no city');
    expect(fake.callsOf('trips:update')).toEqual([{ id: trip.id, patch: { cities: [] } }]);
  });

  it('refuses a city without a name, beside the field', async () => {
    const fake = open();
    fireEvent.click(await screen.findByRole('button', { name: 'Add city' }));
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: /Save/ }));
    expect(await screen.findByText('A name in at least one script is needed.')).toBeDefined();
    expect(fake.callsOf('trips:update')).toEqual([]);
  });

  it('goes back to the list when the trip is moved to the Trash', async () => {
    open();
    fireEvent.click(await screen.findByRole('button', { name: 'More actions' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Move to Trash' }));
    await waitFor(() => expect(screen.getByLabelText('address').textContent).toBe('/trips'));
  });

  it('says so when the trip is in the Trash', async () => {
    installBridge();
    renderScreen(
      <Routes>
        <Route path="/trips/:tripId/:tab?" element={<TripPage />} />
      </Routes>,
      { at: `/trips/${trip.id}` },
    );
    expect(await screen.findByText('This trip is not here')).toBeDefined();
  });
});
