import { afterEach, describe, expect, it } from '@jest/globals';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { DocumentsPanel, usePrintKey } from '@renderer/features/documents';
import { clearDesk } from '@renderer/features/documents/document-desk';
import { readPlace } from '@renderer/lib/places';
import type { InputOf, OutputOf } from '@shared/ipc/contract';
import { failed } from '@shared/result';
import type { Result } from '@shared/result';
import { installBridge } from '../../../../builders/fake-bridge';
import { aRecord, day, english } from '../../../../builders/records';
import { renderScreen } from '../../../../builders/render-screen';

const trip = aRecord('trip', { title: english('Visit'), firstDay: day('2026-02-26'), lastDay: day('2026-02-27') });
const nothing = { sensitiveLines: 0, restrictedRecords: 0, personalNumbers: 0 };
const document = {
  pdf: new Uint8Array([37, 80, 68, 70]),
  pages: 1,
  fileName: 'Visit',
  leftOut: nothing,
  placeholders: 0,
  templateGaps: [],
};
type Answer = Result<OutputOf<'documents:make'>>;

/** Documents that are made when the test says so, each job by itself. */
function install(answers: Parameters<typeof installBridge>[0] = {}) {
  const waiting = new Map<string, (answer: Answer) => void>();
  const fake = installBridge({
    records: [trip],
    ...answers,
    answers: { 'documents:left-out': () => nothing, ...answers.answers },
  });
  const { call } = fake.bridge;
  Object.assign(fake.bridge, {
    call: async (channel: string, input: unknown) => {
      if (channel !== 'documents:make') return call(channel, input);
      void call(channel, input);
      return new Promise<Answer>((resolve) => waiting.set((input as InputOf<'documents:make'>).jobId, resolve));
    },
  });
  const asked = () => fake.callsOf('documents:make') as InputOf<'documents:make'>[];
  const nth = async (count: number): Promise<InputOf<'documents:make'>> => {
    await waitFor(() => expect(asked()).toHaveLength(count));
    return asked()[count - 1] as InputOf<'documents:make'>;
  };
  const finish = async (count: number, answer: Answer = { ok: true, value: document }): Promise<void> => {
    const { jobId } = await nth(count);
    await act(async () => {
      waiting.get(jobId)?.(answer);
      await Promise.resolve();
    });
  };
  return { fake, asked, nth, finish };
}

afterEach(() => act(clearDesk));

describe('the documents of a trip', () => {
  it('are made as soon as they are looked at, say how far they are, and can be saved', async () => {
    const { fake, nth, finish } = install({
      answers: { 'documents:save': () => ({ path: '/home/officer/Visit.pdf' }), 'documents:open': () => undefined },
    });
    renderScreen(<DocumentsPanel tripId={trip.id} />);
    const { jobId, choices } = await nth(1);
    expect(choices).toMatchObject({ kind: 'report', form: 'en', audience: 'internal', isWithSensitive: false });
    act(() => fake.tell({ kind: 'documents:progress', jobId, stage: 'printing', done: 0.6 }));
    expect(await screen.findByText('Printing')).toBeDefined();
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('60');
    await finish(1);
    fireEvent.click(await screen.findByRole('button', { name: /^Save as PDF/ }));
    await screen.findByText('/home/officer/Visit.pdf');
    expect(fake.callsOf('documents:save')).toMatchObject([{ jobId, format: 'pdf' }]);
    fireEvent.click(screen.getByRole('button', { name: 'Open' }));
    await waitFor(() => expect(fake.callsOf('documents:open')).toEqual([{ path: '/home/officer/Visit.pdf' }]));
  });

  it('are saved as soon as they are there when Ctrl+P comes before them', async () => {
    const { fake, nth, finish } = install({ answers: { 'documents:save': () => null } });
    renderScreen(<DocumentsPanel tripId={trip.id} />);
    const { jobId } = await nth(1);
    fireEvent.keyDown(window, { key: 'p', ctrlKey: true });
    expect(fake.callsOf('documents:save')).toEqual([]);
    await finish(1);
    await waitFor(() => expect(fake.callsOf('documents:save')).toMatchObject([{ jobId, format: 'pdf' }]));
  });

  it('say what a template leaves to be filled in, and on which of its lines', async () => {
    const { finish } = install();
    renderScreen(<DocumentsPanel tripId={trip.id} />);
    const templateGaps = [
      { line: 4, words: 'date', count: 1 },
      { line: 12, words: 'price', count: 3 },
    ];
    await finish(1, { ok: true, value: { ...document, placeholders: 4, templateGaps } });
    expect(await screen.findByText('4 places marked 【…】 are still to be filled in.')).toBeDefined();
    const list = screen.getByRole('list', { name: 'Places to fill in, by the lines of the template' });
    expect(
      within(list)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['Line 4【date】', 'Line 12【price】3 times']);
  });

  it('are saved in other formats from the menu', async () => {
    const { fake, finish } = install({ answers: { 'documents:save': () => null } });
    renderScreen(<DocumentsPanel tripId={trip.id} />);
    await finish(1);
    fireEvent.click(await screen.findByRole('button', { name: 'Other formats' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Save as Word document…' }));
    await waitFor(() => expect(fake.callsOf('documents:save')).toMatchObject([{ format: 'word' }]));
  });

  it('are made again for another choice, and the pages before stay until then', async () => {
    const { nth, finish } = install();
    renderScreen(<DocumentsPanel tripId={trip.id} />);
    await finish(1, { ok: true, value: { ...document, leftOut: { ...nothing, sensitiveLines: 2 } } });
    expect(await screen.findByText('2 sensitive lines are left out.')).toBeDefined();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Include sensitive lines' }));
    expect((await nth(2)).choices.isWithSensitive).toBe(true);
    expect(screen.getByRole('button', { name: /^Save as PDF/ })).toHaveProperty('disabled', true);
    await finish(2);
    await waitFor(() => expect(screen.getByRole('button', { name: /^Save as PDF/ })).toHaveProperty('disabled', false));
  });

  it('are made again when the trip has changed', async () => {
    const { fake, nth, finish } = install();
    renderScreen(<DocumentsPanel tripId={trip.id} />);
    await finish(1);
    await screen.findByRole('button', { name: /^Save as PDF/ });
    act(() => fake.tell({ kind: 'changed', types: ['meeting'] }));
    await waitFor(() => expect(fake.callsOf('documents:make')).toHaveLength(2), { timeout: 4000 });
    expect((await nth(2)).choices.kind).toBe('report');
  });

  it('can be stopped, and stay stopped until they are asked for again', async () => {
    const { fake, nth, finish } = install({ answers: { 'documents:cancel': () => undefined } });
    renderScreen(<DocumentsPanel tripId={trip.id} />);
    const { jobId } = await nth(1);
    fireEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(fake.callsOf('documents:cancel')).toEqual([{ jobId }]);
    await finish(1, failed({ code: 'cancelled' }));
    await screen.findByText('Stopped');
    expect(screen.queryByRole('alert')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Make it again' }));
    await nth(2);
  });

  it('say in plain words why they could not be made', async () => {
    const { finish } = install();
    renderScreen(<DocumentsPanel tripId={trip.id} />);
    await finish(1, failed({ code: 'internal' }));
    expect((await screen.findByRole('alert')).textContent).toContain('The document could not be made');
  });

  it('can be saved all the same when their pages cannot be shown', async () => {
    const { finish } = install();
    renderScreen(<DocumentsPanel tripId={trip.id} />);
    await finish(1, { ok: true, value: { ...document, pdf: new Uint8Array([1, 2, 3]) } });
    await screen.findByText('The pages cannot be shown here');
    expect(screen.getByRole('button', { name: /^Save as PDF/ })).toHaveProperty('disabled', false);
  });

  it('say what the version for outside leaves out before it is made, and never print sensitive lines there', async () => {
    const { nth, finish } = install({
      answers: { 'documents:left-out': () => ({ sensitiveLines: 1, restrictedRecords: 2, personalNumbers: 0 }) },
    });
    renderScreen(<DocumentsPanel tripId={trip.id} />);
    await finish(1);
    fireEvent.click(screen.getByRole('checkbox', { name: 'Include sensitive lines' }));
    fireEvent.click(screen.getByRole('radio', { name: 'Outside' }));
    expect(await screen.findByText('1 sensitive line')).toBeDefined();
    expect(screen.getByText('2 restricted records')).toBeDefined();
    const { choices } = await nth(2);
    expect(choices).toMatchObject({ audience: 'external', isWithSensitive: false });
  });

  it('remember how each was last made, but for the sensitive lines', async () => {
    const { nth, finish } = install();
    const { unmount } = renderScreen(<DocumentsPanel tripId={trip.id} />);
    await finish(1);
    fireEvent.click(screen.getByRole('checkbox', { name: 'Annexes' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Include sensitive lines' }));
    await finish(2);
    const kept = `${trip.id}/document/report`;
    const places = { [kept]: readPlace(kept) ?? '' };
    unmount();
    renderScreen(<DocumentsPanel tripId={trip.id} />, { places });
    const { choices } = await nth(3);
    expect(choices.isWithSensitive).toBe(false);
    expect(choices.sections).not.toContain('annexes');
    expect(choices.sections).toContain('visits');
  });

  it('have their sections put in another order by key', async () => {
    const { nth, finish } = install();
    renderScreen(<DocumentsPanel tripId={trip.id} />);
    await finish(1);
    const sections = screen.getByRole('list', { name: 'Sections' });
    fireEvent.keyDown(within(sections).getByRole('checkbox', { name: 'Delegation' }), { key: 'ArrowUp', altKey: true });
    expect((await nth(2)).choices.sections.slice(0, 2)).toEqual(['delegation', 'purpose']);
  });

  it('lead from what the report lacks to where that can be written', async () => {
    install();
    renderScreen(<DocumentsPanel tripId={trip.id} />);
    const link = await screen.findByRole('link', { name: 'The purpose of the visit' });
    expect(link.getAttribute('href')).toBe(`/trips/${trip.id}/overview`);
  });
});

describe('Ctrl+P in another part of the trip', () => {
  function Overview() {
    usePrintKey(trip.id, false);
    return null;
  }

  it('goes to the documents', async () => {
    installBridge({ records: [trip] });
    renderScreen(<Overview />);
    fireEvent.keyDown(window, { key: 'p', ctrlKey: true });
    await waitFor(() => expect(screen.getByLabelText('address').textContent).toBe(`/trips/${trip.id}/documents`));
  });
});
