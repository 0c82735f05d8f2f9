import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ItineraryItem } from '@shared/domain/itinerary-item/schema';
import { useBeforeClose } from '../../lib/before-close';
import { useDo, useRefresh } from '../../lib/ipc';
import type { Times } from './time-grid';

/** Several presses of a key within this time, in milliseconds, are one change and one step of undo. */
const pause = 250;

interface Waiting {
  readonly times: Times;
  readonly timer: ReturnType<typeof setTimeout> | undefined;
}

/**
 * The items as they are meant to stand: one that was just moved is shown at its new times before main has answered,
 * and goes back where it was when main refuses.
 */
export function useItemTimes(saved: readonly ItineraryItem[]) {
  const { run } = useDo('itinerary:update');
  const refresh = useRefresh();
  const [ahead, setAhead] = useState<ReadonlyMap<string, Times>>(new Map());
  const waiting = useRef(new Map<string, Waiting>());

  const send = useCallback(
    async (id: string): Promise<boolean> => {
      const entry = waiting.current.get(id);
      if (!entry) return true;
      clearTimeout(entry.timer);
      waiting.current.delete(id);
      const answer = await run({ id, patch: { ...entry.times } });
      // The times stay ahead until the saved ones have come back, so that nothing jumps to and fro.
      if (answer.ok) await refresh('itinerary:list');
      setAhead((before) => (before.get(id) === entry.times ? without(before, id) : before));
      return answer.ok;
    },
    [run, refresh],
  );

  /** Saves what waits for the pause; answers whether all of it is saved. */
  const flush = useCallback(async (): Promise<boolean> => {
    const answers = await Promise.all([...waiting.current.keys()].map(send));
    return answers.every(Boolean);
  }, [send]);

  /** Shows the item at these times and saves them: at once, or after a pause in which more keys may come. */
  const setTimes = useCallback(
    (id: string, times: Times, when: 'now' | 'after-pause'): Promise<boolean> => {
      clearTimeout(waiting.current.get(id)?.timer);
      const timer = when === 'now' ? undefined : setTimeout(() => void send(id), pause);
      waiting.current.set(id, { times, timer });
      setAhead((before) => new Map(before).set(id, times));
      return when === 'now' ? send(id) : Promise.resolve(true);
    },
    [send],
  );

  useBeforeClose(flush);
  useEffect(() => () => void flush(), [flush]);

  const items = useMemo(
    () =>
      saved.map((item) => {
        const times = ahead.get(item.id);
        return times ? { ...item, ...times } : item;
      }),
    [saved, ahead],
  );
  return { items, setTimes, flush };
}

function without<V>(map: ReadonlyMap<string, V>, id: string): ReadonlyMap<string, V> {
  const rest = new Map(map);
  rest.delete(id);
  return rest;
}
