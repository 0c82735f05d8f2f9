import { useMemo } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItineraryItem } from '@shared/domain/itinerary-item/schema';
import { useFormat } from '../../lib/format';
import { notifyUndoable } from '../../lib/notices';
import { hasMeeting } from './item-icon';
import { movedBy, resizedBy, step } from './moving';
import type { ProgrammeActions } from './programme-actions';
import type { Times } from './time-grid';
import { useItemCommands } from './use-item-commands';

/** What the form is open for. */
export type Editing = { readonly kind: 'new'; readonly times: Times } | { readonly kind: 'item'; readonly id: string };

interface Options {
  readonly shownId: string | undefined;
  readonly setShownId: (id: string | undefined) => void;
  readonly setEditing: (editing: Editing | undefined) => void;
  readonly setCopying: (item: ItineraryItem | undefined) => void;
  readonly setTimes: (id: string, times: Times, when: 'now' | 'after-pause') => Promise<boolean>;
  readonly flush: () => Promise<boolean>;
  /** For those who listen to the screen. */
  readonly say: (words: string) => void;
}

/** Where Alt and an arrow take an item. */
function arrowed(event: KeyboardEvent, item: ItineraryItem): Times | undefined {
  switch (event.key) {
    case 'ArrowUp':
      return event.shiftKey ? resizedBy(item, -step) : movedBy(item, { minutes: -step });
    case 'ArrowDown':
      return event.shiftKey ? resizedBy(item, step) : movedBy(item, { minutes: step });
    case 'ArrowLeft':
      return event.shiftKey ? undefined : movedBy(item, { days: -1 });
    case 'ArrowRight':
      return event.shiftKey ? undefined : movedBy(item, { days: 1 });
    default:
      return undefined;
  }
}

/** Everything that pointer and keyboard can do with the programme, the same in each view. */
export function useProgrammeActions(options: Options): ProgrammeActions {
  const { shownId, setShownId, setEditing, setCopying, setTimes, flush, say } = options;
  const { t } = useTranslation('programme');
  const { text, day: inWords, times: timesInWords } = useFormat();
  const commands = useItemCommands(flush);
  return useMemo(() => {
    const moved = (item: ItineraryItem, times: Times): string =>
      t('moved', {
        title: text(item.title),
        day: inWords(times.day, 'weekday'),
        times: timesInWords(times.start, times.end),
      });
    const actions: ProgrammeActions = {
      ...commands,
      shownId,
      add: (times) => {
        setShownId(undefined);
        setEditing({ kind: 'new', times });
      },
      edit: (item) => {
        setShownId(undefined);
        void flush().then(() => setEditing({ kind: 'item', id: item.id }));
      },
      show: (item) => setShownId(item.id),
      hide: () => setShownId(undefined),
      chooseDay: (item) => {
        setShownId(undefined);
        setCopying(item);
      },
      move: (item, times, by) => {
        setShownId(undefined);
        say(moved(item, times));
        void setTimes(item.id, times, by === 'pointer' ? 'now' : 'after-pause').then((isSaved) => {
          if (isSaved && by === 'pointer') notifyUndoable(moved(item, times));
        });
      },
      onItemKey: (event, item) => {
        if (event.ctrlKey || event.metaKey) {
          void flush();
          return false;
        }
        const times = event.altKey ? arrowed(event, item) : undefined;
        const command = event.altKey || event.shiftKey ? undefined : commandFor(event.key, item, actions);
        if (!times && !command) return false;
        event.preventDefault();
        event.stopPropagation();
        if (times) actions.move(item, times, 'keys');
        command?.();
        return true;
      },
    };
    return actions;
  }, [commands, shownId, setShownId, setEditing, setCopying, setTimes, flush, say, t, text, inWords, timesInWords]);
}

function commandFor(key: string, item: ItineraryItem, actions: ProgrammeActions): (() => void) | undefined {
  switch (key) {
    case 'Enter':
      return () => actions.edit(item);
    case ' ':
      return () => (actions.shownId === item.id ? actions.hide() : actions.show(item));
    case 'Escape':
      return actions.shownId === undefined ? undefined : () => actions.hide();
    case 'Delete':
    case 'Backspace':
      return () => {
        actions.hide();
        void actions.trash(item);
      };
    case 'd':
      return () => actions.chooseDay(item);
    case 'c':
      return () => void actions.toggleCancelled(item);
    case 'm':
      return hasMeeting(item.kind) ? () => void actions.openMeeting(item) : undefined;
    default:
      return undefined;
  }
}
