import type { RecordOf } from '@shared/domain/records';
import { currencies } from '@shared/domain/values';
import type { Money } from '@shared/domain/values';
import type { AccountInReport } from '../../../export/compose/models/report';
import type { DocumentSources } from '../sources';

type Trip = RecordOf<'trip'>;
type Currency = Money['currency'];
interface Row {
  readonly description: string;
  budget: Money | null;
  spent: Money | null;
}

/** Budget and expenditure side by side, one account a currency; lines of the same description stand in one row. */
export function accountsOf({ trip, words }: Pick<DocumentSources, 'trip' | 'words'>): AccountInReport[] {
  return currencies
    .map((currency) => accountIn(currency, trip))
    .filter((account) => account.lines.length > 0)
    .map((account) => ({
      ...account,
      lines: account.lines.map((line) => ({ ...line, description: words.line(line.description) })),
    }));
}

function accountIn(currency: Currency, trip: Pick<Trip, 'budget' | 'expenditure'>): AccountInReport {
  const rows = new Map<string, Row>();
  for (const side of ['budget', 'expenditure'] as const) {
    for (const line of trip[side].filter(({ amount }) => amount.currency === currency)) {
      const key = line.description.trim().toLowerCase();
      const row = rows.get(key) ?? { description: line.description, budget: null, spent: null };
      const column = side === 'budget' ? 'budget' : 'spent';
      row[column] = { currency, minor: (row[column]?.minor ?? 0) + line.amount.minor };
      rows.set(key, row);
    }
  }
  const lines = [...rows.values()];
  const budget = sum(
    currency,
    lines.map((row) => row.budget),
  );
  const spent = sum(
    currency,
    lines.map((row) => row.spent),
  );
  return { currency, lines, budget, spent, balance: { currency, minor: budget.minor - spent.minor } };
}

function sum(currency: Currency, amounts: readonly (Money | null)[]): Money {
  return { currency, minor: amounts.reduce((total, amount) => total + (amount?.minor ?? 0), 0) };
}
