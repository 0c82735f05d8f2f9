import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson, isSameJson } from '@shared/canonical-json';

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, field]) => [name, reversed(field)]),
  );
};

describe('canonical JSON', () => {
  it('sorts keys at every depth and leaves undefined fields out', () => {
    expect(canonicalJson({ b: [{ d: 1, c: undefined }, undefined], a: '深圳 "x"', ä: null })).toBe(
      '{"a":"深圳 \\"x\\"","b":[{"d":1},null],"ä":null}',
    );
  });

  it('sorts by code units and not by any language', () => {
    expect(canonicalJson({ a: 1, Z: 2, é: 3, '10': 4, '9': 5 })).toBe('{"10":4,"9":5,"Z":2,"a":1,"é":3}');
  });

  it('says of numbers what JSON says', () => {
    expect(canonicalJson([1.0, -0, 1e21, NaN, 0.1 + 0.2])).toBe('[1,0,1e+21,null,0.30000000000000004]');
  });

  it('means the same as JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('is the same for two values exactly when they are called the same', () => {
    const alike = fc.constantFrom<unknown>(undefined, null, NaN, 0, -0, 1, '', 'x', [], {}, [null], [undefined]);
    const value = fc.oneof(
      alike,
      fc.dictionary(fc.constantFrom('a', 'b'), fc.oneof(alike, fc.array(alike, { maxLength: 2 }))),
    );
    fc.assert(
      fc.property(value, value, (one, other) => {
        expect(isSameJson(one, other)).toBe(canonicalJson(one) === canonicalJson(other));
      }),
      { numRuns: 2000 },
    );
  });

  it('is one text for one value, whatever the order of its fields and however often it was stored', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(reversed(value))).toBe(canonicalJson(value));
        expect(canonicalJson(JSON.parse(JSON.stringify(value)))).toBe(canonicalJson(value));
      }),
    );
  });
});
