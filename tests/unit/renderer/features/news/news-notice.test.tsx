import { describe, expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { NewsNotice } from '@renderer/features/news';
import type { NewsShown } from '@shared/ipc/sync-channels';
import { installBridge } from '../../../../builders/fake-bridge';
import { instant, nextId } from '../../../../builders/records';
import { renderScreen } from '../../../../builders/render-screen';

const [tripId, organisationId] = [nextId(), nextId()];
const change: NewsShown['changes'][number] = {
  ...{ type: 'organisation', id: organisationId, title: 'Harbour (sample)', subject: null, by: 'Wong Mei-ling' },
  ...{ at: instant('2026-03-01T01:30:00.000Z'), became: 'changed' },
};

function shown(news: () => NewsShown): ReturnType<typeof installBridge> {
  const bridge = installBridge({ answers: { 'news:about': news, 'news:looked': () => undefined } });
  renderScreen(<NewsNotice type="trip" id={tripId} />);
  return bridge;
}

describe('what colleagues changed', () => {
  it('says who changed how much, and on asking what', async () => {
    shown(() => ({ count: 3, writers: ['Wong Mei-ling', ''], changes: [change, { ...change, id: tripId, by: '' }] }));
    await screen.findByText('Wong Mei-ling, Somebody changed 3 things here since you last looked.');
    fireEvent.click(screen.getByRole('button', { name: 'What was changed' }));
    const [first, second, more] = screen.getAllByRole('listitem');
    const link = within(first!).getByRole('link', { name: 'Harbour (sample)' });
    expect(link.getAttribute('href')).toContain(organisationId);
    expect(first?.textContent).toContain('changed by Wong Mei-ling');
    expect(second?.textContent).toContain('changed by Somebody');
    expect(more?.textContent).toBe('and one more');
  });

  it('is gone once it was seen', async () => {
    let count = 1;
    const { callsOf } = shown(() => ({ count, writers: ['Wong'], changes: [change] }));
    await screen.findByText('Wong changed one thing here since you last looked.');
    count = 0;
    fireEvent.click(screen.getByRole('button', { name: 'Seen' }));
    await waitFor(() => {
      expect(screen.queryByRole('button', { name: 'Seen' })).toBeNull();
    });
    expect(callsOf('news:looked')).toEqual([{ type: 'trip', id: tripId }]);
  });

  it('is nothing when nobody did anything', async () => {
    const { callsOf } = shown(() => ({ count: 0, writers: [], changes: [] }));
    await waitFor(() => {
      expect(callsOf('news:about')).toHaveLength(1);
    });
    expect(screen.queryByRole('button')).toBeNull();
  });
});
