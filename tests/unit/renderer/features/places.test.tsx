import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { SettingsPage } from '@renderer/features/settings';
import { TodayPage } from '@renderer/features/today';
import { TrashPage } from '@renderer/features/trash';
import { compareNames } from '@renderer/lib/name-order';
import { installBridge } from '../../../builders/fake-bridge';
import { aRecord, day, english, instant, nextId, time } from '../../../builders/records';
import { renderScreen } from '../../../builders/render-screen';

describe('Today', () => {
  afterEach(() => void jest.useRealTimers());

  it('shows the day of a trip that is on by the clock of its city, and opens a note with one press', async () => {
    // 00:30 on 26 February in Shenzhen, while it is still the 25th in Greenwich.
    jest.useFakeTimers({
      now: new Date('2026-02-25T16:30:00.000Z'),
      doNotFake: [
        'setTimeout',
        'clearTimeout',
        'setInterval',
        'clearInterval',
        'queueMicrotask',
        'nextTick',
        'setImmediate',
        'clearImmediate',
      ],
    });
    const trip = aRecord('trip', {
      title: english('Visit (sample)'),
      firstDay: day('2026-02-26'),
      lastDay: day('2026-02-27'),
    });
    const item = aRecord('itinerary-item', {
      tripId: trip.id,
      title: english('Night call'),
      day: day('2026-02-26'),
      start: time('00:00'),
      end: time('01:00'),
    });
    const meeting = aRecord('meeting', { day: day('2026-02-26') });
    const fake = installBridge({ records: [trip, item], answers: { 'meetings:open-for-item': () => meeting } });
    renderScreen(<TodayPage />);
    await screen.findByRole('link', { name: 'Night call' });
    expect(screen.getByRole('heading', { name: 'On the road' })).toBeDefined();
    expect(screen.getByText('Now')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Open note for Night call' }));
    await waitFor(() => expect(screen.getByLabelText('address').textContent).toBe(`/meetings/${meeting.id}`));
    expect(fake.callsOf('meetings:open-for-item')).toEqual([{ itineraryItemId: item.id }]);
  });

  it('says what to do when no trip is planned', async () => {
    installBridge();
    renderScreen(<TodayPage />);
    expect((await screen.findByRole('link', { name: 'Plan a trip' })).getAttribute('href')).toBe('/trips?new');
  });

  it('ticks off an overdue follow-up and offers to undo it', async () => {
    const late = aRecord('follow-up', { title: 'Send the paper', due: day('2020-01-01') });
    const fake = installBridge({ records: [late] });
    renderScreen(<TodayPage />);
    await screen.findByRole('heading', { name: 'Overdue' });
    fireEvent.click(screen.getByRole('checkbox', { name: 'Mark “Send the paper” as done' }));
    await screen.findByText('“Send the paper” is done');
    expect(screen.getByRole('button', { name: 'Undo' })).toBeDefined();
    expect(fake.callsOf('follow-ups:update')).toEqual([{ id: late.id, patch: { status: 'done' } }]);
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'Overdue' })).toBeNull());
  });
});

describe('Trash', () => {
  it('brings a record back', async () => {
    const id = nextId();
    const row = {
      type: 'trip',
      id,
      title: 'Ningbo visit',
      deletedAt: instant('2026-11-21T08:00:00.000Z'),
      parts: 14,
    } as const;
    const fake = installBridge({ answers: { 'trash:list': () => [row], 'trash:restore': () => undefined } });
    renderScreen(<TrashPage />);
    await screen.findByText('and 14 that belong to it');
    fireEvent.click(screen.getByRole('button', { name: 'Restore Ningbo visit' }));
    await screen.findByText('“Ningbo visit” is back');
    expect(fake.callsOf('trash:restore')).toEqual([{ type: 'trip', id }]);
  });
});

describe('Settings', () => {
  const about = { version: '0.1.0', electron: '25', chromium: '114', folder: '/data' };
  const answers = {
    'app:about': () => about,
    'backups:list': () => [],
    'backups:state': () => ({ problem: null, other: null }),
  };

  it('remembers in which order Chinese names stand, and lists are in it', async () => {
    const fake = installBridge({ answers });
    renderScreen(<SettingsPage />);
    expect(['陈', '丁', '安'].sort(compareNames)).toEqual(['丁', '安', '陈']);
    fireEvent.click(screen.getByRole('radio', { name: 'By Pinyin' }));
    expect(['陈', '丁', '安'].sort(compareNames)).toEqual(['安', '陈', '丁']);
    await waitFor(() => expect(fake.callsOf('settings:update')).toContainEqual({ places: { 'name-order': 'pinyin' } }));
  });

  it('remembers the colours that were chosen', async () => {
    const fake = installBridge({ answers });
    renderScreen(<SettingsPage />);
    fireEvent.click(screen.getByRole('radio', { name: 'Dark' }));
    await waitFor(() => expect(fake.callsOf('settings:update')).toContainEqual({ colourScheme: 'dark' }));
  });
});
