import {
  columnFacetingFeature,
  columnFilteringFeature,
  createColumnHelper,
  createFacetedRowModel,
  createFacetedUniqueValues,
  createFilteredRowModel,
  createSortedRowModel,
  metaHelper,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table';
import type { ColumnDef, ColumnHelper, RowData } from '@tanstack/react-table';
import { fold } from '@shared/search/fold';
import { compareNames } from '../../lib/name-order';

/** What a column says beside its value and cell. */
interface ColumnMeta {
  /** `end` for numbers. */
  readonly align?: 'start' | 'end';
  /** Digits of one width, for days and times that stand under each other. */
  readonly isTabular?: boolean;
  /** A CSS width; the columns without one share what is left. */
  readonly width?: string;
  /** Offers a select above the table that narrows the rows to one value; `words` are those of a value. */
  readonly facet?: { readonly label: string; readonly words: (value: string) => string };
  /** Left out where there is little room, so that the others keep theirs. */
  readonly isSpare?: boolean;
  /** The header is for ears only (a column of checkboxes or buttons). */
  readonly isHeaderHidden?: boolean;
}

/** Empty values stand last in both directions because `sortUndefined` sees them as undefined. */
function inOrder(one: unknown, other: unknown): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return compareNames(asText(one), asText(other));
}

/** A cell's value as text to sort and search by. */
function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return Array.isArray(value) ? value.map(asText).join(' ') : '';
}

/** Says of a row's values whether every typed word is in one of them, whatever its case, width or accents. */
export function textFilter(typed: string): (values: readonly unknown[]) => boolean {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return () => true;
  return (values) => {
    const text = fold(values.map(asText).join(' '));
    return words.every((word) => text.includes(word));
  };
}

/** The features of the one table of the house. */
export const features = tableFeatures({
  columnMeta: metaHelper<ColumnMeta>(),
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: {
    inOrder: (one, other, column) => inOrder(one.getValue(column), other.getValue(column)),
  },
  columnFilteringFeature,
  filteredRowModel: createFilteredRowModel(),
  filterFns: {
    holds: (row, column, wanted: string) => {
      const value: unknown = row.getValue(column);
      return Array.isArray(value) ? value.includes(wanted) : value === wanted;
    },
  },
  columnFacetingFeature,
  facetedRowModel: createFacetedRowModel(),
  facetedUniqueValues: createFacetedUniqueValues(),
  rowSelectionFeature,
});

/** One column of a table of `Row`s. */
export type Column<Row extends RowData> = ColumnDef<typeof features, Row>;

/** Makes columns: `const column = columnsOf<Trip>(); column.columns([column.accessor(…), column.display(…)])`. */
export function columnsOf<Row extends RowData>(): ColumnHelper<typeof features, Row> {
  return createColumnHelper<typeof features, Row>();
}
