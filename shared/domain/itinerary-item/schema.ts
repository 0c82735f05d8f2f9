import { z } from 'zod';
import { chinaTime } from '../../dates';
import type { Issue } from '../../result';
import { defineRecord } from '../record';
import {
  calendarDateSchema,
  lineSchema,
  localisedTextSchema,
  noText,
  paragraphsSchema,
  recordIdSchema,
  requiredLocalisedTextSchema,
  timeZoneSchema,
  wallTimeSchema,
} from '../values';

export const itineraryKinds = [
  'meeting',
  'site-visit',
  'courtesy-call',
  'banquet',
  'transport',
  'hotel',
  'internal',
  'free',
] as const;
export const itineraryStatuses = ['tentative', 'confirmed', 'cancelled'] as const;
export const transportModes = ['train', 'flight', 'car', 'coach', 'ferry', 'walk'] as const;

export const transportSchema = z.strictObject({
  mode: z.enum(transportModes),
  number: lineSchema,
  from: lineSchema,
  to: lineSchema,
  seat: lineSchema,
  bookingReference: lineSchema,
});
export type Transport = z.infer<typeof transportSchema>;

/** One entry of a trip's programme, at the local time of where it happens: 09:30 in Shenzhen is 09:30 there. */
export const itineraryItem = defineRecord(
  'itinerary-item',
  {
    tripId: recordIdSchema,
    title: requiredLocalisedTextSchema,
    day: calendarDateSchema,
    start: wallTimeSchema,
    /** The day it ends when that is a later one (a night train, a hotel); null when it is the same. */
    endDay: calendarDateSchema.nullable(),
    end: wallTimeSchema,
    zone: timeZoneSchema,
    /** One of the trip's cities, by its id; the report has a chapter for each. */
    cityId: recordIdSchema.nullable(),
    kind: z.enum(itineraryKinds),
    status: z.enum(itineraryStatuses),
    place: localisedTextSchema,
    address: localisedTextSchema,
    hostOrganisationId: recordIdSchema.nullable(),
    hostContactIds: z.array(recordIdSchema).max(200),
    /** Our people who attend, in order; empty means the whole delegation. */
    participantIds: z.array(recordIdSchema).max(200),
    interpreterId: recordIdSchema.nullable(),
    dress: lineSchema,
    gifts: lineSchema,
    talkingPoints: paragraphsSchema,
    runningOrder: paragraphsSchema,
    /** Present for transport only. */
    transport: transportSchema.nullable(),
  },
  {
    endDay: null,
    zone: chinaTime,
    cityId: null,
    kind: 'meeting',
    status: 'tentative',
    place: noText,
    address: noText,
    hostOrganisationId: null,
    hostContactIds: [],
    participantIds: [],
    interpreterId: null,
    dress: '',
    gifts: '',
    talkingPoints: '',
    runningOrder: '',
    transport: null,
  },
  (fields): Issue[] => {
    const begins = `${fields.day} ${fields.start}`;
    const ends = `${fields.endDay ?? fields.day} ${fields.end}`;
    return ends <= begins ? [{ path: 'end', code: 'ends-before-it-begins' }] : [];
  },
);
export type ItineraryItem = z.infer<typeof itineraryItem.record>;
export type ItineraryKind = ItineraryItem['kind'];
