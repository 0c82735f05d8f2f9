import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { CalendarDate } from '@shared/dates';
import type { ItineraryItem } from '@shared/domain/itinerary-item/schema';
import { useFormat } from '../../lib/format';
import { useDo } from '../../lib/ipc';
import { notifyUndoable } from '../../lib/notices';
import { paths } from '../../lib/paths';

/** What can be done with an item besides moving and editing it. */
export interface ItemCommands {
  trash(item: ItineraryItem): Promise<boolean>;
  /** Answers with the copy's id. */
  duplicate(item: ItineraryItem, day: CalendarDate): Promise<string | undefined>;
  toggleCancelled(item: ItineraryItem): Promise<void>;
  setStatus(item: ItineraryItem, status: ItineraryItem['status']): Promise<void>;
  /** Goes to the item's meeting, which is made when there is none yet. */
  openMeeting(item: ItineraryItem): Promise<void>;
}

/** `flush` saves what the keyboard has moved and is not saved yet, so that one change follows the other. */
export function useItemCommands(flush: () => Promise<boolean>): ItemCommands {
  const { t } = useTranslation(['programme', 'actions']);
  const { text, day: dayInWords } = useFormat();
  const navigate = useNavigate();
  const { run: runTrash } = useDo('itinerary:trash');
  const { run: runDuplicate } = useDo('itinerary:duplicate');
  const { run: runUpdate } = useDo('itinerary:update');
  const { run: runOpen } = useDo('meetings:open-for-item');
  return useMemo(() => {
    // Taking a cancellation back gives an item the status it had, as long as this screen remembers it.
    const beforeCancelling = new Map<string, ItineraryItem['status']>();
    const setStatus = async (item: ItineraryItem, status: ItineraryItem['status']): Promise<void> => {
      await flush();
      const answer = await runUpdate({ id: item.id, patch: { status } });
      if (answer.ok && status === 'cancelled') notifyUndoable(t('programme:cancelled', { title: text(item.title) }));
    };
    return {
      trash: async (item) => {
        await flush();
        const answer = await runTrash({ id: item.id });
        if (answer.ok) notifyUndoable(t('actions:movedToTrash', { name: text(item.title) }));
        return answer.ok;
      },
      duplicate: async (item, day) => {
        await flush();
        const answer = await runDuplicate({ id: item.id, day });
        if (!answer.ok) return undefined;
        notifyUndoable(t('programme:duplicated', { title: text(item.title), day: dayInWords(day, 'weekday') }));
        return answer.value.id;
      },
      toggleCancelled: (item) => {
        if (item.status === 'cancelled') return setStatus(item, beforeCancelling.get(item.id) ?? 'tentative');
        beforeCancelling.set(item.id, item.status);
        return setStatus(item, 'cancelled');
      },
      setStatus,
      openMeeting: async (item) => {
        await flush();
        const answer = await runOpen({ itineraryItemId: item.id });
        if (answer.ok) await navigate(paths.meeting(answer.value.id));
      },
    };
  }, [flush, runTrash, runDuplicate, runUpdate, runOpen, navigate, t, text, dayInWords]);
}
