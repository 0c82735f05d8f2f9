import { describe, expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { ReportPhotographs } from '@renderer/features/files';
import type { CalendarDate } from '@shared/dates';
import type { Attachment } from '@shared/domain/attachment/schema';
import { noText } from '@shared/domain/values';
import { installBridge } from '../../../../builders/fake-bridge';
import { aRecord, nextId } from '../../../../builders/records';
import { renderScreen } from '../../../../builders/render-screen';

const tripId = nextId();
const meetingId = nextId();
const patience = { timeout: 8000 };

function aPhotograph(name: string, fields: Partial<Attachment>): Attachment {
  return aRecord('attachment', { sha256: 'a'.repeat(64), name, mime: 'image/jpeg', size: 1200, ...fields });
}

const records = [
  aRecord(
    'meeting',
    { tripId, title: { ...noText, en: 'Courtesy call (sample)' }, day: '2026-03-02' as CalendarDate },
    { id: meetingId },
  ),
  aPhotograph('gate.jpg', { tripId, position: 1, isInReport: true }),
  aPhotograph('hall.jpg', { tripId, position: 2 }),
  aPhotograph('table.jpg', { meetingId, position: 1 }),
  aPhotograph('elsewhere.jpg', { tripId: nextId(), position: 1 }),
];

describe('the photographs of a report', () => {
  it('are those of the trip and its meetings, and how many are chosen is said', async () => {
    installBridge({ records });
    renderScreen(<ReportPhotographs tripId={tripId} />);
    expect(await screen.findByText('1 of 3 chosen', {}, patience)).toBeDefined();
  });

  it('are chosen one by one or all of a meeting together', async () => {
    const fake = installBridge({ records, answers: { 'attachments:choose': () => undefined } });
    renderScreen(<ReportPhotographs tripId={tripId} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Choose photographs' }, patience));
    const ofTrip = await screen.findByRole('region', { name: 'Photographs of The whole trip' }, patience);
    fireEvent.click(within(ofTrip).getByRole('checkbox', { name: 'hall.jpg is in the report' }));
    await waitFor(
      () => expect(fake.callsOf('attachments:update')).toMatchObject([{ patch: { isInReport: true } }]),
      patience,
    );
    const ofMeeting = screen.getByRole('region', { name: 'Photographs of Courtesy call (sample)' });
    fireEvent.click(within(ofMeeting).getByRole('button', { name: 'Choose all' }));
    await waitFor(
      () => expect(fake.callsOf('attachments:choose')).toEqual([{ ids: [records[3]?.id], isInReport: true }]),
      patience,
    );
  });

  it('are put in order with Alt and an arrow key', async () => {
    const fake = installBridge({ records });
    renderScreen(<ReportPhotographs tripId={tripId} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Choose photographs' }, patience));
    const tick = await screen.findByRole('checkbox', { name: 'hall.jpg is in the report' }, patience);
    fireEvent.keyDown(tick, { key: 'ArrowLeft', altKey: true });
    await waitFor(
      () => expect(fake.callsOf('attachments:update')).toEqual([{ id: records[2]?.id, patch: { position: 0 } }]),
      patience,
    );
  });
});
