import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { commonEnumerations, enumerations, fieldLabels } from '@renderer/features/conflicts/field-labels';
import { placeOf, unwrapped } from '@renderer/features/conflicts/field-schema';
import { english } from '@renderer/locales/en';
import { definitions, recordTypes } from '@shared/domain/records';
import { classifications, moneySchema, writtenForms } from '@shared/domain/values';

/** Every field of every kind of record and every part of it, with its schema. */
function everyField(): (readonly [name: string, schema: unknown])[] {
  const within = (name: string, given: unknown): (readonly [string, unknown])[] => {
    const schema = unwrapped(given);
    if (schema === moneySchema) return [[name, schema]];
    if (schema instanceof z.ZodArray) {
      const parts = within(name, schema.element).filter(([part]) => part !== name);
      return [[name, unwrapped(schema.element)], ...parts];
    }
    if (!(schema instanceof z.ZodObject)) return [[name, schema]];
    const parts = Object.entries(schema.shape as Record<string, unknown>).filter(([part]) => part !== 'id');
    return [[name, schema], ...parts.flatMap(([part, each]) => within(`${name}.${part}`, each))];
  };
  return recordTypes.flatMap((type) =>
    Object.entries(definitions[type].fields).flatMap(([field, schema]) => within(`${type}.${field}`, schema)),
  );
}

function wordsAt(key: string): unknown {
  const [namespace = '', path = ''] = key.split(':');
  const parts = path.split('.');
  return parts.reduce<unknown>(
    (words, part) => (words as Record<string, unknown> | undefined)?.[part],
    (english as Record<string, unknown>)[namespace],
  );
}

describe('the words of fields', () => {
  it('are there for each field of each kind of record, and each part of one', () => {
    const isForm = (name: string): boolean => writtenForms.some((form) => name.endsWith(`.${form}`));
    const unnamed = everyField()
      .map(([name]) => name)
      .filter((name) => !isForm(name) && !Object.hasOwn(fieldLabels, name));
    expect(unnamed).toEqual([]);
  });

  it('are there for each value of each enumeration', () => {
    const wordless = everyField().flatMap(([name, schema]) =>
      schema instanceof z.ZodEnum
        ? schema.options
            .map((value) => [name, String(value), wordsAt(enumerations[name]?.(String(value)) ?? '')] as const)
            .filter(([, , words]) => typeof words !== 'string')
        : [],
    );
    expect(wordless).toEqual([]);
    for (const value of classifications) {
      expect(typeof wordsAt(commonEnumerations['classification']?.(value) ?? '')).toBe('string');
    }
  });

  it('are found without the ids on the way to a part', () => {
    const id = '3b1f0c2a-0000-4000-8000-000000000000';
    expect(placeOf('note', `blocks/${id}/markdown`).name).toBe('note.blocks.markdown');
    expect(placeOf('trip', `cities/${id}/name/zhHans`).name).toBe('trip.cities.name.zhHans');
    expect(placeOf('itinerary-item', 'transport/mode').schema).toBeInstanceOf(z.ZodEnum);
    expect(placeOf('organisation', 'fromANewerAttaché').schema).toBeUndefined();
  });
});
