import { describe, expect, it, jest } from '@jest/globals';
import { TextInput } from '@mantine/core';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { noText } from '@shared/domain/values';
import { failed } from '@shared/result';
import { blankForm, formOf, useRecordForm } from '@renderer/lib/forms';
import { useDo } from '@renderer/lib/ipc';
import { DayField } from '@renderer/ui/day-field';
import { FormDrawer } from '@renderer/ui/form-drawer';
import { LocalisedTextField } from '@renderer/ui/localised-text-field';
import { RecordSelect } from '@renderer/ui/record-select';
import type { Trip } from '@shared/domain/trip/schema';
import { installBridge } from '../../../builders/fake-bridge';
import { aRecord, day, english, nextId } from '../../../builders/records';
import { renderScreen } from '../../../builders/render-screen';

/** A form whose owner is somebody who is still being made. */
function OwnedForm({ made, onClose }: { readonly made: Promise<string>; readonly onClose: () => void }) {
  const create = useDo('follow-ups:create', { isInForm: true });
  const form = useRecordForm('follow-up', {
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
