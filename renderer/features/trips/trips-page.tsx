import { useCallback, useMemo, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Button, Group } from '@mantine/core';
import { IconPlaneDeparture, IconPlus, IconTemplate } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Trip } from '@shared/domain/trip/schema';
import { useRequestInAddress } from '../../lib/address';
import { useToday } from '../../lib/clock';
import { useAsk } from '../../lib/ipc';
import { paths } from '../../lib/paths';
import { useShortcuts } from '../../lib/shortcuts';
import { DataTable } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { KeyHint } from '../../ui/key-hint';
import { Page } from '../../ui/page';
import { PageHeader } from '../../ui/page-header';
import { FromTemplateForm } from './template-forms';
import { useTripColumns } from './trip-columns';
import type { TripRow } from './trip-columns';
import { TripDrawers } from './trip-drawers';
import type { TripDrawer } from './trip-drawers';
import { TripForm } from './trip-form';
import classes from './trips.module.css';
import { useTripTrash } from './use-trip';

const kinds = ['trip'] as const;

type Open = 'new' | 'template' | { readonly trip: Trip; readonly drawer: TripDrawer };

const idOf = ({ trip }: TripRow): string => trip.id;
const latestFirst = [{ id: 'days', desc: true }];
const nothingYet = { items: 0, meetings: 0, openFollowUps: 0, overdueFollowUps: 0 };

/** Every trip, and the ways to make one. */
export function TripsPage() {
  const { t } = useTranslation(['trips', 'actions']);
  const navigate = useNavigate();
  const today = useToday();
  const trips = useAsk('trips:list', { isTemplate: false });
  const counts = useAsk('trips:counts', { today });
  const trash = useTripTrash();
  const [open, setOpen] = useState<Open | undefined>(undefined);
  const close = (): void => setOpen(undefined);
  const goTo = (trip: Trip): void => void navigate(paths.trip(trip.id));

  const rows = useMemo(() => {
    const byTrip = new Map(counts.data?.map((each) => [each.tripId, each]));
    return (trips.data ?? []).map((trip): TripRow => ({ trip, counts: byTrip.get(trip.id) ?? nothingYet }));
  }, [trips.data, counts.data]);
  const onDrawer = useCallback((trip: Trip, drawer: TripDrawer) => setOpen({ trip, drawer }), []);
  const onTrash = useCallback((trip: Trip) => void trash(trip), [trash]);
  const columns = useTripColumns({ onDrawer, onTrash });

  useRequestInAddress('new', () => setOpen('new'));
  useShortcuts([
    { keys: 'n', label: t('trips:new'), run: () => setOpen('new') },
    { keys: 't', label: t('trips:fromTemplate'), run: () => setOpen('template') },
  ]);
  const onKey = (event: KeyboardEvent, { trip }: TripRow): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      void trash(trip);
    } else if (event.key === 'd' || event.key === 'e') {
      event.preventDefault();
      onDrawer(trip, event.key === 'd' ? 'duplicate' : 'edit');
    }
  };

  const makers = (
    <Group gap="xs" wrap="nowrap">
      <Button variant="default" leftSection={<IconTemplate size={16} />} onClick={() => setOpen('template')}>
        {t('trips:fromTemplate')}
      </Button>
      <Button
        leftSection={<IconPlus size={16} />}
        rightSection={<KeyHint keys="n" />}
        className={classes.main}
        onClick={() => setOpen('new')}
      >
        {t('trips:new')}
      </Button>
    </Group>
  );
  return (
    <Page width="full" header={<PageHeader title={t('trips:title')} actions={makers} />}>
      <DataTable
        name="trips"
        label={t('trips:title')}
        columns={columns}
        rows={rows}
        rowId={idOf}
        kinds={kinds}
        onOpen={({ trip }) => goTo(trip)}
        onKey={onKey}
        initialSort={latestFirst}
        isLoading={trips.isPending}
        tone={({ trip }) => (trip.status === 'cancelled' ? 'faint' : undefined)}
        empty={
          <EmptyState
            icon={IconPlaneDeparture}
            title={t('trips:empty.title')}
            message={t('trips:empty.message')}
            action={makers}
          />
        }
      />
      {open === 'new' && <TripForm onClose={close} onSaved={goTo} />}
      {open === 'template' && <FromTemplateForm onClose={close} onSaved={goTo} />}
      {typeof open === 'object' && (
        <TripDrawers trip={open.trip} drawer={open.drawer} onClose={close} onDuplicated={goTo} />
      )}
    </Page>
  );
}
