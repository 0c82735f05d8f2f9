import type { Money } from '@shared/domain/values';
import type { Block, Cell, Row } from '../../document/blocks';
import { cell } from '../../document/building';
import { amount } from '../../document/days';
import type { Voice } from '../../document/voice';
import { asTyped, isBlank, looking } from '../../document/writing';
import type { AccountInReport } from '../models/report';

/** What was planned and what was spent, a table for each currency. */
export function accountBlocks(voice: Voice, all: readonly AccountInReport[]): Block[] {
  return all.map((account) => table(voice, account));
}

function table(voice: Voice, { currency, lines, budget, spent, balance }: AccountInReport): Block {
  const sum = (money: Money | null): Cell => cell(asTyped(money === null ? '–' : amount(money, voice.form)));
  const rows = lines.map((line): Row => ({
    cells: [
      cell(isBlank(line.description) ? voice.label('accounts.undescribed') : asTyped(line.description)),
      sum(line.budget),
      sum(line.spent),
      cell(),
    ],
  }));
  const left = asTyped(amount(balance, voice.form));
  const total: Row = {
    isTotal: true,
    cells: [
      cell(voice.label('accounts.total')),
      sum(budget),
      sum(spent),
      cell(balance.minor < 0 ? looking('alert', left) : left),
    ],
  };
  return {
    kind: 'table',
    name: 'accounts',
    columns: [{ width: 46 }, { width: 18, align: 'end' }, { width: 18, align: 'end' }, { width: 18, align: 'end' }],
    head: [
      cell(voice.label('accounts.item', { currency })),
      cell(voice.label('accounts.budget')),
      cell(voice.label('accounts.spent')),
      cell(voice.label('accounts.balance')),
    ],
    rows: [...rows, total],
  };
}
