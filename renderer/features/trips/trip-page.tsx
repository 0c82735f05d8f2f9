import { useState } from 'react';
import { Button, Center, Loader, Tabs } from '@mantine/core';
import { IconArrowRight, IconPlaneOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { ConflictNotice } from '@renderer/features/conflicts';
import { TripDelegation } from '@renderer/features/delegation';
import { FileList } from '@renderer/features/files';
import { FollowUpList } from '@renderer/features/follow-ups';
import { TripMeetings } from '@renderer/features/meetings';
import { TripProgramme } from '@renderer/features/programme';
import { DocumentsPanel, usePrintKey } from '@renderer/features/documents';
import { nextStatus } from '@shared/domain/trip/rules';
import type { Trip } from '@shared/domain/trip/schema';
import { writtenForms } from '@shared/domain/values';
import { useFormat } from '../../lib/format';
import { useAsk } from '../../lib/ipc';
import { paths, tripTabs } from '../../lib/paths';
import type { TripTab } from '../../lib/paths';
import { useShortcuts } from '../../lib/shortcuts';
import { ClassificationBadge } from '../../ui/classification-badge';
import { EmptyState } from '../../ui/empty-state';
import { Page } from '../../ui/page';
import { PageHeader } from '../../ui/page-header';
import { TripDrawers } from './trip-drawers';
import type { TripDrawer } from './trip-drawers';
import { TripMenu } from './trip-menu';
import { TripOverview } from './trip-overview';
import { TripStatusBadge } from './trip-status';
import classes from './trips.module.css';
import { useTripCounts, useTripTrash, useTripUpdate } from './use-trip';

/** One trip, with a tab for each part of it. */
export function TripPage() {
  const { t } = useTranslation(['trips', 'shell']);
  const { tripId = '', tab } = useParams();
  const { data: trip, isPending } = useAsk('trips:get', { id: tripId });
  if (isPending) {
    return (
      <Center py="xl">
        <Loader />
      </Center>
    );
  }
  if (!trip || trip.deletedAt !== null) {
    return (
      <EmptyState
        icon={IconPlaneOff}
        title={t('trips:missing.title')}
        message={t('trips:missing.message')}
        action={
          <Button component={Link} to={paths.trash} variant="default">
            {t('shell:notFound.goTrash')}
          </Button>
        }
      />
    );
  }
  // Another trip is another page: nothing half-done may reach it.
  return <OneTrip key={trip.id} trip={trip} tab={tripTabs.find((each) => each === tab) ?? 'overview'} />;
}

/** Parts that fill the window and scroll themselves. */
const fullTabs: readonly TripTab[] = ['programme', 'documents'];

function OneTrip({ trip, tab }: { readonly trip: Trip; readonly tab: TripTab }) {
  const { t } = useTranslation(['trips', 'terms']);
  const { text } = useFormat();
  const navigate = useNavigate();
  const trash = useTripTrash();
  const [drawer, setDrawer] = useState<TripDrawer | undefined>(undefined);
  const goToTab = (next: TripTab): void => void navigate(paths.trip(trip.id, next), { replace: true });
  usePrintKey(trip.id, tab === 'documents');

  useShortcuts([
    ...tripTabs.map((each, index) => ({
      keys: `alt+${index + 1}`,
      label: t('trips:goToTab', { tab: t(`trips:tab.${each}`) }),
      run: () => goToTab(each),
    })),
    { keys: 'e', label: t('trips:form.edit'), run: () => setDrawer('edit') },
  ]);

  const header = (
    <PageHeader
      title={text(trip.title)}
      breadcrumbs={[{ label: t('trips:title'), to: paths.trips }]}
      badges={
        <>
          <TripStatusBadge status={trip.status} />
          <ClassificationBadge classification={trip.classification} />
        </>
      }
      meta={<TripMeta trip={trip} />}
      actions={
        <>
          <NextStep trip={trip} />
          <TripMenu
            label={t('trips:menu.more')}
            onDrawer={setDrawer}
            onTrash={() =>
              void trash(trip).then((isDone) => {
                if (isDone) void navigate(paths.trips);
              })
            }
          />
        </>
      }
    >
      <TabList trip={trip} />
    </PageHeader>
  );
  return (
    <Tabs
      value={tab}
      className={classes.tabs}
      onChange={(next) => {
        const wanted = tripTabs.find((each) => each === next);
        if (wanted) goToTab(wanted);
      }}
    >
      <Page header={header} width={fullTabs.includes(tab) ? 'full' : 'wide'}>
        <ConflictNotice type="trip" id={trip.id} />
        <Tabs.Panel
          key={tab}
          value={tab}
          tabIndex={-1}
          className={fullTabs.includes(tab) ? classes.fullPanel : undefined}
        >
          <TabContent trip={trip} tab={tab} />
        </Tabs.Panel>
      </Page>
      <TripDrawers
        trip={trip}
        drawer={drawer}
        onClose={() => setDrawer(undefined)}
        onDuplicated={(copy) => void navigate(paths.trip(copy.id))}
      />
    </Tabs>
  );
}

function TabContent({ trip, tab }: { readonly trip: Trip; readonly tab: TripTab }) {
  switch (tab) {
    case 'overview':
      return <TripOverview trip={trip} />;
    case 'programme':
      return <TripProgramme tripId={trip.id} />;
    case 'delegation':
      return <TripDelegation tripId={trip.id} />;
    case 'meetings':
      return <TripMeetings tripId={trip.id} />;
    case 'follow-ups':
      return <FollowUpList filter={{ tripId: trip.id }} />;
    case 'files':
      return <FileList subject={{ type: 'trip', id: trip.id }} />;
    case 'documents':
      return <DocumentsPanel tripId={trip.id} />;
  }
}

function TabList({ trip }: { readonly trip: Trip }) {
  const { t } = useTranslation('trips');
  const counts = useTripCounts(trip.id);
  const shown: Partial<Record<TripTab, number>> = {
    programme: counts?.items ?? 0,
    meetings: counts?.meetings ?? 0,
    'follow-ups': counts?.openFollowUps ?? 0,
  };
  return (
    <Tabs.List className={classes.tabList} aria-label={t('tabs')}>
      {tripTabs.map((each) => (
        <Tabs.Tab key={each} value={each}>
          {t(`tab.${each}`)}
          {(shown[each] ?? 0) > 0 && (
            <span
              className={classes.tabCount}
              data-overdue={(each === 'follow-ups' && (counts?.overdueFollowUps ?? 0) > 0) || undefined}
            >
              {shown[each]}
            </span>
          )}
        </Tabs.Tab>
      ))}
    </Tabs.List>
  );
}

function TripMeta({ trip }: { readonly trip: Trip }) {
  const { days, text } = useFormat();
  const otherTitles = writtenForms
    .map((each) => trip.title[each].trim())
    .filter((each) => each !== '' && each !== text(trip.title));
  const parts = [
    trip.reference,
    days(trip.firstDay, trip.lastDay),
    trip.cities.map((city) => text(city.name)).join(', '),
    ...otherTitles,
  ].filter((part) => part !== '');
  return <span className={classes.meta}>{parts.join(' · ')}</span>;
}

/** The usual next step of the trip's life, as one button. */
function NextStep({ trip }: { readonly trip: Trip }) {
  const { t } = useTranslation('trips');
  const update = useTripUpdate(trip.id);
  const next = nextStatus(trip.status);
  if (next === null || next === 'planning' || next === 'cancelled') {
    return trip.status === 'cancelled' ? (
      <Button variant="default" onClick={() => void update({ status: 'planning' })}>
        {t('nextStep.planning')}
      </Button>
    ) : null;
  }
  return (
    <Button
      variant="default"
      rightSection={<IconArrowRight size={15} stroke={1.8} />}
      onClick={() => void update({ status: next })}
    >
      {t(`nextStep.${next}`)}
    </Button>
  );
}
