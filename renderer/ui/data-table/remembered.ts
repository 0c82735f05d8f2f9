import { useState } from 'react';
import type { ColumnFiltersState, SortingState } from '@tanstack/react-table';
import { z } from 'zod';
import { readPlace, writePlace } from '../../lib/places';

const rememberedSchema = z.object({
  sorting: z.array(z.object({ id: z.string(), desc: z.boolean() })),
  filters: z.array(z.object({ id: z.string(), value: z.string() })),
});

interface TableState {
  readonly sorting: SortingState;
  readonly filters: ColumnFiltersState;
}

type Change<T> = T | ((before: T) => T);

function applied<T extends object>(change: Change<T>, before: T): T {
  return typeof change === 'function' ? change(before) : change;
}

function recall(name: string, columnIds: readonly string[]): TableState | undefined {
  const text = readPlace(`table:${name}`);
  if (text === undefined) return undefined;
  const parsed = rememberedSchema.safeParse(parseJson(text));
  if (!parsed.success) return undefined;
  const isKnown = ({ id }: { id: string }): boolean => columnIds.includes(id);
  return { sorting: parsed.data.sorting.filter(isKnown), filters: parsed.data.filters.filter(isKnown) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

/** How a table is sorted and narrowed, remembered under its name between starts. */
export function useRememberedTable(name: string, initial: SortingState, columnIds: readonly string[]) {
  const [state, setState] = useState<TableState>(() => recall(name, columnIds) ?? { sorting: initial, filters: [] });
  const set = (change: (before: TableState) => TableState): void => {
    setState((before) => {
      const next = change(before);
      writePlace(`table:${name}`, JSON.stringify(next));
      return next;
    });
  };
  return {
    ...state,
    setSorting: (change: Change<SortingState>) =>
      set((before) => ({ ...before, sorting: applied(change, before.sorting) })),
    setFilters: (change: Change<ColumnFiltersState>) =>
      set((before) => ({ ...before, filters: applied(change, before.filters) })),
  };
}
