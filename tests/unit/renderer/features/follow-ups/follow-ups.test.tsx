import { describe, expect, it } from '@jest/globals';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { FollowUpList, FollowUpsPage } from '@renderer/features/follow-ups';
import { isLookedAt } from '@renderer/features/follow-ups/due-filter';
import { daysLater } from '@shared/dates';
import { todayHere } from '@renderer/lib/format';
import { installBridge } from '../../../../builders/fake-bridge';
import { aRecord, day, english } from '../../../../builders/records';
import { renderScreen } from '../../../../builders/render-screen';

const today = todayHere();

function rows(): HTMLElement[] {
  return within(screen.getByRole('grid', { name: 'Follow-ups' }))
    .getAllByRole('row')
    .slice(1);
}

describe('follow-ups', () => {
  it('stand with the most urgent first, and say in words what is overdue', async () => {
    const later = aRecord('follow-up', { title: 'Later', due: daysLater(today, 5) });
    const late = aRecord('follow-up', { title: 'Late', due: daysLater(today, -2) });
    const undated = aRecord('follow-up', { title: 'Undated' });
    installBridge({ records: [undated, later, late] });
    renderScreen(<FollowUpsPage />);
    await screen.findByText('Late');
    expect(rows().map((row) => within(row).getAllByRole('gridcell', { hidden: true })[1]?.textContent)).toEqual([
      'Late',
      'Later',
      'Undated',
    ]);
    expect(within(rows()[0]!).getByText('Overdue, 2 days ago')).toBeDefined();
    expect(within(rows()[1]!).queryByText(/Overdue/)).toBeNull();
  });

  it('are done with one key, with a way to take it back, and the focus goes on to the next', async () => {
    const first = aRecord('follow-up', { title: 'First', due: daysLater(today, 1) });
    const second = aRecord('follow-up', { title: 'Second', due: daysLater(today, 2) });
    const fake = installBridge({ records: [first, second] });
    renderScreen(<FollowUpsPage />);
    await screen.findByText('First');
    act(() => rows()[0]!.focus());
    fireEvent.keyDown(rows()[0]!, { key: 'x' });
    await screen.findByText('“First” is done');
    expect(screen.getByRole('button', { name: 'Undo' })).toBeDefined();
    expect(fake.callsOf('follow-ups:update')).toEqual([{ id: first.id, patch: { status: 'done' } }]);
    await waitFor(() => expect(rows()).toHaveLength(1));
    expect(document.activeElement).toBe(rows()[0]);
  });

  it('open with Enter to be changed, and only what was changed is written', async () => {
    const followUp = aRecord('follow-up', { title: 'Send the paper', detail: 'Two copies' });
    const fake = installBridge({ records: [followUp] });
    renderScreen(<FollowUpsPage />);
    await screen.findByText('Send the paper');
    fireEvent.keyDown(rows()[0]!, { key: 'Enter' });
    const form = await screen.findByRole('dialog');
    fireEvent.change(within(form).getByRole('textbox', { name: /^What is to be done/ }), {
      target: { value: 'Send both papers' },
    });
    fireEvent.click(within(form).getByRole('button', { name: /^Save/ }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(fake.callsOf('follow-ups:update')).toEqual([{ id: followUp.id, patch: { title: 'Send both papers' } }]);
  });

  it('say beside the field that a title is needed', async () => {
    const fake = installBridge();
    renderScreen(<FollowUpsPage />, { at: '/follow-ups?new' });
    const form = await screen.findByRole('dialog');
    fireEvent.click(within(form).getByRole('button', { name: /^Save/ }));
    expect(await within(form).findByText('This is needed.')).toBeDefined();
    expect(fake.callsOf('follow-ups:create')).toEqual([]);
  });

  it('of one meeting are linked to it, its trip and its organisation when they are added there', async () => {
    const trip = aRecord('trip', { title: english('Visit'), firstDay: day('2026-02-26'), lastDay: day('2026-02-27') });
    const organisation = aRecord('organisation', { legalName: english('Lantern AI (sample)') });
    const meeting = aRecord('meeting', {
      tripId: trip.id,
      organisationIds: [organisation.id],
      day: day('2026-02-26'),
    });
    const other = aRecord('follow-up', { title: 'Of another meeting', tripId: trip.id });
    const fake = installBridge({ records: [trip, organisation, meeting, other] });
    renderScreen(<FollowUpList filter={{ meetingId: meeting.id }} />);
    await screen.findByText('Nothing to follow up');
    expect(screen.queryByText('Of another meeting')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Add follow-up' }));
    const form = await screen.findByRole('dialog');
    fireEvent.change(within(form).getByRole('textbox', { name: /^What is to be done/ }), { target: { value: 'New' } });
    fireEvent.click(within(form).getByRole('button', { name: /^Save/ }));
    await waitFor(() => expect(fake.callsOf('follow-ups:create')).toHaveLength(1));
    expect(fake.callsOf('follow-ups:create')[0]).toEqual({
      fields: expect.objectContaining({
        title: 'New',
        meetingId: meeting.id,
        tripId: trip.id,
        organisationId: organisation.id,
      }),
    });
  });
});

describe('what is looked at', () => {
  const dueOn = (days: number) => aRecord('follow-up', { title: 'x', due: daysLater(today, days) });
  it('within a week counts the seventh day and what is overdue, but nothing closed', () => {
    expect(isLookedAt(dueOn(7), 'week', today)).toBe(true);
    expect(isLookedAt(dueOn(8), 'week', today)).toBe(false);
    expect(isLookedAt(dueOn(-1), 'week', today)).toBe(true);
    expect(isLookedAt({ ...dueOn(1), status: 'done' }, 'week', today)).toBe(false);
  });
  it('is overdue from the day after', () => {
    expect(isLookedAt(dueOn(0), 'overdue', today)).toBe(false);
    expect(isLookedAt(dueOn(-1), 'overdue', today)).toBe(true);
  });
});
