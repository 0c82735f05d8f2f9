import { useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { Center, Checkbox, Loader, Stack, Text } from '@mantine/core';
import { useTable } from '@tanstack/react-table';
import type { RowData, SortingState } from '@tanstack/react-table';
import { useTranslation } from 'react-i18next';
import type { SearchedKind } from '@shared/ipc/search-channels';
import { useNamesFound } from '../../lib/names-found';
import { useShortcuts } from '../../lib/shortcuts';
import { features, textFilter } from './columns';
import type { Column } from './columns';
import classes from './data-table.module.css';
import { useDrawnRows } from './drawn-rows';
import { HeaderCell } from './header-cell';
import { useRememberedTable } from './remembered';
import { useArrowIntoRows, useRowKeys } from './row-keys';
import { Toolbar } from './toolbar';

interface DataTableProps<Row extends RowData> {
  /** Under this name sorting and filters are remembered; one for each place a table stands. */
  readonly name: string;
  readonly label: string;
  /** Made with `columnsOf` and kept stable (`useMemo`). */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  /** What the rows are, when their ids are those of records: they are then found by their names in any script. */
  readonly kinds?: readonly SearchedKind[];
  /** Enter on a row, or a click. */
  readonly onOpen?: (row: Row) => void;
  /** Other keys on a row (Space to tick it off): call `preventDefault` when the key is taken. */
  readonly onKey?: (event: KeyboardEvent, row: Row) => void;
  readonly initialSort?: SortingState;
  /** What stands there when there are no rows at all. */
  readonly empty: ReactNode;
  readonly isLoading?: boolean;
  /** At the right of the toolbar. */
  readonly toolbar?: ReactNode;
  /** Overdue rows stand out, closed ones step back. */
  readonly tone?: (row: Row) => 'overdue' | 'faint' | undefined;
  /** Shows a checkbox a row. */
  readonly selection?: { readonly ids: ReadonlySet<string>; readonly onChange: (ids: ReadonlySet<string>) => void };
  /** Within a page that scrolls: as tall as its rows, without the toolbar unless there are many. */
  readonly isEmbedded?: boolean;
}

const toolbarFrom = 8;

/** The one table of the house: sorted, narrowed and walked by keyboard, drawn in part only when it is long. */
export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const { name, label, columns, rows, rowId, onOpen, onKey, initialSort = [], empty, isLoading = false } = props;
  const { toolbar, tone, selection, isEmbedded = false, kinds } = props;
  const { t } = useTranslation('ui');
  const [text, setText] = useState('');
  const scroller = useRef<HTMLDivElement>(null);
  const filterBox = useRef<HTMLInputElement>(null);
  const columnIds = columns.map((column) => column.id ?? ('accessorKey' in column ? String(column.accessorKey) : ''));
  const remembered = useRememberedTable(name, initialSort, columnIds);

  const rowSelection = useMemo(
    () => Object.fromEntries([...(selection?.ids ?? [])].map((id) => [id, true as const])),
    [selection?.ids],
  );
  // The table keeps each row's values until its rows are others, also when a column has come to say something else.
  // eslint-disable-next-line react-hooks/exhaustive-deps -- other columns are a reason for other rows
  const data = useMemo(() => [...rows], [rows, columns]);
  const table = useTable({
    features,
    columns,
    data,
    getRowId: rowId,
    state: { sorting: remembered.sorting, columnFilters: remembered.filters, rowSelection },
    onSortingChange: remembered.setSorting,
    onColumnFiltersChange: remembered.setFilters,
    onRowSelectionChange: (change) => {
      const next = typeof change === 'function' ? change(rowSelection) : change;
      selection?.onChange(new Set(Object.keys(next).filter((id) => next[id])));
    },
    defaultColumn: { sortFn: 'inOrder', filterFn: 'holds', sortUndefined: 'last' },
    enableSortingRemoval: false,
    enableMultiSort: true,
  });

  const ordered = table.getRowModel().rows;
  const named = useNamesFound(kinds, text);
  const shown = useMemo(() => {
    const holdsText = textFilter(text);
    const ids = new Set(named);
    return ordered.filter((row) => ids.has(row.id) || holdsText(row.getAllCells().map((cell) => cell.getValue())));
  }, [ordered, text, named]);

  const drawn = useDrawnRows(scroller, shown.length, !isEmbedded);

  const keys = useRowKeys({
    ids: shown.map(({ id }) => id),
    body: scroller,
    reveal: drawn.reveal,
    onOpen: (index) => {
      const row = shown[index];
      if (row) onOpen?.(row.original);
    },
    onLeaveTop: () => filterBox.current?.focus(),
    onKey: (event, index) => {
      const row = shown[index];
      if (row) onKey?.(event, row.original);
    },
  });
  const hasToolbar = !isEmbedded || rows.length > toolbarFrom || toolbar !== undefined;
  useArrowIntoRows(!isEmbedded, () => keys.focusRow(keys.current));
  useShortcuts(
    hasToolbar && !isEmbedded
      ? [{ keys: '/', label: t('table.filterPlaceholder'), run: () => filterBox.current?.focus() }]
      : [],
  );

  if (isLoading) {
    return (
      <Center py="xl">
        <Loader />
      </Center>
    );
  }
  if (rows.length === 0) return <>{empty}</>;

  const clear = (): void => {
    setText('');
    remembered.setFilters([]);
  };
  const columnCount = columns.length + (selection ? 1 : 0);
  return (
    <div className={classes.whole} data-embedded={isEmbedded || undefined}>
      {hasToolbar && (
        <Toolbar
          text={text}
          onText={setText}
          textRef={filterBox}
          columns={table.getAllColumns()}
          shown={shown.length}
          count={rows.length}
          onClear={clear}
          onDown={() => keys.focusRow(0)}
        >
          {toolbar}
        </Toolbar>
      )}
      <div ref={scroller} className={classes.scroller}>
        <table className={classes.table} role="grid" aria-label={label} aria-rowcount={shown.length + 1}>
          <colgroup>
            {selection && <col style={{ width: '2.5rem' }} />}
            {table.getAllColumns().map((column) => (
              <col
                key={column.id}
                data-spare={column.columnDef.meta?.isSpare}
                style={{ width: column.columnDef.meta?.width }}
              />
            ))}
          </colgroup>
          <thead>
            {table.getHeaderGroups().map((group) => (
              <tr key={group.id}>
                {selection && (
                  <th scope="col">
                    <Checkbox
                      size="xs"
                      aria-label={t('table.selectAll')}
                      checked={table.getIsAllRowsSelected()}
                      indeterminate={table.getIsSomeRowsSelected()}
                      onChange={table.getToggleAllRowsSelectedHandler()}
                    />
                  </th>
                )}
                {group.headers.map((header) => (
                  <HeaderCell key={header.id} header={header}>
                    <table.FlexRender header={header} />
                  </HeaderCell>
                ))}
              </tr>
            ))}
          </thead>
          <tbody>
            {drawn.before > 0 && <tr aria-hidden="true" style={{ height: drawn.before }} />}
            {drawn.indexes.map((index) => {
              const row = shown[index];
              if (!row) return null;
              return (
                <tr
                  key={row.id}
                  data-row={index}
                  data-tone={tone?.(row.original)}
                  data-opens={onOpen !== undefined || undefined}
                  aria-rowindex={index + 2}
                  aria-selected={selection ? row.getIsSelected() : undefined}
                  tabIndex={index === keys.current ? 0 : -1}
                  onFocus={(event) => event.target === event.currentTarget && keys.onRowFocus(index)}
                  onKeyDown={(event) => keys.onRowKey(event, index)}
                  onClick={(event) => {
                    if (!isControl(event.target)) onOpen?.(row.original);
                  }}
                >
                  {selection && (
                    <td role="gridcell">
                      <Checkbox
                        size="xs"
                        aria-label={t('table.selectRow')}
                        checked={row.getIsSelected()}
                        onChange={row.getToggleSelectedHandler()}
                      />
                    </td>
                  )}
                  {row.getAllCells().map((cell) => (
                    <td
                      key={cell.id}
                      role="gridcell"
                      data-align={cell.column.columnDef.meta?.align}
                      data-tabular={cell.column.columnDef.meta?.isTabular}
                      data-bare={cell.column.columnDef.meta?.isHeaderHidden}
                      data-spare={cell.column.columnDef.meta?.isSpare}
                    >
                      <table.FlexRender cell={cell} />
                    </td>
                  ))}
                </tr>
              );
            })}
            {drawn.after > 0 && <tr aria-hidden="true" style={{ height: drawn.after }} />}
            {shown.length === 0 && (
              <tr>
                <td colSpan={columnCount}>
                  <Stack gap={2} py="lg" align="center">
                    <Text fw={600}>{t('table.nothingMatches')}</Text>
                    <Text size="sm" c="dimmed">
                      {t('table.nothingMatchesHint')}
                    </Text>
                  </Stack>
                </td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** A click on a control within a row is the control's own. */
function isControl(target: EventTarget): boolean {
  return (
    target instanceof Element && target.closest('a, button, input, select, textarea, label, [role="menuitem"]') !== null
  );
}
