import { describe, expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { PeoplePage, PersonPage } from '@renderer/features/people';
import { installBridge } from '../../../../builders/fake-bridge';
import { aRecord, day, english } from '../../../../builders/records';
import { renderScreen } from '../../../../builders/render-screen';

function aPerson(given: string, family: string, side: 'ours' | 'theirs' = 'theirs') {
  return aRecord('person', { side, givenName: english(given), familyName: english(family) });
}

function renderPerson(id: string): void {
  renderScreen(
    <Routes>
      <Route path="/people/:personId" element={<PersonPage />} />
      <Route path="*" element={null} />
    </Routes>,
    { at: `/people/${id}` },
  );
}

function fill(form: HTMLElement, name: string, value: string): void {
  fireEvent.change(within(form).getByRole('textbox', { name }), { target: { value } });
}

describe('people', () => {
  it('are shown as contacts or as our own side, with every way that a name is written', async () => {
    const contact = aRecord('person', {
      familyName: { en: 'Shen', zhHant: '沈', zhHans: '沈' },
      givenName: { en: 'Yue (sample)', zhHant: '玥', zhHans: '玥' },
    });
    installBridge({ records: [contact, aPerson('Kelvin', 'Ho (sample)', 'ours')] });
    renderScreen(<PeoplePage />);
    const row = (await screen.findByText('Yue (sample) Shen')).closest('tr')!;
    expect(within(row).getByText('沈玥')).toBeDefined();
    expect(screen.queryByText('Kelvin Ho (sample)')).toBeNull();
    fireEvent.click(screen.getByRole('tab', { name: 'Our side' }));
    expect(await screen.findByText('Kelvin Ho (sample)')).toBeDefined();
    expect(screen.queryByText('Yue (sample) Shen')).toBeNull();
  });

  it('can be made together with their organisation and post, and nothing is made before the form is saved', async () => {
    const fake = installBridge();
    renderScreen(<PeoplePage />, { at: '/people?new' });
    const form = await screen.findByRole('dialog');
    fill(form, 'Family name, Traditional Chinese', '陳');
    const organisation = within(form).getByRole('combobox', { name: 'Organisation' });
    fireEvent.change(organisation, { target: { value: 'New Works (sample)' } });
    fireEvent.click(await screen.findByRole('option', { name: /New Works/, hidden: true }));
    await within(form).findByRole('textbox', { name: 'Job title, English' });
    fill(form, 'Job title, English', 'Founder');
    expect(fake.callsOf('organisations:create')).toEqual([]);
    fireEvent.click(within(form).getByRole('button', { name: /^Add person/ }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const made = [...fake.records.values()];
    const works = made.find(({ type }) => type === 'organisation');
    const person = made.find(({ type }) => type === 'person');
    expect(works).toMatchObject({ legalName: english('New Works (sample)') });
    expect(made.find(({ type }) => type === 'affiliation')).toMatchObject({
      personId: person!.id,
      organisationId: works!.id,
      jobTitle: english('Founder'),
      isPrimary: true,
    });
    await waitFor(() =>
      expect(screen.getByRole('status', { name: 'address' }).textContent).toBe(`/people/${person!.id}`),
    );
  });

  it('need a name in some script, and say so beside it', async () => {
    const fake = installBridge();
    renderScreen(<PeoplePage />, { at: '/people?new' });
    const form = await screen.findByRole('dialog');
    fireEvent.click(within(form).getByRole('button', { name: /^Add person/ }));
    expect(await within(form).findByText('A name in at least one script is needed.')).toBeDefined();
    expect(fake.callsOf('people:create')).toEqual([]);
  });

  it('have e-mail addresses that are checked each beside its own box; an empty box counts for nothing', async () => {
    const fake = installBridge();
    renderScreen(<PeoplePage />, { at: '/people?new' });
    const form = await screen.findByRole('dialog');
    fill(form, 'Family name, English', 'Chan (sample)');
    fill(form, 'E-mail', 'chan@works.example');
    fireEvent.click(within(form).getByRole('button', { name: 'Add another' }));
    fireEvent.click(within(form).getByRole('button', { name: /^Add person/ }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(fake.callsOf('people:create')).toMatchObject([{ fields: { emails: ['chan@works.example'] } }]);
  });

  it('are pointed out when somebody of the same name is here already', async () => {
    installBridge({ records: [aPerson('Tai-man', 'Chan')] });
    renderScreen(<PeoplePage />, { at: '/people?new' });
    const form = await screen.findByRole('dialog');
    fill(form, 'Family name, English', 'chan');
    fill(form, 'Given name, English', 'tai-man');
    expect(await within(form).findByText('Already here under this name: Tai-man Chan')).toBeDefined();
  });

  it('are pointed out when a name of theirs sounds so', async () => {
    const chan = aPerson('Tai-man', 'Chan');
    const fake = installBridge({ records: [chan], answers: { 'search:names': () => [chan.id] } });
    renderScreen(<PeoplePage />, { at: '/people?new' });
    const form = await screen.findByRole('dialog');
    fill(form, 'Family name, Traditional Chinese', '陳');
    fill(form, 'Given name, Traditional Chinese', '大文');
    expect(await within(form).findByText('Already here under this name: Tai-man Chan')).toBeDefined();
    expect(fake.callsOf('search:names')).toContainEqual({ text: '陳大文', kinds: ['person'], most: 5, isWhole: true });
  });
});

describe('the page of a person', () => {
  const person = aPerson('Yue', 'Shen (sample)');
  const works = aRecord('organisation', { legalName: english('Works (sample)') });
  const council = aRecord('organisation', { legalName: english('Council (sample)') });
  const atWorks = aRecord('affiliation', { personId: person.id, organisationId: works.id, isPrimary: true });
  const atCouncil = aRecord('affiliation', {
    personId: person.id,
    organisationId: council.id,
    from: day('2024-01-01'),
  });
  const records = [person, works, council, atWorks, atCouncil];

  it('takes the primary mark from one post when another is given it', async () => {
    const fake = installBridge({ records });
    renderPerson(person.id);
    fireEvent.click(await screen.findByRole('button', { name: 'More actions for Council (sample)' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Make it the primary post' }));
    await waitFor(() => expect(fake.records.get(atWorks.id)).toMatchObject({ isPrimary: false }));
    expect(fake.records.get(atCouncil.id)).toMatchObject({ isPrimary: true });
  });

  it('moves a post that ended today to those before, with a way back', async () => {
    installBridge({ records });
    renderPerson(person.id);
    fireEvent.click(await screen.findByRole('button', { name: 'More actions for Works (sample)' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Ended today' }));
    const before = await screen.findByRole('list', { name: 'Before' });
    expect(within(before).getByText('Works (sample)')).toBeDefined();
    expect(screen.getByRole('button', { name: 'Undo' })).toBeDefined();
  });

  it('asks for an organisation before it makes a post', async () => {
    const fake = installBridge({ records: [person] });
    renderPerson(person.id);
    fireEvent.click((await screen.findAllByRole('button', { name: 'Add to organisation' }))[0]!);
    const form = await screen.findByRole('dialog');
    fireEvent.click(within(form).getByRole('button', { name: /^Save/ }));
    expect(await within(form).findByText('Say where the post is.')).toBeDefined();
    expect(fake.callsOf('affiliations:create')).toEqual([]);
  });

  it('keeps pictures of a name card with the person, as their card and in one step', async () => {
    const attachment = aRecord('attachment', { sha256: 'a'.repeat(64), name: 'front.jpg', size: 4 });
    const added = { attachment, isThereAlready: false, place: 'none' } as const;
    const fake = installBridge({ records: [person], answers: { 'attachments:add': () => added } });
    renderPerson(person.id);
    const card = (name: string): File => {
      const file = new File(['card'], name, { type: 'image/jpeg' });
      return Object.assign(file, { arrayBuffer: () => Promise.resolve(new ArrayBuffer(4)) });
    };
    fireEvent.change(await screen.findByLabelText('Add a name card…'), {
      target: { files: [card('front.jpg'), card('back.jpg')] },
    });
    expect(await screen.findByText('2 pictures of name cards were added')).toBeDefined();
    const asked = fake.callsOf('attachments:add') as { run: string }[];
    expect(asked).toMatchObject([
      { subject: { type: 'person', id: person.id }, name: 'front.jpg', as: 'card', isPlaceKept: false },
      { name: 'back.jpg', as: 'card' },
    ]);
    expect(new Set(asked.map(({ run }) => run)).size).toBe(1);
  });

  it('says of somebody in the Trash where to find them', async () => {
    installBridge();
    renderPerson(person.id);
    expect(await screen.findByText('This person is not here any more')).toBeDefined();
    expect(screen.getByRole('link', { name: 'Look in the Trash' }).getAttribute('href')).toBe('/trash');
  });
});
