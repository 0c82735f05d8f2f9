import { memo } from 'react';
import type { PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { wallTimeAt } from '@shared/dates';
import type { ItineraryItem, ItineraryKind } from '@shared/domain/itinerary-item/schema';
import { useFormat } from '../../lib/format';
import { KeyHint } from '../../ui/key-hint';
import type { ItemWords } from './item-words';
import type { ProgrammeActions } from './programme-actions';
import { TimelineItem } from './timeline-item';
import type { DayColumn, LaidOut, Segment } from './time-grid';
import { slotMinutes } from './walking';
import type { Place } from './walking';
import classes from './timeline.module.css';

interface DayColumnProps {
  readonly column: DayColumn<ItineraryItem>;
  readonly words: ItemWords;
  readonly warnings: ReadonlyMap<string, readonly string[]>;
  readonly actions: ProgrammeActions;
  /** Where the keyboard stands, when it stands on this day. */
  readonly current: Place | undefined;
  /** The present time in minutes, on today's column. */
  readonly now: number | undefined;
  readonly draggedId: string | undefined;
  readonly ghosts: readonly Segment[];
  readonly ghostKind: ItineraryKind;
  readonly onFocus: (place: Place) => void;
  readonly onEmptyDown: (event: PointerEvent) => void;
  readonly onItemDown: (event: PointerEvent, item: ItineraryItem) => void;
  readonly onEdgeDown: (event: PointerEvent, item: ItineraryItem) => void;
}

const noWarnings: readonly string[] = [];

/** One day on the time axis. */
export const DayColumnView = memo(function DayColumnView(props: DayColumnProps) {
  const { column, words, warnings, actions, current, now, draggedId, ghosts, ghostKind } = props;
  const { day, isOutside, bands, events } = column;

  const shown = (segment: LaidOut<ItineraryItem>, isBand: boolean) => (
    <TimelineItem
      key={segment.item.id}
      segment={segment}
      isBand={isBand}
      words={words}
      warnings={warnings.get(segment.item.id) ?? noWarnings}
      actions={actions}
      isCurrent={current?.kind === 'item' && current.id === segment.item.id}
      isDragged={segment.item.id === draggedId}
      onFocus={props.onFocus}
      onItemDown={props.onItemDown}
      onEdgeDown={props.onEdgeDown}
    />
  );
  return (
    <div
      className={classes.column}
      data-day={day}
      data-outside={isOutside || undefined}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget) props.onEmptyDown(event);
      }}
    >
      <div className={classes.bands}>{bands.map((segment) => shown(segment, true))}</div>
      {current?.kind === 'slot' && (
        <SlotButton day={day} minutes={current.minutes} actions={actions} onFocus={props.onFocus} place={current} />
      )}
      <div className={classes.events}>{events.map((segment) => shown(segment, false))}</div>
      {ghosts.map((ghost) => (
        <Ghost key={ghost.from} ghost={ghost} kind={ghostKind} words={words} />
      ))}
      {now !== undefined && <div className={classes.now} style={{ top: `calc(var(--hour) * ${now / 60})` }} />}
    </div>
  );
});

interface SlotProps {
  readonly day: DayColumn['day'];
  readonly minutes: number;
  readonly place: Place;
  readonly actions: ProgrammeActions;
  readonly onFocus: (place: Place) => void;
}

/** The empty time where the keyboard stands. */
function SlotButton({ day, minutes, place, onFocus }: SlotProps) {
  const { t } = useTranslation('programme');
  const { day: inWords } = useFormat();
  const time = wallTimeAt(minutes);
  return (
    <button
      type="button"
      className={classes.slot}
      data-place="slot"
      aria-label={t('timeline.slot', { day: inWords(day, 'weekday'), time })}
      style={{ top: `calc(var(--hour) * ${minutes / 60})`, height: `calc(var(--hour) * ${slotMinutes / 60})` }}
      onFocus={() => onFocus(place)}
    >
      <span>{time}</span>
      <KeyHint keys="n" />
    </button>
  );
}

interface GhostProps {
  readonly ghost: Segment;
  readonly kind: ItineraryKind;
  readonly words: ItemWords;
}

function Ghost({ ghost, kind, words }: GhostProps) {
  return (
    <div
      className={classes.ghost}
      data-kind={kind}
      style={{
        top: `calc(var(--hour) * ${ghost.from / 60})`,
        height: `calc(var(--hour) * ${(ghost.to - ghost.from) / 60})`,
      }}
    >
      {words.times(ghost.item)} · {words.length(ghost.item)}
    </div>
  );
}
