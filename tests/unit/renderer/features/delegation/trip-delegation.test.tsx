import { describe, expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { TripDelegation } from '@renderer/features/delegation';
import { installBridge } from '../../../../builders/fake-bridge';
import type { FakeBridge } from '../../../../builders/fake-bridge';
import { aRecord, day, english } from '../../../../builders/records';
import { renderScreen } from '../../../../builders/render-screen';

const trip = aRecord('trip', {
  title: english('Visit (sample)'),
  firstDay: day('2026-02-24'),
  lastDay: day('2026-02-26'),
});
const head = aRecord('person', { side: 'ours', familyName: english('Lau'), givenName: english('Vivian') });
const officer = aRecord('person', { side: 'ours', familyName: english('Ho'), givenName: english('Kelvin') });
const headOfDelegation = aRecord('delegation-member', {
  tripId: trip.id,
  personId: head.id,
  role: 'head',
  precedence: 1,
});
const member = aRecord('delegation-member', {
  tripId: trip.id,
  personId: officer.id,
  precedence: 2,
  dietaryNeeds: 'No shellfish',
});

function open(members = [headOfDelegation, member]): FakeBridge {
  const fake = installBridge({
    records: [trip, head, officer, ...members],
    answers: { 'delegation:reorder': () => undefined },
  });
  renderScreen(<TripDelegation tripId={trip.id} />);
  return fake;
}

describe('the delegation', () => {
  it('stands in order of precedence with role and needs', async () => {
    open([member, headOfDelegation]);
    const rows = within(await screen.findByRole('table', { name: 'Delegation' }))
      .getAllByRole('row')
      .slice(1);
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringMatching(/^1Vivian Lau/),
      expect.stringMatching(/^2Kelvin Ho.*No shellfish/),
    ]);
  });

  it('changes the order with Alt and an arrow key, at once', async () => {
    const fake = open();
    const row = await screen.findByRole('row', { name: /^2\. Kelvin Ho/ });
    fireEvent.keyDown(row, { key: 'ArrowUp', altKey: true });
    await screen.findByRole('row', { name: /^1\. Kelvin Ho/ });
    expect(fake.callsOf('delegation:reorder')).toEqual([{ tripId: trip.id, ids: [member.id, headOfDelegation.id] }]);
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toMatch(/Kelvin Ho/));
  });

  it('gives another role in the row itself', async () => {
    const fake = open();
    fireEvent.click(await screen.findByRole('combobox', { name: 'Role of Kelvin Ho' }));
    fireEvent.click(await screen.findByRole('option', { name: 'Interpreter' }));
    await waitFor(() =>
      expect(fake.callsOf('delegation:update')).toEqual([{ id: member.id, patch: { role: 'interpreter' } }]),
    );
  });

  it('takes a member out and offers to undo it', async () => {
    const fake = open();
    fireEvent.keyDown(await screen.findByRole('row', { name: /Kelvin Ho/ }), { key: 'Delete' });
    await screen.findByText('“Kelvin Ho” was moved to the Trash');
    expect(fake.callsOf('delegation:trash')).toEqual([{ id: member.id }]);
  });

  it('adds somebody who is not known yet by typing a name', async () => {
    const fake = open([]);
    fireEvent.click(await screen.findByRole('button', { name: /Add member/ }));
    const box = await screen.findByRole('combobox', { name: /^Person/ });
    fireEvent.change(box, { target: { value: '陳大文' } });
    fireEvent.click(await screen.findByText('Add “陳大文”'));
    await waitFor(() =>
      expect(fake.callsOf('people:create')).toEqual([
        {
          fields: {
            side: 'ours',
            familyName: { en: '', zhHant: '陳', zhHans: '' },
            givenName: { en: '', zhHant: '大文', zhHans: '' },
          },
        },
      ]),
    );
    fireEvent.click(screen.getByRole('button', { name: /Add to delegation/ }));
    await waitFor(() =>
      expect(fake.callsOf('delegation:create')).toEqual([
        { fields: expect.objectContaining({ tripId: trip.id, role: 'head', precedence: 1 }) },
      ]),
    );
  });

  it('says which field is missing when nobody is chosen', async () => {
    const fake = open([]);
    fireEvent.click(await screen.findByRole('button', { name: /Add member/ }));
    fireEvent.click(await screen.findByRole('button', { name: /Add to delegation/ }));
    expect(await screen.findByText('Choose who it is.')).toBeDefined();
    expect(fake.callsOf('delegation:create')).toEqual([]);
  });
});
