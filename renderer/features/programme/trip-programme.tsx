import { useCallback, useMemo, useRef, useState } from 'react';
import { Button, Center, Loader, VisuallyHidden } from '@mantine/core';
import { IconCalendarPlus, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { wallTimeAt } from '@shared/dates';
import { compareByTime } from '@shared/domain/itinerary-item/rules';
import type { ItineraryItem } from '@shared/domain/itinerary-item/schema';
import type { Trip } from '@shared/domain/trip/schema';
import { useRequestInAddress } from '../../lib/address';
import { formOf } from '../../lib/forms';
import { useAsk } from '../../lib/ipc';
import { usePlace } from '../../lib/places';
import { useShortcuts } from '../../lib/shortcuts';
import { EmptyState } from '../../ui/empty-state';
import { KeyHint } from '../../ui/key-hint';
import { Agenda } from './agenda';
import { DuplicateMenu } from './duplicate-menu';
import { ItemForm } from './item-form';
import { newItemAt } from './item-form-values';
import { useItemWords } from './item-words';
import { slotAt } from './moving';
import type { Slot } from './moving';
import { ProgrammeToolbar } from './programme-toolbar';
import { isView, isZoom, zooms } from './programme-view';
import type { View, Zoom } from './programme-view';
import { columnsOf, dayColumns } from './time-grid';
import type { Times } from './time-grid';
import { Timeline } from './timeline';
import { useProgrammeActions } from './use-programme-actions';
import type { Editing } from './use-programme-actions';
import { useItemTimes } from './use-item-times';
import { useWarnings } from './use-warnings';
import classes from './programme.module.css';

const noItems: readonly ItineraryItem[] = [];

/** A trip's programme: days on a time axis or as a list, where items are made, moved and edited. */
export function TripProgramme({ tripId }: { readonly tripId: string }) {
  const trip = useAsk('trips:get', { id: tripId });
  const items = useAsk('itinerary:list', { tripId });
  if (!trip.data || items.isPending) {
    return (
      <Center py="xl">
        <Loader />
      </Center>
    );
  }
  return <Programme trip={trip.data} saved={items.data ?? noItems} />;
}

function Programme({ trip, saved }: { readonly trip: Trip; readonly saved: readonly ItineraryItem[] }) {
  const { t } = useTranslation('programme');
  const { items, setTimes, flush } = useItemTimes(saved);
  const [view, setView] = usePlace<View>('programme-view', 'timeline', isView);
  const [zoom, setZoom] = usePlace<Zoom>('programme-zoom', '52', isZoom);
  const [editing, setEditing] = useState<Editing | undefined>(undefined);
  const [shownId, setShownId] = useState<string | undefined>(undefined);
  const [copying, setCopying] = useState<ItineraryItem | undefined>(undefined);
  const [jump, setJump] = useState<{ readonly id: string } | undefined>(undefined);
  const [said, setSaid] = useState('');
  const slot = useRef<Slot>({ day: trip.firstDay, minutes: 9 * 60 });

  const ordered = useMemo(() => [...items].sort(compareByTime), [items]);
  const columns = useMemo(() => dayColumns(trip, ordered), [trip, ordered]);
  const days = useMemo(() => columnsOf(trip, ordered), [trip, ordered]);
  const words = useItemWords(trip);
  const warnings = useWarnings(trip, ordered);
  const actions = useProgrammeActions({
    shownId,
    setShownId,
    setEditing,
    setCopying,
    setTimes,
    flush,
    say: setSaid,
  });

  const shown = items.find(({ id }) => id === shownId);

  const addAtSlot = useCallback((): void => {
    const { day, minutes } = slot.current;
    setEditing({ kind: 'new', times: anHourFrom({ day, minutes }) });
  }, []);
  const onSlot = useCallback((next: Slot) => {
    slot.current = next;
  }, []);
  useShortcuts([
    { keys: 'n', label: t('newItem'), run: addAtSlot },
    { keys: 'v', label: t('switchView'), run: () => setView(view === 'timeline' ? 'list' : 'timeline') },
    { keys: 'd', label: t('keys.duplicate'), run: () => shown && actions.chooseDay(shown) },
    { keys: 'c', label: t('keys.cancel'), run: () => shown && void actions.toggleCancelled(shown) },
    { keys: 'm', label: t('keys.meeting'), run: () => shown && void actions.openMeeting(shown) },
    // These are taken by the items themselves; here they are only told.
    { keys: 'alt+↑ ↓ ← →', label: t('keys.move'), run: taken },
    { keys: 'alt+shift+↑ ↓', label: t('keys.resize'), run: taken },
  ]);
  useRequestInAddress('item', (id) => setJump({ id }));
  // `?show=…` also opens what is written about it.
  useRequestInAddress('show', (id) => {
    setJump({ id });
    setShownId(id);
  });
  useRequestInAddress('new', addAtSlot);

  const edited = editing?.kind === 'item' ? items.find(({ id }) => id === editing.id) : undefined;
  return (
    <div className={classes.whole}>
      <ProgrammeToolbar
        view={view}
        onView={setView}
        zoom={zoom}
        onZoom={setZoom}
        trip={trip}
        items={ordered}
        warnings={warnings.list}
        words={words}
        days={days}
        onJump={(id) => setJump({ id })}
        onJumpToDay={(day) => scrollToDay(day)}
        onAdd={addAtSlot}
      />
      {view === 'timeline' ? (
        <Timeline
          columns={columns}
          items={ordered}
          words={words}
          warnings={warnings.byItem}
          actions={actions}
          zoom={zooms[zoom]}
          jump={jump}
          onSlot={onSlot}
        />
      ) : ordered.length === 0 ? (
        <EmptyState
          icon={IconCalendarPlus}
          title={t('empty.title')}
          message={t('empty.message')}
          action={
            <Button leftSection={<IconPlus size={16} />} rightSection={<KeyHint keys="n" />} onClick={addAtSlot}>
              {t('newItem')}
            </Button>
          }
        />
      ) : (
        <Agenda
          days={days}
          items={ordered}
          words={words}
          warnings={warnings.byItem}
          actions={actions}
          jump={jump}
          onSlot={onSlot}
        />
      )}
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      {copying && (
        <DuplicateMenu
          item={copying}
          days={days}
          onClose={() => setCopying(undefined)}
          onChoose={(day) => {
            setCopying(undefined);
            void actions.duplicate(copying, day).then((id) => id !== undefined && setJump({ id }));
          }}
        />
      )}
      {editing && (editing.kind === 'new' || edited) && (
        <ItemForm
          key={editing.kind === 'new' ? 'new' : editing.id}
          trip={trip}
          item={edited}
          initial={edited ? formOf('itinerary-item', edited) : newItemAt(timesOf(editing), trip, ordered)}
          onClose={() => setEditing(undefined)}
          onSaved={(id) => setJump({ id })}
          onTrash={(item) => void actions.trash(item)}
        />
      )}
    </div>
  );
}

function taken(): void {
  // Nothing is left to do.
}

function timesOf(editing: Editing): Times {
  if (editing.kind !== 'new') throw new Error('Only a new item is given its times beforehand.');
  return editing.times;
}

function anHourFrom({ day, minutes }: Slot): Times {
  const end = slotAt(day, minutes + 60);
  return {
    day,
    start: wallTimeAt(minutes),
    endDay: end.day === day ? null : end.day,
    end: wallTimeAt(end.minutes),
  };
}

function scrollToDay(day: string): void {
  document.querySelector(`[data-day="${day}"]`)?.scrollIntoView({ inline: 'start', block: 'nearest' });
}
