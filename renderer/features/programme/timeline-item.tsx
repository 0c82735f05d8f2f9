import { memo } from 'react';
import type { PointerEvent } from 'react';
import { IconAlertTriangle, IconArrowNarrowRight, IconCornerDownRight } from '@tabler/icons-react';
import type { ItineraryItem } from '@shared/domain/itinerary-item/schema';
import { ItemCard } from './item-card';
import type { ItemWords } from './item-words';
import { ItemIcon } from './item-icon';
import type { ProgrammeActions } from './programme-actions';
import { placeKey } from './use-grid-place';
import type { LaidOut } from './time-grid';
import type { Place } from './walking';
import classes from './timeline.module.css';

interface TimelineItemProps {
  readonly segment: LaidOut<ItineraryItem>;
  readonly isBand: boolean;
  readonly words: ItemWords;
  readonly warnings: readonly string[];
  readonly actions: ProgrammeActions;
  /** The Tab key stops here. */
  readonly isCurrent: boolean;
  readonly isDragged: boolean;
  readonly onFocus: (place: Place) => void;
  readonly onItemDown: (event: PointerEvent, item: ItineraryItem) => void;
  readonly onEdgeDown: (event: PointerEvent, item: ItineraryItem) => void;
}

/** An item on one day of the timeline. */
export const TimelineItem = memo(TimelineItemView, isSame);

/** Every change lays the whole programme out anew; what stands where it stood is not drawn again. */
function isSame(before: TimelineItemProps, after: TimelineItemProps): boolean {
  const { segment: one, warnings: saidBefore, ...restBefore } = before;
  const { segment: other, warnings: saidAfter, ...restAfter } = after;
  return isShallowEqual(one, other) && isShallowEqual(saidBefore, saidAfter) && isShallowEqual(restBefore, restAfter);
}

function isShallowEqual(one: object, other: object): boolean {
  const values = new Map<string, unknown>(Object.entries(other));
  return (
    Object.entries(one).every(([name, value]) => values.get(name) === value) && Object.keys(one).length === values.size
  );
}

function TimelineItemView(props: TimelineItemProps) {
  const { segment, isBand, words, warnings, actions, isCurrent, isDragged } = props;
  const { item, day, from, to, lane, lanes, span } = segment;
  const place: Place = { kind: 'item', id: item.id, day };
  const where = words.where(item);
  const host = words.host(item);
  const zone = words.zone(item);
  const isShown = actions.shownId === item.id && segment.isFirst;
  const box = {
    top: `calc(var(--hour) * ${from / 60})`,
    height: `calc(var(--hour) * ${(to - from) / 60} - 2px)`,
    left: `${(lane / lanes) * 100}%`,
    width: `calc(${(span / lanes) * 100}% - 2px)`,
  };
  return (
    <>
      <div
        role="button"
        tabIndex={isCurrent ? 0 : -1}
        className={isBand ? classes.band : classes.item}
        style={box}
        data-item={item.id}
        data-place={placeKey(place)}
        data-kind={item.kind}
        data-status={item.status}
        data-dragged={isDragged || undefined}
        data-shown={isShown || undefined}
        aria-label={words.spoken(item, warnings)}
        aria-haspopup="dialog"
        onFocus={() => props.onFocus(place)}
        onPointerDown={(event) => props.onItemDown(event, item)}
        onDoubleClick={() => actions.edit(item)}
        onContextMenu={(event) => {
          event.preventDefault();
          event.currentTarget.focus({ preventScroll: true });
          actions.show(item);
        }}
      >
        <div className={classes.face} aria-hidden="true">
          <div className={classes.title}>
            {segment.isFirst ? (
              <ItemIcon item={item} size={14} stroke={1.8} className={classes.icon} />
            ) : (
              <IconCornerDownRight size={14} stroke={1.8} className={classes.icon} />
            )}
            <span className={classes.name}>{words.title(item)}</span>
            {warnings.length > 0 && <IconAlertTriangle size={14} stroke={2} className={classes.warning} />}
            {!segment.isLast && <IconArrowNarrowRight size={14} stroke={1.8} className={classes.goesOn} />}
          </div>
          <div className={classes.times}>
            {words.times(item)}
            {zone !== '' && ` · ${zone}`}
          </div>
          {where !== '' && <div className={classes.where}>{where}</div>}
          {host !== '' && <div className={classes.host}>{host}</div>}
        </div>
        {segment.isLast && (
          <div
            className={classes.edge}
            onPointerDown={(event) => {
              event.stopPropagation();
              props.onEdgeDown(event, item);
            }}
          />
        )}
      </div>
      {isShown && <ItemCard item={item} box={box} words={words} warnings={warnings} actions={actions} />}
    </>
  );
}
