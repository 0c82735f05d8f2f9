import { z } from 'zod';
import { daysBetween } from '../../dates';
import type { Issue } from '../../result';
import { defineRecord } from '../record';
import {
  calendarDateSchema,
  lineSchema,
  moneySchema,
  paragraphsSchema,
  recordIdSchema,
  requiredLocalisedTextSchema,
  timeZoneSchema,
} from '../values';

export const tripStatuses = ['planning', 'confirmed', 'in-progress', 'concluded', 'reported', 'cancelled'] as const;

export const tripCitySchema = z.strictObject({
  id: recordIdSchema,
  name: requiredLocalisedTextSchema,
  zone: timeZoneSchema,
});
export type TripCity = z.infer<typeof tripCitySchema>;

export const moneyLineSchema = z.strictObject({ id: recordIdSchema, description: lineSchema, amount: moneySchema });
export type MoneyLine = z.infer<typeof moneyLineSchema>;

/** The longest visit that the programme still draws as days side by side. */
export const longestTripInDays = 92;

/** A duty visit: a delegation goes to one or more cities between two days. */
export const trip = defineRecord(
  'trip',
  {
    reference: lineSchema,
    title: requiredLocalisedTextSchema,
    purpose: paragraphsSchema,
    objectives: z.array(lineSchema).max(50),
    cities: z.array(tripCitySchema).max(50),
    firstDay: calendarDateSchema,
    lastDay: calendarDateSchema,
    status: z.enum(tripStatuses),
    budget: z.array(moneyLineSchema).max(500),
    expenditure: z.array(moneyLineSchema).max(500),
    observations: paragraphsSchema,
    conclusions: paragraphsSchema,
    /** A pattern for other trips: kept out of the list, used to make new ones. */
    isTemplate: z.boolean(),
  },
  {
    reference: '',
    purpose: '',
    objectives: [],
    cities: [],
    status: 'planning',
    budget: [],
    expenditure: [],
    observations: '',
    conclusions: '',
    isTemplate: false,
  },
  (fields): Issue[] => {
    const days = daysBetween(fields.firstDay, fields.lastDay) + 1;
    if (days < 1) return [{ path: 'lastDay', code: 'ends-before-it-begins' }];
    if (days > longestTripInDays)
      return [{ path: 'lastDay', code: 'trip-too-long', params: { max: longestTripInDays } }];
    return [];
  },
);
export type Trip = z.infer<typeof trip.record>;
export type TripStatus = Trip['status'];
