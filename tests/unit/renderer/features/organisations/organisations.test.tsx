import { describe, expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { OrganisationPage, OrganisationsPage } from '@renderer/features/organisations';
import { daysLater } from '@shared/dates';
import { todayHere } from '@renderer/lib/format';
import { installBridge } from '../../../../builders/fake-bridge';
import { aRecord, english } from '../../../../builders/records';
import { renderScreen } from '../../../../builders/render-screen';

const today = todayHere();
const works = aRecord('organisation', {
  legalName: { en: 'Works (sample)', zhHant: '錢塘', zhHans: '钱塘' },
  tier: 'key',
});

function renderOrganisation(id: string): void {
  renderScreen(
    <Routes>
      <Route path="/organisations/:organisationId" element={<OrganisationPage />} />
      <Route path="*" element={null} />
    </Routes>,
    { at: `/organisations/${id}` },
  );
}

function fill(form: HTMLElement, name: string, value: string): HTMLElement {
  const box = within(form).getByRole('textbox', { name });
  fireEvent.change(box, { target: { value } });
  return box;
}

describe('organisations', () => {
  it('are listed with their names, their people, open follow-ups and the last meeting', async () => {
    const person = aRecord('person', { familyName: english('Shen (sample)') });
    installBridge({
      records: [
        works,
        person,
        aRecord('affiliation', { personId: person.id, organisationId: works.id }),
        aRecord('affiliation', { personId: person.id, organisationId: works.id, to: daysLater(today, -10) }),
        aRecord('follow-up', { title: 'Open', organisationId: works.id }),
        aRecord('follow-up', { title: 'Done', organisationId: works.id, status: 'done' }),
        aRecord('meeting', { day: daysLater(today, 3), organisationIds: [works.id] }),
      ],
    });
    renderScreen(<OrganisationsPage />);
    const row = (await screen.findByText('Works (sample)')).closest('tr')!;
    expect(within(row).getByText('錢塘 · 钱塘')).toBeDefined();
    await waitFor(() => expect(within(row).getAllByText('1')).toHaveLength(2));
    // A meeting that is still to come is no meeting held.
    expect(within(row).getAllByRole('gridcell', { hidden: true }).at(-1)?.textContent).toBe('');
  });

  it('refuse a wrong Unified Social Credit Code beside its field as soon as it is whole', async () => {
    const fake = installBridge();
    renderScreen(<OrganisationsPage />, { at: '/organisations?new' });
    const form = await screen.findByRole('dialog');
    fill(form, 'Legal name, English', 'Works (sample)');
    fill(form, 'Unified Social Credit Code', '91350100m000100y44');
    expect(within(form).getByText(/not a valid Unified Social Credit Code/)).toBeDefined();
    fireEvent.click(within(form).getByRole('button', { name: /^Add organisation/ }));
    expect(within(form).getByText(/not a valid Unified Social Credit Code/)).toBeDefined();
    expect(fake.callsOf('organisations:create')).toEqual([]);
    fill(form, 'Unified Social Credit Code', '9135 0100 m000 100y 43');
    expect(within(form).getByText('The code is valid.')).toBeDefined();
    fireEvent.click(within(form).getByRole('button', { name: /^Add organisation/ }));
    await waitFor(() =>
      expect(fake.callsOf('organisations:create')).toMatchObject([{ fields: { creditCode: '91350100M000100Y43' } }]),
    );
  });

  it('complete a web address that was typed without its beginning', async () => {
    const fake = installBridge();
    renderScreen(<OrganisationsPage />, { at: '/organisations?new' });
    const form = await screen.findByRole('dialog');
    fill(form, 'Legal name, Traditional Chinese', '錢塘燈語');
    fireEvent.blur(fill(form, 'Website', 'www.works.example'));
    fireEvent.click(within(form).getByRole('button', { name: /^Add organisation/ }));
    await waitFor(() =>
      expect(fake.callsOf('organisations:create')).toMatchObject([
        { fields: { website: 'https://www.works.example' } },
      ]),
    );
  });

  it('cannot be made part of what is part of them', async () => {
    const below = aRecord('organisation', { legalName: english('Below (sample)'), parentId: works.id });
    const beside = aRecord('organisation', { legalName: english('Beside (sample)') });
    installBridge({ records: [works, below, beside] });
    renderOrganisation(works.id);
    fireEvent.click(await screen.findByRole('button', { name: 'Edit' }));
    const form = await screen.findByRole('dialog');
    fireEvent.click(within(form).getByRole('combobox', { name: 'Parent organisation' }));
    expect(await screen.findByRole('option', { name: 'Beside (sample)', hidden: true })).toBeDefined();
    expect(screen.queryByRole('option', { name: 'Below (sample)', hidden: true })).toBeNull();
    expect(screen.queryByRole('option', { name: 'Works (sample)', hidden: true })).toBeNull();
  });
});

describe('the page of an organisation', () => {
  it('shows its meetings and follow-ups on one line of time, and only one kind when asked', async () => {
    const meeting = aRecord('meeting', {
      day: daysLater(today, -40),
      title: english('First visit'),
      organisationIds: [works.id],
    });
    // The follow-up names the meeting only; it is the organisation's all the same.
    const followUp = aRecord('follow-up', { title: 'Send the paper', due: today, meetingId: meeting.id });
    installBridge({ records: [works, meeting, followUp] });
    renderOrganisation(works.id);
    await screen.findByRole('link', { name: 'First visit' });
    expect(
      screen.getAllByRole('link', { name: /^(First visit|Send the paper)$/ }).map(({ textContent }) => textContent),
    ).toEqual(['Send the paper', 'First visit']);
    fireEvent.click(screen.getByRole('radio', { name: /^Meetings/ }));
    expect(screen.queryByRole('link', { name: 'Send the paper' })).toBeNull();
  });

  it('ticks a follow-up off in the history, with a way back', async () => {
    const followUp = aRecord('follow-up', { title: 'Send the paper', organisationId: works.id });
    const fake = installBridge({ records: [works, followUp] });
    renderOrganisation(works.id);
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Done: Send the paper' }));
    await screen.findByText('“Send the paper” is done');
    expect(fake.callsOf('follow-ups:update')).toEqual([{ id: followUp.id, patch: { status: 'done' } }]);
  });

  it('goes to the Trash as a whole and back to the list, with a way back', async () => {
    const fake = installBridge({ records: [works] });
    renderOrganisation(works.id);
    fireEvent.click(await screen.findByRole('button', { name: 'More actions' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Move to Trash' }));
    await screen.findByText('“Works (sample)” was moved to the Trash');
    await waitFor(() => expect(screen.getByRole('status', { name: 'address' }).textContent).toBe('/organisations'));
    expect(fake.callsOf('organisations:trash')).toEqual([{ id: works.id }]);
  });
});
