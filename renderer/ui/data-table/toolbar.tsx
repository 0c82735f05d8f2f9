import type { ReactNode, RefObject } from 'react';
import { Button, Group, Select, Text, TextInput } from '@mantine/core';
import type { Column, RowData } from '@tanstack/react-table';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { compareNames } from '../../lib/name-order';
import type { features } from './columns';
import classes from './data-table.module.css';

interface ToolbarProps<Row extends RowData> {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly textRef: RefObject<HTMLInputElement | null>;
  readonly columns: readonly Column<typeof features, Row>[];
  readonly shown: number;
  readonly count: number;
  readonly onClear: () => void;
  readonly onDown: () => void;
  readonly children?: ReactNode;
}

/** Above the rows: a text to narrow them by, a select for each column that offers one, and how many there are. */
export function Toolbar<Row extends RowData>(props: ToolbarProps<Row>) {
  const { text, onText, textRef, columns, shown, count, onClear, onDown, children } = props;
  const { t } = useTranslation('ui');
  const faceted = columns.filter((column) => column.columnDef.meta?.facet !== undefined);
  const isNarrowed = text !== '' || faceted.some((column) => column.getIsFiltered());
  return (
    <Group className={classes.toolbar} gap="xs" wrap="nowrap">
      <TextInput
        ref={textRef}
        type="search"
        aria-label={t('table.filter')}
        placeholder={t('table.filterPlaceholder')}
        value={text}
        leftSection={<IconSearch size={15} stroke={1.6} />}
        className={classes.filter}
        onChange={(event) => onText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') {
            event.preventDefault();
            onDown();
          } else if (event.key === 'Escape' && text !== '') {
            event.preventDefault();
            event.stopPropagation();
            onText('');
          }
        }}
      />
      {faceted.map((column) => (
        <Facet key={column.id} column={column} />
      ))}
      {isNarrowed && (
        <Button variant="subtle" color="gray" onClick={onClear}>
          {t('table.clearFilters')}
        </Button>
      )}
      <Text size="xs" c="dimmed" role="status" className={classes.count}>
        {isNarrowed ? t('table.countOf', { shown, count }) : t('table.count', { count })}
      </Text>
      {children}
    </Group>
  );
}

function Facet<Row extends RowData>({ column }: { readonly column: Column<typeof features, Row> }) {
  const { t } = useTranslation('ui');
  const facet = column.columnDef.meta?.facet;
  if (!facet) return null;
  const chosen: unknown = column.getFilterValue();
  const found = new Set<string>();
  for (const value of column.getFacetedUniqueValues().keys()) {
    for (const each of Array.isArray(value) ? value : [value])
      if (typeof each === 'string' && each !== '') found.add(each);
  }
  if (typeof chosen === 'string') found.add(chosen);
  return (
    <Select
      aria-label={facet.label}
      placeholder={facet.label}
      className={classes.facet}
      data-chosen={typeof chosen === 'string' || undefined}
      clearable
      clearButtonProps={{ 'aria-label': t('select.clear', { label: facet.label }) }}
      value={typeof chosen === 'string' ? chosen : null}
      data={[...found]
        .map((value) => ({ value, label: facet.words(value) }))
        .sort((a, b) => compareNames(a.label, b.label))}
      searchable={found.size > 8}
      comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
      onChange={(value) => column.setFilterValue(value ?? undefined)}
    />
  );
}
