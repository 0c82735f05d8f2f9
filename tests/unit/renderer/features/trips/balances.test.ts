import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { balances } from '@renderer/features/trips/balances';
import { nextId } from '../../../../builders/records';

const line = (currency: 'HKD' | 'CNY', minor: number) => ({
  id: nextId(),
  description: '',
  amount: { currency, minor },
});

describe('what is left of a budget', () => {
  it('is counted in each currency that is used, never across them', () => {
    expect(balances([line('HKD', 1000), line('CNY', 500)], [line('HKD', 1500)])).toEqual([
      { currency: 'HKD', budget: 1000, spent: 1500, left: -500 },
      { currency: 'CNY', budget: 500, spent: 0, left: 500 },
    ]);
    expect(balances([], [])).toEqual([]);
  });

  it('is exact to the cent, whatever the amounts', () => {
    const cents = fc.array(fc.integer({ min: -100_000_000, max: 100_000_000 }), { maxLength: 20 });
    fc.assert(
      fc.property(cents, cents, (budget, spent) => {
        const sum = (all: readonly number[]): number => all.reduce((so, each) => so + each, 0);
        const [hkd] = balances(
          budget.map((each) => line('HKD', each)),
          spent.map((each) => line('HKD', each)),
        );
        expect(hkd?.left ?? 0).toBe(sum(budget) - sum(spent));
      }),
    );
  });
});
