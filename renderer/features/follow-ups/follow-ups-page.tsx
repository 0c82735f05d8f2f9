import { useMemo } from 'react';
import { Button, Select } from '@mantine/core';
import { IconCircleCheck, IconFlag, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { compareUrgency, isClosed, isOverdue } from '@shared/domain/follow-up/rules';
import type { FollowUp } from '@shared/domain/follow-up/schema';
import { useRequestInAddress } from '../../lib/address';
import { useToday } from '../../lib/clock';
import { useAsk } from '../../lib/ipc';
import { usePlace } from '../../lib/places';
import { useShortcuts } from '../../lib/shortcuts';
import { DataTable } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { KeyHint } from '../../ui/key-hint';
import { Page } from '../../ui/page';
import { PageHeader } from '../../ui/page-header';
import { StatusBadge } from '../../ui/status-badge';
import { useFollowUpColumns } from './columns';
import { dueFilters, isDueFilter, isLookedAt } from './due-filter';
import classes from './follow-ups.module.css';
import { useLinks } from './links';
import { onFollowUpKey } from './row-keys';
import { useFollowUpActs } from './use-follow-up-acts';
import { useFollowUpDrawer } from './use-follow-up-drawer';

const kinds = ['follow-up'] as const;

const nothing: readonly FollowUp[] = [];
const idOf = ({ id }: FollowUp): string => id;
const everywhere = {};
const bySoonest = [{ id: 'due', desc: false }];

/** Every follow-up of every trip, what is to be done first at the top. */
export function FollowUpsPage() {
  const { t } = useTranslation(['follow-ups', 'terms']);
  const today = useToday();
  const { data = nothing, isPending } = useAsk('follow-ups:list', {});
  const [filter, setFilter] = usePlace('follow-ups-looked-at', 'open', isDueFilter);
  const rows = useMemo(
    () => data.filter((each) => isLookedAt(each, filter, today)).sort(compareUrgency),
    [data, filter, today],
  );
  const acts = useFollowUpActs();
  const links = useLinks(everywhere);
  const { edit, editById, add, drawer } = useFollowUpDrawer(data, acts, links);
  const columns = useFollowUpColumns(acts);
  const open = data.filter((each) => !isClosed(each)).length;
  const overdue = data.filter((each) => isOverdue(each, today)).length;

  useRequestInAddress('new', add);
  useRequestInAddress('open', editById);
  useShortcuts([{ keys: 'n', label: t('follow-ups:new'), run: add }]);

  const lookedAt = (
    <Select
      aria-label={t('follow-ups:lookedAt.label')}
      className={classes.due}
      value={filter}
      data={dueFilters.map((value) => ({ value, label: t(`follow-ups:lookedAt.${value}`) }))}
      onChange={(value) => {
        if (value !== null && isDueFilter(value)) setFilter(value);
      }}
    />
  );

  return (
    <Page
      width="full"
      header={
        <PageHeader
          title={t('follow-ups:title')}
          badges={
            overdue > 0 && <StatusBadge tone="overdue" label={t('follow-ups:overdueCount', { count: overdue })} />
          }
          meta={data.length > 0 && t('follow-ups:openCount', { count: open })}
          actions={
            <Button leftSection={<IconPlus size={16} stroke={1.8} />} rightSection={<KeyHint keys="n" />} onClick={add}>
              {t('follow-ups:new')}
            </Button>
          }
        />
      }
    >
      <DataTable
        name="follow-ups"
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
        toolbar={lookedAt}
        empty={
          data.length === 0 ? (
            <EmptyState
              icon={IconFlag}
              title={t('follow-ups:empty.title')}
              message={t('follow-ups:empty.message')}
              action={
                <Button leftSection={<IconPlus size={16} stroke={1.8} />} onClick={add}>
                  {t('follow-ups:new')}
                </Button>
              }
            />
          ) : (
            <EmptyState
              icon={IconCircleCheck}
              title={t('follow-ups:noneLookedAt.title')}
              message={t('follow-ups:noneLookedAt.message', { filter: t(`follow-ups:lookedAt.${filter}`) })}
              action={
                <Button variant="default" onClick={() => setFilter(filter === 'open' ? 'all' : 'open')}>
                  {t(filter === 'open' ? 'follow-ups:showAll' : 'follow-ups:showOpen')}
                </Button>
              }
            />
          )
        }
      />
      {drawer}
    </Page>
  );
}
