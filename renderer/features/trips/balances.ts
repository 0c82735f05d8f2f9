import type { MoneyLine } from '@shared/domain/trip/schema';
import { currencies } from '@shared/domain/values';
import type { Money } from '@shared/domain/values';

interface Balance {
  readonly currency: Money['currency'];
  /** In minor units, like the other two. */
  readonly budget: number;
  readonly spent: number;
  /** Negative when more was spent than there was. */
  readonly left: number;
}

/** What is left in each currency that is used at all; currencies are never mixed. */
export function balances(budget: readonly MoneyLine[], expenditure: readonly MoneyLine[]): Balance[] {
  const sum = (lines: readonly MoneyLine[], currency: Money['currency']): number =>
    lines.filter(({ amount }) => amount.currency === currency).reduce((so, { amount }) => so + amount.minor, 0);
  return currencies
    .filter((currency) => [...budget, ...expenditure].some(({ amount }) => amount.currency === currency))
    .map((currency) => {
      const [planned, spent] = [sum(budget, currency), sum(expenditure, currency)];
      return { currency, budget: planned, spent, left: planned - spent };
    });
}
