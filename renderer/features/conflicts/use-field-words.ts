import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { isCalendarDate, isInstant } from '@shared/dates';
import { recordTypes } from '@shared/domain/records';
import {
  calendarDateSchema,
  instantSchema,
  moneySchema,
  recordIdSchema,
  timeZoneSchema,
  writtenForms,
} from '@shared/domain/values';
import type { WrittenForm } from '@shared/domain/values';
import { withLabels } from '@shared/domain/note/marks';
import type { MarkedLine } from '@shared/domain/note/marks';
import { withoutReferences } from '@shared/markdown/plain-words';
import { useDirectory } from '../../lib/directory';
import { useFormat } from '../../lib/format';
import { useAsk } from '../../lib/ipc';
import { zoneInWords } from '../../lib/zones';
import { commonEnumerations, enumerations, fieldLabels } from './field-labels';
import { placeOf, unwrapped } from './field-schema';

/** The fields of records and what stands in them, as an officer would say it. */
export interface FieldWords {
  /** "Cities, Name, English". */
  readonly label: (path: string) => string;
  /** Several values stand below each other. */
  readonly value: (path: string, value: unknown) => string;
  /** A passage of a text as it is read: without the signs by which a note is kept. */
  readonly passage: (path: string, text: string) => string;
  /** Whether it is words, of which some may be the same on both sides. */
  readonly isText: (path: string) => boolean;
  /** Whether anything may be written there: not a day, a status or a name that is chosen. */
  readonly isWritten: (path: string) => boolean;
}

const namespaces = [
  'conflicts',
  'terms',
  'ui',
  'trips',
  'delegation',
  'programme',
  'organisations',
  'people',
  'meetings',
  'follow-ups',
  'notes',
] as const;

type Names = Readonly<Record<string, string>>;
const noNames: Names = {};

/** Words for the fields of one kind of record; `names` says what ids are called, beside who and what is known here. */
export function useFieldWords(type: string, names: Names = noNames): FieldWords {
  const { t } = useTranslation(namespaces);
  const format = useFormat();
  const { person, personName, organisation, organisationName } = useDirectory();
  const trips = useAsk('trips:list', {}).data;
  return useMemo(() => {
    const known = recordTypes.find((each) => each === type);
    const cities = new Map((trips ?? []).flatMap((trip) => trip.cities.map((city) => [city.id, city.name] as const)));
    const nothing = t('conflicts:value.nothing');

    const nameOf = (id: string): string => {
      const city = cities.get(id);
      if (names[id] !== undefined && names[id] !== '') return names[id];
      if (city) return format.text(city);
      if (person(id)) return personName(id);
      return organisation(id) ? organisationName(id) : t('conflicts:value.unknown');
    };
    const labelOf = (name: string): string => {
      const field = name.slice(name.lastIndexOf('.') + 1);
      if (isLabelled(name)) return t(fieldLabels[name]);
      if (isWrittenForm(field)) return t(`ui:localised.${field}`);
      if (field === 'classification') return t('terms:classificationLabel');
      if (field === 'deletedAt') return t('conflicts:field.trash');
      return t('conflicts:field.other', { field });
    };
    const enumerated = (name: string, value: string): string => {
      const keyOf = enumerations[name] ?? commonEnumerations[name.slice(name.indexOf('.') + 1)];
      // A test holds every value of every enumeration against the words.
      return keyOf === undefined ? value : t(keyOf(value) as 'terms:tripStatus.planning');
    };
    const textOf = (schema: unknown, name: string, value: string): string => {
      if (schema instanceof z.ZodEnum || name === 'conflict.settled') return enumerated(name, value);
      if (schema === calendarDateSchema && isCalendarDate(value)) return format.day(value, 'long');
      if (schema === instantSchema && isInstant(value)) return format.moment(value);
      if (schema === timeZoneSchema) return zoneInWords(value);
      if (schema === recordIdSchema) return nameOf(value);
      if (name === 'attachment.sha256') return t('conflicts:value.fingerprint', { start: value.slice(0, 8) });
      return name.endsWith('.markdown') ? readable(value) : value;
    };
    const inWords = (given: unknown, name: string, value: unknown): string => {
      const schema = unwrapped(given);
      if (name.endsWith('.deletedAt')) {
        return isInstant(value)
          ? t('conflicts:value.inTrash', { time: format.moment(value) })
          : t('conflicts:value.notInTrash');
      }
      if (value === null || value === undefined || value === '') return nothing;
      if (typeof value === 'boolean') return t(value ? 'conflicts:value.yes' : 'conflicts:value.no');
      if (typeof value === 'number') {
        if (name === 'attachment.size') return format.bytes(value);
        if (name.endsWith('.investmentInHkd')) return format.money({ currency: 'HKD', minor: value * 100 });
        return format.number(value);
      }
      if (typeof value === 'string') return textOf(schema, name, value);
      if (Array.isArray(value)) {
        const element = schema instanceof z.ZodArray ? schema.element : undefined;
        return value.length === 0 ? nothing : value.map((each) => inWords(element, name, each)).join('\n');
      }
      const money = moneySchema.safeParse(value);
      if (money.success) return format.money(money.data);
      return partsInWords(schema, name, value as Readonly<Record<string, unknown>>);
    };
    const partsInWords = (schema: unknown, name: string, value: Readonly<Record<string, unknown>>): string => {
      const shape: Readonly<Record<string, unknown>> = schema instanceof z.ZodObject ? schema.shape : {};
      const lines = Object.entries(value)
        .filter(([part, each]) => part !== 'id' && each !== '' && each !== null)
        .map(([part, each]) => {
          const words = inWords(shape[part], `${name}.${part}`, each);
          return t('conflicts:value.part', { label: labelOf(`${name}.${part}`), value: words });
        });
      return lines.length === 0 ? nothing : lines.join('\n');
    };
    // The signs of markers and the anchors of follow-ups are how a note is kept, not what it says.
    const readable = (text: string): string =>
      withoutReferences(
        withLabels(text, ({ marker, isSensitive }: MarkedLine) => {
          const signs = [isSensitive ? t('notes:signs.sensitive') : '', marker ? t(`notes:signs.${marker}`) : ''];
          return `${signs.filter((sign) => sign !== '').join(' · ')}:`;
        }),
      );
    const placeAt = (path: string): ReturnType<typeof placeOf> =>
      known === undefined ? { schema: undefined, name: `${type}.${path}` } : placeOf(known, path);

    return {
      label: (path) => {
        const parts = placeAt(path).name.split('.');
        const all = parts.slice(1).map((_, at) => labelOf(parts.slice(0, at + 2).join('.')));
        // A note is its text: "Words" before it would say nothing.
        const labels = parts.at(-1) === 'markdown' ? all.slice(-1) : all;
        return labels.join(t('conflicts:field.between'));
      },
      value: (path, value) => {
        const { schema, name } = placeAt(path);
        return inWords(schema, name, value);
      },
      passage: (path, text) => (path.endsWith('/markdown') ? readable(text) : text),
      isText: (path) => {
        const { schema, name } = placeAt(path);
        const isWords = schema instanceof z.ZodString && schema.format === null && name !== 'attachment.sha256';
        return isWords || schema instanceof z.ZodArray || schema instanceof z.ZodObject;
      },
      isWritten: (path) => {
        const { schema, name } = placeAt(path);
        const isFree = schema instanceof z.ZodString || schema instanceof z.ZodUnion;
        return isFree && name !== 'attachment.sha256';
      },
    };
  }, [type, names, t, format, person, personName, organisation, organisationName, trips]);
}

function isLabelled(name: string): name is keyof typeof fieldLabels {
  return Object.hasOwn(fieldLabels, name);
}

function isWrittenForm(part: string): part is WrittenForm {
  return writtenForms.some((each) => each === part);
}
