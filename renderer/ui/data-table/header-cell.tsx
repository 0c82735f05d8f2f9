import type { ReactNode } from 'react';
import { VisuallyHidden } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { Header, RowData } from '@tanstack/react-table';
import type { features } from './columns';
import classes from './data-table.module.css';

interface HeaderCellProps<Row extends RowData> {
  readonly header: Header<typeof features, Row>;
  readonly children: ReactNode;
}

const ariaSort = { asc: 'ascending', desc: 'descending' } as const;

/** The head of a column; a button that sorts by it where that makes sense. */
export function HeaderCell<Row extends RowData>({ header, children }: HeaderCellProps<Row>) {
  const { column } = header;
  const { align, isHeaderHidden, isSpare } = column.columnDef.meta ?? {};
  const sorted = column.getIsSorted();
  if (isHeaderHidden || !column.getCanSort()) {
    return (
      <th scope="col" data-align={align} data-spare={isSpare}>
        {isHeaderHidden ? <VisuallyHidden>{children}</VisuallyHidden> : children}
      </th>
    );
  }
  return (
    <th scope="col" data-align={align} data-spare={isSpare} aria-sort={sorted === false ? 'none' : ariaSort[sorted]}>
      <button type="button" className={classes.sort} onClick={column.getToggleSortingHandler()}>
        {children}
        {sorted === 'asc' && <IconArrowUp size={13} aria-hidden="true" />}
        {sorted === 'desc' && <IconArrowDown size={13} aria-hidden="true" />}
      </button>
    </th>
  );
}
