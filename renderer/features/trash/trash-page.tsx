import { useMemo } from 'react';
import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RecordType } from '@shared/domain/records';
import type { TrashedRecord } from '@shared/ipc/app-channels';
import { useFormat } from '../../lib/format';
import { useAsk, useDo } from '../../lib/ipc';
import { notifyUndoable } from '../../lib/notices';
import { columnsOf, DataTable } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { Page } from '../../ui/page';
import { PageHeader } from '../../ui/page-header';

const nothing: readonly TrashedRecord[] = [];
const idOf = ({ type, id }: TrashedRecord): string => `${type}/${id}`;

/** What was deleted, the newest first, each with its way back. */
export function TrashPage() {
  const { t } = useTranslation(['trash', 'terms', 'actions']);
  const { moment } = useFormat();
  const trash = useAsk('trash:list', {});
  const { run } = useDo('trash:restore', {});
  const rows = trash.data ?? nothing;

  const columns = useMemo(() => {
    const restore = async ({ type, id, title }: TrashedRecord): Promise<void> => {
      const restored = await run({ type, id });
      if (restored.ok) notifyUndoable(t('trash:restored', { title }));
    };
    const column = columnsOf<TrashedRecord>();
    return column.columns([
      column.accessor('title', {
        header: t('trash:what'),
        cell: ({ getValue }) => getValue() || t('terms:missing.unnamed'),
      }),
      column.accessor('type', {
        header: t('trash:kind'),
        meta: {
          width: '12rem',
          facet: { label: t('trash:kind'), words: (type) => t(`terms:record.${type as RecordType}`) },
        },
        cell: ({ getValue }) => t(`terms:record.${getValue()}`),
      }),
      column.accessor('parts', {
        header: t('trash:parts'),
        meta: { width: '12rem' },
        cell: ({ getValue }) => (getValue() > 0 ? t('trash:withParts', { count: getValue() }) : ''),
      }),
      column.accessor('deletedAt', {
        header: t('trash:when'),
        meta: { width: '13rem', isTabular: true },
        cell: ({ getValue }) => moment(getValue()),
      }),
      column.display({
        id: 'actions',
        header: t('trash:actions'),
        meta: { isHeaderHidden: true, width: '8rem', align: 'end' },
        cell: ({ row: { original } }) => (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('trash:restore', { title: original.title })}
            onClick={() => void restore(original)}
          >
            {t('actions:restore')}
          </Button>
        ),
      }),
    ]);
  }, [t, moment, run]);

  return (
    <Page width="full" header={<PageHeader title={t('trash:title')} meta={t('trash:meta')} />}>
      <DataTable
        name="trash"
        label={t('trash:title')}
        columns={columns}
        rows={rows}
        rowId={idOf}
        initialSort={[{ id: 'deletedAt', desc: true }]}
        isLoading={trash.isPending}
        empty={<EmptyState icon={IconTrash} title={t('trash:empty')} message={t('trash:emptyMessage')} />}
      />
    </Page>
  );
}
