import { useMemo, useState } from 'react';
import type { ComponentProps } from 'react';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { columnsOf, DataTable } from '@renderer/ui/data-table';
import { installBridge } from '../../../builders/fake-bridge';
import { renderScreen } from '../../../builders/render-screen';

interface City {
  readonly id: string;
  readonly name: string;
  readonly people: number;
  readonly side: string;
  readonly visited: string | null;
}

const cities: readonly City[] = [
  { id: 's', name: 'Shenzhen 深圳', people: 17, side: 'south', visited: null },
  { id: 'h', name: 'Hangzhou 杭州', people: 12, side: 'east', visited: '2026-02-25' },
  { id: 'n', name: 'Ningbo 寧波', people: 9, side: 'east', visited: '2026-02-24' },
];

const column = columnsOf<City>();
const columns = column.columns([
  column.accessor('name', { header: 'Name' }),
  column.accessor('people', { header: 'People' }),
  column.accessor('side', {
    header: 'Side',
    meta: { facet: { label: 'Side', words: (side) => side.toUpperCase() } },
  }),
  column.accessor((city) => city.visited ?? undefined, { id: 'visited', header: 'Visited' }),
]);
const idOf = ({ id }: City): string => id;

interface CitiesProps {
  readonly rows?: readonly City[];
  readonly onOpen?: (city: City) => void;
  readonly kinds?: ComponentProps<typeof DataTable>['kinds'];
}

function Cities({ rows = cities, onOpen = jest.fn(), kinds }: CitiesProps) {
  return (
    <DataTable
      name="cities"
      label="Cities"
      columns={columns}
      rows={rows}
      rowId={idOf}
      onOpen={onOpen}
      {...(kinds === undefined ? {} : { kinds })}
      empty={<p>No city yet</p>}
    />
  );
}

const names = (): string[] =>
  within(screen.getByRole('grid', { name: 'Cities' }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('gridcell')[0]?.textContent ?? '');

/** A column whose words come from elsewhere, as names of people do. */
function Mayors() {
  const [mayors, setMayors] = useState<Readonly<Record<string, string>>>({});
  const withMayors = useMemo(
    () => column.columns([column.accessor(({ id }) => mayors[id] ?? 'Nobody yet', { id: 'mayor', header: 'Mayor' })]),
    [mayors],
  );
  return (
    <>
      <button onClick={() => setMayors({ h: 'Lin (sample)' })}>Elect</button>
      <DataTable name="mayors" label="Cities" columns={withMayors} rows={cities} rowId={idOf} empty={null} />
    </>
  );
}

describe('the table', () => {
  beforeEach(() => void installBridge());

  it('shows what a column says now, though the rows are the same', () => {
    renderScreen(<Mayors />);
    expect(names()).toEqual(['Nobody yet', 'Nobody yet', 'Nobody yet']);
    fireEvent.click(screen.getByRole('button', { name: 'Elect' }));
    expect(names()).toContain('Lin (sample)');
  });

  it('sorts by a column in both directions, numbers as numbers', () => {
    renderScreen(<Cities />);
    fireEvent.click(screen.getByRole('button', { name: 'People' }));
    const first = names();
    fireEvent.click(screen.getByRole('button', { name: 'People' }));
    expect(names()).toEqual([...first].reverse());
    expect([first, names()]).toContainEqual(['Ningbo 寧波', 'Hangzhou 杭州', 'Shenzhen 深圳']);
  });

  it('keeps rows without a value last in both directions', () => {
    renderScreen(<Cities />);
    for (const _ of [1, 2]) {
      fireEvent.click(screen.getByRole('button', { name: 'Visited' }));
      expect(names().at(-1)).toBe('Shenzhen 深圳');
    }
  });

  it('is narrowed by any typed word in any column, and says how many are left', () => {
    renderScreen(<Cities />);
    fireEvent.change(screen.getByRole('searchbox', { name: 'Filter' }), { target: { value: 'EAST 杭' } });
    expect(names()).toEqual(['Hangzhou 杭州']);
    expect(screen.getByText('1 of 3')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(names()).toHaveLength(3);
  });

  it('shows rows that main finds by the sound of their names beside those that hold the words', async () => {
    const fake = installBridge({ answers: { 'search:names': () => ['n', 'gone'] } });
    renderScreen(<Cities kinds={['organisation']} />);
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'hangzhou' } });
    await waitFor(() => expect(names()).toEqual(['Hangzhou 杭州', 'Ningbo 寧波']));
    expect(fake.callsOf('search:names')).toEqual([{ text: 'hangzhou', kinds: ['organisation'] }]);
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: '' } });
    expect(names()).toHaveLength(3);
  });

  it('says so when nothing matches', () => {
    renderScreen(<Cities />);
    fireEvent.change(screen.getByRole('searchbox', { name: 'Filter' }), { target: { value: 'nowhere' } });
    expect(screen.getByText('Nothing matches')).toBeDefined();
  });

  it('shows what to do next when there are no rows at all', () => {
    renderScreen(<Cities rows={[]} />);
    expect(screen.getByText('No city yet')).toBeDefined();
  });

  it('is walked with the arrow keys and opened with Enter', async () => {
    const onOpen = jest.fn();
    renderScreen(<Cities onOpen={onOpen} />);
    fireEvent.keyDown(screen.getByRole('searchbox', { name: 'Filter' }), { key: 'ArrowDown' });
    const [, first, second] = screen.getAllByRole('row');
    await waitFor(() => expect(document.activeElement).toBe(first));
    fireEvent.keyDown(first!, { key: 'ArrowDown' });
    await waitFor(() => expect(document.activeElement).toBe(second));
    fireEvent.keyDown(second!, { key: 'Enter' });
    expect(onOpen).toHaveBeenCalledWith(cities[1]);
  });

  it('goes from the first row back to the filter', async () => {
    renderScreen(<Cities />);
    const [, first] = screen.getAllByRole('row');
    act(() => first!.focus());
    fireEvent.keyDown(first!, { key: 'ArrowUp' });
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Filter' })));
  });

  it('is sorted and narrowed as it was when it was last open', () => {
    const table = { sorting: [{ id: 'people', desc: false }], filters: [{ id: 'side', value: 'east' }] };
    renderScreen(<Cities />, { places: { 'table:cities': JSON.stringify(table) } });
    expect(names()).toEqual(['Ningbo 寧波', 'Hangzhou 杭州']);
  });

  it('forgets a remembered column that it does not have, and what it cannot read', () => {
    const table = { sorting: [{ id: 'gone', desc: false }], filters: [{ id: 'gone', value: 'x' }] };
    renderScreen(<Cities />, { places: { 'table:cities': JSON.stringify(table) } }).unmount();
    renderScreen(<Cities />, { places: { 'table:cities': '{' } });
    expect(names()).toHaveLength(3);
  });

  it('remembers how it was sorted', async () => {
    const fake = installBridge();
    renderScreen(<Cities />);
    fireEvent.click(screen.getByRole('button', { name: 'Name' }));
    await waitFor(() =>
      expect(fake.callsOf('settings:update')).toMatchObject([
        { places: { 'table:cities': expect.stringContaining('name') } },
      ]),
    );
  });
});
