import { useEffect, useState } from 'react';
import { instantOf } from '@shared/dates';
import type { CalendarDate, Instant } from '@shared/dates';
import { todayHere } from './format';

/** The present moment, renewed at each full minute. */
export function useNow(): Instant {
  const [now, setNow] = useState(() => instantOf(Date.now()));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const wait = (): void => {
      timer = setTimeout(
        () => {
          setNow(instantOf(Date.now()));
          wait();
        },
        60_000 - (Date.now() % 60_000),
      );
    };
    wait();
    return () => clearTimeout(timer);
  }, []);
  return now;
}

/** Today on this machine's calendar, renewed at midnight. */
export function useToday(): CalendarDate {
  useNow();
  return todayHere();
}
