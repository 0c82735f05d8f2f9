import type { KeyboardEvent } from 'react';
import type { ItineraryItem } from '@shared/domain/itinerary-item/schema';
import type { ItemCommands } from './use-item-commands';
import type { Times } from './time-grid';

/** What every view of the programme can do with it. */
export interface ProgrammeActions extends ItemCommands {
  /** Opens the form for a new item at these times. */
  add(times: Times): void;
  edit(item: ItineraryItem): void;
  /** Shows the card beside the item. */
  show(item: ItineraryItem): void;
  /** Takes the card away. */
  hide(): void;
  readonly shownId: string | undefined;
  /** Opens the small menu of days to copy the item to. */
  chooseDay(item: ItineraryItem): void;
  move(item: ItineraryItem, times: Times, by: 'pointer' | 'keys'): void;
  /** The keys of a focused item. True when the key was taken. */
  onItemKey(event: KeyboardEvent, item: ItineraryItem): boolean;
}
