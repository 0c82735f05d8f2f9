import type { CalendarDate } from '@shared/dates';
import { useToday } from '../../lib/clock';
import { useFormat } from '../../lib/format';

/** "21 Nov 2026 (yesterday)"; of a day that is long past only the day. */
export function useDayInWords(day: CalendarDate | undefined): string | undefined {
  const { day: inWords, nearDay } = useFormat();
  const today = useToday();
  if (day === undefined) return undefined;
  const whole = inWords(day);
  const near = nearDay(day, today);
  return near === whole ? whole : `${whole} (${near})`;
}
