import { useMemo } from 'react';
import { Button } from '@mantine/core';
import { IconFlag, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { compareUrgency, isClosed, isOverdue } from '@shared/domain/follow-up/rules';
import type { FollowUp } from '@shared/domain/follow-up/schema';
import { useToday } from '../../lib/clock';
import { useAsk } from '../../lib/ipc';
import { DataTable } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { Section } from '../../ui/section';
import { useFollowUpColumns } from './columns';
import { useLinks } from './links';
import type { FollowUpFilter } from './links';
import { onFollowUpKey } from './row-keys';
import { useFollowUpActs } from './use-follow-up-acts';
import { useFollowUpDrawer } from './use-follow-up-drawer';

const kinds = ['follow-up'] as const;

const nothing: readonly FollowUp[] = [];
const idOf = ({ id }: FollowUp): string => id;

/** The follow-ups of one record, the most urgent first, with a way to add one that is linked to it. */
export function FollowUpList({ filter }: { readonly filter: FollowUpFilter }) {
  const { t } = useTranslation(['follow-ups', 'actions']);
  const today = useToday();
  const { data = nothing, isPending } = useAsk('follow-ups:list', filter);
  const rows = useMemo(() => [...data].sort(compareUrgency), [data]);
  const acts = useFollowUpActs();
  const links = useLinks(filter);
  const { edit, add, drawer } = useFollowUpDrawer(rows, acts, links, filter.ownerId);
  const columns = useFollowUpColumns(acts, filter);
  const place = Object.entries(filter).find(([, id]) => id !== undefined)?.[0] ?? 'all';
  const addButton = (
    <Button size="compact-sm" variant="default" leftSection={<IconPlus size={14} stroke={1.8} />} onClick={add}>
      {t('follow-ups:add')}
    </Button>
  );

  return (
    <Section title={t('follow-ups:title')} count={rows.length} frame="flush" actions={addButton}>
      <DataTable
        name={`follow-ups-of-${place}`}
        label={t('follow-ups:title')}
        columns={columns}
        rows={rows}
        rowId={idOf}
        kinds={kinds}
        onOpen={edit}
        onKey={(event, row) => onFollowUpKey(event, row, acts)}
        initialSort={bySoonest}
        tone={(row) => (isClosed(row) ? 'faint' : isOverdue(row, today) ? 'overdue' : undefined)}
        isLoading={isPending}
        isEmbedded
        empty={
          <EmptyState
            isCompact
            icon={IconFlag}
            title={t('follow-ups:emptyHere.title')}
            message={t('follow-ups:emptyHere.message')}
          />
        }
      />
      {drawer}
    </Section>
  );
}

const bySoonest = [{ id: 'due', desc: false }];
