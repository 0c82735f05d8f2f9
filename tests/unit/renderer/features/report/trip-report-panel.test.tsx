import { afterEach, describe, expect, it } from '@jest/globals';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { TripReportPanel, usePrintReport } from '@renderer/features/report';
import { clearDesk } from '@renderer/features/report/report-desk';
import type { InputOf, OutputOf } from '@shared/ipc/contract';
import { failed } from '@shared/result';
import type { Result } from '@shared/result';
import { installBridge } from '../../../../builders/fake-bridge';
import { aRecord, day, english } from '../../../../builders/records';
import { renderScreen } from '../../../../builders/render-screen';

const trip = aRecord('trip', { title: english('Visit'), firstDay: day('2026-02-26'), lastDay: day('2026-02-27') });
const report = { pdf: new Uint8Array([37, 80, 68, 70]), pages: 1, fileName: 'visit.pdf', leftOut: 0 };

/** A report that is made when the test says so. */
function aPress() {
  let finish: (answer: Result<OutputOf<'report:make'>>) => void = () => undefined;
  const promise = new Promise<Result<OutputOf<'report:make'>>>((resolve) => (finish = resolve));
  return { promise, finish };
}

function install(answers: Parameters<typeof installBridge>[0] = {}) {
  const press = aPress();
  const fake = installBridge({ records: [trip], ...answers });
  const { call } = fake.bridge;
  Object.assign(fake.bridge, {
    call: (channel: string, input: unknown) =>
      channel === 'report:make' ? call(channel, input).then(() => press.promise) : call(channel, input),
  });
  return { fake, press };
}

function jobIdOf(fake: ReturnType<typeof installBridge>): string {
  return (fake.callsOf('report:make')[0] as InputOf<'report:make'>).jobId;
}

/** The press is done, and the screen has heard of it. */
async function finish(press: ReturnType<typeof aPress>, answer: Result<OutputOf<'report:make'>>): Promise<void> {
  await act(async () => {
    press.finish(answer);
    await Promise.resolve();
  });
}

describe('the report of a trip', () => {
  afterEach(() => act(clearDesk));

  it('is made with Ctrl+P, says how far it is, and is there to be saved', async () => {
    const { fake, press } = install();
    renderScreen(<TripReportPanel tripId={trip.id} />);
    await screen.findByText('The report has not been made yet');
    fireEvent.keyDown(window, { key: 'p', ctrlKey: true });
    await screen.findByText('Gathering what was written');
    act(() => fake.tell({ kind: 'report:progress', jobId: jobIdOf(fake), stage: 'printing', done: 0.6 }));
    expect(screen.getByText('Printing')).toBeDefined();
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('60');
    await finish(press, { ok: true, value: report });
    expect(await screen.findByRole('button', { name: 'Save as PDF…' })).toBeDefined();
  });

  it('leaves sensitive lines out and says how many, until they are asked for', async () => {
    const { fake, press } = install();
    renderScreen(<TripReportPanel tripId={trip.id} />);
    const wish = await screen.findByRole('checkbox', { name: 'Include sensitive lines' });
    expect(wish).toHaveProperty('checked', false);
    fireEvent.click(screen.getByRole('button', { name: /^Make the report/ }));
    await screen.findByText('Gathering what was written');
    await finish(press, { ok: true, value: { ...report, leftOut: 2 } });
    expect(await screen.findByText('2 sensitive lines are left out.')).toBeDefined();
    fireEvent.click(wish);
    await waitFor(() =>
      expect(fake.callsOf('report:make')).toMatchObject([{ isWithSensitive: false }, { isWithSensitive: true }]),
    );
  });

  it('can be cancelled while it is made', async () => {
    const { fake, press } = install({ answers: { 'report:cancel': () => undefined } });
    renderScreen(<TripReportPanel tripId={trip.id} />);
    fireEvent.click(await screen.findByRole('button', { name: /^Make the report/ }));
    fireEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(fake.callsOf('report:cancel')).toEqual([{ jobId: jobIdOf(fake) }]);
    await finish(press, failed({ code: 'cancelled' }));
    await screen.findByText('The report has not been made yet');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says in plain words why it could not be made', async () => {
    const { press } = install();
    renderScreen(<TripReportPanel tripId={trip.id} />);
    fireEvent.click(await screen.findByRole('button', { name: /^Make the report/ }));
    await finish(press, failed({ code: 'internal' }));
    expect((await screen.findByRole('alert')).textContent).toContain('The report could not be made');
  });

  it('says where it was saved, and opens it there', async () => {
    const { fake, press } = install({
      answers: { 'report:save': () => ({ path: '/home/officer/visit.pdf' }), 'report:open': () => undefined },
    });
    renderScreen(<TripReportPanel tripId={trip.id} />);
    fireEvent.click(await screen.findByRole('button', { name: /^Make the report/ }));
    await finish(press, { ok: true, value: report });
    fireEvent.click(await screen.findByRole('button', { name: 'Save as PDF…' }));
    await screen.findByText('/home/officer/visit.pdf');
    fireEvent.click(screen.getByRole('button', { name: 'Open' }));
    await waitFor(() => expect(fake.callsOf('report:open')).toEqual([{ path: '/home/officer/visit.pdf' }]));
  });

  it('can be saved all the same when its pages cannot be shown', async () => {
    const { press } = install();
    renderScreen(<TripReportPanel tripId={trip.id} />);
    fireEvent.click(await screen.findByRole('button', { name: /^Make the report/ }));
    await finish(press, { ok: true, value: { ...report, pdf: new Uint8Array([1, 2, 3]) } });
    await screen.findByText('The pages cannot be shown here');
    expect(screen.getByRole('button', { name: 'Save as PDF…' })).toBeDefined();
  });

  it('says when the trip was changed since it was made', async () => {
    const { fake, press } = install();
    renderScreen(<TripReportPanel tripId={trip.id} />);
    fireEvent.click(await screen.findByRole('button', { name: /^Make the report/ }));
    await finish(press, { ok: true, value: report });
    await screen.findByText(/^Made /);
    act(() => fake.tell({ kind: 'changed', types: ['meeting'] }));
    await screen.findByText(/^Changed since /);
  });

  it('stays while its reader looks at another part of the trip', async () => {
    const { press } = install();
    const { unmount } = renderScreen(<TripReportPanel tripId={trip.id} />);
    fireEvent.click(await screen.findByRole('button', { name: /^Make the report/ }));
    await finish(press, { ok: true, value: report });
    await screen.findByText(/^Made /);
    unmount();
    renderScreen(<TripReportPanel tripId={trip.id} />);
    expect(await screen.findByText(/^Made /)).toBeDefined();
  });

  it('leads from what it lacks to where that can be written', async () => {
    install();
    renderScreen(<TripReportPanel tripId={trip.id} />);
    const link = await screen.findByRole('link', { name: 'The purpose of the visit' });
    expect(link.getAttribute('href')).toBe(`/trips/${trip.id}/overview`);
  });
});

describe('Ctrl+P in another part of the trip', () => {
  function Overview() {
    usePrintReport(trip.id, false);
    return null;
  }

  it('goes to the report and has it made', async () => {
    installBridge({ records: [trip] });
    renderScreen(<Overview />);
    fireEvent.keyDown(window, { key: 'p', ctrlKey: true });
    await waitFor(() => expect(screen.getByLabelText('address').textContent).toBe(`/trips/${trip.id}/report?make`));
  });
});
