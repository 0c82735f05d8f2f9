import { chinaTime, isTimeZone } from '@shared/dates';
import type { TimeZone } from '@shared/dates';

const near = [chinaTime, 'Asia/Hong_Kong', 'Asia/Macau', 'Asia/Taipei', 'Asia/Singapore', 'Asia/Tokyo', 'Asia/Seoul'];

/** Every time zone that this machine knows, those of the region first. */
export function allZones(): TimeZone[] {
  return [...new Set([...near, ...Intl.supportedValuesOf('timeZone')])].filter(isTimeZone);
}

/** "Asia/Hong_Kong" as one would write it. */
export function zoneInWords(zone: string): string {
  return zone.replaceAll('_', ' ').replace('/', ' / ');
}
