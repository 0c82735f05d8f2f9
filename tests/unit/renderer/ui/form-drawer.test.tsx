import { describe, expect, it, jest } from '@jest/globals';
import { TextInput } from '@mantine/core';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { noText } from '@shared/domain/values';
import { failed } from '@shared/result';
import { draftOf, handOverDrafts, keptDrafts, recallDrafts } from '@renderer/lib/drafts';
import { leaveForms } from '@renderer/lib/leave-forms';
import { blankForm, formOf, useRecordForm } from '@renderer/lib/forms';
import { useDo } from '@renderer/lib/ipc';
import { DayField } from '@renderer/ui/day-field';
import { FormDrawer } from '@renderer/ui/form-drawer';
import { LocalisedTextField } from '@renderer/ui/localised-text-field';
import { RecordSelect } from '@renderer/ui/record-select';
import type { Trip } from '@shared/domain/trip/schema';
import { installBridge } from '../../../builders/fake-bridge';
import { aRecord, day, english, instant, nextId } from '../../../builders/records';
import { renderScreen } from '../../../builders/render-screen';

/** A form whose owner is somebody who is still being made. */
function OwnedForm({ made, onClose }: { readonly made: Promise<string>; readonly onClose: () => void }) {
  const create = useDo('follow-ups:create', { isInForm: true });
  const form = useRecordForm('follow-up', {
    draft: draftOf('follow-up', 'new'),
    initial: blankForm('follow-up', { title: 'Call back' }),
    onSubmit: (fields) => create.run({ fields }),
    onSaved: onClose,
  });
  return (
    <FormDrawer title="Follow-up" form={form} onClose={onClose}>
      <RecordSelect label="Owner" {...form.field('ownerId')} options={[]} onCreate={() => made} />
    </FormDrawer>
  );
}

interface TripFormProps {
  readonly trip?: Trip;
  readonly onClose: () => void;
}

function TripForm({ trip, onClose }: TripFormProps) {
  const create = useDo('trips:create', { isInForm: true });
  const update = useDo('trips:update', { isInForm: true });
  const form = useRecordForm('trip', {
    draft: draftOf('trip', trip?.id ?? 'new'),
    initial: trip ? formOf('trip', trip) : blankForm('trip', { title: noText, firstDay: null, lastDay: null }),
    onSubmit: (fields, changed) => (trip ? update.run({ id: trip.id, patch: changed }) : create.run({ fields })),
    onSaved: onClose,
  });
  return (
    <FormDrawer title="Trip" form={form} onClose={onClose}>
      <LocalisedTextField label="Title" {...form.field('title')} required />
      <TextInput label="Reference" {...form.text('reference')} />
      <DayField label="First day" {...form.field('firstDay')} required />
      <DayField label="Last day" {...form.field('lastDay')} required />
    </FormDrawer>
  );
}

function type(label: string, text: string): void {
  const box = screen.getByRole('textbox', { name: label });
  fireEvent.change(box, { target: { value: text } });
  fireEvent.blur(box);
}

const save = (): boolean => fireEvent.click(screen.getByRole('button', { name: /^Save/ }));
const complaintOf = (label: string): string => {
  const box = screen.getByRole('textbox', { name: label });
  return document.getElementById(box.getAttribute('aria-describedby') ?? '')?.textContent ?? '';
};

describe('a form in a drawer', () => {
  it('says beside each field what is wrong, and focuses the first', async () => {
    const fake = installBridge();
    renderScreen(<TripForm onClose={jest.fn()} />);
    type('First day', '30 feb 2026');
    save();
    await screen.findByText('A name in at least one script is needed.');
    expect(complaintOf('First day')).toMatch(/not a day of the calendar/);
    expect(complaintOf('Last day')).toBe('This is needed.');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Title, English' })));
    expect(fake.callsOf('trips:create')).toHaveLength(0);
  });

  it('says that a trip ends before it begins', async () => {
    installBridge();
    renderScreen(<TripForm onClose={jest.fn()} />);
    type('Title, English', 'Visit (sample)');
    type('First day', '26/2/2026');
    type('Last day', '25/2/2026');
    save();
    await waitFor(() => expect(complaintOf('Last day')).toBe('This is before the beginning.'));
  });

  it('sends the fields and closes', async () => {
    const fake = installBridge();
    const onClose = jest.fn();
    renderScreen(<TripForm onClose={onClose} />);
    type('Title, English', 'Visit (sample)');
    type('First day', '26/2/2026');
    type('Last day', '27/2/2026');
    fireEvent.keyDown(screen.getByRole('textbox', { name: 'Last day' }), { key: 'Enter', ctrlKey: true });
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(fake.callsOf('trips:create')).toMatchObject([
      { fields: { title: english('Visit (sample)'), firstDay: '2026-02-26', lastDay: '2026-02-27', reference: '' } },
    ]);
  });

  it('takes a day that is still being typed when it is saved by keyboard', async () => {
    const trip = aRecord('trip', { title: english('Visit'), firstDay: day('2026-02-26'), lastDay: day('2026-02-27') });
    const fake = installBridge({ records: [trip] });
    renderScreen(<TripForm trip={trip} onClose={jest.fn()} />);
    const box = screen.getByRole('textbox', { name: 'Last day' });
    act(() => box.focus());
    fireEvent.change(box, { target: { value: '28 feb 2026' } });
    fireEvent.keyDown(box, { key: 's', ctrlKey: true });
    await waitFor(() =>
      expect(fake.callsOf('trips:update')).toEqual([{ id: trip.id, patch: { lastDay: '2026-02-28' } }]),
    );
  });

  it('waits for somebody who is still being made when it is saved', async () => {
    const fake = installBridge();
    let finish: (id: string) => void = () => undefined;
    const made = new Promise<string>((resolve) => {
      finish = resolve;
    });
    const onClose = jest.fn();
    renderScreen(<OwnedForm made={made} onClose={onClose} />);
    fireEvent.change(screen.getByRole('combobox', { name: 'Owner' }), { target: { value: 'Lee' } });
    fireEvent.click(await screen.findByRole('option', { name: 'Add “Lee”' }));
    save();
    expect(fake.callsOf('follow-ups:create')).toHaveLength(0);
    const ownerId = nextId();
    await act(async () => {
      finish(ownerId);
      await made;
    });
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(fake.callsOf('follow-ups:create')).toMatchObject([{ fields: { ownerId } }]);
  });

  it('shows main’s complaint beside its field', async () => {
    installBridge({
      answers: {
        'trips:create': () =>
          failed({ code: 'invalid-input', issues: [{ path: 'fields.reference', code: 'invalid' }] }),
      },
    });
    renderScreen(<TripForm onClose={jest.fn()} />);
    type('Title, English', 'Visit (sample)');
    type('First day', '26/2/2026');
    type('Last day', '27/2/2026');
    save();
    await waitFor(() => expect(complaintOf('Reference')).toMatch(/cannot be used here/));
  });

  it('closes at once when nothing was typed', () => {
    installBridge();
    const onClose = jest.fn();
    renderScreen(<TripForm onClose={onClose} />);
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(onClose).toHaveBeenCalled();
  });

  it('asks before it throws away what was typed', async () => {
    installBridge();
    const onClose = jest.fn();
    renderScreen(<TripForm onClose={onClose} />);
    type('Reference', 'DV/1');
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await screen.findByText('Throw away what you typed?');
    expect(onClose).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Throw away' }));
    await waitFor(() => expect(onClose).toHaveBeenCalled());
  });

  it('goes on with the form when the question is left with Escape', async () => {
    installBridge();
    const onClose = jest.fn();
    renderScreen(<TripForm onClose={onClose} />);
    type('Reference', 'DV/1');
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await screen.findByText('Throw away what you typed?');
    fireEvent.keyDown(document.body, { key: 'Escape' });
    await waitFor(() => expect(screen.queryByText('Throw away what you typed?')).toBeNull());
    expect(onClose).not.toHaveBeenCalled();
    expect(screen.getByRole('textbox', { name: 'Reference' })).toBeDefined();
  });
});

describe('unsaved input of a form', () => {
  const typed = { title: english('Visit (sample)'), firstDay: '2026-02-26' };
  const kept = {
    key: 'trip/new',
    place: '/trips',
    keptAt: instant('2026-03-01T01:30:00.000Z'),
    values: { fields: typed },
  };

  it('is handed over when Attaché locks, and only what was typed', async () => {
    const fake = installBridge({ answers: { 'drafts:keep': () => undefined } });
    recallDrafts([]);
    renderScreen(<TripForm onClose={jest.fn()} />);
    type('Title, English', 'Visit (sample)');
    type('First day', '26/2/2026');
    expect(await handOverDrafts('/trips')).toBe(true);
    expect(fake.callsOf('drafts:keep')).toEqual([
      { place: '/trips', drafts: [{ key: 'trip/new', values: { fields: typed } }] },
    ]);
  });

  it('is offered again when the form was left for a meeting, and an open question about it is gone', async () => {
    installBridge({ answers: { 'drafts:keep': () => undefined } });
    recallDrafts([]);
    renderScreen(<TripForm onClose={jest.fn()} />);
    type('Title, English', 'Visit (sample)');
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await screen.findByRole('button', { name: 'Throw away' });
    expect(await leaveForms()).toBe(true);
    expect(keptDrafts.snapshot()).toMatchObject([
      { key: 'trip/new', values: { fields: { title: english('Visit (sample)') } } },
    ]);
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Throw away' })).toBeNull());
    recallDrafts([]);
  });

  it('keeps the form open, with everything in it, when it cannot be written', async () => {
    installBridge({ answers: { 'drafts:keep': () => failed({ code: 'disk-full' }) } });
    renderScreen(<TripForm onClose={jest.fn()} />);
    type('Reference', 'DV/1');
    expect(await leaveForms()).toBe(false);
    await screen.findByText('This form cannot be left just now');
    expect(screen.getByDisplayValue('DV/1')).toBeDefined();
  });

  it('is taken back when nothing is left of it', async () => {
    const fake = installBridge({ answers: { 'drafts:keep': () => undefined } });
    renderScreen(<TripForm onClose={jest.fn()} />);
    await handOverDrafts('/trips');
    expect(fake.callsOf('drafts:keep')).toEqual([{ place: '/trips', drafts: [{ key: 'trip/new', values: null }] }]);
  });

  it('is not there to hand over when main cannot write it', async () => {
    installBridge({ answers: { 'drafts:keep': () => failed({ code: 'disk-full' }) } });
    renderScreen(<TripForm onClose={jest.fn()} />);
    type('Reference', 'DV/1');
    expect(await handOverDrafts('/trips')).toBe(false);
  });

  it('stands in the same form again, which says so, until it is saved', async () => {
    const fake = installBridge({ answers: { 'drafts:keep': () => undefined } });
    recallDrafts([kept]);
    const onClose = jest.fn();
    renderScreen(<TripForm onClose={onClose} />);
    screen.getByText('Your unsaved input was kept.');
    expect(screen.getByRole('textbox', { name: 'Title, English' })).toHaveProperty('value', 'Visit (sample)');
    type('Last day', '27/2/2026');
    save();
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(fake.callsOf('trips:create')).toMatchObject([{ fields: typed }]);
    expect(fake.callsOf('drafts:keep')).toEqual([{ place: '/', drafts: [{ key: 'trip/new', values: null }] }]);
  });

  it('is kept no longer when it is thrown away', async () => {
    const fake = installBridge({ answers: { 'drafts:keep': () => undefined } });
    recallDrafts([kept]);
    renderScreen(<TripForm onClose={jest.fn()} />);
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Throw away' }));
    await waitFor(() => expect(fake.callsOf('drafts:keep')).toHaveLength(1));
  });

  it('of another shape than the form has now is left out', () => {
    installBridge();
    recallDrafts([{ ...kept, values: { fields: { title: 'a text', reference: 'DV/1', gone: true } } }]);
    renderScreen(<TripForm onClose={jest.fn()} />);
    expect(screen.getByRole('textbox', { name: 'Reference' })).toHaveProperty('value', 'DV/1');
    expect(screen.getByRole('textbox', { name: 'Title, English' })).toHaveProperty('value', '');
    recallDrafts([]);
  });
});
