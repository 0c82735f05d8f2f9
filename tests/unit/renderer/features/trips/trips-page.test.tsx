import { describe, expect, it } from '@jest/globals';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { TripsPage } from '@renderer/features/trips';
import { daysLater } from '@shared/dates';
import type { RecordOf } from '@shared/domain/records';
import { todayHere } from '@renderer/lib/format';
import { installBridge } from '../../../../builders/fake-bridge';
import type { FakeBridge } from '../../../../builders/fake-bridge';
import { aRecord, day, english, nextId, zone } from '../../../../builders/records';
import { renderScreen } from '../../../../builders/render-screen';

const today = todayHere();
const city = (name: string) => ({ id: nextId(), name: english(name), zone: zone('Asia/Shanghai') });
const spring = aRecord('trip', {
  reference: 'DV/1',
  title: { en: 'Spring visit', zhHant: '春季訪問', zhHans: '' },
  firstDay: daysLater(today, -40),
  lastDay: daysLater(today, -38),
  cities: [city('Hangzhou')],
  status: 'concluded',
});
const winter = aRecord('trip', {
  title: english('Winter visit'),
  firstDay: daysLater(today, 10),
  lastDay: daysLater(today, 12),
  cities: [city('Shenzhen')],
});

function open(trips: readonly RecordOf<'trip'>[] = [spring, winter], at = '/trips'): FakeBridge {
  const fake = installBridge({
    records: trips,
    answers: {
      'trips:counts': () => [{ tripId: spring.id, items: 14, meetings: 5, openFollowUps: 7, overdueFollowUps: 2 }],
      'trips:templates': () => [
        { source: { kind: 'shipped', name: 'one-day' }, title: english('One day'), days: 1, items: 8 },
        { source: { kind: 'shipped', name: 'three-days' }, title: english('Three days'), days: 3, items: 19 },
      ],
      'trips:create-from-template': () => winter,
      'trips:duplicate': () => winter,
      'trips:reschedule': () => ({ ...spring, firstDay: day('2026-03-03'), lastDay: day('2026-03-05') }),
    },
  });
  renderScreen(<TripsPage />, { at });
  return fake;
}

describe('the list of trips', () => {
  it('shows titles in two scripts, counts and what is overdue, the latest trip first', async () => {
    open();
    const rows = within(await screen.findByRole('grid', { name: 'Trips' }))
      .getAllByRole('row')
      .slice(1);
    expect(rows[0]?.textContent).toMatch(/Winter visit/);
    await waitFor(() =>
      expect(rows[1]?.textContent).toMatch(/DV\/1Spring visit春季訪問.*Hangzhou.*Concluded.*14.*5.*7.*2 overdue/),
    );
  });

  it('narrows to the trips that are ahead', async () => {
    open();
    fireEvent.click(await screen.findByRole('combobox', { name: 'When' }));
    fireEvent.click(await screen.findByRole('option', { name: 'Ahead' }));
    await waitFor(() => expect(screen.queryByText('Spring visit')).toBeNull());
    expect(screen.getByText('Winter visit')).toBeDefined();
  });

  it('makes a new trip with its cities and goes to it', async () => {
    const fake = open([], '/trips?new');
    fireEvent.change(await screen.findByRole('textbox', { name: 'Title, English' }), { target: { value: 'Suzhou' } });
    const first = screen.getByRole('textbox', { name: /^First day/ });
    fireEvent.change(first, { target: { value: '2026-02-24' } });
    fireEvent.blur(first);
    const cities = screen.getByRole('combobox', { name: 'Cities' });
    act(() => cities.focus());
    fireEvent.change(cities, { target: { value: '苏州' } });
    fireEvent.keyDown(cities, { key: 'Enter' });
    fireEvent.click(screen.getByRole('button', { name: /Create trip/ }));
    await waitFor(() => expect(fake.callsOf('trips:create')).toHaveLength(1));
    expect(fake.callsOf('trips:create')[0]).toMatchObject({
      fields: {
        title: english('Suzhou'),
        firstDay: '2026-02-24',
        lastDay: '2026-02-24',
        cities: [{ name: { en: '', zhHant: '', zhHans: '苏州' }, zone: 'Asia/Shanghai' }],
      },
    });
    await waitFor(() => expect(screen.getByLabelText('address').textContent).toMatch(/^\/trips\/.*\/overview$/));
  });

  it('says beside the field that a trip ends before it begins', async () => {
    const fake = open([], '/trips?new');
    fireEvent.change(await screen.findByRole('textbox', { name: 'Title, English' }), { target: { value: 'Suzhou' } });
    for (const [name, value] of [
      [/^First day/, '2026-02-24'],
      [/^Last day/, '2026-02-20'],
    ] as const) {
      const box = screen.getByRole('textbox', { name });
      fireEvent.change(box, { target: { value } });
      fireEvent.blur(box);
    }
    fireEvent.click(screen.getByRole('button', { name: /Create trip/ }));
    expect(await screen.findByText('This is before the beginning.')).toBeDefined();
    expect(fake.callsOf('trips:create')).toEqual([]);
  });

  it('makes a trip from the template that is chosen', async () => {
    const fake = open();
    fireEvent.click(await screen.findByRole('button', { name: 'From a template' }));
    fireEvent.click(await screen.findByRole('radio', { name: /Three days.*19 items/ }));
    const first = screen.getByRole('textbox', { name: /^First day/ });
    fireEvent.change(first, { target: { value: '2026-03-02' } });
    fireEvent.blur(first);
    expect(await screen.findByText(/^2\s?–\s?4 Mar 2026$/)).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: /Create trip/ }));
    await waitFor(() =>
      expect(fake.callsOf('trips:create-from-template')).toEqual([
        { template: { kind: 'shipped', name: 'three-days' }, firstDay: '2026-03-02', title: english('Three days') },
      ]),
    );
  });

  it('shows the new days before a trip is shifted', async () => {
    const fake = open([{ ...spring, firstDay: day('2026-02-24'), lastDay: day('2026-02-26') }]);
    fireEvent.click(await screen.findByRole('button', { name: 'More actions for Spring visit' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Shift to new dates' }));
    const first = await screen.findByRole('textbox', { name: /^New first day/ });
    fireEvent.change(first, { target: { value: '2026-03-03' } });
    fireEvent.blur(first);
    expect(await screen.findByText(/^3\s?–\s?5 Mar 2026$/)).toBeDefined();
    expect(screen.getByText(/7 days later · 14 programme items go along/)).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: /Shift trip/ }));
    await waitFor(() => expect(fake.callsOf('trips:reschedule')).toEqual([{ id: spring.id, firstDay: '2026-03-03' }]));
    expect(await screen.findByText(/“Spring visit” is now on 3\s?–\s?5 Mar 2026/)).toBeDefined();
  });

  it('moves a trip to the Trash with Delete and offers to undo it', async () => {
    const fake = open();
    const row = await screen.findByRole('row', { name: /Spring visit/ });
    fireEvent.keyDown(row, { key: 'Delete' });
    await screen.findByText('“Spring visit” was moved to the Trash');
    expect(fake.callsOf('trips:trash')).toEqual([{ id: spring.id }]);
  });

  it('says what to do next when there is none', async () => {
    open([]);
    expect(await screen.findByText('No trips yet')).toBeDefined();
    expect(screen.getAllByRole('button', { name: /New trip/ }).length).toBeGreaterThan(0);
  });
});
