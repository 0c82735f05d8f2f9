import { describe, expect, it, jest } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { SearchDialog, SearchPage } from '@renderer/features/search';
import type { SearchAnswer, SearchHit } from '@shared/ipc/search-channels';
import { installBridge } from '../../../../builders/fake-bridge';
import { day, nextId } from '../../../../builders/records';
import { renderScreen } from '../../../../builders/render-screen';

const tripId = nextId();

function aHit(part: Partial<SearchHit> & Pick<SearchHit, 'type' | 'title'>): SearchHit {
  return {
    id: nextId(),
    titleMarks: [],
    field: 'title',
    excerpt: null,
    excerptMarks: [],
    subject: null,
    day: null,
    place: null,
    ...part,
  };
}

function answerOf(hits: readonly SearchHit[], part: Partial<SearchAnswer> = {}): SearchAnswer {
  const kinds = [...new Set(hits.map(({ type }) => type))];
  const groups = kinds.map((kind) => {
    const own = hits.filter(({ type }) => type === kind);
    return { kind, hits: own, total: own.length, isAtLeast: false };
  });
  return { groups, recent: [], isComplete: true, ...part };
}

const trip = aHit({ type: 'trip', id: tripId, title: 'Hangzhou visit', titleMarks: [{ start: 0, length: 8 }] });
const item = aHit({
  type: 'itinerary-item',
  title: 'Arrival',
  field: 'place',
  excerpt: 'Hangzhou East',
  excerptMarks: [{ start: 0, length: 8 }],
  subject: { type: 'trip', id: tripId, title: 'Hangzhou visit' },
  day: day('2026-02-26'),
});

const box = (): HTMLElement => screen.getByRole('combobox', { name: 'Search everything' });
const address = (): string | null => screen.getByLabelText('address').textContent;

describe('the search screen', () => {
  it('marks the match, says in which part it stands, and opens the chosen result at its place', async () => {
    const fake = installBridge({
      answers: { 'search:all': () => answerOf([trip, item]), 'search:opened': () => undefined },
    });
    renderScreen(<SearchPage />, { at: '/search' });
    fireEvent.change(box(), { target: { value: 'hangzhou' } });
    const trips = await screen.findByRole('group', { name: 'Trips' });
    expect(within(trips).getByText('Hangzhou', { selector: 'mark' })).toBeDefined();
    fireEvent.keyDown(box(), { key: 'ArrowDown' });
    const chosen = screen.getByRole('option', { selected: true });
    expect(chosen.textContent).toMatch(/^Arrival.*2026 · Hangzhou visitPlace: Hangzhou East$/);
    fireEvent.keyDown(box(), { key: 'Enter' });
    await waitFor(() => expect(address()).toBe(`/trips/${tripId}/programme?show=${item.id}`));
    expect(fake.callsOf('search:opened')).toEqual([{ type: 'itinerary-item', id: item.id }]);
  });

  it('opens a note at the words that were found in it', async () => {
    const meetingId = nextId();
    const note = aHit({
      type: 'note',
      title: 'Visit to Lamp (sample)',
      field: 'note',
      excerpt: '… the 廠房 is leased …',
      excerptMarks: [{ start: 6, length: 2 }],
      subject: { type: 'meeting', id: meetingId, title: 'Visit to Lamp (sample)' },
    });
    installBridge({ answers: { 'search:all': () => answerOf([note]), 'search:opened': () => undefined } });
    renderScreen(<SearchPage />, { at: '/search?q=厂房' });
    fireEvent.click(await screen.findByRole('option'));
    await waitFor(() => expect(address()).toBe(`/meetings/${meetingId}?find=${encodeURIComponent('廠房')}`));
  });

  it('asks for one kind, a sector and a city, and keeps the question in the address', async () => {
    const fake = installBridge({ answers: { 'search:all': () => answerOf([]) } });
    renderScreen(<SearchPage />, { at: '/search?q=lamp&sector=fintech' });
    fireEvent.click(await screen.findByRole('button', { name: 'People' }));
    await waitFor(() =>
      expect(fake.callsOf('search:all').at(-1)).toMatchObject({
        text: 'lamp',
        kinds: ['person'],
        sector: 'fintech',
        tripId: null,
      }),
    );
    await waitFor(() => expect(address()).toBe('/search?q=lamp&kind=person&sector=fintech'));
    fireEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
    await waitFor(() => expect(fake.callsOf('search:all').at(-1)).toMatchObject({ sector: null, kinds: ['person'] }));
  });

  it('shows all of a kind when asked for the rest', async () => {
    const answer = answerOf([trip]);
    const groups = answer.groups.map((group) => ({ ...group, total: 90 }));
    const fake = installBridge({ answers: { 'search:all': () => ({ ...answer, groups }) } });
    renderScreen(<SearchPage />, { at: '/search?q=hang' });
    fireEvent.click(await screen.findByRole('option', { name: 'Show all 90' }));
    await waitFor(() => expect(fake.callsOf('search:all').at(-1)).toMatchObject({ kinds: ['trip'] }));
  });

  it('says so when nothing is found, and when only a part was looked through', async () => {
    installBridge({ answers: { 'search:all': () => answerOf([]) } });
    renderScreen(<SearchPage />, { at: '/search?q=zzz' });
    await screen.findByText('Nothing holds “zzz”');
    await screen.findByText('Try fewer letters, or a name in another script.');
    fireEvent.click(screen.getByRole('button', { name: 'Notes' }));
    await screen.findByText(/clear the filters/);
  });
});

describe('the search box', () => {
  const commands = [
    { id: 'trip', label: 'New Trip', keys: 'mod+shift+n', run: jest.fn() },
    { id: 'dark', label: 'Colours: Dark', run: jest.fn() },
  ];
  const open = (): { onClose: jest.Mock; onLeave: jest.Mock } => {
    const calls = { onClose: jest.fn(), onLeave: jest.fn() };
    renderScreen(<SearchDialog commands={commands} {...calls} />);
    return calls;
  };

  it('shows what was opened last before anything is typed, and does nothing with the Enter of an input method', async () => {
    installBridge({
      answers: { 'search:all': () => answerOf([], { recent: [trip] }), 'search:opened': () => undefined },
    });
    const { onClose } = open();
    await within(await screen.findByRole('group', { name: 'Recent' })).findByRole('option');
    fireEvent.keyDown(box(), { key: 'Enter', isComposing: true });
    expect(onClose).not.toHaveBeenCalled();
    fireEvent.keyDown(box(), { key: 'Enter' });
    await waitFor(() => expect(address()).toBe(`/trips/${tripId}/overview`));
    expect(onClose).toHaveBeenCalled();
  });

  it('runs a command that is called by a part of its name', async () => {
    installBridge({ answers: { 'search:all': () => answerOf([]) } });
    const { onClose } = open();
    fireEvent.change(box(), { target: { value: 'dark' } });
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
    fireEvent.keyDown(box(), { key: 'Enter' });
    await waitFor(() => expect(commands[1]?.run).toHaveBeenCalled());
    expect(onClose).toHaveBeenCalled();
  });

  it('says while not everything was looked through yet', async () => {
    installBridge({ answers: { 'search:all': () => answerOf([trip], { isComplete: false }) } });
    open();
    fireEvent.change(box(), { target: { value: 'hang' } });
    await screen.findByText(/Still looking…$/);
  });
});
